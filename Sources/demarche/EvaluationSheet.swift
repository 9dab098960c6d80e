import Evaluating
import Model

/// What an evaluation prints, as lines or as one JSON object.
struct EvaluationSheet {
  struct Entry {
    var text: String
    var json: JSON
  }

  var figures: [Figure]
  /// Those of the run that is compared with, by the same names; empty where there is none.
  var before: [Figure] = []
  /// Printed above the figures.
  var tables: [(name: String, rows: [Figure])] = []
  /// Printed below them.
  var lists: [(name: String, entries: [Entry])] = []

  var lines: [String] {
    let rows = tables.flatMap { table in table.rows.map { $0.line(width: 25) } }
    let width = figures.contains { $0.name.count > 9 } ? 15 : 10
    let main = figures.map { figure in
      figure.line(width: width, since: before.first { $0.name == figure.name })
    }
    return rows + main
      + lists.flatMap { name, entries in entries.map { "\(name)\(name.count < 6 ? "  " : " ")\($0.text)" } }
  }

  var json: JSON {
    func object(_ figures: [Figure]) -> JSON { .object(figures.map { ($0.name, $0.json) }) }
    return .object(
      figures.map { ($0.name, $0.json) } + (before.isEmpty ? [] : [("before", object(before))])
        + tables.map { ($0.name, object($0.rows)) } + lists.map { ($0.name, .array($0.entries.map(\.json))) })
  }
}

extension EvaluationSheet.Entry {
  init(_ stand: Stand) {
    self.init(text: stand.description, json: .object(stand.fields))
  }

  init(_ one: Disagreement) {
    let quotes = one.quotes.map { "\n       “\($0)”" }.joined()
    let instead = one.instead.isEmpty ? "" : "; the other side has \(one.instead.joined(separator: ", "))"
    self.init(
      text: "\(one.stand)\(instead)\(quotes)",
      json: .object(
        one.stand.fields + [("quotes", .strings(one.quotes)), ("instead", .strings(one.instead))]))
  }

  init(_ change: Change) {
    self.init(change.holder, change.issue, change.from?.stance, change.to.stance, change.on, why: change.why)
  }

  init(_ change: Gold.ExpectedChange) {
    self.init(change.holder, change.issue, change.from, change.to, change.on, why: change.why)
  }

  private init(_ holder: String, _ issue: String, _ from: Stance?, _ to: Stance, _ on: Day, why: String) {
    text = "\(on) \(holder) \(issue) \(from?.rawValue ?? "nothing") -> \(to.rawValue)\n       \(why)"
    json = .object([
      ("holder", .string(holder)), ("issue", .string(issue)), ("from", .optional(from?.rawValue)),
      ("to", .string(to.rawValue)), ("on", .string(on.description)), ("why", .string(why)),
    ])
  }
}

extension Stand {
  fileprivate var fields: [(String, JSON)] {
    [
      ("article", .string(article)), ("holder", .string(holder)), ("issue", .string(issue)),
      ("stance", .string(stance.rawValue)), ("earlier", .bool(earlier)),
    ]
  }
}
