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

  @Flag(help: "The stances of the gold beside those found at the same places.")
  var confusion = false

  @Flag(help: "List what was wrong and what was missed, with the sentences.")
  var errors = false

  @Option(help: ArgumentHelp("Statements of an earlier run to compare with.", valueName: "statements"))
  var baseline: String?

  @Option(help: ArgumentHelp("A second coding of the same articles: how far the two agree.", valueName: "gold.ndjson"))
  var second: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var codebook: CodebookOptions

  func run() async throws {
    let knowledge = try codebook.load()
    let output = Output()
    if let gold = readGold(output) {
      let now = await result(of: predicted ?? "\(folder)/articles", gold, knowledge, output)
      var before: Result?
      if let baseline { before = await result(of: baseline, gold, knowledge, output) }
      if let first = now.evaluation.unknown.first {
        let count = now.evaluation.unknown.count
        output.report(
          Problem(.warning, at: first, "not in the gold" + (count > 1 ? ", like \(count - 1) other articles" : "")))
      }
      let agreement = readSecond(output).map { Agreement(of: $0, with: gold) }
      let sheet = sheet(now, before, agreement)
      if json { output.line(sheet.json.line) } else { for line in sheet.lines { output.line(line) } }
    }
    try output.finish()
  }

  private typealias Result = (evaluation: Evaluation, changes: ChangeScore?)

  private func result(of path: String, _ gold: Gold, _ knowledge: Knowledge, _ output: Output) async -> Result {
    let (_, statements) = await Pipeline.statements(
      [path], days: PublicationDays(silent: gold.articles.compactMapValues { $0.published.flatMap { Day(iso: $0) } }),
      knowledge: knowledge, output: output)
    return (
      Evaluation(of: statements, against: gold, language: language), changes(of: statements, knowledge, against: gold)
    )
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

  private func readSecond(_ output: Output) -> [Gold.Expected]? {
    guard let second else { return nil }
    do {
      let (coding, problems) = NDJSON.read(Gold.Expected.self, from: try Input(path: second).bytes(), named: second)
      output.report(problems)
      return coding
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

  private func sheet(_ now: Result, _ before: Result?, _ agreement: Agreement?) -> EvaluationSheet {
    func figures(_ result: Result) -> [Figure] { result.evaluation.score.figures + (result.changes?.figures ?? []) }
    var sheet = EvaluationSheet(figures: figures(now) + (agreement?.figures ?? []), before: before.map(figures) ?? [])
    if let by { sheet.tables.append(("by", now.evaluation.split(by: by))) }
    if confusion { sheet.tables.append(("confusion", now.evaluation.score.confusion)) }
    if let before {
      let progress = Progress(from: before.evaluation.score, to: now.evaluation.score)
      sheet.lists += progress.lists.map { ($0.name, $0.stands.map(EvaluationSheet.Entry.init)) }
    }
    if errors {
      let score = now.evaluation.score
      sheet.lists += [
        ("wrong", score.wrong.map { .init($0) } + (now.changes?.wrong ?? []).map { .init($0) }),
        ("missed", score.missed.map { .init($0) } + (now.changes?.missed ?? []).map { .init($0) }),
      ]
    }
    return sheet
  }
}

extension Evaluation.Part: ExpressibleByArgument {}
