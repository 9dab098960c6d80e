public import Model

extension Ledger {
  /// What each party holds on each issue, by holder and issue; none where no statement has a day.
  ///
  /// `speakers`: ids of the persons whose word is their party's.
  public func positions(speakers: Set<String>) -> [Position] {
    courses(speakers: speakers).compactMap(\.position)
  }

  /// The steps of each party on each issue, by holder, issue and day: movements, first words and repetitions, and what
  /// only looks like a movement.
  public func changes(speakers: Set<String>) -> [Change] {
    courses(speakers: speakers).flatMap(\.changes)
  }

  private func courses(speakers: Set<String>) -> [Course] {
    var groups: [[Statement]] = []
    for statement in statements {
      if let last = groups.last?.last, last.holder == statement.holder, last.issue == statement.issue {
        groups[groups.count - 1].append(statement)
      } else {
        groups.append([statement])
      }
    }
    return groups.map { Course($0, speakers: speakers) }
  }
}
