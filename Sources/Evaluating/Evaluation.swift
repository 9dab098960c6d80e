public import Model

/// Statements beside the gold: those of one language, or all, and only on the gold's issues.
public struct Evaluation: Sendable {
  public let score: Score
  /// Articles that the gold does not know, sorted.
  public let unknown: [String]
  private let predicted: [Statement]
  private let gold: [Gold.Expected]
  private let articles: [String: Gold.About]

  /// `language` is an ISO 639-1 code as the gold's articles bear it; nil for all.
  public init(of statements: [Statement], against gold: Gold, language: String? = nil) {
    func isAsked(_ statement: Statement) -> Bool {
      gold.articles[statement.evidence.article].map { language == nil || $0.language == language } ?? false
    }
    self.gold = gold.statements.filter { isAsked($0.statement) }
    let issues = Set(self.gold.map(\.statement.issue))
    let named = statements.filter { issues.contains($0.issue) }.map(\.namedByFile)
    predicted = named.filter(isAsked)
    unknown = Set(named.map(\.evidence.article)).subtracting(gold.articles.keys).sorted()
    articles = gold.articles
    score = Score(of: predicted, against: self.gold)
  }

  /// What the position figure can be split by.
  public enum Part: String, Sendable, CaseIterable {
    case issue, holder, language, genre, form, stance, source, mode, kind

    /// Whether a prediction can be told to belong to one value whatever its stance, so that precision has a meaning.
    var partsPredictions: Bool {
      switch self {
      case .issue, .holder, .language, .genre, .form: true
      case .stance, .source, .mode, .kind: false
      }
    }
  }

  /// The position figure for each value that the gold has, sorted; recall alone where precision has no meaning. By kind
  /// of evidence, which the gold does not know, precision alone, with the ends of its interval of confidence.
  public func split(by part: Part) -> [Figure] {
    if part == .kind { return splitByKind() }
    let parts = Dictionary(grouping: gold) { value(of: part, in: $0.statement) }
    return parts.sorted { $0.key < $1.key }.map { name, gold in
      let own = part.partsPredictions ? predicted.filter { value(of: part, in: $0) == name } : predicted
      let position = Score(of: own, against: gold).position
      let precision: [(name: String, value: Figure.Value)] =
        part.partsPredictions ? [("precision", .ratio(position.precision)), ("f1", .ratio(position.f1))] : []
      return Figure(
        name, [("recall", .ratio(position.recall))] + precision + [("of", .count(position.found + position.missed))])
    }
  }

  private func splitByKind() -> [Figure] {
    Statement.Kind.allCases.compactMap { kind in
      let position = Score(of: predicted.filter { $0.kind == kind }, against: gold).position
      let count = Calibration.Count(kind: kind, right: position.found, wrong: position.wrong)
      guard count.right + count.wrong > 0 else { return nil }
      return Figure(
        kind.rawValue,
        [
          ("precision", .ratio(position.precision)), ("from", .ratio(count.interval.lowerBound)),
          ("to", .ratio(count.interval.upperBound)), ("right", .count(count.right)), ("wrong", .count(count.wrong)),
        ])
    }
  }

  private func value(of part: Part, in statement: Statement) -> String {
    let article = statement.evidence.article
    return switch part {
    case .issue: statement.issue
    case .holder: statement.holder
    case .language: articles[article]?.language ?? ""
    case .stance: statement.stance.rawValue
    case .source: statement.source.description
    case .mode: statement.mode.rawValue
    case .genre: articles[article]?.genre ?? "none"
    case .kind: statement.kind?.rawValue ?? "none"
    case .form: article.split(separator: ".").last.map(String.init) ?? article
    }
  }
}

extension Statement {
  /// The article as the gold names it: the last component of its path.
  fileprivate var namedByFile: Statement {
    var statement = self
    statement.evidence.article = evidence.article.split(separator: "/").last.map(String.init) ?? evidence.article
    return statement
  }
}
