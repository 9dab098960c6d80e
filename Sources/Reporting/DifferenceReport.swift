public import Model

/// What differs between two states of the books, as a reader is shown it.
public struct DifferenceReport: Sendable {
  static let title = "What moved"
  static let nothing = "Nothing differs."

  let difference: Difference
  private let codebook: Codebook

  /// `codebook`: for the titles of parties, persons and issues.
  public init(_ difference: Difference, codebook: Codebook) {
    self.difference = difference
    self.codebook = codebook
  }

  /// `between the books as of 2025-10-16 and those as of 2025-10-21`
  var scope: String {
    func day(_ day: Day?) -> String { day?.description ?? "no day" }
    return "between the books as of \(day(difference.from)) and those as of \(day(difference.to))"
  }

  var overviews: [Overview] {
    [
      Overview(heading: "Moved in the world", rows: difference.moves.filter(\.inWorld).map(row)),
      Overview(heading: "Moved only in our knowledge", rows: difference.moves.filter { !$0.inWorld }.map(row)),
      Overview(heading: "Statements added", rows: difference.added.map(row)),
      Overview(heading: "Statements gone", rows: difference.gone.map(row)),
      Overview(heading: "Statements coded otherwise", rows: difference.revised.map(row)),
    ].filter { !$0.rows.isEmpty }
  }

  // MARK: Rows

  private func row(_ move: Difference.Move) -> (label: String, text: String) {
    let label = "\(codebook.title(of: move.holder)), \(codebook.title(of: move.issue))"
    let steps = move.steps.map { step in
      "\(step.on) \(step.from.map { "\($0.stance) → " } ?? "")\(step.to.stance) (\(step.kind)), \(words(of: step.to))"
    }
    let stances = [move.before, move.after].map { position in
      position.map { "\($0.current.stance)\($0.firm ? "" : " (provisional)")" } ?? "nothing known"
    }
    let last = steps.isEmpty ? [move.after ?? move.before].compactMap { $0.map { words(of: $0.current) } } : steps
    return (label, (["\(stances[0]) → \(stances[1]): \(move.why)"] + last).joined(separator: "; "))
  }

  private func row(_ statement: Statement) -> (label: String, text: String) {
    let topic = "\(codebook.title(of: statement.holder)), \(codebook.title(of: statement.issue))"
    return (statement.day?.description ?? "no day", "\(topic): \(statement.stance), \(words(of: statement))")
  }

  private func row(_ revision: Difference.Revision) -> (label: String, text: String) {
    let after = row(revision.after)
    let fields = revision.fields.map { field in
      "\(field.name == "trace" ? "decided by" : field.name): \(field.before) → \(field.after)"
    }
    return (after.label, "\(fields.joined(separator: ", ")). \(after.text)")
  }

  /// `Donald Trump: “No plans.” (b.txt)`
  private func words(of statement: Statement) -> String {
    let voice = codebook.title(of: statement.person ?? statement.holder)
    let (quote, article) = (statement.evidence.quote, statement.evidence.article)
    return "\(voice), \(statement.source.known(by: codebook)): “\(quote)” (\(article))"
  }
}
