import Model

extension ReportFormat {
  /// One JSON object: format `report`, number 1, see `docs/formats.md`.
  static let json = ReportFormat(name: "JSON", endings: ["json"]) { report in
    JSON.object([
      ("format", .string("report")),
      ("number", .int(1)),
      ("notices", .strings(report.notices)),
      ("today", .optional(report.today?.description)),
      ("statements", .int(report.statements)),
      ("articles", .int(report.articles)),
      ("parties", .array(report.parties.map(\.json))),
    ]).line + "\n"
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
    ])
  }
}
