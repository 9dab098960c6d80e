import ArgumentParser
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

  func run() async throws {
    let codebook = try codebook.load()
    let output = Output()
    let ledger = await Ledger(reading: what.paths, codebook: codebook, output: output)
    for change in ledger.changes(heads: codebook.heads) { output.line(change.json.line) }
    try output.finish()
  }
}

extension Ledger {
  /// The statements of articles, of folders of them, and of files of statements (`.ndjson`).
  init(reading paths: [String], codebook: Codebook, output: Output) async {
    var statements: [Statement] = []
    for path in paths where Ledger.isFile(path) {
      do {
        let (read, problems) = NDJSON.read(Statement.self, from: try Input(path: path).bytes(), named: path)
        output.report(problems)
        statements += read
      } catch {
        output.report(error)
      }
    }
    let articles = paths.filter { !Ledger.isFile($0) }
    await Pipeline.extract(articles, codebook: codebook, output: output) { _, extraction in
      statements += extraction.statements
    }
    self.init(statements)
  }

  private static func isFile(_ path: String) -> Bool {
    path.hasSuffix(".ndjson")
  }
}
