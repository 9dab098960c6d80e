import Model

/// XML of news agencies: NITF, and NewsML-G2 with NITF or XHTML in it.
enum NewsXML: Format {
  static func recognises(_ source: Source) -> Bool {
    source.opens(with: ["<nitf", "<newsitem", "<newsmessage", "<newsml"])
  }

  static func read(_ source: Source) -> Findings {
    guard let root = Element.parse(source.text ?? []) else { return Findings(problems: [.wordless(source.file)]) }
    let items = root.local == "newsItem" ? [root] : root.all("newsItem")
    let articles =
      items.isEmpty
      ? [article(nitf: root.local == "nitf" ? root : root.all("nitf").first ?? root, in: nil, source)]
      : items.map { item in article(nitf: (item.all("nitf") + item.all("html")).first ?? item, in: item, source) }
    let found = articles.compactMap { $0 }
    return Findings(articles: found, problems: found.isEmpty ? [.wordless(source.file)] : []).numbered(source.file)
  }

  /// `item` is the NewsML-G2 envelope, whose metadata win.
  private static func article(nitf: Element, in item: Element?, _ source: Source) -> Article? {
    let meta = item?.all("contentMeta").first
    let head = nitf.all("body.head").first
    let title = [meta?["headline"], head?.all("hl1").first, nitf["head"]?["title"], head?.all("headline").first].lazy
      .compactMap { $0?.content }.first
    var blocks = title.map { [Block(.headline, $0)] } ?? []
    if let second = head?.all("hl2").first?.content { blocks.append(Block(.standfirst, second)) }
    let body = nitf.all("body.content").first ?? nitf.all("body").first ?? item?.all("inlineData").first ?? nitf
    self.blocks(of: body, into: &blocks)
    guard blocks.contains(where: { $0.kind == .paragraph || $0.kind == .list }) else { return nil }
    let byline = meta?["by"]?.content ?? head?["byline"]?.content
    let authors = head?.all("person").map(\.content).filter { !$0.isEmpty } ?? []
    let dates = [
      meta?["contentCreated"]?.content, item?.all("versionCreated").first?.content,
      nitf.all("date.issue").first?.attributes["norm"], head?.all("story.date").first?.attributes["norm"],
      nitf.all("pubdata").first?.attributes["date.publication"],
    ]
    return Article(
      file: source.file, title: title, authors: authors.isEmpty ? byline.map(Names.authors) ?? [] : authors,
      published: dates.lazy.compactMap { $0.flatMap(moment) }.first,
      outlet: item?.all("provider").first?["name"]?.content ?? nitf.all("distributor").first?.content
        ?? nitf.all("pubdata").first?.attributes["name"],
      url: source.url,
      language: Language.of(blocks, declared: meta?["language"]?.attributes["tag"] ?? nitf.attributes["xml:lang"]),
      blocks: blocks)
  }

  private static func blocks(of element: Element, into blocks: inout [Block]) {
    for child in element.children {
      let kind: Block.Kind? =
        switch child.local {
        case "p": .paragraph
        case "hl2", "h2", "h3", "h4": .subheading
        case "li": .list
        case "bq", "blockquote": .quote
        case "media-caption", "figcaption", "caption": .caption
        case "media-producer", "credit", "tagline": .credit
        default: nil
        }
      if let kind, !child.content.isEmpty {
        blocks.append(Block(kind, child.content))
      } else {
        self.blocks(of: child, into: &blocks)
      }
    }
  }

  /// ISO 8601 in its short form too: `20251021T162200+0200`.
  private static func moment(_ text: String) -> Published? {
    if let full = Metadata.moment(text) { return full }
    let digits = text.prefix { $0.isNumber }
    guard digits.count == 8, let value = Int(digits),
      let day = Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    else { return nil }
    let clock = text.dropFirst(9).prefix(4)
    return Published(
      day: day, time: clock.count == 4 && clock.allSatisfy(\.isNumber) ? "\(clock.prefix(2)):\(clock.suffix(2))" : nil)
  }
}
