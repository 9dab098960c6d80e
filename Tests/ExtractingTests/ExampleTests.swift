public import Model
public import Testing

@testable import Extracting

extension Codebook.Example: CustomTestStringConvertible {
  public var testDescription: String { "\(language): \(text)" }
}

/// Every entry of every pack, and every issue of every built-in codebook, carries examples; each must hold.
@Suite struct ExampleTests {
  static let packs = try! Languages.packs()
  static let builtIn = try! Codebooks.builtIn()!
  private static let playKnowledge = try! Knowledge(codebook: play)

  static let packExamples = packs.values.flatMap { pack in
    (pack.says.flatMap(\.examples) + pack.predicates.flatMap(\.examples)).map { Codebook.Example($0, language: pack.language)! }
  }.sorted { $0.testDescription < $1.testDescription }

  @Test(arguments: packExamples)
  func packEntryHolds(example: Codebook.Example) {
    #expect(Extractor(ExampleTests.playKnowledge).rehearse(example).found == Set(example.expected))
  }

  /// Those that come with the program, the one to start from among them.
  @Test(arguments: try! Codebooks.names().map { $0 + ".yaml" } + ["new.yaml"])
  func codebookHolds(file: String) throws {
    let text = try #require(try Languages.texts(in: "Codebooks").first { $0.name == file }?.text)
    let (codebook, problems) = try CodebookFile.read(text, named: file)
    #expect(problems.isEmpty)
    let rehearsal = try Rehearsal(of: try #require(codebook))
    #expect(rehearsal.held > 0)
    for failure in rehearsal.failures { Issue.record("\(file): \(failure)") }
  }

  @Test func everyEntryHasAnExample() {
    for pack in ExampleTests.packs.values {
      #expect(pack.says.allSatisfy { !$0.examples.isEmpty })
      #expect(pack.predicates.allSatisfy { !$0.examples.isEmpty })
    }
  }

  /// Two invented parties and one issue, of which the packs' examples speak.
  static let play = try! CodebookFile.read(
    """
    name: play
    parties:
      ruritania: {names: {"*": [Ruritania, Ruritanien], fr: [Ruritanie]}, adjectives: {en: [Ruritanian], de: ["ruritanisch*"], fr: ["ruritanien*"]}}
      freedonia: {names: {"*": [Freedonia, Freedonien], fr: [Fredonie]}, adjectives: {en: [Freedonian], de: ["freedonisch*"]}}
    persons:
      zenda: {party: ruritania, head: true, gender: m, roles: [president], names: {"*": [Zenda]}}
      rassendyll: {party: ruritania, gender: m, roles: [foreign-minister], names: {"*": [Rassendyll]}}
      flavia: {party: ruritania, gender: f, roles: [spokesperson], names: {"*": [Flavia]}}
    issues:
      deal:
        proposition: The deal should be signed.
        phrases:
          en: {thing: ["deal|accord"], says-for: ["sign* (the|a)? (deal|accord)"]}
          de: {thing: ["Abkommen+s"], says-for: ["Abkommen (unterzeichnen|unterschreiben)", "(unterzeichnet|unterschreibt) (das|ein)? Abkommen"]}
          fr: {thing: [accord], says-for: ["sign* (l')? accord"]}
    """, named: "play.yaml"
  ).codebook!
}
