public import Model

/// All statements, each once, in canonical order: a function of what was read, not of how or when it was read.
public struct Ledger: Hashable, Sendable {
  /// By holder, issue, day (undated last), article id, span, and then by the bytes of the line.
  public let statements: [Statement]

  /// Folds statements of one text at one place: a text known under several names or dates keeps the first of them.
  public init(_ statements: some Sequence<Statement>) {
    var kept: [Identity: (statement: Statement, rank: [UInt8])] = [:]
    for var statement in statements {
      statement.trace = []
      let rank = Array("\(statement.published?.description ?? "~")\0\(statement.entry.line)".utf8)
      let identity = Identity(statement)
      if let other = kept[identity]?.rank, !rank.lexicographicallyPrecedes(other) { continue }
      kept[identity] = (statement, rank)
    }
    self.statements = kept.values.map { ($0.statement, Ledger.key(of: $0.statement)) }
      .sorted { $0.1.lexicographicallyPrecedes($1.1) }
      .map(\.0)
  }

  /// The ledger of everything that either holds.
  public func merging(_ other: Ledger) -> Ledger {
    Ledger(statements + other.statements)
  }

  /// The ledger without what articles of these ids said: room for a new reading of them.
  public func without(articles ids: Set<String>) -> Ledger {
    Ledger(statements.filter { !ids.contains($0.evidence.articleID) })
  }

  private static func key(of statement: Statement) -> [UInt8] {
    let day = statement.day?.description ?? "~"
    let evidence = statement.evidence
    let place = [evidence.span.start, evidence.span.end].map { number in
      let digits = String(number)
      return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }
    let parts = [statement.holder, statement.issue, day, evidence.articleID] + place + [statement.entry.line]
    return Array(parts.joined(separator: "\0").utf8)
  }
}

/// What makes two statements one entry: the same words at the same place of the same text, coded alike.
private struct Identity: Hashable {
  var text: String
  var span: Span
  var quote: String
  var holder: String
  var person: String?
  var issue: String
  var stance: Stance
  var source: Source
  var earlier: Bool

  init(_ statement: Statement) {
    let evidence = statement.evidence
    text = evidence.articleID.isEmpty ? evidence.article : evidence.articleID
    span = evidence.span
    quote = evidence.quote
    holder = statement.holder
    person = statement.person
    issue = statement.issue
    stance = statement.stance
    source = statement.source
    earlier = statement.earlier
  }
}

extension Statement {
  /// The day that the statement counts for: when it was said, else when it was published.
  public var day: Day? { said ?? published }
}
