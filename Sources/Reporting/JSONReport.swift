import Model

extension ReportFormat {
  /// One JSON object: formats `report` and `diff`, see `docs/formats.md`.
  static let json = ReportFormat(
    name: "JSON", endings: ["json"], positions: { $0.json.line + "\n" }, difference: { $0.json.line + "\n" })
}

extension DifferenceReport {
  fileprivate var json: JSON {
    .object([
      ("format", .string("diff")),
      ("number", .int(1)),
      ("from", .optional(difference.from?.description)),
      ("to", .optional(difference.to?.description)),
      ("moves", .array(difference.moves.map(\.json))),
      ("added", .array(difference.added.map(\.entry))),
      ("gone", .array(difference.gone.map(\.entry))),
      ("revised", .array(difference.revised.map(\.json))),
    ])
  }
}

extension Difference.Move {
  fileprivate var json: JSON {
    .object([
      ("holder", .string(holder)),
      ("issue", .string(issue)),
      ("moved", .string(inWorld ? "world" : "knowledge")),
      ("why", .string(why)),
      ("before", before?.json ?? .null),
      ("after", after?.json ?? .null),
      ("steps", .array(steps.map(\.json))),
    ])
  }
}

extension Difference.Revision {
  fileprivate var json: JSON {
    let fields = fields.map { field in
      JSON.object([
        ("name", .string(field.name)), ("before", .string(field.before)), ("after", .string(field.after)),
      ])
    }
    return .object([("fields", .array(fields)), ("before", before.entry), ("after", after.entry)])
  }
}

extension Report {
  fileprivate var json: JSON {
    .object([
      ("format", .string("report")),
      ("number", .int(1)),
      ("notices", .strings(notices)),
      ("today", .optional(today?.description)),
      ("statements", .int(statements)),
      ("articles", .int(articles)),
      ("parties", .array(parties.map(\.json))),
    ])
  }
}

extension Report.Party {
  fileprivate var json: JSON {
    .object([("id", .string(id)), ("title", .string(title)), ("topics", .array(topics.map(\.json)))])
  }
}

extension Report.Topic {
  fileprivate var json: JSON {
    .object([
      ("issue", .string(id)),
      ("title", .string(title)),
      ("proposition", .string(proposition)),
      ("position", position?.json ?? .null),
      ("steps", .array(steps.map(\.json))),
      ("apparent", .array(apparent.map(\.json))),
      ("undated", .array(undated.map(\.json))),
    ])
  }
}

extension Position {
  fileprivate var json: JSON {
    .object([
      ("stance", .string(current.stance.rawValue)),
      ("since", .string(since.description)),
      ("confirmed", .string(confirmed.description)),
      ("support", .int(support)),
      ("firm", .bool(firm)),
      ("statement", current.entry),
      ("appearances", .int(appearances)),
      ("dissent", .array(dissent.map(\.entry))),
    ])
  }
}

extension Report.Line {
  fileprivate var json: JSON {
    .object([
      ("day", .optional(day?.description)),
      ("kind", .optional(kind?.rawValue)),
      ("from", .optional(from?.rawValue)),
      ("voice", .string(voice)),
      ("known", .string(known)),
      ("why", .optional(why)),
      ("statement", statement.entry),
      ("expected", measured.map { .double(($0.expected * 100).rounded() / 100) } ?? .null),
      ("id", .string(statement.id)),
    ])
  }
}
