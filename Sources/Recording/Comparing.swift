public import Model

extension Difference {
  /// What the newer books `b` tell otherwise than the older ones, `a`.
  public init(from a: Books, to b: Books) {
    let pairing = Pairing(from: a.ledger.statements, to: b.ledger.statements)
    self.init(
      from: a.today, to: b.today, moves: Difference.moves(from: a, to: b), added: pairing.added, gone: pairing.gone,
      revised: pairing.revised)
  }

  private static func moves(from a: Books, to b: Books) -> [Move] {
    let (older, newer) = (a.balances.accounts, b.balances.accounts)
    let moves = Set(older.keys).union(newer.keys).compactMap { topic in
      Move(topic, from: older[topic], to: newer[topic], closed: a.today)
    }
    return moves.map { (key: Array("\($0.holder)\0\($0.issue)".utf8), move: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.move)
  }
}

/// Statements that only one of two ledgers holds, of which those that are about the same words belong together.
struct Pairing {
  private(set) var gone: [Statement]
  private(set) var added: [Statement]
  private(set) var revised: [Difference.Revision] = []

  init(from older: [Statement], to newer: [Statement]) {
    let (before, after) = (Set(older), Set(newer))
    gone = older.filter { !after.contains($0) }
    added = newer.filter { !before.contains($0) }
    pair { [$0.evidence.text, "\($0.evidence.span)", $0.holder, $0.issue] }
    pair { [$0.evidence.article, $0.holder, $0.issue] + $0.evidence.quote.words }
    pair { [$0.holder, $0.issue] + $0.evidence.quote.words }
    pair { [$0.evidence.article] + $0.evidence.quote.words }
  }

  /// Takes out the pairs that agree in `key`, each statement once, in order.
  private mutating func pair(by key: (Statement) -> [String]) {
    var partners = Dictionary(grouping: added.indices.reversed()) { key(added[$0]) }
    var taken: Set<Int> = []
    gone = gone.filter { statement in
      guard let partner = partners[key(statement), default: []].popLast() else { return true }
      taken.insert(partner)
      let fields = Difference.fields(from: statement, to: added[partner])
      if !fields.isEmpty {
        revised.append(Difference.Revision(before: statement, after: added[partner], fields: fields))
      }
      return false
    }
    added = added.indices.filter { !taken.contains($0) }.map { added[$0] }
  }
}

extension Difference {
  /// What is said of the place alone, which changes whenever a page is cleaned otherwise, is passed over.
  static func fields(from a: Statement, to b: Statement) -> [Field] {
    guard case .object(let before) = a.json, case .object(let after) = b.json else { return [] }
    return zip(before, after).compactMap { one, other in
      guard !["id", "span", "prefix", "suffix"].contains(one.0) else { return nil }
      let field = Field(name: one.0, before: one.1.plain, after: other.1.plain)
      return field.before == field.after ? nil : field
    }
  }
}

extension JSON {
  /// For people: texts without marks, `nothing` for null.
  fileprivate var plain: String {
    switch self {
    case .null: "nothing"
    case .string(let text): text
    case .array(let values): values.isEmpty ? "nothing" : values.map(\.plain).joined(separator: "; ")
    default: line
    }
  }
}

extension Difference.Move {
  /// Nil where nothing moved. `closed`: the day on which the older books were closed.
  fileprivate init?(_ topic: Topic, from a: Balances.Account?, to b: Balances.Account?, closed: Day?) {
    let known = Set((a?.changes ?? []).filter(\.isMovement).map(\.step))
    let told = (b?.changes ?? []).filter(\.isMovement)
    let steps = told.filter { !known.contains($0.step) }
    let withdrawn = known.subtracting(told.map(\.step))
    let (before, after) = (a?.position, b?.position)
    guard
      before?.current.stance != after?.current.stance || before?.firm != after?.firm || !steps.isEmpty
        || !withdrawn.isEmpty
    else { return nil }
    let news = steps.last { closed.map($0.isNews(after:)) ?? false }
    self.init(
      holder: topic.holder, issue: topic.issue, before: before, after: after, steps: steps, inWorld: news != nil,
      why: Difference.Move.why(
        before, after, steps: steps, withdrawn: withdrawn.map(\.on).min(), news: news, closed: closed))
  }

  private static func why(
    _ before: Position?, _ after: Position?, steps: [Change], withdrawn: Day?, news: Change?, closed: Day?
  ) -> String {
    if let news { return "moved on \(news.on), published after the older books were closed" }
    guard let after else { return "nothing that is known tells it any more" }
    let signatures = after.current.trace.filter { !(before?.current.trace.contains($0) ?? false) }
    if !signatures.isEmpty { return "corrected by \(signatures.joined(separator: "; "))" }
    guard before != nil else { return "the first that is known of it" }
    if let late = steps.last {
      let published = [late.from?.published, late.to.published].compactMap(\.self).max() ?? late.on
      return closed.map { published > $0 } ?? false
        ? "moved on \(late.on), which was told only on \(published)"
        : "moved on \(late.on), which was not read before"
    }
    if let withdrawn { return "the step of \(withdrawn) no longer counts" }
    return after.firm ? "the party's own words are known now" : "the party's own words no longer count"
  }
}

extension Change {
  /// What makes it the same step in two ledgers.
  fileprivate struct Step: Hashable {
    var on: Day
    var kind: Kind
    var from: Stance?
    var to: Stance
  }

  fileprivate var step: Step { Step(on: on, kind: kind, from: from?.stance, to: to.stance) }

  /// Whether books closed on `day` could not know it: said on that day or later, and published after it.
  fileprivate func isNews(after day: Day) -> Bool {
    on >= day && (to.published ?? on) > day
  }
}
