import Model

extension ReportFormat {
  /// CommonMark, with no HTML in it.
  static let markdown = ReportFormat(name: "Markdown", endings: ["md", "markdown"]) { report in
    var blocks = ["# \(Report.title)", report.scope]
    blocks += report.notices.map { "> **Notice.** \($0.escaped)" }
    for overview in report.overviews {
      let rows = overview.rows.map { "- **\($0.label.escaped)** \($0.text.escaped)" }
      blocks += ["## \(overview.heading)", rows.joined(separator: "\n")]
    }
    for party in report.parties {
      blocks.append("## \(party.title.escaped)")
      blocks += party.topics.flatMap { $0.blocks(today: report.today) }
    }
    if report.parties.isEmpty { blocks.append(Report.nothing) }
    return blocks.joined(separator: "\n\n") + "\n"
  }
}

extension Report.Topic {
  fileprivate func blocks(today: Day?) -> [String] {
    let standing = standing(today: today)
    return ["### \(title.escaped): \(stance)"]
      + [standing, proposition.isEmpty ? "" : "*The question: \(proposition.escaped)*"].filter { !$0.isEmpty }
      + lists.flatMap { list in
        ["**\(list.heading)**", list.lines.map(\.item).joined(separator: "\n")]
      }
  }
}

extension Report.Line {
  fileprivate var item: String {
    """
    - \(date) \(kind.map { "**\($0.rawValue)** " } ?? "")\(account.escaped)
      > “\(statement.evidence.quote.escaped)”

      *\(place.escaped)*
    """
  }
}

extension String {
  /// On one line, with the marks of Markdown taken literally.
  fileprivate var escaped: String {
    let marks: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&"]
    return visible.split(whereSeparator: \.isWhitespace).joined(separator: " ").unicodeScalars
      .reduce(into: "") { text, scalar in
        if marks.contains(scalar) { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
  }
}
