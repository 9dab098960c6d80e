import Model

/// Pages of HTML, XHTML and AMP, of any age.
enum HTML: Format {
  static func recognises(_ source: Source) -> Bool {
    source.opens(with: signs)
  }

  static func read(_ source: Source) -> Findings {
    guard let article = article(source.text ?? [], source) else { return Findings(problems: [.wordless(source.file)]) }
    return Findings(articles: [article])
  }

  private static let signs = [
    "<html", "<!doctype html", "<head", "<body", "<title", "<div", "<p>", "<meta", "<article", "<table", "<h1", "<br",
  ]

  private static func article(_ bytes: [UInt8], _ source: Source) -> Article? {
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
    settle(&metadata, from: body)
    if metadata.published == nil { metadata.published = Metadata.day(ofFile: source) }
    let language = Language.of(speech, declared: metadata.language)
    return Article(
      file: source.file, title: metadata.title, authors: metadata.authors, published: metadata.published,
      outlet: metadata.outlet,
      url: metadata.url ?? source.url, language: language, blocks: blocks)
  }

  /// The blocks of a piece of HTML that is an article's body and nothing else.
  static func blocks(ofBody html: String, title: String?) -> [Block] {
    let tree = Tree(Prepass.run(Array("<body><div>\(html)</div></body>".utf8)).html)
    return Body(tree, Passages(tree, lenient: true), title: title, summary: nil).blocks
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
  private static func settle(_ metadata: inout Metadata, from body: Body) {
    if metadata.published == nil {
      metadata.published = (body.dates + body.surroundings).lazy.filter { !Notices.tellsChange($0) }
        .flatMap { DateFinder.dates(in: $0) }.compactMap(\.published).first
    }
    if metadata.authors.isEmpty {
      let found = body.signatures.lazy.map(Names.signed).first { !$0.isEmpty }
      metadata.authors = found ?? body.surroundings.lazy.filter(Names.isByline).map(Names.authors).first { !$0.isEmpty } ?? []
    }
  }
}
