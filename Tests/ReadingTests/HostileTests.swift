import Model
import Reading
import Testing

/// Pages that are broken or made to harm: the article is read all the same, or one problem says why not.
@Suite struct HostileTests {
  private static let paragraph =
    "The delegations met again on Monday, a spokeswoman said, and would go on talking for two days."

  private static func page(_ body: String) -> String {
    "<html lang=en><head><title>Talks resume in Vienna</title></head><body><h1>Talks resume in Vienna</h1>\(body)</body></html>"
  }

  struct Harm: Sendable, CustomTestStringConvertible {
    var name: String
    var html: String
    var testDescription: String { name }
  }

  static let harms = [
    Harm(name: "depth", html: page(String(repeating: "<div>", count: 100_000) + "<p>\(paragraph)</p>")),
    Harm(
      name: "a tag of a megabyte",
      html: page("<div class=\"\(String(repeating: "a ", count: 500_000))\"><p>\(paragraph)</p></div>")),
    Harm(
      name: "20,000 attributes",
      html: page("<div \(String(repeating: "class=\"x\" ", count: 20_000))><p>\(paragraph)</p></div>")),
    Harm(name: "a comment without end", html: page("<!-- <p>\(paragraph)</p>")),
    Harm(
      name: "many comments without end", html: page("<p>\(paragraph)</p>" + String(repeating: "<!--", count: 200_000))),
    Harm(name: "a quote without end", html: page("<div title=\"open><p>\(paragraph)</p></div>")),
    Harm(name: "drawings without end", html: page("<p>\(paragraph)</p>" + String(repeating: "<svg>", count: 100_000))),
    Harm(name: "a script that holds tags", html: page("<script>var a = '<p>no</p>';</script><p>\(paragraph)</p>")),
    Harm(name: "only opening signs", html: page(String(repeating: "<", count: 100_000) + "<p>\(paragraph)</p>")),
    Harm(
      name: "linked data without end",
      html: page(
        "<script type=\"application/ld+json\">\(String(repeating: "[{\"a\":", count: 50_000))</script><p>\(paragraph)</p>"
      )),
    Harm(name: "zeros", html: page("<p>\0\(paragraph)</p>")),
  ]

  @Test(arguments: harms) func theArticleIsRead(_ harm: Harm) {
    let article = Reader.read(Array(harm.html.utf8), named: "x.html").articles.first
    #expect(article?.blocks.contains { $0.text.hasSuffix(Self.paragraph) } == true)
    #expect(article?.blocks.contains { $0.text.contains("no") && $0.text.count < 10 } == false)
  }

  @Test func aBombOfEntitiesStaysSmall() {
    let entities = (1...20).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined()
    let feed =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e0 \"ha\">\(entities)]><rss><channel><item><title>Talks</title>"
      + "<description>&e20; \(Self.paragraph)</description></item></channel></rss>"
    let article = Reader.read(Array(feed.utf8), named: "x.xml").articles.first
    #expect((article?.text.utf8.count ?? 0) < 1000)
  }

  @Test func noiseGivesOneError() {
    var state: UInt64 = 7
    let noise = (0..<100_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(state >> 56)
    }
    let (articles, problems) = Reader.read(noise, named: "x.html")
    #expect(articles.isEmpty)
    #expect(problems.map(\.severity) == [.error])
  }

  @Test func pagesWithoutTextGiveOneError() {
    for html in [Self.page(""), "<html></html>", "<div><img src=x></div>", "   \n\t "] {
      let (articles, problems) = Reader.read(Array(html.utf8), named: "x.html")
      #expect(articles.isEmpty)
      #expect(problems.map(\.severity) == [.error])
    }
  }
}
