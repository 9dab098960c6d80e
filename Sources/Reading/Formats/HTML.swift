import Model

/// Pages of HTML, XHTML and AMP, of any age.
enum HTML {
  static func read(_ bytes: [UInt8], named file: String) -> Article? {
    let pass = Prepass.run(bytes)
    let tree = Tree(pass.html)
    var metadata = Metadata(tree, linkedData: pass.linkedData)
    let body = self.body(tree, metadata)
    var blocks = body.blocks
    if HTML.size(blocks) < HTML.enough, let text = metadata.articleBody, text.utf8.count > HTML.size(blocks) {
      blocks = [metadata.title.map { Block(.headline, $0) }].compactMap { $0 } + paragraphs(of: text)
    }
    let speech = blocks.filter(\.kind.isBody)
    guard speech.contains(where: { $0.kind != .headline }) else { return nil }
    settle(&metadata, body.surroundings)
    let language = Language.of(speech.lazy.flatMap { Array($0.text.utf8) + [0x20] }, declared: metadata.language)
    return Article(
      file: file, title: metadata.title, authors: metadata.authors, published: metadata.published, outlet: metadata.outlet,
      url: metadata.url, language: language, blocks: blocks)
  }

  /// Whether decoded text is a page: a tag of HTML within its first bytes.
  static func recognises(_ text: [UInt8]) -> Bool {
    let head = String(decoding: text.prefix(2048), as: UTF8.self).lowercased()
    return ["<html", "<!doctype html", "<head", "<body", "<title", "<div", "<p>", "<meta", "<article", "<table"].contains(where: head.contains)
  }

  /// Fewer bytes of text than this are no article: the next means are tried.
  private static let enough = 250

  private static func size(_ blocks: [Block]) -> Int {
    blocks.lazy.filter { $0.kind.isBody && $0.kind != .headline }.reduce(0) { $0 + $1.text.utf8.count }
  }

  private static func body(_ tree: Tree, _ metadata: Metadata) -> Body {
    let strict = Body(tree, Passages(tree), title: metadata.title, summary: metadata.summary)
    if size(strict.blocks) >= enough { return strict }
    let lenient = Body(tree, Passages(tree, lenient: true), title: metadata.title, summary: metadata.summary)
    return size(lenient.blocks) > size(strict.blocks) ? lenient : strict
  }

  private static func paragraphs(of body: String) -> [Block] {
    Entities.decoded(body).split(whereSeparator: \.isNewline).map { CleanText.of(String($0)) }.filter { !$0.isEmpty }
      .map { Block(.paragraph, $0) }
  }

  /// What the page's data leave open is taken from what stands around its title.
  private static func settle(_ metadata: inout Metadata, _ lines: [String]) {
    if metadata.published == nil {
      metadata.published = lines.lazy.flatMap { DateFinder.dates(in: $0) }.compactMap(\.published).first
    }
    if metadata.authors.isEmpty {
      metadata.authors = lines.lazy.filter(Names.isByline).map { Names.authors(in: $0) }.first { !$0.isEmpty } ?? []
    }
  }
}
