public import ArgumentParser
public import Evaluating
import Model

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

  @Argument(help: ArgumentHelp("Statements, as `demarche extract` prints them.", valueName: "statements"))
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
    let codebook = try codebook.load()
    let output = Output()
    if let gold = readGold(output) {
      let statements = await statements(codebook, output)
      let evaluation = Evaluation(of: statements, against: gold, language: language)
      if let first = evaluation.unknown.first {
        let count = evaluation.unknown.count
        output.report(
          Problem(.warning, at: first, "not in the gold" + (count > 1 ? ", like \(count - 1) other articles" : "")))
      }
      if json { printJSON(evaluation, output) } else { printLines(evaluation, output) }
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

  private func statements(_ codebook: Codebook, _ output: Output) async -> [Statement] {
    guard let predicted else {
      var statements: [Statement] = []
      await Pipeline.extract(["\(folder)/articles"], codebook: codebook, output: output) {
        statements += $1.statements
      }
      return statements
    }
    do {
      let (statements, problems) = NDJSON.read(
        Statement.self, from: try Input(path: predicted).bytes(), named: predicted)
      output.report(problems)
      return statements
    } catch {
      output.report(error)
      return []
    }
  }

  private func printLines(_ evaluation: Evaluation, _ output: Output) {
    for figure in by.map(evaluation.split(by:)) ?? [] { output.line(figure.line(width: 25)) }
    for figure in evaluation.score.figures { output.line(figure.line(width: 10)) }
    guard errors else { return }
    for stand in evaluation.score.wrong { output.line("wrong  \(stand)") }
    for stand in evaluation.score.missed { output.line("missed \(stand)") }
  }

  private func printJSON(_ evaluation: Evaluation, _ output: Output) {
    var fields = evaluation.score.figures.map { ($0.name, $0.json) }
    if let by {
      fields.append(("by", .object(evaluation.split(by: by).map { ($0.name, $0.json) })))
    }
    if errors {
      fields.append(("wrong", .strings(evaluation.score.wrong.map(\.description))))
      fields.append(("missed", .strings(evaluation.score.missed.map(\.description))))
    }
    output.line(JSON.object(fields).line)
  }
}

extension Evaluation.Part: ExpressibleByArgument {}
