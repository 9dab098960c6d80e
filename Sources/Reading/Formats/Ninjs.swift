import Model

/// ninjs, the IPTC's news in JSON: one item, an array of items, or one item a line.
enum Ninjs: Format {
  static func recognises(_ source: Source) -> Bool {
    guard let text = source.text, let first = text.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else {
      return false
    }
    return items(text).contains { body($0) != nil }
  }

  static func read(_ source: Source) -> Findings {
    let articles = items(source.text ?? []).compactMap { article($0, source) }
    return Findings(articles: articles, problems: articles.isEmpty ? [.wordless(source.file)] : []).numbered(
      source.file)
  }

  private static func items(_ text: [UInt8]) -> [JSON] {
    let lines = text.split(separator: 0x0A).filter { $0.contains { $0 > 0x20 } }
    let isLines = lines.count > 1 && lines.allSatisfy { $0.first == 0x7B && $0.last { $0 > 0x20 } == 0x7D }
    let values = isLines ? lines.compactMap { LooseJSON.value(Array($0)) } : [LooseJSON.value(text)].compactMap { $0 }
    return values.flatMap { value in value.items.flatMap { $0["items"]?.items ?? [$0] } }
  }

  /// `body_xhtml`, `body_html`, `body_text`, or the first of `bodies` that has a value; and whether it is markup.
  private static func body(_ item: JSON) -> (text: String, markup: Bool)? {
    for (name, markup) in [("body_xhtml", true), ("body_html", true), ("body_text", false)] {
      if let text = item[name]?.text, !text.isEmpty { return (text, markup) }
    }
    let bodies =
      item["bodies"]?.items.compactMap { body in body["value"]?.text.map { ($0, body["contenttype"]?.text ?? "") } }
      ?? []
    let best = bodies.first { $0.1.contains("html") } ?? bodies.first
    return best.map { ($0.0, $0.1.contains("html") || $0.0.contains("<p")) }
  }

  private static func article(_ item: JSON, _ source: Source) -> Article? {
    guard let body = body(item) else { return nil }
    let title = item["headline"]?.text ?? item["headlines"]?.items.lazy.compactMap { $0["value"]?.text }.first
    var blocks =
      body.markup
      ? HTML.blocks(ofBody: body.text, title: title)
      : Lines(body.text).groups.joined().map { Block(.paragraph, $0) }
    guard !blocks.isEmpty else { return nil }
    if let title, blocks.first?.kind != .headline { blocks.insert(Block(.headline, CleanText.of(title)), at: 0) }
    let dates = ["firstcreated", "contentcreated", "versioncreated", "firstCreated", "versionCreated"].lazy.compactMap {
      item[$0]?.text
    }
    let names = item["authors"]?.items.compactMap { $0["name"]?.text } ?? []
    return Article(
      file: source.file, title: title.map(CleanText.of),
      authors: names.isEmpty
        ? item["byline"]?.text.map(Names.authors) ?? item["by"]?.text.map(Names.authors) ?? [] : names,
      published: dates.compactMap(Metadata.moment).first,
      outlet: item["source"]?.text ?? item["copyrightholder"]?.text ?? item["infosources"]?.items.first?["name"]?.text,
      url: item["uri"]?.text.flatMap { $0.hasPrefix("http") ? $0 : nil } ?? source.url,
      language: Language.of(blocks.filter(\.kind.isBody), declared: item["language"]?.text), blocks: blocks)
  }
}
