import ArgumentParser
import Extracting
import Model
import Recording

/// `demarche changes`: steps from one stance to another, one JSON object a line (format `changes`, see
/// `docs/formats.md`).
struct Changes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print how each party's position on each issue moved, and what only looks like a move.",
    discussion: "A path that ends in .ndjson is a file of statements, as extract writes them.")

  @OptionGroup var what: PathOptions
  @OptionGroup var codebook: CodebookOptions
  @OptionGroup var corrections: CorrectionOptions

  func run() async throws {
    let knowledge = try codebook.load()
    let corrections = try corrections.load()
    let output = Output()
    let (_, statements) = await Pipeline.statements(
      what.paths, days: what.days(corrections.days), knowledge: knowledge, output: output)
    let (ledger, problems) = Ledger(statements).corrected(by: corrections)
    output.report(problems)
    let balances = Balances(of: ledger, speakers: knowledge.codebook.speakers)
    for change in balances.changes { output.line(change.json.line) }
    try output.finish()
  }
}

extension Pipeline {
  /// Every statement under `paths`, which are articles, folders of them, and files of statements (`.ndjson`); and the
  /// articles.
  static func statements(
    _ paths: [String], days: PublicationDays = PublicationDays(), knowledge: Knowledge, output: Output
  ) async -> (articles: [Article], statements: [Statement]) {
    var articles: [Article] = []
    var statements: [Statement] = []
    for path in paths where isOfStatements(path) {
      do {
        let (read, problems) = NDJSON.read(Statement.self, from: try Input(path: path).bytes(), named: path)
        output.report(problems)
        statements += read
      } catch {
        output.report(error)
      }
    }
    let items = paths.filter { !isOfStatements($0) }
    await extract(items, days: days, knowledge: knowledge, output: output) { article, extraction in
      articles.append(article)
      statements += extraction.statements
    }
    return (articles, statements)
  }

  private static func isOfStatements(_ path: String) -> Bool {
    path.hasSuffix(".ndjson")
  }
}
