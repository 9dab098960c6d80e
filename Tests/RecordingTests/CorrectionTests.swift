import Model
import Testing

@testable import Recording

@Suite struct CorrectionTests {
  private let ledger = Ledger([
    statement("2025-10-01 opposes self putin words=We_will_not_agree,_he_said."),
    statement("2025-10-05 supports self putin words=“That_is_an_attempt_at_escalation,”_he_said."),
    statement("2025-10-07 opposes unnamed words=They_will_not_agree."),
  ])

  /// The ledger's stances by day after the corrections, and the problems.
  private func apply(_ yaml: String) -> (lines: [String], problems: [String]) {
    let (corrections, problems) = CorrectionFile.read(yaml, named: "c.yaml")
    let (corrected, lost) = ledger.corrected(by: corrections)
    let lines = corrected.statements.map { statement in
      "\(statement.day?.description ?? "-") \(statement.stance)" + statement.trace.map { " [\($0)]" }.joined()
    }
    return (lines, (problems + lost).map(\.description))
  }

  @Test func aWordIsFoundByItsQuotation() {
    let (lines, problems) = apply(
      """
      - quote: "an attempt at ESCALATION"
        change: {stance: opposes, person: lavrov, earlier: true}
        by: Anna
        on: 2025-11-30
        why: a warning
      - quote: will not agree
        article: a.txt
        holder: russia
        reject: true
        by: Anna
        on: 2025-11-30
        why: of another matter
      """)
    #expect(
      lines == ["2025-10-05 opposes [Anna, 2025-11-30: a warning; found: person putin, stance supports, earlier false]"]
    )
    #expect(problems.isEmpty)
  }

  @Test func whatWasNotFoundIsAdded() {
    let (lines, problems) = apply(
      """
      - quote: He would not hear of it.
        article: a.txt
        add: {holder: russia, issue: ceasefire, stance: opposes, said: 2025-09-30, mode: indirect}
        by: Anna
        on: 2025-11-30
        why: overlooked
      """)
    #expect(lines.contains("2025-09-30 opposes [Anna, 2025-11-30: overlooked; found: nothing]"))
    #expect(lines.count == 4)
    #expect(problems.isEmpty)
  }

  @Test func whatFindsNoPlaceIsTold() {
    let (lines, problems) = apply(
      """
      - quote: They will never agree
        reject: true
        by: Anna
        on: 2025-11-30
        why: no
      """)
    #expect(lines.count == 3)
    #expect(
      problems == [
        "warning: c.yaml:1: no statement has the words “They will never agree”; "
          + "the nearest is “words=They_will_not_agree.”"
      ])
  }

  @Test(arguments: [
    ("reject: true", "error: c.yaml:1: corrections are a list; begin each with `- `"),
    ("- {reject: true, by: A, on: 2025-11-30, why: x}", "c.yaml:1: a correction needs the words that it is about"),
    ("- {quote: a, reject: true}", "c.yaml:1: a correction is signed"),
    ("- {quote: a, by: A, on: 2025-11-30, why: x}", "c.yaml:1: a correction decides one thing"),
    ("- {quote: a, by: A, on: 2025-11-30, why: x, chnage: {}}", "no field `chnage` here; did you mean `change`?"),
    ("- {quote: a, by: A, on: 2025-11-30, why: x, change: {stance: likes}}", "c.yaml:1: `likes` is no `stance`"),
    ("- {quote: a, by: A, on: 2025-11-30, why: x, add: {stance: opposes}}", "c.yaml:1: this is not all of a statement"),
    ("- [", "error: c.yaml: this is not YAML"),
  ])
  func whatIsWrongInFormIsTold(yaml: String, problem: String) {
    let problems = CorrectionFile.read(yaml, named: "c.yaml").problems
    #expect(problems.contains { $0.description.contains(problem) }, "\(problems)")
  }

  @Test func aStanceNarrowsACorrectionToWhatWasFoundSo() {
    let (lines, problems) = apply(
      """
      - {quote: agree, stance: supports, reject: true, by: Anna, on: 2025-11-30, why: x}
      - {quote: escalation, stance: supports, reject: true, by: Anna, on: 2025-11-30, why: x}
      """)
    #expect(lines == ["2025-10-01 opposes", "2025-10-07 opposes"])
    #expect(problems.count == 1)
  }

  @Test func aNewNameIsForAllAndMayLeadToAnother() {
    let (corrections, _) = CorrectionFile.read(
      """
      - {rename: {issue: ceasefire, to: truce}, by: Anna, on: 2025-11-30, why: x}
      - {rename: {issue: truce, to: armistice}, by: Anna, on: 2025-11-30, why: x}
      - {rename: {actor: russia, to: moscow}, by: Anna, on: 2025-11-30, why: x}
      - {rename: {actor: moscow, to: russia}, by: Anna, on: 2025-11-30, why: a circle}
      - {rename: {actor: rusia, to: ru}, by: Anna, on: 2025-11-30, why: x}
      """, named: "c.yaml")
    let (corrected, problems) = ledger.corrected(by: corrections)
    #expect(Set(corrected.statements.map(\.issue)) == ["armistice"])
    #expect(Set(corrected.statements.map(\.holder)) == ["russia"])
    #expect(
      problems.map(\.description) == [
        "warning: c.yaml:5: no statement has the actor `rusia`; did you mean `russia`?"
      ])
  }

  @Test func whatIsWrittenDownIsAboutItsStatement() throws {
    for statement in ledger.statements {
      let text = Correction.text(
        about: statement, in: ledger, change: [("stance", "undecided"), ("person", nil)], by: "A \"b\"",
        on: try #require(Day(iso: "2025-11-30")), why: "no: this #1")
      let (corrections, problems) = CorrectionFile.read(text, named: "c.yaml")
      #expect(problems.isEmpty)
      #expect(corrections.map(\.decision) == [.change([.person(nil), .stance(.undecided)])])
      #expect(ledger.statements.filter { corrections[0].concerns($0) } == [statement])
      #expect(corrections[0].why == "no: this #1")
    }
  }

  @Test func anEmptyFileCorrectsNothing() {
    #expect(apply("").lines.count == 3)
    #expect(apply("# nothing yet\n").problems.isEmpty)
  }

  @Test func aDayOfPublicationIsForTheWholeArticle() {
    let (corrections, _) = CorrectionFile.read(
      "- {article: a.txt, change: {published: 2025-10-09}, by: Anna, on: 2025-11-30, why: x}", named: "c.yaml")
    #expect(corrections.days == ["a.txt": Day(iso: "2025-10-09")])
    #expect(ledger.corrected(by: corrections).ledger.statements.allSatisfy { $0.published == Day(iso: "2025-10-09") })
  }

  @Test(arguments: 0..<30) func runsDoNotMatterToCorrections(seed: Int) {
    var dice = Dice(seed: seed)
    let corpus = Corpus(seed: seed)
    let (corrections, _) = CorrectionFile.read(
      """
      - {quote: we will not, change: {stance: supports}, by: Anna, on: 2025-11-30, why: x}
      - {quote: "да, если", holder: us, reject: true, by: Anna, on: 2025-11-30, why: x}
      """, named: "c.yaml")
    var ledger = Ledger([])
    for reading in corpus.readings.shuffled(using: &dice) {
      ledger = ledger.recording(reading.statements, of: [reading.article])
    }
    let whole = Ledger(corpus.statements)
    #expect(ledger.corrected(by: corrections).ledger == whole.corrected(by: corrections).ledger)
  }
}
