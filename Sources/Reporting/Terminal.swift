import Model

extension ReportFormat {
  /// Text for a terminal, at most 100 columns wide where words allow.
  public static let terminal = ReportFormat(name: "terminal", endings: [], positions: text, difference: text)

  private static func text(_ report: Report) -> String {
    var page = Page(title: Report.title, scope: report.scope)
    for notice in report.notices {
      page.skip()
      page.add(notice, lead: "  ")
    }
    for overview in report.overviews { page.show(overview) }
    for party in report.parties {
      page.skip()
      page.add(party.title.uppercased())
      for topic in party.topics { page.show(topic, today: report.today) }
    }
    if report.parties.isEmpty {
      page.skip()
      page.add(Report.nothing)
    }
    return page.text
  }

  private static func text(_ report: DifferenceReport) -> String {
    var page = Page(title: DifferenceReport.title, scope: report.scope)
    for overview in report.overviews { page.show(overview) }
    if report.overviews.isEmpty {
      page.skip()
      page.add(DifferenceReport.nothing)
    }
    return page.text
  }
}

private struct Page {
  private static let width = 100
  private static let quoteMargin = String(repeating: " ", count: 16)
  private(set) var text = ""

  init(title: String, scope: String) {
    add(title)
    add(scope)
  }

  mutating func show(_ overview: Overview) {
    skip()
    add(overview.heading.uppercased())
    let width = min(overview.rows.map(\.label.count).max() ?? 0, Page.width / 3)
    for row in overview.rows { add(row.text, lead: "  " + column(row.label, width + 2)) }
  }

  mutating func show(_ topic: Report.Topic, today: Day?) {
    skip()
    add("\(topic.title): \(topic.stance)", lead: "  ")
    add(topic.standing(today: today), lead: "  ")
    add(topic.proposition, lead: "  The question: ")
    for list in topic.lists {
      add(list.heading, lead: "    ")
      for line in list.lines { show(line) }
    }
  }

  private mutating func show(_ line: Report.Line) {
    let kind = line.kind.map { column($0.rawValue, 13) } ?? ""
    add(line.account, lead: "    " + column(line.date, 12) + kind, hang: Page.quoteMargin)
    add("“\(line.statement.evidence.quote)”", lead: Page.quoteMargin)
    add(line.place, lead: Page.quoteMargin)
  }

  private func column(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  mutating func skip() {
    text += "\n"
  }

  /// A paragraph, broken at spaces: `lead` before its first line, `hang` before the others. Nothing where it is empty.
  mutating func add(_ paragraph: String, lead: String = "", hang: String? = nil) {
    let words = paragraph.visible.split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return }
    var line = lead + words[0]
    for word in words.dropFirst() {
      if line.count + 1 + word.count > Page.width {
        text += line + "\n"
        line = (hang ?? String(repeating: " ", count: lead.count)) + word
      } else {
        line += " " + word
      }
    }
    text += line + "\n"
  }
}
