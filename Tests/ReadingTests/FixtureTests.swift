import FoundationEssentials
import Model
import Reading
import Testing

/// The development sets of `fixtures`, with what their pages are known to say.
struct FixtureSet: Sendable, CustomTestStringConvertible {
  var name: String
  var testDescription: String { name }

  static let all = [FixtureSet(name: "dev-en"), FixtureSet(name: "dev-de")]

  var folder: String {
    #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/fixtures/\(name)"
  }

  func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(path)")))
  }

  func lines<Line: Decodable>(_ path: String, as type: Line.Type) throws -> [Line] {
    try bytes(path).split(separator: 0x0A).map { try JSONDecoder().decode(type, from: Data($0)) }
  }

  func article(_ name: String) throws -> Article? {
    Reader.read(try bytes("articles/\(name)"), named: name, near: Day(iso: "2025-10-15")).articles.first
  }
}

@Suite struct FixtureTests {
  struct Page: Decodable {
    var article: String
    var with: [String]
    var without: [String]
  }

  struct Meta: Decodable {
    var article: String
    var title: String?
    var published: String
    var language: String
  }

  @Test(arguments: FixtureSet.all) func pagesKeepTheirTextAndNothingElse(_ set: FixtureSet) throws {
    for page in try set.lines("page.ndjson", as: Page.self) {
      let article = try #require(try set.article(page.article))
      let text = article.blocks.filter(\.kind.isBody).map(\.text).joined(separator: " ")
      for part in page.with { #expect(text.contains(folded(part)), "\(page.article) lacks it") }
      for part in page.without { #expect(!text.contains(folded(part)), "\(page.article) has it") }
    }
  }

  @Test(arguments: FixtureSet.all) func everyArticleTellsItsLanguageAndItsDay(_ set: FixtureSet) throws {
    for meta in try set.lines("meta.ndjson", as: Meta.self) {
      let article = try #require(try set.article(meta.article))
      #expect(article.language == meta.language, "\(meta.article)")
      if meta.title != nil { #expect(article.published?.day.description == meta.published, "\(meta.article)") }
    }
  }

  private func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
