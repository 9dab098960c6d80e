import ArgumentParser
import Model

/// `demarche extract`: statements, one JSON object a line (format `statements`, see `docs/formats.md`).
struct Extract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print who takes which stance on which issue, with the sentence that shows it.")

  @OptionGroup var what: PathOptions
  @OptionGroup var codebook: CodebookOptions

  func run() async throws {
    let knowledge = try codebook.load()
    let output = Output()
    await Pipeline.extract(what.paths, days: what.days(), knowledge: knowledge, output: output) {
      _, extraction in
      for statement in extraction.statements { output.line(statement.json.line) }
    }
    try output.finish()
  }
}
