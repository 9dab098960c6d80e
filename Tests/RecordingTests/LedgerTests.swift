import Model
import Testing

@testable import Recording

private func balances(_ ledger: Ledger) -> Balances {
  Balances(of: ledger, speakers: ["head"])
}

/// The whole text of a ledger's folder.
private func bytes(_ ledger: Ledger) -> String {
  ledger.files(with: balances(ledger)).map { "== \($0.name)\n\($0.text)" }.joined()
}

@Suite struct LedgerTests {
  @Test(arguments: 0..<60) func orderDoesNotMatter(seed: Int) {
    var dice = Dice(seed: seed)
    let statements = Corpus(seed: seed).statements
    #expect(bytes(Ledger(statements.shuffled(using: &dice))) == bytes(Ledger(statements)))
  }

  @Test(arguments: 0..<60) func runsAndRepetitionsDoNotMatter(seed: Int) {
    var dice = Dice(seed: seed)
    let corpus = Corpus(seed: seed)
    var ledger = Ledger([])
    for reading in (corpus.readings + corpus.readings.prefix(5)).shuffled(using: &dice) {
      ledger = ledger.recording(reading.statements, of: [reading.article])
    }
    #expect(bytes(ledger) == bytes(Ledger(corpus.statements)))
  }

  @Test(arguments: 0..<60) func twoHalvesMergeToTheWhole(seed: Int) {
    var dice = Dice(seed: seed)
    let readings = Corpus(seed: seed).readings.shuffled(using: &dice)
    let cut = Int.random(in: 0...readings.count, using: &dice)
    let (one, other) = (
      Ledger(readings[..<cut].flatMap(\.statements)), Ledger(readings[cut...].flatMap(\.statements))
    )
    #expect(bytes(one.merging(other)) == bytes(Ledger(readings.flatMap(\.statements))))
    #expect(one.merging(other) == other.merging(one))
    #expect(one.merging(one) == one)
  }

  @Test(arguments: 0..<60) func readsWhatItPrinted(seed: Int) {
    let ledger = Ledger(Corpus(seed: seed).statements)
    let files = ledger.files(with: balances(ledger)).filter { $0.name.hasSuffix(".ndjson") }
    let (read, problems) = Ledger.read(files.map { ($0.name, Array($0.text.utf8)) })
    #expect(problems.isEmpty)
    #expect(read == ledger)
  }

  @Test(arguments: 0..<60) func aNewArticleTouchesOnlyWhatItSpeaksOf(seed: Int) {
    let readings = Corpus(seed: seed).readings
    let last = readings[readings.count - 1]
    let before = Ledger(readings.dropLast().flatMap(\.statements))
    let after = before.recording(last.statements, of: [last.article])
    let topics = Set(last.statements.map { "\($0.holder)/\($0.issue)" })
    let moved = sections(before).filter { sections(after)[$0.key] != $0.value }
    #expect(topics.isSuperset(of: moved.keys))
    let lines = Set(before.statements).symmetricDifference(after.statements)
    #expect(lines.allSatisfy { $0.evidence.articleID == last.article.id })
  }

  /// `positions`, by party and issue.
  private func sections(_ ledger: Ledger) -> [String: [Substring]] {
    var sections: [String: [Substring]] = [:]
    var (party, issue): (Substring, Substring) = ("", "")
    for line in balances(ledger).text.split(separator: "\n") {
      if line.hasPrefix("    ") {
        sections["\(party)/\(issue)", default: []].append(line)
      } else if line.hasPrefix("  ") {
        issue = line.dropFirst(2)
      } else {
        party = line
      }
    }
    return sections
  }

  @Test func namesFilesThatStayInTheFolder() {
    let names = ["russia", "..", "a/b", "A", "von-x", "é", ""].map { holder in
      let statement = statement("2025-10-01 supports self", holder: holder)
      let ledger = Ledger([statement])
      return ledger.files(with: balances(ledger)).map(\.name).first { $0.hasSuffix(".ndjson") } ?? ""
    }
    #expect(
      names == [
        "russia.ndjson", "_2e_2e.ndjson", "a_2fb.ndjson", "_41.ndjson", "von-x.ndjson", "_c3_a9.ndjson", "_.ndjson",
      ])
  }

  @Test func aTextInTwoFilesCountsAsItFirstAppeared() {
    var later = statement("2025-10-01 supports self")
    later.evidence.articleID = "00000000000000aa"
    var first = later
    later.published = Day(iso: "2025-10-03")
    first.published = Day(iso: "2025-10-02")
    (first.evidence.article, later.evidence.article) = ("z.txt", "a.txt")
    #expect(Ledger([later, first]).statements.map(\.evidence.article) == ["z.txt"])
    later.published = first.published
    #expect(Ledger([later, first]).statements.map(\.evidence.article) == ["a.txt"])
  }

  @Test func readingAgainReplacesWhatAnArticleSaid() {
    let article = Article(file: "in/a.txt", blocks: [Block(.paragraph, "x")])
    var old = statement("2025-10-01 supports self")
    (old.evidence.article, old.evidence.articleID) = ("a.txt", article.id)
    old.published = nil
    var new = old
    new.stance = .opposes
    #expect(Ledger([old]).recording([new], of: [article]) == Ledger([new]))
    #expect(Ledger([old]).recording([], of: [article]) == Ledger([]))
  }
}
