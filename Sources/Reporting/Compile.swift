public import Model

/// What part of the books a report shows; nil shows all.
public struct Selection: Sendable {
  public var actors: Set<String>?
  public var issues: Set<String>?
  /// Topics where nothing happened from this day on are left out, and so are older lines.
  public var since: Day?

  public init(actors: Set<String>? = nil, issues: Set<String>? = nil, since: Day? = nil) {
    self.actors = actors
    self.issues = issues
    self.since = since
  }
}

extension Report {
  /// `today`: the day on which the books are closed. Parties and issues come in the codebook's order; those that it does not know follow in the order of their bytes.
  public init(
    statements: [Statement], today: Day?, positions: [Position], changes: [Change], codebook: Codebook,
    selection: Selection = Selection(), calibration: Calibration = Calibration(), notices: [String] = []
  ) {
    let compiler = Compiler(
      codebook: codebook, selection: selection, calibration: calibration,
      positions: Dictionary(positions.map { (Key(holder: $0.holder, issue: $0.issue), $0) }) { first, _ in first },
      changes: Dictionary(grouping: changes) { Key(holder: $0.holder, issue: $0.issue) },
      undated: Dictionary(grouping: statements.filter { $0.day == nil }) { Key(holder: $0.holder, issue: $0.issue) })
    let issues = codebook.issues.map(\.id).followed(by: statements.map(\.issue))
    let parties = codebook.parties.map(\.id).followed(by: statements.map(\.holder))
    self.init(
      notices: notices, today: today, published: statements.compactMap(\.published).max(),
      statements: statements.count, articles: Set(statements.map(\.evidence.text)).count, issues: issues,
      parties: parties.compactMap { compiler.party($0, issues: issues) })
  }
}

private struct Key: Hashable {
  var holder: String
  var issue: String
}

private struct Compiler {
  var codebook: Codebook
  var selection: Selection
  var calibration: Calibration
  var positions: [Key: Position]
  var changes: [Key: [Change]]
  var undated: [Key: [Statement]]

  func party(_ id: String, issues: [String]) -> Report.Party? {
    guard selection.actors?.contains(id) ?? true else { return nil }
    let topics = issues.compactMap { topic(Key(holder: id, issue: $0)) }
    return topics.isEmpty ? nil : Report.Party(id: id, title: codebook.title(of: id), topics: topics)
  }

  func topic(_ key: Key) -> Report.Topic? {
    guard selection.issues?.contains(key.issue) ?? true else { return nil }
    let shown = changes[key, default: []].filter { change in selection.since.map { change.on >= $0 } ?? true }
    let steps = shown.filter { $0.kind == .new || $0.isMovement }.map(line)
    let apparent = shown.filter { $0.apparent && $0.kind != .new && $0.kind != .reaffirmed }.map(line)
    let undated = selection.since == nil ? undated[key, default: []].map { line($0, day: nil) } : []
    guard !(steps.isEmpty && apparent.isEmpty && undated.isEmpty) else { return nil }
    let position = positions[key]
    return Report.Topic(
      id: key.issue, title: codebook.title(of: key.issue),
      proposition: codebook.issues.first { $0.id == key.issue }?.proposition ?? "", position: position,
      dissent: (position?.dissent ?? []).map { line($0, day: $0.day) },
      latest: position.flatMap { position in
        steps.contains { $0.statement == position.current } ? nil : line(position.current, day: position.confirmed)
      },
      steps: steps, apparent: apparent, undated: undated)
  }

  /// A step, or with its reason what is none.
  func line(_ change: Change) -> Report.Line {
    var line = line(change.to, day: change.on)
    if !change.apparent || change.kind == .new {
      line.kind = change.kind
      line.from = change.from?.stance
    } else if change.to.source == .holder || change.to.source == .narrator {
      line.why = change.why
    }
    return line
  }

  func line(_ statement: Statement, day: Day?) -> Report.Line {
    Report.Line(
      day: day, statement: statement, voice: codebook.title(of: statement.person ?? statement.holder),
      known: ([statement.source.known(by: codebook)] + statement.trace.map { "as corrected by \($0)" }).joined(separator: "; "),
      measured: statement.trace.isEmpty ? calibration[statement.kind] : nil)
  }
}

extension Source {
  /// How a statement is known.
  func known(by codebook: Codebook) -> String {
    switch self {
    case .holder: "said itself"
    case .unnamed: "unnamed sources"
    case .narrator: "the article's own words"
    case .party(let id): "told by \(codebook.title(of: id))"
    }
  }
}

extension [String] {
  /// These, then those of `others` that are not among them, each once, in the order of their bytes.
  fileprivate func followed(by others: [String]) -> [String] {
    self + Set(others).subtracting(self).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
