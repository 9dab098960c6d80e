import Model

extension ReportFormat {
  /// One page that needs nothing else: no script, no picture, no address.
  static let html = ReportFormat(
    name: "HTML", endings: ["html", "htm"],
    positions: { page(title: Report.title, scope: $0.scope, sections($0)) },
    difference: { report in
      let nothing = report.overviews.isEmpty ? ["<p>\(DifferenceReport.nothing)</p>"] : []
      return page(title: DifferenceReport.title, scope: report.scope, report.overviews.map(\.section) + nothing)
    })

  private static func page(title: String, scope: String, _ sections: [String]) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <h1>\(title)</h1>
    <p>\(scope.escaped)</p>
    \(sections.joined(separator: "\n"))
    </body>
    </html>

    """
  }

  private static func sections(_ report: Report) -> [String] {
    let notices = report.notices.map { "<p class=\"notice\">\($0.escaped)</p>" }
    let parties = report.parties.map { party in
      """
      <section>
      <h2>\(party.title.escaped)</h2>
      \(party.topics.map { $0.article(today: report.today) }.joined(separator: "\n"))
      </section>
      """
    }
    let nothing = report.parties.isEmpty ? ["<p>\(Report.nothing)</p>"] : []
    return notices + report.overviews.map(\.section) + parties + nothing
  }

  private static let style = """
    body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
    h2 { border-bottom: 1px solid; margin-top: 3rem; }
    h4 { margin: 1rem 0 .25rem; }
    dt { font-weight: bold; }
    ol { list-style: none; padding: 0; }
    li { margin: 0 0 1rem; }
    blockquote { margin: .25rem 0 .25rem 1rem; padding-left: .75rem; border-left: 3px solid; }
    .stance { font-weight: bold; }
    .notice { border: 1px solid; padding: .5rem 1rem; }
    .small { font-size: .875rem; }
    """
}

extension Overview {
  fileprivate var section: String {
    """
    <section>
    <h2>\(heading)</h2>
    <dl>
    \(rows.map { "<dt>\($0.label.escaped)</dt><dd>\($0.text.escaped)</dd>" }.joined(separator: "\n"))
    </dl>
    </section>
    """
  }
}

extension Report.Topic {
  fileprivate func article(today: Day?) -> String {
    var lines = ["<article>", "<h3>\(title.escaped): <span class=\"stance\">\(stance)</span></h3>"]
    if position != nil { lines.append("<p>\(standing(today: today))</p>") }
    if !proposition.isEmpty { lines.append("<p class=\"small\">The question: \(proposition.escaped)</p>") }
    for list in lists {
      lines.append("<h4>\(list.heading)</h4>")
      lines += ["<ol>"] + list.lines.map(\.item) + ["</ol>"]
    }
    return (lines + ["</article>"]).joined(separator: "\n")
  }
}

extension Report.Line {
  fileprivate var item: String {
    """
    <li>
    <p>\(day.map { "<time>\($0)</time>" } ?? date) \(kind.map { "<b>\($0.rawValue)</b> " } ?? "")\(account.escaped)</p>
    <blockquote dir="auto">“\(statement.evidence.quote.escaped)”</blockquote>
    <p class="small">\(place.escaped)</p>
    </li>
    """
  }
}

extension String {
  fileprivate var escaped: String {
    visible.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "'": text += "&#39;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
