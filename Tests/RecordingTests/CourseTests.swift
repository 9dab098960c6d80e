import Model
import Testing

@testable import Recording

/// A statement from `DAY STANCE SOURCE`, and then any of a person, `earlier`, `undated` (DAY is that of publication),
/// `dayless`, `in=ARTICLE`, `published=DAY` and `words=...`.
func statement(_ text: String, holder: String = "russia") -> Statement {
  let parts = text.split(separator: " ").map(String.init)
  let flags = parts.dropFirst(3)
  let day = Day(iso: parts[0])
  let words = flags.first { $0.hasPrefix("words=") }
  let article = flags.first { $0.hasPrefix("in=") }
  let published = flags.first { $0.hasPrefix("published=") }.flatMap { Day(iso: String($0.dropFirst(10))) }
  let people = ["putin", "lavrov", "dmitriev"]
  return Statement(
    holder: holder, person: flags.first(where: people.contains), issue: "ceasefire",
    stance: Stance(rawValue: parts[1]) ?? .undecided, source: Source(parts[2]), mode: .indirect,
    said: flags.contains("undated") || flags.contains("dayless") ? nil : day, earlier: flags.contains("earlier"),
    evidence: Evidence(article: "a.txt", articleID: article ?? text, quote: words ?? text, span: Span(0, 1)),
    published: flags.contains("dayless") ? nil : published ?? day)
}

@Suite struct CourseTests {
  /// What happened, one step a line: day, kind (in parentheses where it is apparent), stances.
  private func steps(_ lines: String) -> [String] {
    let ledger = Ledger(lines.split(separator: "\n").map { statement(String($0)) })
    return Balances(of: ledger, speakers: ["putin"]).changes.map { change in
      let kind = change.apparent ? "(\(change.kind.rawValue))" : change.kind.rawValue
      return "\(change.on) \(kind) \(change.from.map { "\($0.stance) -> " } ?? "")\(change.to.stance)"
    }
  }

  private func position(_ lines: String) -> Position? {
    let ledger = Ledger(lines.split(separator: "\n").map { statement(String($0)) })
    return Balances(of: ledger, speakers: ["putin"]).positions.first
  }

