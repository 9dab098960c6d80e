import ArgumentParser
import Extracting
import Model

/// `demarche explain`: how each statement was found, and what was seen but not counted, for a person to read.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how each statement of news items was found, and what was not counted and why.")

  @OptionGroup var what: PathOptions
  @OptionGroup var codebook: CodebookOptions

  func run() async throws {
    let knowledge = try codebook.load()
    let output = Output()
    await Pipeline.extract(what.paths, days: what.days(), knowledge: knowledge, output: output) {
      article, extraction in
      output.line(explanation(of: extraction, from: article, knowledge.codebook))
    }
    try output.finish()
  }

  private func explanation(of extraction: Extraction, from article: Article, _ codebook: Codebook) -> String {
    let head = [
      article.title ?? article.name,
      [article.outlet, article.published?.iso ?? "no date", article.language ?? "language unknown"]
        .compactMap(\.self).joined(separator: ", "),
      count(extraction.statements.count, "statement") + ", "
        + count(extraction.notes.count, "sentence") + " seen but not counted",
    ]
    let counted = extraction.statements.enumerated().map { explanation(of: $1, number: $0 + 1, codebook) }
    let passedOver = extraction.notes.map { "“\($0.quote)”\n   \($0.reason)" }
    return
      ([head.joined(separator: "\n")] + counted + (passedOver.isEmpty ? [] : ["Seen but not counted"]) + passedOver)
      .joined(separator: "\n\n") + "\n"
  }

  /// The claim, the words, and the reasons.
  private func explanation(of statement: Statement, number: Int, _ codebook: Codebook) -> String {
    let issue = codebook.issues.first { $0.id == statement.issue }
    let said = statement.said.map { "on \($0)" } ?? "on a day that the text does not fix"
    let lines =
      ["“\(statement.evidence.quote)”", "\(voice(of: statement, codebook)), \(said)\(known(statement, codebook))"]
      + (issue.map { ["The question: \($0.proposition)"] } ?? [])
      + (statement.condition.map { ["Condition: \($0)"] } ?? [])
      + statement.trace.map { "- \($0)" }
    let claim =
      "\(issue?.title ?? statement.issue): \(codebook.title(of: statement.holder)) \(verdict(of: statement))"
    return (["\(number). \(claim)"] + lines.map { "   \($0)" }).joined(separator: "\n")
  }

  private func verdict(of statement: Statement) -> String {
    let verdict =
      switch statement.stance {
      case .supports: "is for it"
      case .conditional: "is for it on a condition"
      case .undecided: "leaves it open"
      case .opposes: "is against it"
      }
    return statement.earlier ? "formerly \(verdict)" : verdict
  }

  private func voice(of statement: Statement, _ codebook: Codebook) -> String {
    statement.person.map { "Voiced by \(codebook.title(of: $0))" } ?? "No person named"
  }

  private func known(_ statement: Statement, _ codebook: Codebook) -> String {
    let words =
      switch statement.mode {
      case .direct: "quoted"
      case .indirect: "in reported speech"
      case .paraphrase: "summed up"
      }
    return switch statement.source {
    case .holder: "; said by the party itself, \(words)"
    case .unnamed: "; told by unnamed sources, \(words)"
    case .narrator: "; told by the article, \(words)"
    case .party(let id): "; told by \(codebook.title(of: id)), \(words)"
    }
  }

  private func count(_ number: Int, _ noun: String) -> String {
    "\(number == 0 ? "no" : String(number)) \(noun)\(number == 1 ? "" : "s")"
  }
}
