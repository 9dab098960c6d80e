import Model

/// Rows under a heading, each with a label: what stands at the head of a report.
struct Overview {
  var heading: String
  var rows: [(label: String, text: String)]
}

extension Report {
  /// How many movements an overview tells.
  private static let movements = 10

  /// Who stands where on each issue, and what moved last; empty where there is nothing to look over.
  var overviews: [Overview] {
    [
      Overview(heading: "Where they stand", rows: standings),
      Overview(heading: "What moved last", rows: latestMovements),
    ].filter { !$0.rows.isEmpty }
  }

  private var topics: [(party: Party, topic: Topic)] {
    parties.flatMap { party in party.topics.map { (party, $0) } }
  }

  private var standings: [(label: String, text: String)] {
    issues.compactMap { issue in
      let topics = topics.filter { $0.topic.id == issue }
      let sides = Stance.allCases.compactMap { side($0, topics) }
      return sides.isEmpty ? nil : (topics[0].topic.title, sides.joined(separator: "; "))
    }
  }

  /// `opposes: Russia, China (provisional)`; nil where nobody does.
  private func side(_ stance: Stance, _ topics: [(party: Party, topic: Topic)]) -> String? {
    let names = topics.compactMap { party, topic -> String? in
      guard let position = topic.position, position.current.stance == stance else { return nil }
      return position.firm ? party.title : "\(party.title) (provisional)"
    }
    return names.isEmpty ? nil : "\(stance.rawValue): \(names.joined(separator: ", "))"
  }

  private var latestMovements: [(label: String, text: String)] {
    let moves = topics.flatMap { party, topic in
      topic.steps.compactMap { line -> (day: Day, text: String)? in
        guard let day = line.day, let from = line.from, let kind = line.kind else { return nil }
        let step = "\(from.rawValue) → \(line.statement.stance.rawValue)"
        return (day, "\(party.title), \(topic.title): \(step) (\(kind.rawValue))")
      }
    }
    // Those of one day keep the order of the report: Swift's sort is stable.
    return moves.sorted { $0.day > $1.day }.prefix(Report.movements).map { ($0.day.description, $0.text) }
  }
}
