public import Model

extension Correction {
  /// A block of the format `corrections` that is about one statement, and about others only where they have the same
  /// words: `change` holds fields by name, and `nil` stands for null; nil rejects the statement.
  public static func text(
    about statement: Statement, in ledger: Ledger, change: [(field: String, value: String?)]?, by: String, on: Day,
    why: String
  ) -> String {
    let words = statement.evidence.quote.words
    let alike = ledger.statements.filter {
      $0.holder == statement.holder && $0.issue == statement.issue && $0.evidence.quote.words.contains(words)
    }
    var fields: [(String, String)] = [("quote", quoted(statement.evidence.quote))]
    if alike.contains(where: { $0.evidence.quote.words != words }) {
      fields.append(("article", quoted(statement.evidence.article)))
    }
    fields += [("holder", quoted(statement.holder)), ("issue", quoted(statement.issue))]
    if alike.contains(where: { $0.stance != statement.stance }) { fields.append(("stance", statement.stance.rawValue)) }
    if let change {
      let changes = change.map { "\($0.field): \($0.value.map(quoted) ?? "null")" }
      fields.append(("change", "{\(changes.joined(separator: ", "))}"))
    } else {
      fields.append(("reject", "true"))
    }
    fields += [("by", quoted(by)), ("on", on.description), ("why", quoted(why))]
    return "- " + fields.map { "\($0.0): \($0.1)" }.joined(separator: "\n  ") + "\n"
  }

  /// As it stands where YAML takes it for a text; else in quotation marks, of which those of JSON are a part of YAML's.
  private static func quoted(_ text: String) -> String {
    let isPlain =
      text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D } && text.utf8.count > 4
      && text.utf8.first != 0x2D && text != "false"
    return isPlain ? text : JSON.string(text).line
  }
}
