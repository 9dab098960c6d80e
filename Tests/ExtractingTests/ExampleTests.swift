import Model
import Foundation
import Testing

@testable import Extracting

/// A sentence and the statements that must be found in it: `Kyiv rejects the deal. > ukraine opposes`.
struct Example: CustomTestStringConvertible, Sendable {
  var language: String
  var text: String
  var expected: Set<String>
  var testDescription: String { "\(language): \(text)" }

  /// Statements are separated by semicolons: holder, stance, and `earlier` for a former one.
  init(_ line: String, language: String) {
    let parts = line.components(separatedBy: " > ")
    self.language = language
    text = parts[0]
    expected = Set((parts.count > 1 ? parts[1] : "nothing").components(separatedBy: "; ").filter { $0 != "nothing" })
  }

  func found(by extractor: Extractor) -> Set<String> {
    let article = Article(
      file: "example", published: Published(day: Day(iso: "2025-10-22")!), language: language,
      blocks: [Block(.paragraph, text)])
    return Set(extractor.extract(article).statements.map {
      "\($0.holder) \($0.stance.rawValue)\($0.earlier ? " earlier" : "")"
    })
  }
}

/// Every entry of every pack, and every issue of the built-in codebook, carries examples; each must hold.
@Suite struct ExampleTests {
  static let packs = try! Languages.packs()
  static let builtIn = try! Codebooks.builtIn()
  private static let builtInKnowledge = try! anyArticle(builtIn)
  private static let playKnowledge = try! Knowledge(codebook: play)

  static let packExamples = packs.values.flatMap { pack in
    (pack.says.flatMap(\.examples) + pack.predicates.flatMap(\.examples)).map { Example($0, language: pack.language) }
  }.sorted { $0.testDescription < $1.testDescription }

  /// The codebook's knowledge, whatever an article concerns.
  static func anyArticle(_ codebook: Codebook) throws -> Knowledge {
    var codebook = codebook
    codebook.concerns = []
    return try Knowledge(codebook: codebook)
  }

  static let codebookExamples = builtIn.issues.flatMap { issue in
    issue.examples.flatMap { language, lines in lines.map { (issue.id, Example($0, language: language)) } }
  }.filter { packs.keys.contains($0.1.language) }.map(\.1).sorted { $0.testDescription < $1.testDescription }

  @Test(arguments: packExamples)
  func packEntryHolds(example: Example) {
    #expect(example.found(by: Extractor(ExampleTests.playKnowledge)) == example.expected)
  }

  @Test(arguments: codebookExamples)
  func codebookPhraseHolds(example: Example) {
    #expect(example.found(by: Extractor(ExampleTests.builtInKnowledge)) == example.expected)
  }

  @Test func everyEntryHasAnExample() {
    for pack in ExampleTests.packs.values {
      #expect(pack.says.allSatisfy { !$0.examples.isEmpty })
      #expect(pack.predicates.allSatisfy { !$0.examples.isEmpty })
    }
  }

  /// Two invented parties and one issue, of which the packs' examples speak.
  static let play = CodebookFile.read(
    """
    name: play
    parties:
      ruritania: {names: {"*": [Ruritania, Ruritanien], fr: [Ruritanie]}, adjectives: {en: [Ruritanian], de: ["ruritanisch*"], fr: ["ruritanien*"]}}
      freedonia: {names: {"*": [Freedonia, Freedonien], fr: [Fredonie]}, adjectives: {en: [Freedonian], de: ["freedonisch*"]}}
    persons:
      zenda: {party: ruritania, head: true, gender: m, roles: [president], names: {"*": [Zenda]}}
      rassendyll: {party: ruritania, gender: m, roles: [foreign-minister], names: {"*": [Rassendyll]}}
    issues:
      deal:
        phrases:
          en: {thing: ["deal|accord"], says-for: ["sign* (the|a)? (deal|accord)"]}
          de: {thing: ["Abkommen+s"], says-for: ["Abkommen (unterzeichnen|unterschreiben)", "(unterzeichnet|unterschreibt) (das|ein)? Abkommen"]}
          fr: {thing: [accord], says-for: ["sign* (l')? accord"]}
    """, named: "play.yaml"
  ).codebook!
}
