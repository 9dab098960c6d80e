import Model

/// RSS and Atom: every item that carries text is an article.
enum Feed: Format {
  static func recognises(_ source: Source) -> Bool {
    source.opens(with: ["<rss", "<feed", "<rdf:rdf"]) && !source.opens(with: ["<html"])
  }

  static func read(_ source: Source) -> Findings {
    guard let root = Element.parse(source.text ?? []) else { return Findings(problems: [.wordless(source.file)]) }
    let channel = root["channel"] ?? root
    let items = root.all("item") + root.all("entry")
    let articles = items.compactMap {
      article($0, outlet: channel["title"]?.content, language: channel["language"]?.content, source)
    }
    return Findings(articles: articles, problems: articles.isEmpty ? [.wordless(source.file)] : []).numbered(
      source.file)
  }

  private static func article(_ item: Element, outlet: String?, language: String?, _ source: Source) -> Article? {
    let title = item["title"]?.content
    let bodies = ["encoded", "content", "description", "summary"].compactMap { item[$0] }
    guard let body = bodies.max(by: { $0.content.utf8.count < $1.content.utf8.count }) else { return nil }
    let html = body.children.isEmpty ? body.text : body.content
    var blocks = HTML.blocks(ofBody: html, title: title)
    if blocks.isEmpty { blocks = [Block(.paragraph, body.content)] }
    guard blocks.contains(where: { !$0.text.isEmpty && $0.kind.isBody }) else { return nil }
    if let title, blocks.first?.kind != .headline { blocks.insert(Block(.headline, title), at: 0) }
    let dated = ["published", "pubDate", "date", "issued"].lazy.compactMap { item[$0]?.content }.first
    let link = item["link"].map { $0.attributes["href"] ?? $0.content }
    let author = item["creator"]?.content ?? item["author"].map { ($0["name"] ?? $0).content }
    return Article(
      file: source.file, title: title, authors: author.map(Names.authors) ?? [],
      published: dated.flatMap(Metadata.moment),
      outlet: outlet, url: link, language: Language.of(blocks, declared: language), blocks: blocks)
  }
}
