import Model

extension ReportFormat {
  /// CommonMark, with no HTML in it.
  static let markdown = ReportFormat(
    name: "Markdown", endings: ["md", "markdown"], positions: text, difference: text)

  private static func text(_ report: Report) -> String {
    var blocks = ["# \(Report.title)", report.scope]
    blocks += report.notices.map { "> **Notice.** \($0.escaped)" }
    blocks += report.overviews.flatMap(\.blocks)
    for party in report.parties {
      blocks.append("## \(party.title.escaped)")
      blocks += party.topics.flatMap { $0.blocks(today: report.today) }
    }
    if report.parties.isEmpty { blocks.append(Report.nothing) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func text(_ report: DifferenceReport) -> String {
    let blocks = report.overviews.isEmpty ? [DifferenceReport.nothing] : report.overviews.flatMap(\.blocks)
    return (["# \(DifferenceReport.title)", report.scope] + blocks).joined(separator: "\n\n") + "\n"
  }
}

extension Overview {
  fileprivate var blocks: [String] {
    let rows = rows.map { "- **\($0.label.escaped)** \($0.text.escaped)" }
    return ["## \(heading)", rows.joined(separator: "\n")]
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
