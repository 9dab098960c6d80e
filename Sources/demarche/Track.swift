import ArgumentParser
import Model
import Recording
import Reporting

/// `demarche track`: who wants what today, since when, and how it changed.
struct Track: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show each party's position on each issue, since when, and how it changed.",
    discussion: "Today is the last day on which one of the articles was published.")

  @OptionGroup var what: PathOptions

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp("Write the report to a file in the format that its ending names.", valueName: "file"))
  var reports: [String] = []

  @Option(name: .customLong("actor"), help: ArgumentHelp("Only this party; may be given again.", valueName: "id"))
  var actors: [String] = []

  @Option(name: .customLong("issue"), help: ArgumentHelp("Only this issue; may be given again.", valueName: "id"))
  var issues: [String] = []

  @Option(help: ArgumentHelp("Only what happened from this day on.", valueName: "day"))
  var since: Day?

  @Option(help: ArgumentHelp("Keep the books in this folder: what it holds counts too.", valueName: "folder"))
  var ledger: String?

  @OptionGroup var codebook: CodebookOptions
  @OptionGroup var corrections: CorrectionOptions

  func validate() throws {
    for file in reports where ReportFormat(file: file) == nil {
      let endings = ReportFormat.all.flatMap(\.endings).map { ".\($0)" }.joined(separator: ", ")
      throw ValidationError("`\(file)`: the ending of a report names its format; known are \(endings)")
    }
  }

  func run() async throws {
    let knowledge = try codebook.load()
    let corrections = try corrections.load()
    let output = Output()
    do {
      let folder = try ledger.map(LedgerFolder.init)
      let books = try folder?.read() ?? Ledger([])
      let (articles, statements) = await Pipeline.statements(
        what.paths, days: what.days(corrections.days), knowledge: knowledge, output: output)
      let found = books.recording(statements, of: articles)
      try check(actors, of: "party", among: knowledge.codebook.parties.map(\.id), or: found.statements.map(\.holder))
      try check(issues, of: "issue", among: knowledge.codebook.issues.map(\.id), or: found.statements.map(\.issue))
      let (ledger, problems) = found.corrected(by: corrections)
      output.report(problems)
      let balances = Balances(of: ledger, speakers: knowledge.codebook.speakers)
      try folder?.write(found.files(with: balances))
      let notices = try notices(for: articles)
      write(report(of: ledger, balances, knowledge.codebook, notices: notices), output)
    } catch let problem as Problem {
      output.report(problem)
    }
    try output.finish()
  }

  private func report(
    of ledger: Ledger, _ balances: Balances, _ codebook: Codebook, notices: [String]
  ) -> Report {
    Report(
      statements: ledger.statements, positions: balances.positions, changes: balances.changes, codebook: codebook,
      selection: Selection(
        actors: actors.isEmpty ? nil : Set(actors), issues: issues.isEmpty ? nil : Set(issues), since: since),
      notices: notices)
  }

  /// To the files first: whoever reads the terminal may have had enough at any line.
  private func write(_ report: Report, _ output: Output) {
    for file in reports {
      guard let format = ReportFormat(file: file) else { continue }
      do {
        try replaceFile(file, with: format.render(report))
      } catch {
        output.report(error)
      }
    }
    output.write(ReportFormat.terminal.render(report))
  }
}

/// Throws a usage error for the first of `ids` that is neither known nor found.
private func check(_ ids: [String], of kind: String, among known: [String], or found: [String]) throws {
  for id in ids where !known.contains(id) && !found.contains(id) {
    throw ValidationError("there is no \(kind) `\(id)`; \(Problem.remedy(for: id, among: known))")
  }
}

/// The texts of the files `NOTICE.txt` in the folders of the articles and directly above them, each once.
private func notices(for articles: [Article]) throws(Problem) -> [String] {
  let files = articles.map(\.file).filter { $0 != "-" }
  var texts: Set<String> = []
  for folder in Set(files.map { file in file.lastIndex(of: "/").map { file[...$0] } ?? "./" }) {
    for notice in [Input(path: folder + "NOTICE.txt"), Input(path: folder + "../NOTICE.txt")] where notice.exists {
      texts.insert(String(decoding: try notice.bytes(), as: UTF8.self))
    }
  }
  return texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
