import Model
import Reading
import Testing

/// One small file of each format, and what must come out of it.
@Suite struct FormatTests {
  private func read(_ text: String, _ name: String = "x") -> (articles: [Article], problems: [Problem]) {
    Reader.read(Array(text.utf8), named: name)
  }

  private func body(_ article: Article?) -> [String] {
    article?.blocks.filter { $0.kind == .paragraph }.map(\.text) ?? []
  }

  private static let paragraph =
    "The delegations met again on Monday, a spokeswoman said, and would go on talking for two days."
  private static let page = """
    <html lang="en"><head><title>Talks resume in Vienna</title><meta property="article:published_time" content="2031-03-03T10:00:00Z">
    </head><body><h1>Talks resume in Vienna</h1><p>\(paragraph)</p><p>\(paragraph.dropLast()) at least.</p></body></html>
    """

  @Test func rssItemsAreArticles() {
    let (articles, problems) = read(
      """
      <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
       xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Morning Herald</title><language>en</language>
      <item><title>Talks resume</title><link>https://h.example/1</link><pubDate>Mon, 03 Mar 2031 10:15:00 +0100</pubDate>
      <dc:creator>Ann Doe</dc:creator><description>Short.</description>
      <content:encoded><![CDATA[<p>\(Self.paragraph)</p><p>Nobody expects a deal &amp; soon.</p>]]></content:encoded></item>
      <item><title>Second</title><description>&lt;p&gt;\(Self.paragraph)&lt;/p&gt;</description></item></channel></rss>
      """)
    #expect(articles.map(\.file) == ["x", "x#2"])
    #expect(articles.first?.title == "Talks resume")
    #expect(articles.first?.outlet == "The Morning Herald")
    #expect(articles.first?.authors == ["Ann Doe"])
    #expect(articles.first?.published?.iso.hasPrefix("2031-03-03") == true)
    #expect(articles.first?.url == "https://h.example/1")
    #expect(body(articles.first) == [Self.paragraph, "Nobody expects a deal & soon."])
    #expect(body(articles.last) == [Self.paragraph])
    #expect(articles.last?.published == nil)
    #expect(problems.isEmpty)
  }

