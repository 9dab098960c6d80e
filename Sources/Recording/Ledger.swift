public import Model

/// All statements, each once, in canonical order: a function of what was read, not of how or when it was read.
public struct Ledger: Hashable, Sendable {
  /// By holder, issue, day (undated last), article id, span, and then by the bytes of the line.
  public let statements: [Statement]

  /// A text that came in several times, under other names or dates, counts as it first appeared: on the earliest day of
  /// publication, and there under the name that comes first in the order of bytes.
  public init(_ statements: some Sequence<Statement>) {
    var texts: [String: (appearance: Appearance, lines: [String: Statement])] = [:]
    for var statement in statements {
      statement.trace = []
      let appearance = Appearance(statement)
      let text = statement.evidence.text
      if let first = texts[text]?.appearance {
        if first < appearance { continue }
        if appearance < first { texts[text] = nil }
      }
      texts[text, default: (appearance, [:])].lines[statement.entry.line] = statement
    }
    self.init(inOrder: texts.values.flatMap(\.lines.values))
  }

  /// Puts them in order, and nothing else.
  init(inOrder statements: some Sequence<Statement>) {
    self.statements = statements.map { (key: Ledger.key(of: $0), statement: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map(\.statement)
  }

  /// The ledger of everything that either holds.
  public func merging(_ other: Ledger) -> Ledger {
    Ledger(statements + other.statements)
  }

  /// The ledger after these articles were read, or read again, and gave `found`.
  public func recording(_ found: some Sequence<Statement>, of articles: [Article]) -> Ledger {
    let read = Set(articles.map(Appearance.init))
    return Ledger(statements.filter { !read.contains(Appearance($0)) } + found)
  }

  private static func key(of statement: Statement) -> [UInt8] {
    let evidence = statement.evidence
    let place = [evidence.span.start, evidence.span.end].map { number in
      let digits = String(number)
      return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
    let topic = [statement.holder, statement.issue, statement.day?.description ?? "~", evidence.articleID]
    return Array((topic + place + [statement.entry.line]).joined(separator: "\0").utf8)
  }
}

/// One file in which a text came in.
private struct Appearance: Hashable, Comparable {
  var text: String
  var published: Day?
  var name: String

  init(_ statement: Statement) {
    text = statement.evidence.text
    published = statement.published
    name = statement.evidence.article
  }

  init(_ article: Article) {
    text = article.id
    published = article.published?.day
    name = article.name
  }

  static func < (a: Appearance, b: Appearance) -> Bool {
    guard a.published == b.published else {
      guard let first = a.published, let second = b.published else { return a.published != nil }
      return first < second
    }
    return a.name.utf8.lexicographicallyPrecedes(b.name.utf8)
  }
}
