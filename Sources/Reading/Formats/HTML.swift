import Model

/// Pages of HTML, XHTML and AMP, of any age.
enum HTML: Format {
  static func recognises(_ source: Source) -> Bool {
    guard let text = source.text, let first = text.firstIndex(where: { $0 > 0x20 }) else { return false }
    let next = first + 1 < text.count ? text[first + 1] | 0x20 : 0
    return text[first] == 0x3C && (next == 0x21 || (0x61...0x7A).contains(next)) || source.opens(with: signs)
  }

  static func read(_ source: Source) -> Findings {
    let pass = Prepass.run(source.text ?? [])
    let tree = Tree(pass.html)
    var metadata = Metadata(tree, linkedData: pass.linkedData)
    let body = self.body(tree, metadata)
    var blocks = body.blocks
    if let text = metadata.articleBody,
      text.utf8.count > (size(blocks) < enough ? size(blocks) : max(size(blocks) * 3, stub)) || isElsewhere(blocks, than: text)
    {
      blocks = (metadata.title.map { [Block(.headline, $0)] } ?? []) + paragraphs(of: text)
    }
    let speech = blocks.filter(\.kind.isBody)
    guard size(blocks) > 0 else { return Findings(problems: [.wordless(source.file)]) }
    settle(&metadata, by: Imprint(tree, body), source.text ?? [])
    let article = Article(
      file: source.file, title: metadata.title, authors: metadata.authors,
      published: metadata.published ?? Metadata.day(ofFile: source), outlet: metadata.outlet,
      url: metadata.url ?? source.url, language: Language.of(speech, declared: metadata.language), blocks: blocks)
    let isStub = metadata.isPaid && size(blocks) < stub
    return Findings(articles: [article], problems: isStub ? [.stub(source.file)] : [])
  }

  private static let signs = [
    "<html", "<!doctype html", "<head", "<body", "<title", "<div", "<p>", "<meta", "<article", "<table", "<h1", "<br",
  ]

  /// The blocks of a piece of HTML that is an article's body and nothing else.
  static func blocks(ofBody html: String, title: String?) -> [Block] {
    let tree = Tree(Prepass.run(Array("<body><div>\(html)</div></body>".utf8)).html)
    return Body(tree, Passages(tree, lenient: true), title: title, summary: nil).blocks
  }

  /// Fewer bytes of text than this are no article: the next means are tried.
  private static let enough = 250
  /// A page that says it is to be paid for shows less than this before its wall.
  private static let stub = 700

  /// The data carry an article, and none of its text is among what was taken from the page: that is something else.
  private static func isElsewhere(_ blocks: [Block], than body: String) -> Bool {
    guard body.utf8.count >= stub else { return false }
    let body = Body.folded(body)
    return !blocks.contains { $0.kind.isBody && $0.kind != .headline && body.holds(Body.folded($0.text)) }
  }

  private static func size(_ blocks: [Block]) -> Int {
    blocks.lazy.filter { $0.kind.isBody && $0.kind != .headline }.reduce(0) { $0 + $1.text.utf8.count }
  }

  private static func body(_ tree: Tree, _ metadata: Metadata) -> Body {
    let strict = Body(tree, Passages(tree), title: metadata.title, summary: metadata.summary, published: metadata.published?.day)
    if size(strict.blocks) >= enough { return strict }
    let lenient = Body(tree, Passages(tree, lenient: true), title: metadata.title, summary: metadata.summary, published: metadata.published?.day)
    return size(lenient.blocks) > size(strict.blocks) ? lenient : strict
  }

  private static func paragraphs(of body: String) -> [Block] {
    Entities.decoded(body).split(whereSeparator: \.isNewline).map { CleanText.of(String($0)) }.filter { !$0.isEmpty }
      .map { Block(.paragraph, $0) }
  }

  /// What the page's data leave open, or contradict each other about, is taken from what the page shows.
  private static func settle(_ metadata: inout Metadata, by imprint: Imprint, _ text: [UInt8]) {
    metadata.settleDay(shown: imprint.published)
    if metadata.published == nil { metadata.published = LinkedData.published(amongPrograms: text) }
    metadata.settleAuthors(shown: imprint.authors)
  }
}
