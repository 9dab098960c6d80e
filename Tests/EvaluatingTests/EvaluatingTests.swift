import FoundationEssentials
import Model
import Testing

@testable import Evaluating

/// The expected figures come from an independent scorer in another language, run over `Cases/`.
@Suite struct EvaluatingTests {
  @Test func theFiguresOfAllArticles() throws {
    let evaluation = Evaluation(of: try Cases.predicted(), against: try Cases.gold())
    #expect(
      lines(evaluation.score.figures) == """
        position  precision 0.545  recall 0.545  f1 0.545  found 6  wrong 5  missed 5
        holding   precision 0.889  recall 0.889  f1 0.889  found 8  wrong 1  missed 1
        sign      accuracy 0.500  flipped 2  of 8
        place     precision 0.833  recall 0.833  f1 0.833  found 10  wrong 2  missed 2
        person    accuracy 0.900  of 10
        source    accuracy 0.800  of 10
        mode      accuracy 0.800  of 10
        said      accuracy 0.900  of 10
        stance    accuracy 0.700  of 10
        earlier   accuracy 1.000  of 10
        """)
    #expect(evaluation.unknown == ["e.txt"])
  }

  @Test func theFiguresOfOneLanguage() throws {
    let evaluation = Evaluation(of: try Cases.predicted(), against: try Cases.gold(), language: "en")
    #expect(
      lines(evaluation.score.figures) == """
        position  precision 0.625  recall 0.625  f1 0.625  found 5  wrong 3  missed 3
        holding   precision 1.000  recall 1.000  f1 1.000  found 6  wrong 0  missed 0
        sign      accuracy 0.333  flipped 2  of 6
        place     precision 1.000  recall 0.889  f1 0.941  found 8  wrong 0  missed 1
        person    accuracy 0.875  of 8
        source    accuracy 0.875  of 8
        mode      accuracy 0.875  of 8
        said      accuracy 0.875  of 8
        stance    accuracy 0.750  of 8
        earlier   accuracy 1.000  of 8
        """)
  }

  @Test func thePositionFigureByIssue() throws {
    let evaluation = Evaluation(of: try Cases.predicted(), against: try Cases.gold())
    #expect(
      lines(evaluation.split(by: .issue), width: 18) == """
        ceasefire         recall 0.000  precision 0.000  f1 0.000  of 1
        donbas            recall 0.500  precision 0.333  f1 0.400  of 2
        front-line-freeze recall 0.500  precision 0.500  f1 0.500  of 2
        sanctions         recall 1.000  precision 1.000  f1 1.000  of 1
        summit            recall 0.500  precision 0.667  f1 0.571  of 4
        tomahawks         recall 1.000  precision 1.000  f1 1.000  of 1
        """)
  }

  @Test func recallAloneBySource() throws {
    let evaluation = Evaluation(of: try Cases.predicted(), against: try Cases.gold())
    #expect(
      lines(evaluation.split(by: .source)) == """
        narrator  recall 1.000  of 2
        self      recall 0.429  of 7
        unnamed   recall 0.500  of 2
        """)
  }

  @Test func whatWasWrongAndWhatWasMissed() throws {
    let score = Evaluation(of: try Cases.predicted(), against: try Cases.gold()).score
    #expect(
      score.wrong.map(\.stand.description) == [
        "a.txt russia donbas opposes", "a.txt ukraine donbas supports", "a.txt us summit supports",
        "b.html france front-line-freeze supports", "b.html germany ceasefire supports",
      ])
    #expect(
      score.missed.map(\.stand.description) == [
        "a.txt ukraine donbas opposes", "a.txt us summit opposes", "b.html germany ceasefire conditional",
        "b.html ukraine front-line-freeze supports", "c.txt us summit opposes",
      ])
  }

  @Test func whatTheOtherSideHas() throws {
    let score = Evaluation(of: try Cases.predicted(), against: try Cases.gold()).score
    let wrong = try #require(score.wrong.first { $0.stand.description == "a.txt us summit supports" })
    #expect(wrong.instead == ["opposes", "supports earlier"])
    #expect(wrong.quotes.count == 1)
  }

  @Test func thePrecisionByKindOfEvidence() throws {
    let kinds: [Mode: Statement.Kind] = [.direct: .quoted, .indirect: .reported, .paraphrase: .summarised]
    let predicted = try Cases.predicted().map { statement in
      var statement = statement
      statement.kind = kinds[statement.mode]
      return statement
    }
    #expect(
      lines(Evaluation(of: predicted, against: try Cases.gold()).split(by: .kind), width: 12) == """
        quoted      precision 0.667  from 0.208  to 0.939  right 2  wrong 1
        reported    precision 0.500  from 0.215  to 0.785  right 4  wrong 4
        summarised  precision 1.000  from 0.207  to 1.000  right 1  wrong 0
        """)
  }

  /// Rows and columns add up to the figures of `place` and `stance`.
  @Test func theStancesBesideThoseOfTheGold() throws {
    #expect(
      lines(Evaluation(of: try Cases.predicted(), against: try Cases.gold()).score.confusion, width: 13) == """
        supports     supports 5  conditional 0  undecided 0  opposes 0  missed 1
        conditional  supports 1  conditional 0  undecided 0  opposes 0  missed 0
        undecided    supports 0  conditional 0  undecided 0  opposes 0  missed 0
        opposes      supports 2  conditional 0  undecided 0  opposes 2  missed 1
        nothing      supports 2  conditional 0  undecided 0  opposes 0  missed 0
        """)
  }

  @Test func oneRunBesideAnEarlierOne() throws {
    let (gold, now) = (try Cases.gold(), try Cases.predicted())
    let before = Evaluation(of: now.filter { $0.holder != "us" }, against: gold).score
    let progress = Progress(from: before, to: Evaluation(of: now, against: gold).score)
    #expect(progress.won.map(\.holder).allSatisfy { $0 == "us" } && !progress.won.isEmpty)
    #expect(progress.broken.map(\.description) == ["a.txt us summit supports"])
    #expect(progress.lost.isEmpty && progress.mended.isEmpty)
  }

  @Test func whatAFigureGained() {
    let (now, before) = (
      Figure("sign", [("accuracy", .ratio(0.5)), ("flipped", .count(2)), ("of", .count(8))]),
      Figure("sign", [("accuracy", .ratio(0.625)), ("flipped", .count(2)), ("of", .count(6))])
    )
    #expect(now.line(width: 6, since: before) == "sign  accuracy 0.500 (-0.125)  flipped 2  of 8 (+2)")
  }

  @Test func twoCodingsOfOneSet() throws {
    let gold = try Cases.gold()
    #expect(
      lines(Agreement(of: gold.statements, with: gold).figures, width: 15).contains("alpha-stance   nominal 1.000  ordinal 1.000"))
  }

  @Test func theFiguresOfChanges() throws {
    let score = ChangeScore(
      of: [
        change("us", "summit", .supports, .opposes, "2025-10-22"),
        change("us", "summit", .supports, .opposes, "2025-10-23"),
        change("germany", "ceasefire", .opposes, .supports, "2025-10-20"),
        change("russia", "donbas", .supports, .undecided, "2025-10-18"),
        change("us", "tomahawks", .undecided, .supports, "2025-10-13", apparent: true),
        change("ukraine", "donbas", nil, .undecided, "2025-10-23"),
      ], against: try Cases.gold().changes)
    #expect(
      lines(score.figures) == """
        change    precision 0.250  recall 0.333  f1 0.286  told 4  real 3
        side      precision 0.500  recall 0.667  f1 0.571  told 4  real 3
        apparent  fallen for 1  of 2
        """)
    #expect(score.wrong.map(\.holder) == ["us", "germany", "russia"])
    #expect(score.missed.map(\.holder) == ["germany", "ukraine"])
  }

  @Test func ratiosAreRoundedAsTheirExactValueStands() {
    #expect((1.0 / 32).rounded(places: 4) == 0.0312)
    #expect((3.0 / 32).rounded(places: 4) == 0.0938)
    #expect(ratio(0, 0) == 0)
  }

  @Test func aLineThatCannotBeReadIsAProblemAndIsLeftOut() {
    let meta = #"{"article": "a.txt", "language": "en"}"#
    let (gold, problems) = Gold.read(
      statements: Array(#"{"article": "a.txt", "holder": "us", "issue": "summit", "stance": "likes"}"#.utf8),
      about: Array("\(meta)\n\n{\n".utf8), changes: [])
    #expect(gold.statements.isEmpty)
    #expect(gold.articles.keys.sorted() == ["a.txt"])
    #expect(
      problems.map(\.description) == [
        "error: gold.ndjson:1: the field `stance` is not of its form",
        "error: meta.ndjson:3: this line is not JSON",
      ])
  }

  private func lines(_ figures: [Figure], width: Int = 10) -> String {
    figures.map { $0.line(width: width) }.joined(separator: "\n")
  }

  private func change(
    _ holder: String, _ issue: String, _ from: Stance?, _ to: Stance, _ on: String, apparent: Bool = false
  ) -> Change {
    func statement(_ stance: Stance) -> Statement {
      Statement(
        holder: holder, issue: issue, stance: stance, source: .holder, mode: .indirect,
        evidence: Evidence(article: "a.txt", articleID: "", quote: "", span: Span(0, 0)))
    }
    return Change(
      from: from.map(statement), to: statement(to), kind: from.map { Change.Kind(from: $0, to: to) } ?? .new,
      on: Day(iso: on) ?? Day(number: 0), apparent: apparent, why: "")
  }
}

