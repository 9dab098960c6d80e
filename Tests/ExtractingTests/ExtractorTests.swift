import Model
import Testing

@testable import Extracting

@Suite struct ExtractorTests {
  private func extract(_ blocks: [Block], language: String? = "en") throws -> Extraction {
    Extractor(try Knowledge(codebook: ExampleTests.play)).extract(
      Article(file: "x", language: language, blocks: blocks))
  }

  @Test func theEndOfAnEndlessItemIsNotLookedAt() throws {
    let sentence = Block(.paragraph, "Ruritania rejected the deal.")
    let filler = Block(.paragraph, String(repeating: "it rained ", count: 2000))
    let extraction = try extract([sentence] + Array(repeating: filler, count: 16) + [sentence])
    #expect(extraction.isCut)
    #expect(extraction.statements.count == 1)
    #expect(try !extract([sentence]).isCut)
  }

  @Test func whoSaysWhatIsToldOfArticlesOnOtherMatters() throws {
    var codebook = ExampleTests.play
    codebook.concerns = ["freedonia"]
    let article = Article(file: "x", language: "en", blocks: [Block(.paragraph, "Zenda said that Ruritania rejected the deal.")])
    let extraction = Extractor(try Knowledge(codebook: codebook)).extract(article)
    #expect(extraction.statements.isEmpty)
    #expect(extraction.attributions.map { $0.source?.text } == ["Zenda"])
  }

  @Test func aLanguageWithoutAPackIsLeftWithoutGuesses() throws {
    #expect(try extract([Block(.paragraph, "Ruritania rejected the deal.")], language: "pl").statements.isEmpty)
    #expect(try extract([Block(.paragraph, "Ruritania rejected the deal.")], language: nil).statements.isEmpty)
  }

  @Test(arguments: [("Press release", true), ("The talks", false)])
  func aReleaseSpeaksForThoseWhoIssueItOnItsDay(title: String, isRelease: Bool) throws {
    let day = try #require(Day(iso: "2025-10-21"))
    let article = Article(
      file: "x", published: Published(day: day), language: "en",
      blocks: [Block(.headline, title), Block(.paragraph, "Ruritania rejects the deal.")])
    let statements = Extractor(try Knowledge(codebook: ExampleTests.play)).extract(article).statements
    #expect(statements.map { $0.said } == [isRelease ? day : nil])
    #expect(statements.map { $0.source } == [isRelease ? .holder : .narrator])
  }

  @Test func theEvidenceIsFoundAtItsSpan() throws {
    let article = Article(
      file: "x", language: "en",
      blocks: [Block(.headline, "Zürich – “talks”"), Block(.paragraph, "It rained. Ruritania rejected the deal. Nobody came.")])
    let statement = Extractor(try Knowledge(codebook: ExampleTests.play)).extract(article).statements.first
    let evidence = try #require(statement?.evidence)
    let bytes = Array(article.text.utf8)
    #expect(String(decoding: bytes[evidence.span.start..<evidence.span.end], as: UTF8.self) == evidence.quote)
    #expect(evidence.quote == "Ruritania rejected the deal.")
    #expect(evidence.prefix.hasSuffix("It rained. "))
    #expect(evidence.suffix.hasPrefix(" Nobody came."))
  }

  @Test func aSpokeswomanIsAskedForWhomSheSpeaks() throws {
    let turns = [
      "Q Has he seen the Freedonian ministry's note?", "MS. FLAVIA: He has.", "Q Would he wait?", "MS. FLAVIA: He demands a deal. What the President has said is that he wants it now.",
      "Q And the weather?", "MS. FLAVIA: It is fine.",
    ]
    let statements = try extract(turns.map { Block(.paragraph, $0) }).statements
    #expect(!statements.isEmpty)
    #expect(statements.allSatisfy { $0.holder == "ruritania" && $0.person == "zenda" && $0.stance == .supports })
  }

  @Test(arguments: [
    ["Ruritania's secretary of state in the defence ministry, Ann Doe, on the talks", "Mrs Doe, is it late?", "It is.", "And the deal?", "We reject the deal.", "And snow?", "None."],
    ["Ruritania's foreign minister, Ann Doe, on the talks", "Minister, you have a map.", "I do.", "Is it big?", "It is.", "And the deal?", "We reject the deal.", "And snow?", "None."],
    [
      "Briefing, Ruritania", "Present: government spokeswoman Bea Roe, Ann Doe (Foreign Ministry)", "REED: And the deal?", "DOE: We reject the deal.", "REED: And snow?",
      "ROE: None.", "REED: And rain?", "ROE: Some.",
    ],
  ])
  func whoAnswersIsIntroducedByAnOffice(lines: [String]) throws {
    let statements = try extract(lines.map { Block(.paragraph, $0) }).statements
    #expect(statements.map(\.holder) == ["ruritania"])
    #expect(statements.map(\.person) == ["doe"])
    #expect(statements.map(\.stance) == [.opposes])
  }

  @Test(arguments: [
    ("Zenda said: \"We reject the deal.\"", Statement.Kind.quoted),
    ("Zenda said Ruritania would reject the deal.", .reported),
    ("Ruritania rejected the deal.", .summarised),
    ("Ruritania will sign the deal.", .outright),
    ("Zenda spoke on Monday. He rejected the deal.", .inferred),
    ("Freedonia said Ruritania had rejected the deal.", .ascribed),
    ("Ruritania will reject the deal, officials said.", .unnamed),
  ])
  func theKindOfEvidence(text: String, kind: Statement.Kind) throws {
    #expect(try extract([Block(.paragraph, text)]).statements.map(\.kind) == [kind])
  }

  @Test func aHeadlineIsAKindOfItsOwn() throws {
    #expect(try extract([Block(.headline, "Ruritania rejects the deal")]).statements.map(\.kind) == [.headline])
  }
}
