import Model
import Reading
import Testing

/// The day and the authors that a page shows, where its data are silent or at odds.
@Suite struct ImprintTests {
  private static let text = """
    <p>The delegations met again on Monday, a spokeswoman said, and would go on talking for two days.</p>
    <p>Nobody in the palace expects a deal before the summer, and the neighbours do not expect one at all.</p>
    """

  private func article(_ around: String, head: String = "", after: String = "") -> Article? {
    Reader.read(
      Array(
        """
        <html lang="en"><head><meta property="og:site_name" content="The Herald">\(head)</head><body><main>
        <h1>Talks resume in Vienna</h1>\(around)\(Self.text)\(after)</main></body></html>
        """.utf8), named: "x.html"
    ).articles.first
  }

  @Test(arguments: [
    "<p>Erschienen am: 03.03.2031</p>", "<dl><dt>Mise en ligne</dt><dd>3 mars 2031</dd></dl>",
    "<div>Posted by <a>Bo Ek</a> on March 3, 2031</div>",
    "<p>Letzte Änderung: 5.5.2031<br>Veröffentlicht: 3.3.2031</p>",
    "<div class=datum><span>Mar</span><span>3</span><span>2031</span></div>",
    "<p>Registered 1 January 2029</p><p>Опубликовано 3 марта 2031</p>",
    "<script>window.state = {\"id\": 7,\"publishedDate\":\"2031-03-03T20:37:27Z\",\"updatedDate\":\"2031-05-05\"}</script>",
    "<script>{\"@context\": \"https://schema.org\", \"@type\": \"Article\", \"datePublished\": \"2031-03-03\"}</script>",
  ])
  func aDayThatThePageShows(_ around: String) {
    #expect(article(around)?.published?.day == Day(iso: "2031-03-03"))
  }

  @Test func theShownDayDecidesBetweenTheDataOfThePage() {
    let head = """
      <script type="application/ld+json">{"@type": "Article", "headline": "Talks", "datePublished": "2031-03-01"}</script>
      <meta property="article:published_time" content="2031-03-03T08:00:00">
      """
    #expect(article("", head: head)?.published?.iso == "2031-03-01")
    #expect(article("<p class=date>3 March 2031</p>", head: head)?.published?.iso == "2031-03-03T08:00:00")
    #expect(article("<p class=date>Updated 3 March 2031</p>", head: head)?.published?.iso == "2031-03-01")
  }

  @Test func theShownDayTellsTheMonthFromTheDay() {
    let head = "<meta name=date content=\"03/05/2031 12:43:42\">"
    #expect(article("", head: head)?.published?.day == Day(iso: "2031-05-03"))
    #expect(article("<p>Published: 5 March 2031</p>", head: head)?.published?.day == Day(iso: "2031-03-05"))
  }

  @Test(arguments: [
    "<p>11.12.2031 - Ann Doe</p>", "<p>Posted May 5, 2031 by Ann Doe</p>", "<div><b>Autor:</b> <a>Ann Doe</a></div>",
    "<p>By</p><p>Ann Doe</p>", "<p>Ein Artikel von <b>Ann Doe</b> | 5.5.2031</p>",
    "<h4>Ann Doe, enviada especial a Viena</h4>", "<p>Mi., 5. März 2031 | Von unserer Mitarbeiterin Ann Doe</p>",
    "<span class=author>Ann Doe @anndoe</span>", "<span class=author>Wien-Korrespondentin Ann Doe</span>",
  ])
  func aNameThatThePageShows(_ around: String) {
    #expect(article(around)?.authors == ["Ann Doe"])
  }

  @Test(arguments: [
    ("Talks resume in Vienna | The Morning Herald", "The Morning Herald"),
    ("Morning Herald :: World :: Talks resume in Vienna", "Morning Herald"),
    ("Talks resume in Vienna - Politics", nil), ("Talks resume in Vienna", nil),
  ])
  func theTitleOfThePageNamesTheOutlet(_ title: String, _ outlet: String?) {
    let page = "<html><head><title>\(title)</title></head><body><h1>Talks resume in Vienna</h1>\(Self.text)</body></html>"
    #expect(Reader.read(Array(page.utf8), named: "x").articles.first?.outlet == outlet)
  }

  @Test func theLastLineSigns() {
    #expect(article("", after: "<p><i>Ann Doe</i></p>")?.authors == ["Ann Doe"])
    #expect(article("", after: "<p><b>The Herald</b></p>")?.authors == [])
  }

  @Test func aShownNameStandsInForTheOutletsButNotForAnother() {
    func head(_ name: String) -> String { "<meta name=author content=\"\(name)\">" }
    let line = "<p class=byline>By Ann Doe</p>"
    #expect(article(line, head: head("The Herald"))?.authors == ["Ann Doe"])
    #expect(article(line, head: head("Bo Ek"))?.authors == ["Bo Ek"])
    #expect(article("", head: head("anndoe"))?.authors == ["anndoe"])
  }
}