/// The examples of Krippendorff's paper of 2011: two observers and two values, two observers and five, four observers who
/// leave some units out.
@Suite struct AlphaTests {
  private static let several: [[Int]] = [
    [1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
    [2, 2, 2, 2], [5, 5, 5], [1, 1], [3],
  ]

  @Test(arguments: [
    (zip("0100000010", "1110010000").map { [$0, $1].compactMap(\.wholeNumberValue) }, Alpha.Metric.nominal, 0.095),
    (zip("001132224330", "101112224333").map { [$0, $1].compactMap(\.wholeNumberValue) }, .nominal, 0.692),
    (several, .nominal, 0.743), (several, .ordinal, 0.815),
  ])
  func isThatOfThePaper(units: [[Int]], metric: Alpha.Metric, alpha: Double) throws {
    #expect(abs(try #require(Alpha(of: units, metric).value) - alpha) < 0.0005)
  }

  @Test func whereNothingVariesThereIsNone() {
    #expect(Alpha(of: [[1, 1], [1, 1]], .nominal).value == nil)
  }
}

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("He said:\u{A0}“We’ll  see.”", "'we'll see"),
    ("kein Einfrieren der Front\u{AD}linie", "Frontlinie"),
    ("the whole Donbas", "must leave the whole Donbas by spring"),
    ("ＴＨＥ ﬁnal offer", "the final offer"),
  ])
  func findsAnAnchorInEvidence(evidence: String, anchor: String) {
    #expect(FoldedText(evidence).holds(FoldedText(anchor)))
  }

  @Test(arguments: [("the Donbas", "all of the Donbas"), ("anything", ""), ("Kyiv", "Moscow")])
  func doesNotFindIt(evidence: String, anchor: String) {
    #expect(!FoldedText(evidence).holds(FoldedText(anchor)))
  }
}

private enum Cases {
  static func gold() throws -> Gold {
    let (gold, problems) = Gold.read(
      statements: try bytes("gold.ndjson"), about: try bytes("meta.ndjson"), changes: try bytes("changes.ndjson"))
    #expect(problems.isEmpty)
    return gold
  }

  static func predicted() throws -> [Statement] {
    NDJSON.read(Statement.self, from: try bytes("predicted.ndjson"), named: "predicted.ndjson").values
  }

  private static func bytes(_ name: String) throws -> [UInt8] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return Array(try Data(contentsOf: URL(filePath: "/\(folder)/Cases/\(name)")))
  }
}
