import ArgumentParser
import Model
import Recording
import Reporting

/// `demarche diff`: what two states of the books tell otherwise (format `diff`, see `docs/formats.md`).
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what moved between two states of the books: in the world, or only in our knowledge.",
    discussion: """
      A state is a dossier, a ledger's folder, a file of statements (.ndjson), a revision of git (HEAD~1: the current \
      folder in it), or a tree of git (HEAD~1:ledger). Without NEWER it is the current folder for a revision, and the \
      same folder on other days for a folder.
      """)

  @Argument(help: "The older state.")
  var older = "."

  @Argument(help: "The newer state.")
  var newer: String?

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Only what was published by this day; given twice, for older and newer.", valueName: "day"))
  var asOf: [Day] = []

  @Option(
    name: .customLong("known-at"),
    help: ArgumentHelp("What git had recorded by this day; given twice, for older and newer.", valueName: "day"))
  var knownAt: [Day] = []

  @Flag(help: "Print a ledger's file of statements as text, one line a statement: what git compares.")
  var textconv = false

  @OptionGroup var reports: ReportOptions
  @OptionGroup var options: RecordOptions

  func validate() throws {
    for days in [asOf, knownAt] where days.count > 2 {
      throw ValidationError("there are two states, so at most two days")
    }
    if !textconv, newer == nil, asOf.isEmpty, knownAt.isEmpty, Input(path: older).exists {
      throw ValidationError("`\(older)` is compared with nothing; name a newer state, a revision of git, or a day")
    }
  }

  func run() throws {
    let output = Output()
    do {
      if textconv {
        let (statements, problems) = NDJSON.read(Statement.self, from: try Input(path: older).bytes(), named: older)
        output.report(problems)
        for statement in statements { output.line(statement.row) }
        return try output.finish()
      }
      let same = Input(path: older).exists ? older : "."
      let (a, _) = try books(older, asOf: asOf.first, knownAt: knownAt.first, output)
      let (b, codebook) = try books(
        newer ?? same, asOf: asOf.dropFirst().first, knownAt: knownAt.dropFirst().first, output)
      let report = DifferenceReport(Difference(from: a, to: b), codebook: codebook)
      reports.write(output) { $0.render(report) }
    } catch let problem as Problem {
      output.report(problem)
    }
    try output.finish()
  }

  private func books(_ operand: String, asOf: Day?, knownAt: Day?, _ output: Output) throws -> (Books, Codebook) {
    let folder = try knownAt.map { try Folder(operand, knownAt: $0) } ?? Folder(operand)
    let recorded = try Recorded(folder, with: options, output: output)
    let books = recorded.books(asOf: asOf)
    output.report(books.problems)
    return (books, recorded.codebook)
  }
}