  @Test func atomEntriesAreArticles() {
    let (articles, _) = read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Herald</title><entry><title>Talks resume</title>
      <link href="https://h.example/2"/><published>2031-03-03T09:00:00Z</published><updated>2031-03-09T09:00:00Z</updated>
      <author><name>Ann Doe</name></author><content type="html">&lt;p&gt;\(Self.paragraph)&lt;/p&gt;</content></entry></feed>
      """)
    #expect(articles.map(\.url) == ["https://h.example/2"])
    #expect(articles.first?.published?.day == Day(iso: "2031-03-03"))
    #expect(body(articles.first) == [Self.paragraph])
  }

  @Test func ninjsInEachOfItsShapes() {
    let item = """
      {"uri": "https://n.example/7", "headline": "Talks resume", "byline": "By Ann Doe", "language": "en",
       "versioncreated": "2031-03-03T10:00:00Z", "body_xhtml": "<p>\(Self.paragraph)</p>"}
      """
    for text in [item, "[\(item)]", "{\"items\": [\(item)]}"] {
      let (articles, problems) = read(text)
      #expect(articles.map(\.title) == ["Talks resume"])
      #expect(articles.first?.authors == ["Ann Doe"])
      #expect(body(articles.first) == [Self.paragraph])
      #expect(problems.isEmpty)
    }
  }

  @Test func nitfHasHeadBylineAndCaption() {
    let (articles, _) = read(
      """
      <?xml version="1.0"?><nitf><head><docdata><date.issue norm="20310303T101500Z"/></docdata></head><body><body.head>
      <hedline><hl1>Talks resume</hl1></hedline><byline>By <person>Ann Doe</person></byline></body.head><body.content>
      <p>\(Self.paragraph)</p><media><media-caption>The palace in Vienna</media-caption></media><hl2>Later</hl2><p>More talks.</p>
      </body.content></body></nitf>
      """)
    let article = articles.first
    #expect(article?.authors == ["Ann Doe"])
    #expect(article?.published?.day == Day(iso: "2031-03-03"))
    #expect(
      article?.blocks == [
        Block(.headline, "Talks resume"), Block(.paragraph, Self.paragraph), Block(.caption, "The palace in Vienna"),
        Block(.subheading, "Later"), Block(.paragraph, "More talks."),
      ])
  }

  @Test func newsMLHoldsSeveralItems() {
    let item = """
      <newsItem><itemMeta><versionCreated>2031-03-03T10:00:00Z</versionCreated><provider><name>Wire</name></provider></itemMeta>
      <contentMeta><headline>Talks resume</headline><by>By Ann Doe</by><language tag="en"/></contentMeta>
      <contentSet><inlineXML><html><body><p>\(Self.paragraph)</p></body></html></inlineXML></contentSet></newsItem>
      """
    let (articles, _) = read("<newsMessage><itemSet>\(item)\(item)</itemSet></newsMessage>")
    #expect(articles.map(\.file) == ["x", "x#2"])
    #expect(articles.first?.outlet == "Wire")
    #expect(articles.first?.authors == ["Ann Doe"])
    #expect(body(articles.last) == [Self.paragraph])
  }

  @Test func mhtmlGivesItsPageUnpacked() {
    let (articles, problems) = read(
      """
      From: <Saved by a browser>\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related; type="text/html"; boundary="--b1"\r
      \r
      ----b1\r
      Content-Type: text/html; charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      Content-Location: https://h.example/3\r
      \r
      \(Self.page.replacing("=", with: "=3D").split(separator: "\n").joined(separator: "=\r\n"))\r
      ----b1--\r
      """)
    #expect(articles.map(\.url) == ["https://h.example/3"])
    #expect(body(articles.first).first == Self.paragraph)
    #expect(problems.isEmpty)
  }

  private static func record(_ payload: String, _ address: String = "https://h.example/a", head: String = "") -> String {
    let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(head)\r\n\(payload)"
    return """
      WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(address)\r\nContent-Type: application/http; msgtype=response\r
      Content-Length: \(response.utf8.count)\r\n\r\n\(response)\r\n\r\n
      """
  }

  private static let broken = "WARC/1.0\r\nContent-Length: none\r\n\r\nbroken\r\n\r\n"

  @Test func webArchiveGivesEveryPageAndNamesTheDamagedRecord() {
    let (articles, problems) = read(
      Self.record(Self.page) + Self.broken + Self.record(Self.page, "https://h.example/b"))
    #expect(articles.map(\.url) == ["https://h.example/a", "https://h.example/b"])
    #expect(articles.map(\.file) == ["x", "x#2"])
    #expect(problems.count == 1)
    #expect(problems.first?.message.contains("record 2 at byte \(Self.record(Self.page).utf8.count)") == true)
  }

  @Test func webArchiveIsPackedByRecordOrAsAWhole() {
    let records = [Self.record(Self.page), Self.broken, Self.record(Self.page, "https://h.example/b")]
    let members = records.map { Packing.gzip(Array($0.utf8)) }
    for file in [members.flatMap { $0 }, Packing.gzip(Array(records.joined().utf8))] {
      let (articles, problems) = Reader.read(file, named: "x.warc.gz")
      #expect(articles.map(\.url) == ["https://h.example/a", "https://h.example/b"])
      #expect(problems.count == 1)
    }
    var damaged = members
    damaged[1] = Packing.gzip(Array(records[0].utf8)).map { $0 == 0x41 ? 0x42 : $0 }.dropLast(40)
    let (articles, problems) = Reader.read(damaged.flatMap { $0 }, named: "x.warc.gz")
    #expect(articles.map(\.url) == ["https://h.example/a", "https://h.example/b"])
    #expect(problems.map(\.message) == ["record 2 at byte \(members[0].count) is damaged; the others are read"])
  }

  @Test func webArchiveIsReadNoFurtherThanNeeded() throws {
    let record = Array(Self.record(Self.page).utf8)
    var asked = 0
    var archive = try #require(
      Reader.archive(record, named: "x") { () throws(Problem) in
        asked += 1
        return asked < 1000 ? record : []
      })
    var found = 0
    while let next = archive.next() {
      found += next.articles.count
      #expect(asked <= found)
    }
    #expect(found == 1000)
  }

  @Test func aFileThatCannotBeReadOnIsAProblem() {
    var archive = Reader.archive(Array(Self.record(Self.page).utf8), named: "x") { () throws(Problem) in
      throw Problem(.error, at: "x", "Input/output error")
    }
    #expect(archive?.next()?.articles.count == 1)
    #expect(archive?.next()?.problems.map(\.message) == ["Input/output error"])
    #expect(archive?.next() == nil)
  }

  @Test func payloadsAreUnpackedOrNamedWhereThatIsUnknown() {
    func file(_ packing: String, _ payload: [UInt8]) -> [UInt8] {
      let response = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \(packing)\r\n\r\n".utf8) + payload
      return Array("WARC/1.1\r\nWARC-Type: response\r\nContent-Length: \(response.count)\r\n\r\n".utf8) + response
    }
    let page = Array(Self.page.utf8)
    for (packing, payload) in [("gzip", Packing.gzip(page)), ("br", Packing.brotli(page)), ("br", page), ("zstd", page)] {
      #expect(body(Reader.read(file(packing, payload), named: "x").articles.first).first == Self.paragraph)
    }
    for packing in ["br", "zstd"] {
      let (articles, problems) = Reader.read(file(packing, [1, 2, 3, 4]), named: "x")
      #expect(articles.isEmpty)
      #expect(problems.map(\.message) == ["record 1 at byte 0 is packed in a way that is not read (`\(packing)`), or damaged; the others are read"])
    }
  }

  @Test func chunkedResponsesAreJoined() {
    let payload = Self.page
    let chunk = "\(String(payload.utf8.count, radix: 16))\r\n\(payload)\r\n0\r\n\r\n"
    let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n\(chunk)"
    let (articles, _) = read(
      "WARC/1.1\r\nWARC-Type: response\r\nContent-Length: \(response.utf8.count)\r\n\r\n\(response)\r\n\r\n")
    #expect(body(articles.first).first == Self.paragraph)
  }

  @Test func gzipIsUnpackedAndACutOneIsReadAsFarAsItGoes() {
    let (articles, problems) = Reader.read(Self.packed, named: "x.txt.gz")
    #expect(articles.first?.title == "Talks resume in Vienna")
    #expect(articles.first?.published?.day == Day(iso: "2031-03-03"))
    #expect(problems.isEmpty)
    let cut = Reader.read(Array(Self.packed.dropLast(30)), named: "x.txt.gz")
    #expect(cut.problems.contains { $0.message.contains("break off") || $0.message.contains("damaged") })
  }

  @Test func nexisExportIsParted() {
    let document = """
      Talks resume in Vienna
      The Morning Herald
      March 3, 2031 Monday

      Length: 312 words
      Byline: Ann Doe
      Body

      \(Self.paragraph)

      Nobody expects a deal soon.

      Load-Date: March 4, 2031

      End of Document

      """
    let (articles, problems) = read(document + "\n" + document)
    #expect(articles.map(\.file) == ["x", "x#2"])
    #expect(articles.first?.title == "Talks resume in Vienna")
    #expect(articles.first?.outlet == "The Morning Herald")
    #expect(articles.first?.authors == ["Ann Doe"])
    #expect(articles.first?.published?.day == Day(iso: "2031-03-03"))
    #expect(body(articles.last) == [Self.paragraph, "Nobody expects a deal soon."])
    #expect(problems.isEmpty)
  }

  @Test func factivaExportIsParted() {
    let (articles, _) = read(
      """

      HD Gespräche in Wien gehen weiter
      BY Von Anna Muster
      WC 312 words
      PD 3 March 2031
      SN Der Morgenbote
      LA German
      LP
      Die Delegationen trafen sich am Montag wieder, wie eine Sprecherin sagte, und wollen zwei Tage lang verhandeln.
      TD
      Niemand rechnet mit einer schnellen Einigung, und auch die Nachbarn warten ab.

      AN
      Document MORGB00020310303eh33000ab
      """)
    #expect(articles.map(\.title) == ["Gespräche in Wien gehen weiter"])
    #expect(articles.first?.outlet == "Der Morgenbote")
    #expect(articles.first?.authors == ["Anna Muster"])
    #expect(articles.first?.published?.day == Day(iso: "2031-03-03"))
    #expect(articles.first?.language == "de")
    #expect(body(articles.first).count == 2)
  }

  /// A text of three lines, packed by gzip.
  private static let packed: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x15, 0xCB, 0x41, 0x0E, 0x82, 0x30, 0x10, 0x05,
    0xD0, 0x7D, 0x4F, 0xF1, 0x0F, 0x40, 0x8C, 0xCA, 0x39, 0xD8, 0x11, 0xF7, 0x3F, 0x76, 0x28, 0x0D, 0xED, 0x8C,
    0xE9, 0x94, 0x34, 0xDE, 0x5E, 0xDC, 0xBF, 0xB7, 0xB2, 0x1C, 0x8E, 0x26, 0x7E, 0x56, 0x41, 0x56, 0xBC, 0xB2,
    0xA8, 0x32, 0x84, 0x19, 0x0B, 0xDB, 0x7B, 0xC7, 0xF3, 0x3E, 0x3F, 0x42, 0x58, 0x77, 0x41, 0x94, 0x22, 0x89,
    0x3D, 0x9B, 0x3A, 0xAA, 0x74, 0x30, 0xF1, 0xF2, 0xA6, 0x58, 0x4C, 0x23, 0xBF, 0x13, 0x9C, 0x39, 0x82, 0xF0,
    0x8F, 0x1D, 0xE2, 0xC3, 0x2A, 0x75, 0x02, 0x35, 0x62, 0xD8, 0x59, 0x22, 0x92, 0xFD, 0xED, 0x66, 0x0D, 0x7D,
    0x18, 0xAE, 0xE0, 0xB7, 0xF0, 0x03, 0x72, 0x6C, 0x43, 0x8B, 0x7D, 0x00, 0x00, 0x00,
  ]
}
