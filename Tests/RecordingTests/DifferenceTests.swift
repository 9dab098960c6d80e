import Model
import Testing

@testable import Recording

private func books(_ lines: String, corrections yaml: String = "") -> Books {
  let ledger = Ledger(lines.split(separator: "\n").map { statement(String($0)) })
  let codebook = Codebook(name: "c", parties: [], persons: [], issues: [])
  return Books(of: ledger, corrections: CorrectionFile.read(yaml, named: "c.yaml").corrections, codebook: codebook)
}

@Suite struct DifferenceTests {
  private let older = "2025-10-01 opposes self\n2025-10-10 opposes unnamed"

  private func move(_ lines: String, corrections: String = "") -> Difference.Move? {
    Difference(from: books(older), to: books(older + "\n" + lines, corrections: corrections)).moves.first
  }

  @Test func aWordOfALaterDayIsAMoveInTheWorld() {
    let move = move("2025-10-12 supports self")
    #expect(move?.inWorld == true)
    #expect(move?.steps.map(\.kind) == [.reversed])
    #expect([move?.before, move?.after].map(\.?.current.stance) == [.opposes, .supports])
  }

  @Test(arguments: [("2025-10-11", true), ("2025-10-10", false)])
  func aWordOfTheLastDayIsOneWhereThePapersOfThatDayCouldNotHaveIt(published: String, inWorld: Bool) {
    var word = statement("2025-10-10 supports self")
    word.published = Day(iso: published)
    let before = books(older)
    let after = Books(
      of: before.ledger.merging(Ledger([word])), codebook: Codebook(name: "c", parties: [], persons: [], issues: []))
    #expect(Difference(from: before, to: after).moves.map(\.inWorld) == [inWorld])
  }

  @Test func aLateReportMovesOnlyWhatIsKnown() {
    let move = move("2025-10-05 supports self")
    #expect(move?.inWorld == false)
    #expect(move?.why == "moved on 2025-10-05, which was not read before")
  }

  @Test func aCorrectionMovesOnlyWhatIsKnown() {
    let move = move(
      "", corrections: "- {quote: 2025-10-01, change: {stance: supports}, by: Anna, on: 2025-11-30, why: a slip}")
    #expect(move?.inWorld == false)
    #expect(move?.why == "corrected by Anna, 2025-11-30: a slip; found: stance opposes")
  }

  @Test func theFirstWordOfAPartyIsNoMoveInTheWorld() {
    let difference = Difference(from: books(""), to: books("2025-10-01 opposes self"))
    #expect(difference.moves.map(\.inWorld) == [false])
    #expect(difference.moves.first?.before == nil)
  }

  @Test func whatIsGoneTakesItsPositionAlong() {
    let difference = Difference(from: books(older), to: books(""))
    #expect(difference.moves.map(\.why) == ["nothing that is known tells it any more"])
    #expect(difference.gone.count == 2)
  }

  @Test func aStatementThatIsCodedOtherwiseIsOneStatement() {
    var coded = statement("2025-10-01 opposes self words=No,_he_said")
    let before = Ledger([coded])
    coded.stance = .conditional
    // The page was cleaned otherwise, so the place has moved.
    (coded.evidence.articleID, coded.evidence.span) = ("00", Span(7, 9))
    let codebook = Codebook(name: "c", parties: [], persons: [], issues: [])
    let difference = Difference(
      from: Books(of: before, codebook: codebook), to: Books(of: Ledger([coded]), codebook: codebook))
    #expect(difference.added.isEmpty && difference.gone.isEmpty)
    #expect(difference.revised.map(\.fields) == [[.init(name: "stance", before: "opposes", after: "conditional")]])
  }

  @Test(arguments: 0..<30) func thereAndBackAreMirrors(seed: Int) {
    let corpus = Corpus(seed: seed)
    let codebook = Codebook(name: "c", parties: [], persons: [], issues: [])
    let half = Books(of: Ledger(corpus.readings.prefix(6).flatMap(\.statements)), codebook: codebook)
    let whole = Books(of: Ledger(corpus.statements), codebook: codebook)
    let (there, back) = (Difference(from: half, to: whole), Difference(from: whole, to: half))
    #expect(Set(there.added) == Set(back.gone))
    #expect(Set(there.gone) == Set(back.added))
    #expect(there.moves.map(\.holder) == back.moves.map(\.holder))
    #expect(Difference(from: whole, to: whole).moves.isEmpty)
  }

  @Test func asOfADayOnlyWhatWasPublishedByThenCounts() {
    let ledger = Ledger([
      statement("2025-10-01 opposes self"), statement("2025-10-02 supports self"), statement("- opposes self dayless"),
    ])
    let books = Books(
      of: ledger, codebook: Codebook(name: "c", parties: [], persons: [], issues: []), asOf: Day(iso: "2025-10-01"))
    #expect(books.ledger.statements.map(\.stance) == [.opposes])
    #expect(books.today == Day(iso: "2025-10-01"))
  }
}
