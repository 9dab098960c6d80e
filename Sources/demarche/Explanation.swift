import Extracting
import Model

/// What `demarche explain` says of an article. The reasons themselves are worded where they arise, in `Extracting`.
struct Explanation {
  let codebook: Codebook
  let calibration: Calibration

  func text(of extraction: Extraction, from article: Article) -> String {
    let statements = extraction.statements
    let about = [article.outlet, article.published?.iso ?? "no date", article.language ?? "language unknown"]
      .compactMap(\.self)
    var parts = ["\(article.title ?? article.name)\n\(about.joined(separator: ", "))"]
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
    let claim = "\(codebook.title(of: statement.holder)) \(verdict(statement))\(condition)"
    let reasons = [statement.trace.joined(separator: "; "), voice(statement), trust(statement)].compactMap(\.self)
    return """
      \(number). \(codebook.title(of: statement.issue)): \(claim).
         “\(statement.evidence.quote)”
         \(reasons.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }.joined(separator: " "))
      """
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
      case .narrator: "the article says so of \(who), \(way)"
      case .unnamed: "unnamed sources say so of \(who), \(way)"
      case .party(let id): "\(codebook.title(of: id)) says so of \(who), \(way)"
      }
    return told + (statement.said.map { ", on \($0)" } ?? "; the text does not fix the day")
  }

  private func trust(_ statement: Statement) -> String? {
    calibration[statement.kind].map { "such evidence (\($0.kind)) is \($0.words) cases" }
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
