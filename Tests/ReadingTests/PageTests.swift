import Foundation
import Model
import Reading
import Testing

@Suite struct PageTests {
  /// Each a page, and beside it its title, authors, day, blocks and problems as they must be.
  @Test(arguments: try pages()) func everyBlockOfASmallPage(_ page: URL) throws {
    let name = page.lastPathComponent
    let (articles, problems) = Reader.read([UInt8](try Data(contentsOf: page)), named: name)
    let article = try #require(articles.first)
    let lines =
      [
        "title: \(article.title ?? "none")",
        "authors: \(article.authors.isEmpty ? "none" : article.authors.joined(separator: ", "))",
        "published: \(article.published?.iso ?? "never")",
      ] + article.blocks.map { "\($0.kind)\($0.day.map { " \($0)" } ?? ""): \($0.text)" }
      + problems.map { "problem: \($0.message)" }
    let expected = try String(contentsOf: page.deletingPathExtension().appendingPathExtension("txt"), encoding: .utf8)
    #expect(lines == expected.split(separator: "\n").map(String.init))
  }

  private static func pages() throws -> [URL] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pages")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "html" }.sorted { $0.path < $1.path }
  }

  private func article(_ html: String) -> Article? {
    Reader.read(Array(html.utf8), named: "x.html").articles.first
  }

  private static let first =
    "The delegations met again on Monday, a spokeswoman said, and would go on talking for two days."
  private static let second =
    "Nobody in the palace expects a deal before the summer, and the neighbours do not expect one at all."

  @Test func entriesUnderABareTimeOfDayAreOfThePagesDay() {
    let entries = ["20:31 Uhr", "18.05 Uhr", "9:40 Uhr"].map { clock in
      "<div class=\"entry\"><span class=\"t\">\(clock)</span><h3>Entry</h3><p>\(clock) \(Self.second)</p></div>"
    }
    let article = article(
      """
      <html lang="en"><head><meta property="article:published_time" content="2031-03-03T04:50:00Z"></head><body><article>
      <h1>Talks resume in Vienna</h1><p>\(Self.first)</p>\(entries.joined())</article></body></html>
      """)
    let days = article?.blocks.filter { $0.text.hasSuffix(Self.second) }.map(\.day)
    #expect(days == Array(repeating: Day(iso: "2031-03-03"), count: 3))
  }

  @Test func blocksOfAPageAreToldApart() {
    let article = article(
      """
      <html lang="en"><head><title>Talks resume in Vienna | The Herald</title></head><body>
      <div class="cookie-banner"><p>We and our partners store information on your device, and we ask you to agree to that.</p></div>
      <nav><a href="/">Home</a></nav><main><article><p class="kicker">Diplomacy</p><h1>Talks resume in Vienna</h1>
      <p class="standfirst">The ministers are back at the table after a break of two weeks.</p>
      <p class="byline">By Ann Doe, 3 March 2031</p><p>\(Self.first)</p>
      <figure><img src="a.jpg"><figcaption>The palace in Vienna</figcaption></figure><h2>No deal yet</h2><p>\(Self.second)</p>
      <blockquote class="pullquote">Nobody in the palace expects a deal</blockquote><ul><li>One point is open.</li></ul>
      <aside class="related"><h3>Related</h3><p>Another article that has a rather long teaser text beside its picture.</p></aside>
      </article></main><section id="comments"><p>Reader: this is a long comment that says nothing about anything at all.</p></section>
      </body></html>
      """)
    #expect(article?.title == "Talks resume in Vienna")
    #expect(article?.authors == ["Ann Doe"])
    #expect(article?.published?.iso == "2031-03-03")
    #expect(
      article?.blocks == [
        Block(.headline, "Talks resume in Vienna"),
        Block(.standfirst, "The ministers are back at the table after a break of two weeks."),
        Block(.byline, "By Ann Doe, 3 March 2031"), Block(.paragraph, Self.first),
        Block(.caption, "The palace in Vienna"),
        Block(.subheading, "No deal yet"), Block(.paragraph, Self.second), Block(.list, "One point is open."),
      ])
  }

  @Test func theOutletBehindAHeadlineIsNoPartOfTheTitle() {
    let article = article(
      """
      <html lang=en><head><title>Talks (V) - The Society of Friends of the Talks</title>
      <meta property="og:site_name" content="The Society of Friends of the Talks"><script type="application/ld+json">
      {"@type": "Article", "headline": "Talks (V) - The Society of Friends of the Talks"}</script></head>
      <body><h1>Talks (V)</h1><p>\(Self.first)</p></body></html>
      """)
    #expect(article?.title == "Talks (V)")
  }

  @Test func theHeadingsOfAMenuDoNotHideTheTitle() {
    let menu = (1...40).map { "<li><h3>Section \($0)</h3></li>" }.joined()
    let article = article(
      """
      <html lang=en><head><title>Herald: Talks resume in Vienna: live</title></head>
      <body><ul>\(menu)</ul><h1>Talks resume in Vienna</h1><p>\(Self.first)</p></body></html>
      """)
    #expect(article?.title == "Talks resume in Vienna")
  }

  @Test func aPageThatLeavesOutTheTagsOfHeadAndBodyIsRead() {
    let article = article("<title>Talks (V)</title><article><p>\(Self.first)</p><p>\(Self.second)</p></article>")
    #expect(article?.blocks.suffix(2).map(\.text) == [Self.first, Self.second])
  }

  @Test func theDayOfATeaserIsNotThatOfTheArticle() {
    let teaser =
      "<a href=\"/b\"><h3>Ministers go home after a week of talks</h3><time datetime=\"2031-05-05T10:00:00Z\">5 h</time></a>"
    let page = "<html lang=en><body>\(teaser)<h1>Talks resume in Vienna</h1><p>\(Self.first)</p></body></html>"
    #expect(article(page)?.published == nil)
    let own = "<a href=\"/a\"><time datetime=\"2031-03-03\">3 March</time> <time datetime=\"2031-03-04\">4 March</time></a>"
    #expect(article(page.replacing(teaser, with: own))?.published?.iso == "2031-03-03")
  }

  @Test func linesOfTeasersAreNoStandfirst() {
    let teasers = (1...9).map { "<a href=\"/\($0)\"><p class=\"teaser-text\">\($0) other ministers go home after a week of talks</p></a>" }
    let article = article(
      "<html lang=en><body><h1>Talks resume in Vienna</h1>\(teasers.joined())<p>\(Self.first)</p><p>\(Self.second)</p></body></html>")
    #expect(article?.blocks.map(\.text) == ["Talks resume in Vienna", Self.first, Self.second])
  }

  @Test func anArticleThatOnlyTheDataCarryIsRead() {
    let body = Array(repeating: "\(Self.first) \(Self.second)", count: 5).joined(separator: "\\n")
    let others = (1...9).map { "<h3>Item \($0)</h3><p>\($0) other delegations went home on Sunday after a week of talks in the old town.</p>" }
    let article = article(
      """
      <html lang=en><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks resume in Vienna",
      "articleBody": "\(body)"}</script></head><body><h1>Talks resume in Vienna</h1><div id="root"></div>\(others.joined())</body></html>
      """)
    #expect(article?.blocks.count == 6)
    #expect(article?.blocks.last?.text == "\(Self.first) \(Self.second)")
  }

  @Test func theDayOfChangeIsNotTheDayOfPublication() {
    let article = article(
      """
      <html lang="en"><head><meta property="article:modified_time" content="2031-05-05T10:00:00Z"></head><body><h1>Talks resume in Vienna</h1>
      <p class="date">Updated 5 May 2031</p><time class="updated" datetime="2031-05-05">5 May</time>
      <p class="date">Published 3 March 2031</p><p>\(Self.first)</p></body></html>
      """)
    #expect(article?.published?.iso == "2031-03-03")
  }

  @Test func linkedDataServeWhereThePageIsEmpty() {
    let article = article(
      """
      <html><body><div id="app"></div><script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Talks &amp; more",
      "datePublished": "2031-03-03T10:15:00+01:00", "author": {"@type": "Person", "name": "Ann Doe"}, "publisher": {"name": "Herald"},
      "articleBody": "\(Self.first)\\n\\n\(Self.second)",}]}</script></body></html>
      """)
    #expect(article?.title == "Talks & more")
    #expect(article?.authors == ["Ann Doe"])
    #expect(article?.outlet == "Herald")
    #expect(article?.published?.iso == "2031-03-03T10:15:00+01:00")
    #expect(article?.blocks.map(\.text) == ["Talks & more", Self.first, Self.second])
  }

  @Test func breaksMakeParagraphsWhereThereAreNone() {
    let article = article(
      "<html><body><h1>Talks resume in Vienna</h1><div>\(Self.first)<br><br>\(Self.second)<br/>\n<br/></div></body></html>"
    )
    #expect(article?.blocks.filter { $0.kind == .paragraph }.map(\.text) == [Self.first, Self.second])
  }

  @Test(arguments: [
    "Video footage of the aftermath showed a black car with its doors open, the report said.",
    "Ihre Meinung änderte die Ministerin am Montag, als die Delegationen schon auf dem Heimweg waren.",
    "Von Anna Muster kam am Montag noch Kritik, von den anderen nicht.",
    "The minister painted a bleak picture: nobody had come.", "Nobody expects a deal before summer, she said. (AFP)",
    "Am 21. Oktober 2025 sagte der Minister das Treffen wieder ab.",
    "By the time the talks ended, Ann Doe had left.", "Watch what they do, not what they say, she said.",
  ])
  func sentencesThatOpenAsNoticesDoAreKept(_ sentence: String) {
    let article = article(
      "<html><body><h1>Talks resume in Vienna</h1><p>\(sentence)</p><p>\(Self.second)</p></body></html>")
    #expect(article?.blocks.map(\.text) == ["Talks resume in Vienna", sentence, Self.second])
  }

  @Test func siblingContainersAreMerged() {
    let article = article(
      """
      <html><body><div id="wrap"><h1>Talks resume in Vienna</h1><div class="a"><p>\(Self.first)</p></div><div class="b"><p>\(Self.second)</p></div></div>
      <div class="menu"><a href="a">Other matters that are linked from here</a></div></body></html>
      """)
    #expect(article?.blocks.filter { $0.kind == .paragraph }.map(\.text) == [Self.first, Self.second])
  }

  @Test(arguments: [
    ("de", "Der Minister sagte am Montag, dass die Gespräche nicht vor dem Sommer zu einem Ergebnis führen werden."),
    ("en", "The minister said on Monday that the talks would not lead to a result before the summer of this year."),
    ("fr", "Le ministre a dit lundi que les négociations ne mèneraient pas à un résultat avant cet été dans la ville."),
    (
      "es", "El ministro dijo el lunes que las conversaciones no llevarán a un resultado antes del verano en la ciudad."
    ),
    ("it", "Il ministro ha detto lunedì che i colloqui non porteranno a un risultato prima dell'estate nella città."),
    ("pl", "Minister powiedział w poniedziałek, że rozmowy nie przyniosą wyniku przed latem i że nie ma na to rady."),
    (
      "nl", "De minister zei maandag dat de gesprekken niet voor de zomer tot een resultaat zullen leiden in deze stad."
    ),
    (
      "uk", "Міністр сказав у понеділок, що переговори не дадуть результату до літа, але він і далі на це сподівається."
    ),
    (
      "ru",
      "Министр сказал в понедельник, что переговоры не дадут результата до лета, но он на это по-прежнему надеется."
    ),
  ])
  func theTextTellsItsLanguageWhateverThePageDeclares(_ language: String, _ sentence: String) {
    #expect(article("<html lang=\"xx\"><body><p>\(sentence)</p></body></html>")?.language == language)
    #expect(article("<html lang=\"en-US\"><body><p>\(sentence)</p></body></html>")?.language == language)
  }
}
