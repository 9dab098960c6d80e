public import Model

/// What a person decided about a statement, or about an article: with who, when and why.
public struct Correction: Hashable, Sendable {
  public enum Decision: Hashable, Sendable {
    /// What was found there is no statement.
    case reject
    /// These fields are otherwise.
    case change([Change])
    /// A statement that was not found.
    case add(Statement)
  }

  /// A field and its right value.
  public enum Change: Hashable, Sendable {
    case holder(String)
    case person(String?)
    case issue(String)
    case stance(Stance)
    case source(Source)
    case mode(Mode)
    case said(Day?)
    case earlier(Bool)
    case condition(String?)
    case published(Day?)
  }

  /// Where it stands (`corrections.yaml:3`).
  public var place: String
  /// Of the sentence, but for case and marks; empty for all that the article says.
  public var quote: String
  /// The words of `quote`.
  var words: [String]
  /// File name or id; nil for every article that has the words.
  public var article: String?
  public var holder: String?
  public var issue: String?
  public var decision: Decision
  public var by: String
  public var on: Day
  public var why: String

  /// `Anna, 2025-11-30: a threat, and no wish`
  var signature: String { "\(by), \(on): \(why)" }

  /// Whether it speaks of this statement.
  func concerns(_ statement: Statement, ofWords words: [String]) -> Bool {
    isOf(statement.evidence) && (holder ?? statement.holder) == statement.holder
      && (issue ?? statement.issue) == statement.issue
      && words.contains(self.words)
  }

  fileprivate func isOf(_ evidence: Evidence) -> Bool {
    article.map { $0 == evidence.article || $0 == evidence.articleID } ?? true
  }
}

extension [Correction] {
  /// Days of publication, by file name or id of the article.
  public var days: [String: Day] {
    reduce(into: [:]) { days, correction in
      guard let article = correction.article, case .change(let changes) = correction.decision else { return }
      for case .published(let day) in changes { days[article] = day }
    }
  }
}

extension Ledger {
  /// The ledger as people see it: what was rejected is gone, what was changed or added bears its signature as its trace.
  /// One problem for each correction that finds no place. Every correction reads what the program found, not what
  /// another one made of it, so their order does not matter unless two change one field.
  public func corrected(by corrections: [Correction]) -> (ledger: Ledger, problems: [Problem]) {
    var found: Set<Correction> = []
    var result: [Statement] = []
    for statement in statements {
      let words = corrections.isEmpty ? [] : statement.evidence.quote.words
      let concerning = corrections.filter { $0.concerns(statement, ofWords: words) }
      found.formUnion(concerning)
      if concerning.contains(where: { $0.decision == .reject }) { continue }
      result.append(concerning.reduce(into: statement) { $0.apply($1) })
    }
    for correction in corrections {
      guard case .add(var statement) = correction.decision else { continue }
      let known = statements.first { correction.isOf($0.evidence) }
      statement.evidence.articleID = known?.evidence.articleID ?? ""
      statement.published = statement.published ?? known?.published
      statement.trace = [correction.signature]
      result.append(statement)
      found.insert(correction)
    }
    let lost = corrections.filter { !found.contains($0) && !$0.quote.isEmpty }
    return (Ledger(inOrder: result), lost.map { problem(of: $0) })
  }

  /// Names the sentence that shares most words with the correction's.
  private func problem(of correction: Correction) -> Problem {
    let words = Set(correction.words)
    let shared = statements.map { (statement: $0, count: words.intersection($0.evidence.quote.words).count) }
    let nearest = shared.reduce(into: shared.first) { best, next in
      if let count = best?.count, next.count > count { best = next }
    }
    let isNear = (nearest?.count ?? 0) * 2 > words.count
    let remedy = isNear ? nearest.map { "the nearest is “\($0.statement.evidence.quote)”" } : nil
    return Problem(
      .warning, at: correction.place, "no statement has the words “\(correction.quote)”", remedy: remedy)
  }
}

extension Statement {
  mutating func apply(_ change: Correction.Change) {
    switch change {
    case .holder(let value): holder = value
    case .person(let value): person = value
    case .issue(let value): issue = value
    case .condition(let value): condition = value
    case .stance(let value): stance = value
    case .source(let value): source = value
    case .mode(let value): mode = value
    case .said(let value): said = value
    case .earlier(let value): earlier = value
    case .published(let value): published = value
    }
  }

  fileprivate mutating func apply(_ correction: Correction) {
    guard case .change(let changes) = correction.decision else { return }
    for change in changes { apply(change) }
    trace.append(correction.signature)
  }
}
