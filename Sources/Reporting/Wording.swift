import Model

/// What every format that people read says in the same words.
extension Report {
  static let title = "Positions and how they changed"
  static let nothing = "Nothing to show."

  /// `612 statements from 81 articles; today is 2025-11-28, the last day on which one was published`
  var scope: String {
    let count = "\(statements.counted("statement")) from \(articles.counted("article"))"
    let now = today.map { today in
      "today is \(today)" + (today == published ? ", the last day on which one was published" : "")
    }
    return "\(count); \(now ?? "no article has a date")"
  }
}

extension Report.Topic {
  /// `opposes`; `no day known` where nobody gave one.
  var stance: String {
    position?.current.stance.rawValue ?? "no day known"
  }

  /// Since when, how fresh and how well supported the position is; empty where there is none.
  func standing(today: Day?) -> String {
    guard let position else { return "" }
    var parts = ["since \(position.since)"]
    if position.confirmed != position.since { parts.append("last confirmed \(position.confirmed)") }
    if let today, today > position.confirmed {
      parts[parts.count - 1] += " (\((today - position.confirmed).counted("day")) ago)"
    }
    let noun = position.appearances > 1 ? "independent appearance" : "appearance"
    let appearances = position.support > 1 ? " in \(position.appearances.counted(noun))" : ""
    parts.append(position.support.counted("statement") + appearances)
    if !dissent.isEmpty {
      parts.append(
        "otherwise: \(dissent.map { "\($0.voice) (\($0.statement.stance), \($0.date))" }.joined(separator: "; "))")
    }
    if !position.firm { parts.append("provisional: no dated word of its own") }
    return parts.joined(separator: ", ")
  }

  /// Its lines under their headings, without those lists that are empty.
  var lists: [(heading: String, lines: [Report.Line])] {
    [
      ("How it came to this:", steps), ("Its last words:", latest.map { [$0] } ?? []),
      ("Told, but no move of its own:", apparent), ("Without a day:", undated),
    ].filter { !$0.1.isEmpty }
  }
}

extension Report.Line {
  var date: String {
    day?.description ?? "no day"
  }

  /// `opposes → conditional (if the line moves): Vladimir Putin, said itself; right in about 8 of 10`
  var account: String {
    let condition = statement.condition.map { " (\($0))" } ?? ""
    let why = why.map { "; \($0)" } ?? ""
    let from = from.map { "\($0.rawValue) → " } ?? ""
    return
      "\(from)\(statement.stance.rawValue)\(condition): \(voice), \(known)\(why)\(measured.map { "; \($0.words)" } ?? "")"
  }

  /// Where the words stand, and by which id to correct it: `00-seed-telegraph.txt, published 2025-10-21, id 0c1d2e3f`
  var place: String {
    let published = statement.published.map { ", published \($0)" } ?? ""
    return "\(statement.evidence.article)\(published), id \(statement.id)"
  }
}

extension Int {
  /// `1 day`, `2 days`
  fileprivate func counted(_ noun: String) -> String {
    "\(self) \(noun)\(self == 1 ? "" : "s")"
  }
}

extension String {
  /// Without what would steer a terminal or a page: controls, and marks that turn the direction of writing.
  var visible: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter { scalar in
          let properties = scalar.properties
          return properties.isWhitespace || properties.generalCategory != .control && !properties.isBidiControl
        }))
  }
}
