public import ArgumentParser
public import Evaluating
import Extracting
import Model
import Recording

/// `demarche evaluate`: how far what is extracted agrees with what careful readers found.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure extracted statements against a folder of articles that people have coded.",
    discussion: """
      The folder holds gold.ndjson, meta.ndjson and articles/, and changes.ndjson where changes are coded as well. \
      Without a file of statements, the articles are extracted now.
      """)

  @Argument(help: ArgumentHelp("The folder of the gold.", valueName: "gold"))
  var folder: String

  @Argument(
    help: ArgumentHelp(
      "Statements, as `demarche extract` prints them, in a file that ends in .ndjson.", valueName: "statements"))
  var predicted: String?

  @Option(help: "Only the articles in this language, such as en.")
  var language: String?

  @Option(help: "The position figure, split.")
  var by: Evaluation.Part?

  @Flag(help: "List what was wrong and what was missed.")
  var errors = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var codebook: CodebookOptions

  func run() async throws {
    let knowledge = try codebook.load()
    let output = Output()
    if let gold = readGold(output) {
      let (_, statements) = await Pipeline.statements(
        [predicted ?? "\(folder)/articles"],
        days: PublicationDays(silent: gold.articles.compactMapValues { $0.published.flatMap { Day(iso: $0) } }),
        knowledge: knowledge, output: output)
      let evaluation = Evaluation(of: statements, against: gold, language: language)
      let changes = changes(of: statements, knowledge, against: gold)
      if let first = evaluation.unknown.first {
        let count = evaluation.unknown.count
        output.report(
          Problem(.warning, at: first, "not in the gold" + (count > 1 ? ", like \(count - 1) other articles" : "")))
      }
      if json { printJSON(evaluation, changes, output) } else { printLines(evaluation, changes, output) }
    }
    try output.finish()
  }

  private func readGold(_ output: Output) -> Gold? {
    do {
      let changes = Input(path: "\(folder)/changes.ndjson")
      let (gold, problems) = Gold.read(
        statements: try Input(path: "\(folder)/gold.ndjson").bytes(),
        about: try Input(path: "\(folder)/meta.ndjson").bytes(),
        changes: changes.exists ? try changes.bytes() : [])
      output.report(problems)
      return gold
    } catch {
      output.report(error)
      return nil
    }
  }

  /// Nil where no changes are coded, and for one language: a position moves across the languages that tell of it.
  private func changes(of statements: [Statement], _ knowledge: Knowledge, against gold: Gold) -> ChangeScore? {
    guard language == nil, !gold.changes.isEmpty else { return nil }
    let balances = Balances(of: Ledger(statements), under: knowledge.codebook)
    return ChangeScore(of: balances.changes, against: gold.changes)
  }

  private func printLines(_ evaluation: Evaluation, _ changes: ChangeScore?, _ output: Output) {
    for figure in by.map(evaluation.split(by:)) ?? [] { output.line(figure.line(width: 25)) }
    for figure in evaluation.score.figures + (changes?.figures ?? []) { output.line(figure.line(width: 10)) }
    guard errors else { return }
    for wrong in wrong(evaluation, changes) { output.line("wrong  \(wrong)") }
    for missed in missed(evaluation, changes) { output.line("missed \(missed)") }
  }

  private func printJSON(_ evaluation: Evaluation, _ changes: ChangeScore?, _ output: Output) {
    var fields = (evaluation.score.figures + (changes?.figures ?? [])).map { ($0.name, $0.json) }
    if let by {
      fields.append(("by", .object(evaluation.split(by: by).map { ($0.name, $0.json) })))
    }
    if errors {
      fields.append(("wrong", .strings(wrong(evaluation, changes))))
      fields.append(("missed", .strings(missed(evaluation, changes))))
    }
    output.line(JSON.object(fields).line)
  }

  private func wrong(_ evaluation: Evaluation, _ changes: ChangeScore?) -> [String] {
    evaluation.score.wrong.map(\.description)
      + (changes?.wrong ?? []).map { described($0.holder, $0.issue, $0.from?.stance, $0.to.stance, $0.on) }
  }

  private func missed(_ evaluation: Evaluation, _ changes: ChangeScore?) -> [String] {
    evaluation.score.missed.map(\.description)
      + (changes?.missed ?? []).map { "\(described($0.holder, $0.issue, $0.from, $0.to, $0.on)): \($0.why)" }
  }

  private func described(_ holder: String, _ issue: String, _ from: Stance?, _ to: Stance, _ on: Day) -> String {
    "\(on) \(holder) \(issue) \(from?.rawValue ?? "nothing") -> \(to.rawValue)"
  }
}

extension Evaluation.Part: ExpressibleByArgument {}
