public import Model

extension Ledger {
  /// What each party holds on each issue, by holder and issue; none where no statement has a day.
  ///
  /// `heads`: ids of the persons who outrank their party's other voices.
  public func positions(heads: Set<String>) -> [Position] {
    courses(heads: heads).compactMap(\.position)
  }

  /// The steps of each party on each issue, by holder, issue and day: movements, first words and repetitions, and what
  /// only looks like a movement.
  public func changes(heads: Set<String>) -> [Change] {
    courses(heads: heads).flatMap(\.changes)
  }

  private func courses(heads: Set<String>) -> [Course] {
    var groups: [[Statement]] = []
    for statement in statements {
      if let last = groups.last?.last, last.holder == statement.holder, last.issue == statement.issue {
        groups[groups.count - 1].append(statement)
      } else {
        groups.append([statement])
      }
    }
    return groups.map { Course($0, heads: heads) }
  }
}
