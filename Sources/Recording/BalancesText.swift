import Model

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

extension Change {
  /// `2025-11-27  conditional  reversed      putin, self: “Then we will stop.”`; apparent kinds are in parentheses.
  fileprivate var row: String {
    let kind = apparent ? "(\(kind.rawValue))" : kind.rawValue
    let voice = to.person.map { "\($0), \(to.source)" } ?? to.source.description
    let quote = to.evidence.quote.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let columns = [on.description, to.stance.rawValue, kind].enumerated().map { index, text in
      text + String(repeating: " ", count: max(0, [10, 11, 13][index] - text.count))
    }
    let corrected = to.trace.map { "  [\($0)]" }.joined()
    return (columns + ["\(voice): “\(quote)”\(corrected)"]).joined(separator: "  ")
  }
}
