import Extracting
import Model

/// What `demarche explain` says of an article. The reasons themselves are worded where they arise, in `Extracting`.
struct Explanation {
  let codebook: Codebook
  let calibration: Calibration

  func text(of extraction: Extraction, from article: Article) -> String {
    let statements = extraction.statements
    let about = [article.outlet, article.published?.iso ?? "no date", article.language ?? "language unknown"]
    var parts = ["\(article.title ?? article.name)\n\(about.compactMap(\.self).joined(separator: ", "))"]
    let asked = codebook.issues.filter { issue in statements.contains { $0.issue == issue.id } }
    if !asked.isEmpty {
      parts.append((["What is asked:"] + asked.map { "  \($0.title): \($0.proposition)" }).joined(separator: "\n"))
    }
    parts += statements.enumerated().map { paragraph(on: $1, number: $0 + 1) }
    if statements.isEmpty { parts.append("No statement was found.") }
    if !extraction.notes.isEmpty { parts.append("Seen but not counted:") }
    parts += notes(extraction.notes)
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The claim, the sentence, the reasons.
  private func paragraph(on statement: Statement, number: Int) -> String {
    let condition = statement.condition.map { ", “\($0)”" } ?? ""
    return """
      \(number). \(codebook.title(of: statement.issue)): \(codebook.title(of: statement.holder)) \(verdict(statement))\(condition).
         “\(statement.evidence.quote)”
         \(statement.trace.joined(separator: "; ").sentence)\(voice(statement).sentence)\(trust(statement).sentence)
      """.trimmingSpaces
  }

  private func verdict(_ statement: Statement) -> String {
    switch (statement.stance, statement.earlier) {
    case (.supports, false): "is for it"
    case (.supports, true): "was for it"
    case (.conditional, false): "is for it on a condition"
    case (.conditional, true): "was for it on a condition"
    case (.undecided, false): "leaves it open"
    case (.undecided, true): "left it open"
    case (.opposes, false): "is against it"
    case (.opposes, true): "was against it"
    }
  }

  private func voice(_ statement: Statement) -> String {
    let who = codebook.title(of: statement.person ?? statement.holder)
    let way =
      switch statement.mode {
      case .direct: "in words that are quoted"
      case .indirect: "in reported speech"
      case .paraphrase: "in a summary"
      }
    let told =
      switch statement.source {
      case .holder: "\(who) says so, \(way)"
      case .narrator: "The article says so of \(who), \(way)"
      case .unnamed: "Unnamed sources say so of \(who), \(way)"
      case .party(let id): "\(codebook.title(of: id)) says so of \(who), \(way)"
      }
    return told + (statement.said.map { ", on \($0)" } ?? "; the text does not fix the day")
  }

  private func trust(_ statement: Statement) -> String {
    guard let kind = statement.kind, let count = calibration[kind] else { return "" }
    return "Evidence of this kind, `\(kind)`, was right in \(count.right) of \(count.right + count.wrong) cases on coded articles"
  }

  /// Each sentence once, with what was seen in it.
  private func notes(_ notes: [Extraction.Note]) -> [String] {
    var parts: [(quote: String, reasons: [String])] = []
    for note in notes {
      if parts.last?.quote != note.quote { parts.append((note.quote, [])) }
      let reason = "   \(codebook.title(of: note.issue)), \(note.reason)."
      if !parts[parts.count - 1].reasons.contains(reason) { parts[parts.count - 1].reasons.append(reason) }
    }
    return parts.map { quote, reasons in (["“\(quote)”"] + reasons).joined(separator: "\n") }
  }
}

extension String {
  /// With a capital and a full stop, and a space behind; nothing stays nothing.
  fileprivate var sentence: String {
    isEmpty ? "" : prefix(1).uppercased() + dropFirst() + ". "
  }

  fileprivate var trimmingSpaces: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
