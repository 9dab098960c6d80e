import Model

/// The new names that people gave to actors and issues, each followed to its last.
struct Names {
  private var corrections: [Correction.Renamed: [String: (to: String, by: Correction)]] = [.actor: [:], .issue: [:]]
  private var problems: [Problem] = []

  init(_ corrections: [Correction]) {
    for correction in corrections {
      guard case .rename(let kind, let from, let to) = correction.decision else { continue }
      if let other = self.corrections[kind]?[from], other.to != to {
        problems.append(
          Problem(
            .warning, at: correction.place, "`\(from)` has the new name `\(other.to)` already",
            remedy: "take one of them out"))
      } else {
        self.corrections[kind]?[from] = (to, correction)
      }
    }
  }

  func renaming(_ statement: Statement) -> Statement {
    var statement = statement
    statement.holder = last(.actor, statement.holder)
    statement.issue = last(.issue, statement.issue)
    if case .party(let id) = statement.source { statement.source = .party(last(.actor, id)) }
    if statement.source == .party(statement.holder) { statement.source = .holder }
    return statement
  }

  /// Also one for each name that nothing has.
  func problems(among statements: [Statement]) -> [Problem] {
    let known: [Correction.Renamed: Set<String>] = [
      .actor: Set(statements.map(\.holder)).union(statements.map(\.source.description)),
      .issue: Set(statements.map(\.issue)),
    ]
    let lost = corrections.flatMap { kind, names in
      names.filter { old, new in
        !(known[kind]?.contains(old) ?? false) && !names.values.contains { $0.to == old }
      }
      .map { old, new in
        Problem(
          .warning, at: new.by.place, "no statement has the \(kind.rawValue) `\(old)`",
          remedy: Problem.remedy(for: old, among: known[kind, default: []].sorted()))
      }
    }
    return problems + lost.sorted { $0.description < $1.description }
  }

  /// Names that lead in a circle stay where they are.
  private func last(_ kind: Correction.Renamed, _ id: String) -> String {
    var name = id
    for _ in 0..<(corrections[kind]?.count ?? 0) {
      guard let next = corrections[kind]?[name]?.to else { return name }
      name = next
    }
    return corrections[kind]?[name] == nil ? name : id
  }
}
