public import Model

/// What careful readers found in a set of articles: the measure of what the program finds.
public struct Gold: Sendable {
  public var statements: [Expected]
  /// By article name.
  public var articles: [String: About]
  public var changes: [ExpectedChange]

  /// A statement that readers found. Its `evidence` is the anchor: up to twelve words of the article.
  public struct Expected: Sendable {
    public var statement: Statement
    /// Careful readers can disagree whether it counts: neither asked for nor wrong.
    public var optional: Bool
  }

  /// What is known of an article beforehand.
  public struct About: Sendable {
    public var article: String
    public var language: String
    /// The day of publication, for articles that do not tell it themselves.
    public var published: String?
    /// What sort of text it is: `agency`, `interview`, `comment` ...
    public var genre: String?
  }

  /// A change of position that follows from the articles, or one that only seems to (`apparent`).
  public struct ExpectedChange: Sendable {
    public var holder: String
    public var issue: String
    public var from: Stance?
    public var to: Stance
    public var apparent: Bool
    public var on: Day
    /// The days between which a report may date it.
    public var within: ClosedRange<Day>
    public var why: String
  }

  /// From the bytes of `gold.ndjson`, `meta.ndjson` and, where there is one, `changes.ndjson`; a line that cannot be
  /// read is a problem and is left out.
  public static func read(statements: [UInt8], about: [UInt8], changes: [UInt8]) -> (gold: Gold, problems: [Problem]) {
    let expected = NDJSON.read(Expected.self, from: statements, named: "gold.ndjson")
    let about = NDJSON.read(About.self, from: about, named: "meta.ndjson")
    let changes = NDJSON.read(ExpectedChange.self, from: changes, named: "changes.ndjson")
    let gold = Gold(
      statements: expected.values,
      articles: Dictionary(about.values.map { ($0.article, $0) }, uniquingKeysWith: { $1 }),
      changes: changes.values)
    return (gold, expected.problems + about.problems + changes.problems)
  }
}

extension Gold.Expected: Decodable {
  private enum Field: CodingKey { case optional }

  public init(from decoder: any Decoder) throws {
    statement = try Statement(from: decoder)
    optional = try decoder.container(keyedBy: Field.self).decodeIfPresent(Bool.self, forKey: .optional) ?? false
  }
}

extension Gold.About: Decodable {}

extension Gold.ExpectedChange: Decodable {
  private enum Field: String, CodingKey {
    case holder, issue, from, to, kind, on, why
    case notBefore = "not_before"
    case notAfter = "not_after"
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    func text(_ field: Field) throws -> String { try fields.decode(String.self, forKey: field) }
    func known<Value>(_ field: Field, _ value: Value?) throws -> Value {
      guard let value else {
        throw DecodingError.dataCorruptedError(forKey: field, in: fields, debugDescription: "not of its form")
      }
      return value
    }
    func day(_ field: Field) throws -> Day { try known(field, Day(iso: try text(field))) }
    holder = try text(.holder)
    issue = try text(.issue)
    from = try fields.decodeIfPresent(String.self, forKey: .from).flatMap(Stance.init)
    to = try known(.to, Stance(rawValue: try text(.to)))
    apparent = try text(.kind) == "apparent"
    on = try day(.on)
    let (first, last) = (try day(.notBefore), try day(.notAfter))
    within = try known(.notAfter, first <= last ? first...last : nil)
    why = try fields.decodeIfPresent(String.self, forKey: .why) ?? ""
  }
}
