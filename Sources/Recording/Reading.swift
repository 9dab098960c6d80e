import FoundationEssentials
public import Model

/// What one file of a dossier gave.
public struct Reading: Hashable, Sendable {
  /// Names and ids of its articles.
  public var articles: [Article]
  public var statements: [Statement]
  public var problems: [Problem]

  public struct Article: Hashable, Sendable {
    public var name: String
    public var id: String

    public init(name: String, id: String) {
      self.name = name
      self.id = id
    }
  }

  public init(articles: [Article], statements: [Statement], problems: [Problem]) {
    self.articles = articles
    self.statements = statements
    self.problems = problems
  }

  /// The inverse of `text`; nil where it is none.
  init?(_ text: String) {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: Data(text.utf8)),
      fields.articles.allSatisfy({ $0.count == 2 })
    else { return nil }
    articles = fields.articles.map { Article(name: $0[0], id: $0[1]) }
    statements = fields.statements
    problems = fields.problems.compactMap { Problem($0) }
  }

  private struct Fields: Decodable {
    var articles: [[String]]
    var statements: [Statement]
    var problems: [[String]]
  }

  /// One JSON object.
  var text: String {
    JSON.object([
      ("articles", .array(articles.map { .strings([$0.name, $0.id]) })),
      ("statements", .array(statements.map(\.entry))),
      ("problems", .array(problems.map(\.json))),
    ]).line
  }
}

extension Problem {
  fileprivate var json: JSON {
    .array([.string(severity.rawValue), .string(place), .string(message)] + (remedy.map { [.string($0)] } ?? []))
  }

  /// The inverse of `json`.
  fileprivate init?(_ parts: [String]) {
    guard parts.count >= 3, let severity = Severity(rawValue: parts[0]) else { return nil }
    self.init(severity, at: parts[1], parts[2], remedy: parts.count > 3 ? parts[3] : nil)
  }
}