  @Test func ownDatedWordsMoveAPosition() {
    #expect(
      steps(
        """
        2025-10-01 opposes self putin
        2025-10-02 opposes self putin
        2025-10-03 conditional self putin
        2025-10-04 undecided self putin
        2025-10-05 supports narrator
        2025-10-06 conditional self putin
        """) == [
          "2025-10-01 new opposes", "2025-10-02 reaffirmed opposes -> opposes",
          "2025-10-03 reversed opposes -> conditional", "2025-10-04 softened conditional -> undecided",
          "2025-10-05 hardened undecided -> supports", "2025-10-06 softened supports -> conditional",
        ])
  }

  @Test(arguments: [
    "2025-10-02 supports us", "2025-10-02 supports unnamed", "2025-10-02 supports self undated",
    "2025-10-02 supports narrator undated",
  ])
  func whatOthersTellAndWhatHasNoDayMovesNothing(line: String) {
    #expect(
      steps("2025-10-01 opposes self putin\n\(line)\n2025-10-03 opposes self lavrov") == [
        "2025-10-01 new opposes", "2025-10-02 (reversed) opposes -> supports",
        "2025-10-03 reaffirmed opposes -> opposes",
      ])
  }

  @Test func aFormerStanceToldAgainMovesNothing() {
    #expect(
      steps(
        """
        2025-08-01 supports self
        2025-09-01 opposes self
        2025-10-01 supports narrator earlier undated
        """) == [
          "2025-08-01 new supports", "2025-09-01 reversed supports -> opposes",
          "2025-10-01 (reversed) opposes -> supports",
        ])
  }

  @Test func aFormerStanceThatNoDatedWordExplainsCameBeforeThem() {
    #expect(
      steps("2025-08-17 supports self\n2025-10-27 opposes narrator earlier undated") == [
        "2025-08-17 reversed opposes -> supports"
      ])
  }

  @Test func aFormerStanceWithItsDayIsAStatementOfThatDay() {
    #expect(
      steps("2025-10-16 supports self earlier\n2025-10-21 opposes self") == [
        "2025-10-16 new supports", "2025-10-21 reversed supports -> opposes",
      ])
  }

  @Test func theFirstOwnWordTakesThePlaceOfWhatOthersTold() {
    #expect(
      steps("2025-08-15 conditional unnamed\n2025-10-20 opposes self\n2025-10-21 supports self") == [
        "2025-08-15 (new) conditional", "2025-10-20 new opposes",
        "2025-10-21 reversed opposes -> supports",
      ])
  }

  @Test func aLowerVoiceDoesNotOutweighTheHeadForAWeek() {
    let steps = steps(
      """
      2025-10-23 conditional self putin
      2025-10-30 supports self dmitriev
      2025-10-31 undecided self lavrov
      """)
    #expect(
      steps == [
        "2025-10-23 new conditional", "2025-10-30 (hardened) conditional -> supports",
        "2025-10-31 softened conditional -> undecided",
      ])
  }

  @Test(arguments: [("2025-11-06 supports self", "(reversed)"), ("2025-11-07 supports self", "reversed"), ("2025-11-05 undecided self", "reversed")])
  func theHeadsNextWordTellsWhetherALowerVoiceSpokeForTheParty(next: String, kind: String) {
    let steps = steps("2025-09-01 supports self\n2025-10-30 opposes self lavrov\n\(next)")
    #expect(steps[1] == "2025-10-30 \(kind) supports -> opposes")
  }

  @Test func anActDecidesBetweenTwoWordsOfADay() {
    let words = "2025-10-01 undecided self\n2025-10-02 opposes self putin\n2025-10-02 supports self putin"
    #expect(steps(words).contains { $0.hasPrefix("2025-10-02 conflicting") })
    #expect(
      steps(words + "\n2025-10-02 opposes narrator words=act").dropFirst() == [
        "2025-10-02 hardened undecided -> opposes", "2025-10-02 (reversed) opposes -> supports",
      ])
  }

  @Test(arguments: [(6, "hardened"), (7, "(hardened)")])
  func theCodebookSaysForHowLong(days: Int, kind: String) {
    let ledger = Ledger([
      statement("2025-10-23 conditional self putin"), statement("2025-10-30 supports self dmitriev"),
    ])
    let change = Balances(of: ledger, speakers: ["putin"], rankDays: days).changes.last
    #expect(change.map { $0.apparent ? "(\($0.kind))" : "\($0.kind)" } == kind)
  }

  @Test func aPositionNamesTheVoicesThatDisagreeUntilTheyAgree() {
    let disagreeing = """
      2025-10-23 conditional self putin
      2025-10-25 supports self dmitriev
      2025-10-26 undecided self lavrov
      """
    #expect(position(disagreeing)?.dissent.map(\.person) == ["dmitriev", "lavrov"])
    #expect(position(disagreeing + "\n2025-10-27 conditional self dmitriev")?.dissent.map(\.person) == ["lavrov"])
    #expect(position(disagreeing + "\n2025-11-01 opposes self putin")?.dissent.isEmpty == true)
  }

  @Test func severalWordsOfOneArticleAreOneAppearance() {
    var (one, two, three) = (
      statement("2025-10-01 opposes self words=one"), statement("2025-10-02 opposes self words=two"),
      statement("2025-10-03 opposes self words=three")
    )
    (one.evidence.articleID, two.evidence.articleID, three.evidence.articleID) = ("a", "a", "b")
    one.published = two.published
    let position = Balances(of: Ledger([one, two, three]), speakers: []).positions.first
    #expect(position?.support == 3)
    #expect(position?.appearances == 2)
  }

  private func support(_ lines: String) -> [Int?] {
    let position = position(lines)
    return [position?.support, position?.appearances]
  }

  @Test func allStatementsOfADayCount() {
    #expect(
      support(
        """
        2025-10-01 opposes self words=one in=a
        2025-10-01 opposes self words=two in=a
        2025-10-01 opposes self words=three in=b
        """) == [3, 2])
  }

  @Test func aWireStoryThatOutletsHaveEditedIsOneAppearance() {
    let story = """
      2025-10-14 opposes self putin in=a words=Russia_will_not_stop_the_fighting,_the_president_said_on_Tuesday
      2025-10-14 opposes self putin in=a words=Putin_says_no_to_a_truce
      2025-10-14 opposes self putin in=b words=Russia_will_not_stop_fighting,_its_president_said_on_Tuesday published=2025-10-15
      2025-10-14 opposes self putin in=b words=No_truce_for_now published=2025-10-15
      2025-10-14 opposes self putin in=c words=Russia_will_not_stop_the_fighting,_Mr_Putin_said_on_Tuesday
      """
    #expect(support(story) == [3, 1])
    #expect(position(story)?.confirmed == Day(iso: "2025-10-14"))
    #expect(support(story + "\n2025-10-14 opposes self putin in=d words=Never,_he_told_our_reporter") == [4, 2])
  }

  @Test func wordsThatAreRepeatedDoNotMakeOneStoryOfTwoDays() {
    #expect(
      support(
        """
        2025-10-14 opposes self putin in=a words=Russia_turned_the_truce_down_on_Tuesday
        2025-10-15 opposes self putin in=b words=Russia_turned_the_truce_down_on_Tuesday
        2025-10-15 opposes self putin in=b words=On_Wednesday_he_ruled_it_out
        2025-10-14 opposes self putin in=b words=Russia_turned_a_truce_down_on_Tuesday published=2025-10-15
        """) == [2, 2])
  }

  @Test(arguments: ["2025-10-14 opposes self lavrov", "2025-10-15 opposes self putin"])
  func nearlyTheSameWordsOfAnotherVoiceOrDayAreAnotherStatement(who: String) {
    #expect(
      support(
        """
        2025-10-14 opposes self putin in=a words=He_said_that_Russia_would_not_stop_the_fighting
        \(who) in=b words=He_said_Russia_would_not_stop_the_fighting
        """) == [2, 2])
  }

  @Test func aConditionIsAddedOrDropped() {
    let ledger = Ledger(
      [
        "2025-10-01 supports self", "2025-10-02 conditional self", "2025-10-03 supports self",
        "2025-10-04 opposes self",
      ]
      .map { statement($0) })
    let conditions = Balances(of: ledger, speakers: []).changes.map(\.condition)
    #expect(conditions == [nil, .added, .dropped, nil])
  }

  @Test func bothSidesOnOneDayAreAConflictAndNoMove() {
    let lines = """
      2025-08-16 opposes self putin
      2025-08-18 opposes self putin
      2025-08-18 supports self putin
      """
    #expect(steps(lines) == ["2025-08-16 new opposes", "2025-08-18 conflicting opposes -> supports"])
    #expect(position(lines)?.current.stance == .opposes)
  }

  @Test func aDayBelongsToTheStanceThatMostOfItsStatementsTake() {
    #expect(
      steps(
        """
        2025-10-01 conditional self
        2025-10-22 supports self words=one
        2025-10-22 supports self words=two
        2025-10-22 conditional self words=three
        """) == [
          "2025-10-01 new conditional", "2025-10-22 hardened conditional -> supports",
          "2025-10-22 (softened) supports -> conditional",
        ])
  }

  @Test func theSameWordsAgainAreOneStatement() {
    let position = position(
      """
      2025-10-01 opposes self putin words=No,_he_said
      2025-10-05 opposes self putin words=“No”,_he_said.
      2025-10-07 opposes self undated words=never
      """)
    #expect(position?.since == Day(iso: "2025-10-01"))
    #expect(position?.confirmed == Day(iso: "2025-10-07"))
    #expect(position?.support == 2)
    #expect(position?.firm == true)
  }

  @Test func nothingIsSaidAfterItWasPublished() {
    var word = statement("2025-10-01 opposes self")
    word.said = Day(iso: "2025-11-01")
    #expect(Balances(of: Ledger([word]), speakers: []).positions.map(\.since) == [word.published])
  }

  @Test func withoutADayThereIsNoPosition() {
    #expect(position("- opposes self dayless") == nil)
    #expect(steps("- opposes self dayless").isEmpty)
  }
}
