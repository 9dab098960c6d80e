public import Model

/// What follows from a ledger: positions from statements, as balances from entries.
public struct Balances: Sendable {
  /// What each party holds on each issue, by holder and issue; none where no statement has a day.
  public let positions: [Position]
  /// The steps of each party on each issue, by holder, issue and day: movements, first words and repetitions, and what
  /// only looks like a movement.
  public let changes: [Change]

  public init(of ledger: Ledger, under codebook: Codebook) {
    self.init(of: ledger, speakers: codebook.speakers, rankDays: codebook.rankDays)
  }

  /// `speakers`: ids of the persons whose word is their party's.
  init(of ledger: Ledger, speakers: Set<String>, rankDays: Int = 7) {
    let courses = Balances.topics(of: ledger).map { Course($0, speakers: speakers, rankDays: rankDays) }
    positions = courses.compactMap(\.position)
    changes = courses.flatMap(\.changes)
  }

  /// The statements of one holder on one issue each, in the ledger's order.
  private static func topics(of ledger: Ledger) -> [[Statement]] {
    var topics: [[Statement]] = []
    for statement in ledger.statements {
      if let last = topics.last?.last, last.holder == statement.holder, last.issue == statement.issue {
        topics[topics.count - 1].append(statement)
      } else {
        topics.append([statement])
      }
    }
    return topics
  }
}

/// One party and one issue.
struct Topic: Hashable {
  var holder: String
  var issue: String
}

extension Balances {
  /// What is known of one topic.
  struct Account {
    var position: Position?
    var changes: [Change] = []
  }

  var accounts: [Topic: Account] {
    var accounts: [Topic: Account] = [:]
    for position in positions {
      accounts[Topic(holder: position.holder, issue: position.issue), default: Account()].position = position
    }
    for change in changes {
      accounts[Topic(holder: change.holder, issue: change.issue), default: Account()].changes.append(change)
    }
    return accounts
  }
}
