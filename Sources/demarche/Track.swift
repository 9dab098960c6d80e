import ArgumentParser
import Extracting
import Model
import Recording
import Reporting

/// `demarche track`: who wants what today, since when, and how it changed.
struct Track: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show each party's position on each issue, since when, and how it changed.",
    discussion: "Today is the last day on which one of the articles was published.")

  @OptionGroup var what: PathOptions
  @OptionGroup var days: DayOptions
  @OptionGroup var reports: ReportOptions

  @Option(name: .customLong("actor"), help: ArgumentHelp("Only this party; may be given again.", valueName: "id"))
  var actors: [String] = []

  @Option(name: .customLong("issue"), help: ArgumentHelp("Only this issue; may be given again.", valueName: "id"))
  var issues: [String] = []

  @Option(help: ArgumentHelp("Only what happened from this day on.", valueName: "day"))
  var since: Day?

  @Option(help: ArgumentHelp("Keep the books in this folder: what it holds counts too.", valueName: "folder"))
  var ledger: String?

  @OptionGroup var options: RecordOptions

  func run() async throws {
    let output = Output()
    do {
      if let recorded = try days.recorded(what.paths, with: options, output: output) {
        try show(recorded, notices: [], output)
      } else if what.paths.count == 1, let dossier = try Dossier(what.paths[0], codebook: options.codebook.name) {
        try await track(dossier, output)
      } else {
        try await track(output)
      }
    } catch let problem as Problem {
      output.report(problem)
    }
    try output.finish()
  }

  private func track(_ output: Output) async throws {
    let knowledge = try options.codebook.load()
    let corrections = try options.corrections.load()
    let folder = try ledger.map { try LedgerFolder($0, output: output) }
    let known = try folder.map { try Ledger(in: .disk($0.name)) } ?? Ledger([])
    let (articles, statements) = await Pipeline.statements(
      what.paths, days: what.days(corrections.days), knowledge: knowledge, output: output)
    let found = known.recording(statements, of: articles)
    let recorded = Recorded(ledger: found, corrections: corrections, codebook: knowledge.codebook)
    try check(recorded)
    try folder?.write(found.files(with: recorded.books().balances))
    try show(recorded, notices: try notices(for: articles), output)
  }

  /// The ledger of a dossier follows from its articles alone; what was there before only tells which of them changed.
  private func track(_ dossier: Dossier, _ output: Output) async throws {
    guard ledger == nil, options.corrections.file == nil else {
      throw ValidationError("a dossier has a ledger and corrections of its own")
    }
    let folder = try LedgerFolder(dossier.place(of: Dossier.ledger), output: output)
    let before = try dossier.recorded(output)
    let corrections = try dossier.corrections()
    let knowledge = try dossier.knowledge()
    let days = what.days(corrections.days)
    let readings = try await dossier.readings(with: knowledge, days: days, output: output)
    let recorded = Recorded(
      ledger: Ledger(readings.lazy.flatMap(\.statements)), corrections: corrections, codebook: knowledge.codebook)
    let changed = await dossier.articles(named: before.articlesChanged(in: readings), days: days)
    output.report(before.rereading(of: changed, in: recorded.ledger))
    let addedTo = await dossier.articles(named: corrections.articlesAddedTo, days: days)
    output.report(corrections.orphaned(in: readings) + corrections.misplaced(in: addedTo))
    try check(recorded)
    try folder.write(recorded.ledger.files(with: recorded.books().balances))
    try show(recorded, notices: notices(in: dossier.folders), output)
  }

  private func show(_ recorded: Recorded, notices: [String], _ output: Output) throws {
    try check(recorded)
    let books = recorded.books(asOf: days.asOf)
    output.report(books.problems)
    let report = Report(
      statements: books.ledger.statements, today: books.today, positions: books.balances.positions,
      changes: books.balances.changes, codebook: recorded.codebook,
      selection: Selection(
        actors: actors.isEmpty ? nil : Set(actors), issues: issues.isEmpty ? nil : Set(issues), since: since),
      calibration: try Calibration.measured(), notices: notices)
    reports.write(output) { $0.render(report) }
  }

  /// Throws a usage error for a party or an issue that is neither known nor found.
  private func check(_ recorded: Recorded) throws {
    let (codebook, statements) = (recorded.codebook, recorded.ledger.statements)
    let kinds = [
      ("party", actors, codebook.parties.map(\.id), statements.map(\.holder)),
      ("issue", issues, codebook.issues.map(\.id), statements.map(\.issue)),
    ]
    for (kind, ids, known, found) in kinds {
      for id in ids where !known.contains(id) && !found.contains(id) {
        throw ValidationError("there is no \(kind) `\(id)`; \(Problem.remedy(for: id, among: known))")
      }
    }
  }
}

/// The texts of the files `NOTICE.txt` in the folders of the articles and directly above them.
private func notices(for articles: [Article]) throws(Problem) -> [String] {
  let files = articles.map(\.file).filter { $0 != "-" }
  let folders = Set(files.map { file in file.lastIndex(of: "/").map { String(file[...$0]) } ?? "./" })
  return try notices(in: folders.flatMap { [$0, $0 + "../"] })
}

/// The texts of the files `NOTICE.txt` in some folders, each once, in the order of their bytes.
func notices(in folders: [String]) throws(Problem) -> [String] {
  var texts: Set<String> = []
  for notice in folders.map({ Input(path: $0 + "NOTICE.txt") }) where notice.exists {
    texts.insert(String(decoding: try notice.bytes(), as: UTF8.self))
  }
  return texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
