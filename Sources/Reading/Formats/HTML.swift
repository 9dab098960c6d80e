import Model

/// Pages of HTML, XHTML and AMP, of any age.
enum HTML {
  static func read(_ bytes: [UInt8], named file: String) -> Article? {
    let pass = Prepass.run(bytes)
    let tree = Tree(pass.html)
    var metadata = Metadata(tree, linkedData: pass.linkedData)
    var blocks = self.blocks(tree, metadata)
    if HTML.size(blocks) < HTML.enough, let body = metadata.articleBody, body.utf8.count > HTML.size(blocks) {
      blocks = [metadata.title.map { Block(.headline, $0) }].compactMap { $0 } + paragraphs(of: body)
    }
    let speech = blocks.filter(\.kind.isBody)
    guard speech.contains(where: { $0.kind != .headline }) else { return nil }
    settle(&metadata, blocks)
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

  private static func blocks(_ tree: Tree, _ metadata: Metadata) -> [Block] {
    let strict = Body(tree, Passages(tree), title: metadata.title, summary: metadata.summary).blocks()
    if size(strict) >= enough { return strict }
    let lenient = Body(tree, Passages(tree, lenient: true), title: metadata.title, summary: metadata.summary).blocks()
    return size(lenient) > size(strict) ? lenient : strict
  }

  private static func paragraphs(of body: String) -> [Block] {
    Entities.decoded(body).split(whereSeparator: \.isNewline).map { CleanText.of(String($0)) }.filter { !$0.isEmpty }
      .map { Block(.paragraph, $0) }
  }

  /// What the page's data leave open is taken from its visible head.
  private static func settle(_ metadata: inout Metadata, _ blocks: [Block]) {
    let heads = blocks.prefix(12).filter { $0.kind == .byline || $0.text.utf8.count < 160 && $0.kind != .headline }
    if metadata.published == nil {
      metadata.published = heads.lazy.flatMap { DateFinder.dates(in: $0.text) }.compactMap(\.published).first
    }
    if metadata.authors.isEmpty {
      metadata.authors = blocks.prefix(12).lazy.filter { $0.kind == .byline }.map { Names.authors(in: $0.text) }.first { !$0.isEmpty } ?? []
    }
  }
}
