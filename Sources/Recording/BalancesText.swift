public import Model

extension Balances {
  /// For people and for `git diff`: by party, by issue, one line a dated step, and nothing that counts or sums up, so
  /// that a new article changes only lines about what it says.
  public var text: String {
    var text = ""
    var party: String?
    var issue: String?
    for change in changes {
      if change.holder != party {
        text += (party == nil ? "" : "\n") + change.holder + "\n"
        (party, issue) = (change.holder, nil)
      }
      if change.issue != issue {
        text += "  \(change.issue)\n"
        issue = change.issue
      }
      text += "    \(change.row)\n"
    }
    return text
  }
}

extension Statement {
  /// For people, and for git to compare: `2025-10-21  us  summit  opposes  trump, self: “No plans.”  b.txt`.
  public var row: String {
    let texts = [day?.description ?? "no day", holder, issue, stance.rawValue + (earlier ? " earlier" : "")]
    return columns(texts, [10, 12, 18, 11]) + "  \(evidence.article)"
  }

  fileprivate func columns(_ texts: [String], _ widths: [Int]) -> String {
    let voice = person.map { "\($0), \(source)" } ?? source.description
    let quote = evidence.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let columns = zip(texts, widths).map { text, width in
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    return (columns + ["\(voice): “\(quote)”"]).joined(separator: "  ")
  }
}

extension Change {
  /// `2025-11-27  conditional  reversed      putin, self: “Then we will stop.”`; apparent kinds are in parentheses.
  fileprivate var row: String {
    let kind = apparent ? "(\(kind.rawValue))" : kind.rawValue
    return to.columns([on.description, to.stance.rawValue, kind], [10, 11, 13]) + to.trace.map { "  [\($0)]" }.joined()
  }
}
