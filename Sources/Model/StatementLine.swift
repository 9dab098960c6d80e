/// A statement as a JSON object on one line: format `statements`, number 1, see `docs/formats.md`.
extension Statement: Decodable {
  public var json: JSON {
    .object(fields + [("trace", .strings(trace))])
  }

  /// The line without the trace, which changes with the program while the statement stays: what a ledger holds.
  public var entry: JSON {
    .object(fields)
  }

  private var fields: [(String, JSON)] {
    [
      ("article", .string(evidence.article)),
      ("holder", .string(holder)),
      ("person", .optional(person)),
      ("issue", .string(issue)),
      ("stance", .string(stance.rawValue)),
      ("source", .string(source.description)),
      ("mode", .string(mode.rawValue)),
      ("said", .optional(said?.description)),
      ("earlier", .bool(earlier)),
      ("condition", .optional(condition)),
      ("published", .optional(published?.description)),
      ("evidence", .string(evidence.quote)),
      ("span", .array([.int(evidence.span.start), .int(evidence.span.end)])),
      ("prefix", .string(evidence.prefix)),
      ("suffix", .string(evidence.suffix)),
      ("id", .string(evidence.articleID)),
      ("kind", .optional(kind?.rawValue)),
    ]
  }

  enum Field: String, CodingKey {
    case article, holder, person, issue, stance, source, mode, said, earlier, condition, published
    case evidence, anchor, span, prefix, suffix, id, kind, trace
  }

  /// Everything beyond article, holder, issue and stance may be absent; `anchor` stands in for `evidence`.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Field.self)
    func text(_ field: Field) throws -> String? { try fields.decodeIfPresent(String.self, forKey: field) }
    func day(_ field: Field) throws -> Day? {
      guard let value = try text(field) else { return nil }
      guard let day = Day(iso: value) else {
        throw DecodingError.dataCorruptedError(forKey: field, in: fields, debugDescription: "not an ISO day")
      }
      return day
    }
    func value<Value: RawRepresentable<String>>(_ field: Field, _ type: Value.Type) throws -> Value {
      guard let value = Value(rawValue: try fields.decode(String.self, forKey: field)) else {
        throw DecodingError.dataCorruptedError(forKey: field, in: fields, debugDescription: "unknown value")
      }
      return value
    }
    let span = try fields.decodeIfPresent([Int].self, forKey: .span) ?? [0, 0]
    guard span.count == 2 else {
      throw DecodingError.dataCorruptedError(forKey: .span, in: fields, debugDescription: "not two numbers")
    }
    self.init(
      holder: try fields.decode(String.self, forKey: .holder), person: try text(.person),
      issue: try fields.decode(String.self, forKey: .issue), stance: try value(.stance, Stance.self),
      source: Source(try text(.source) ?? "self"),
      mode: try fields.contains(.mode) ? value(.mode, Mode.self) : .paraphrase, said: try day(.said),
      earlier: try fields.decodeIfPresent(Bool.self, forKey: .earlier) ?? false, condition: try text(.condition),
      evidence: Evidence(
        article: try fields.decode(String.self, forKey: .article), articleID: try text(.id) ?? "",
        quote: try text(.evidence) ?? text(.anchor) ?? "", span: Span(span[0], span[1]),
        prefix: try text(.prefix) ?? "", suffix: try text(.suffix) ?? ""),
      published: try day(.published), kind: try text(.kind).flatMap(Kind.init), trace: try fields.decodeIfPresent([String].self, forKey: .trace) ?? [])
  }
}
