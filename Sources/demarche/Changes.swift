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
  @OptionGroup var days: DayOptions
  @OptionGroup var options: RecordOptions

  func run() async throws {
    let output = Output()
    do {
      let recorded = try await recorded(output)
      let books = recorded.books(asOf: days.asOf)
      output.report(books.problems)
      for change in books.balances.changes { output.line(change.json.line) }
    } catch let problem as Problem {
      output.report(problem)
    }
    try output.finish()
  }

  private func recorded(_ output: Output) async throws -> Recorded {
    if let recorded = try days.recorded(what.paths, with: options, output: output) { return recorded }
    let knowledge = try options.codebook.load()
    let corrections = try options.corrections.load()
    let (_, statements) = await Pipeline.statements(
      what.paths, days: what.days(corrections.days), knowledge: knowledge, output: output)
    return Recorded(ledger: Ledger(statements), corrections: corrections, codebook: knowledge.codebook)
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
