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
    /// An actor or an issue has another id; where that is there already, the two are one.
    case rename(Renamed, from: String, to: String)
  }

  public enum Renamed: String, Sendable {
    case actor, issue
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
  /// As it was found.
  public var stance: Stance?
  public var decision: Decision
  public var by: String
  public var on: Day
  public var why: String

  /// `Anna, 2025-11-30: a threat, and no wish`
  var signature: String { "\(by), \(on): \(why)" }

  /// Whether it speaks of this statement.
  public func concerns(_ statement: Statement) -> Bool {
    concerns(statement, ofWords: statement.evidence.quote.words)
  }

  func concerns(_ statement: Statement, ofWords words: [String]) -> Bool {
    if case .rename = decision { return false }
    return isOf(statement.evidence) && (holder ?? statement.holder) == statement.holder
      && (issue ?? statement.issue) == statement.issue && (stance ?? statement.stance) == statement.stance
      && words.contains(self.words)
  }

  /// In what a statement with these words differs: ``the holder `us`, not `russia` ``.
  fileprivate func otherwise(_ statement: Statement) -> [String] {
    let fields = [
      ("article", isOf(statement.evidence) ? nil : article, statement.evidence.article),
      ("holder", holder, statement.holder), ("issue", issue, statement.issue),
      ("stance", stance?.rawValue, statement.stance.rawValue),
    ]
    return fields.compactMap { name, wanted, found in
      wanted.flatMap { $0 == found ? nil : "the \(name) `\(found)`, not `\($0)`" }
    }
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
  /// The ledger as people see it: what was rejected is gone, what was changed or added bears as its trace the signature
  /// and what the program found. One problem for each correction that finds no place. Every correction reads what the
  /// program found, not what another one made of it, so their order does not matter unless two change one field; then
  /// the last in the file is right. New names come after all else.
  public func corrected(by corrections: [Correction]) -> (ledger: Ledger, problems: [Problem]) {
    guard !corrections.isEmpty else { return (self, []) }
    let places = Places(of: corrections)
    var found: Set<Int> = []
    var result: [Statement] = []
    for statement in statements {
      let concerning = places.concerning(statement)
      found.formUnion(concerning)
      if concerning.contains(where: { corrections[$0].decision == .reject }) { continue }
      result.append(statement.corrected(by: concerning.map { corrections[$0] }))
    }
    result += corrections.compactMap(added)
    let names = Names(corrections)
    let lost = corrections.indices.filter { !found.contains($0) }.compactMap { problem(of: corrections[$0]) }
    return (Ledger(inOrder: Set(result.map(names.renaming))), lost + names.problems(among: result))
  }

  private func added(by correction: Correction) -> Statement? {
    guard case .add(var statement) = correction.decision else { return nil }
    let known = statements.first { correction.isOf($0.evidence) }
    statement.evidence.articleID = known?.evidence.articleID ?? ""
    statement.published = statement.published ?? known?.published
    statement.trace = ["\(correction.signature); found: nothing"]
    return statement
  }

  /// Names the sentence that shares most words with the correction's; where it has them all, what it has otherwise.
  private func problem(of correction: Correction) -> Problem? {
    switch correction.decision {
    case .add, .rename: return nil
    case .reject, .change: if correction.quote.isEmpty { return nil }
    }
    let others = statements.filter { $0.evidence.quote.words.contains(correction.words) }.map(correction.otherwise)
    if let fewest = others.min(by: { $0.count < $1.count }) {
      return Problem(
        .warning, at: correction.place,
        "the statement with the words “\(correction.quote)” has \(fewest.joined(separator: ", and "))")
    }
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
  /// Whether its sentence has these words, but for case and marks.
  public func hasWords(_ text: String) -> Bool {
    let words = text.words
    return !words.isEmpty && evidence.quote.words.contains(words)
  }

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

  fileprivate func corrected(by corrections: [Correction]) -> Statement {
    var statement = self
    var signatures: [String] = []
    for correction in corrections {
      guard case .change(let changes) = correction.decision else { continue }
      for change in changes { statement.apply(change) }
      signatures.append(correction.signature)
    }
    let found = Difference.fields(from: statement, to: self).map { "\($0.name) \($0.after)" }
    if !found.isEmpty { signatures[signatures.count - 1] += "; found: \(found.joined(separator: ", "))" }
    statement.trace += signatures
    return statement
  }
}

/// Which corrections can be about a statement, by their first words.
private struct Places {
  private let corrections: [Correction]
  private let byFirstWord: [String: [Int]]
  private let wordless: [Int]

  init(of corrections: [Correction]) {
    self.corrections = corrections
    wordless = corrections.indices.filter { corrections[$0].words.isEmpty }
    byFirstWord = Dictionary(grouping: corrections.indices.filter { !corrections[$0].words.isEmpty }) {
      corrections[$0].words[0]
    }
  }

  /// In the order of the file.
  func concerning(_ statement: Statement) -> [Int] {
    let words = statement.evidence.quote.words
    let candidates = Set(words).flatMap { byFirstWord[$0] ?? [] } + wordless
    return candidates.filter { corrections[$0].concerns(statement, ofWords: words) }.sorted()
  }
}
