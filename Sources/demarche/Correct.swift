import ArgumentParser
import Foundation
import Model
import Recording

/// `demarche correct`: writes down what a person decided about a statement (format `corrections`, see
/// `docs/formats.md`).
struct Correct: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write down what you decide about a statement: that it is none, or what its fields are.",
    discussion: "It is in force from the next `demarche track` on. `null` empties a field.")

  @Argument(help: ArgumentHelp("Its id in a report, or words of its sentence.", valueName: "statement"))
  var statement: String

  @Option(name: .customLong("in"), help: ArgumentHelp("The dossier.", valueName: "dossier"))
  var folder = "."

  @Flag(help: "It is no statement.")
  var reject = false

  @Option var stance: String?
  @Option var holder: String?
  @Option var person: String?
  @Option var issue: String?
  @Option var source: String?
  @Option var mode: String?
  @Option var said: String?
  @Option var earlier: String?
  @Option var condition: String?

  @Option(help: "The reason.")
  var why: String

  @Option(help: "Who decides; without it, the name that git knows.")
  var by: String?

  @Option(help: ArgumentHelp("The day of the decision; without it, today.", valueName: "day"))
  var on: Day?

  private var changes: [(field: String, value: String?)] {
    let fields = [
      ("stance", stance), ("holder", holder), ("person", person), ("issue", issue), ("source", source),
      ("mode", mode), ("said", said), ("earlier", earlier), ("condition", condition),
    ]
    return fields.compactMap { name, value in value.map { (name, $0 == "null" ? nil : $0) } }
  }

  func validate() throws {
    guard reject == changes.isEmpty else {
      throw ValidationError("a correction decides one thing; give `--reject`, or fields with their right values")
    }
  }

  func run() throws {
    let output = Output()
    do {
      guard let dossier = try Dossier(folder) else {
        throw Problem(.error, at: folder, "this is no dossier", remedy: "`demarche init` makes one")
      }
      let books = try LedgerFolder(dossier.place(of: Dossier.ledger), output: output)
      let ledger = try Ledger(in: .disk(books.name))
      let corrections = try dossier.corrections()
      try check(ledger, try dossier.knowledge().codebook)
      let found = try the(statement, in: ledger, corrections)
      let block = Correction.text(
        about: found, in: ledger, change: reject ? nil : changes, by: try by ?? nameOfGit(), on: on ?? today, why: why)
      try append(block, to: dossier.place(of: Dossier.corrections), after: corrections, about: found)
      output.write(block)
    } catch let problem as Problem {
      output.report(problem)
    }
    try output.finish()
  }

  // MARK: The statement

  /// A party or an issue that nobody knows is a slip of the pen.
  private func check(_ ledger: Ledger, _ codebook: Codebook) throws(Problem) {
    let kinds = [
      ("party", holder, codebook.parties.map(\.id), ledger.statements.map(\.holder)),
      ("issue", issue, codebook.issues.map(\.id), ledger.statements.map(\.issue)),
    ]
    for (kind, id, known, found) in kinds {
      guard let id, !known.contains(id), !found.contains(id) else { continue }
      throw Problem(.error, at: id, "there is no such \(kind)", remedy: Problem.remedy(for: id, among: known))
    }
  }

  /// The one that an id or words name, as it was found; an id may also be the one that it has since it was corrected.
  private func the(_ name: String, in ledger: Ledger, _ corrections: [Correction]) throws(Problem) -> Statement {
    let shown = ledger.corrected(by: corrections).ledger.statements.filter { $0.id.hasPrefix(name) }
    var candidates = ledger.statements.filter { statement in
      statement.id.hasPrefix(name)
        || shown.contains { !$0.trace.isEmpty && $0.evidence == statement.evidence && $0.issue == statement.issue }
    }
    if candidates.isEmpty || name.count < 4 { candidates = ledger.statements.filter { $0.hasWords(name) } }
    guard let first = candidates.first else {
      throw Problem(
        .error, at: name, "no statement has this id or these words", remedy: "`demarche track` shows the ids")
    }
    guard Set(candidates.map(\.id)).count == 1 else {
      let choice = Set(candidates.map { "\n  \($0.id)  \($0.row)" }).sorted().joined()
      throw Problem(.error, at: name, "several statements have it", remedy: "name one of them by its id:\(choice)")
    }
    return first
  }

  // MARK: The file

  /// What people wrote stays as it is, to the byte; the text is written only if it then reads as it should.
  private func append(
    _ block: String, to file: String, after corrections: [Correction], about statement: Statement
  ) throws(Problem) {
    if let problem = CorrectionFile.read(block, named: "this correction").problems.first { throw problem }
    var text = String(decoding: try Input(path: file).bytes(), as: UTF8.self)
    if !text.isEmpty, !text.hasSuffix("\n") { text += "\n" }
    text += (corrections.isEmpty ? "" : "\n") + block
    let (read, problems) = CorrectionFile.read(text, named: file)
    guard problems.isEmpty, read.dropLast() == corrections[...], read.last?.concerns(statement) ?? false else {
      throw Problem(
        .error, at: file, "nothing can be put at the end of this file as it is written",
        remedy: "put this in its place by hand:\n\(block)")
    }
    try replaceFile(file, with: text)
  }

  private func nameOfGit() throws(Problem) -> String {
    do {
      let name = String(decoding: try Git.output(["config", "user.name"], in: folder), as: UTF8.self)
      return String(name.prefix { $0 != "\n" })
    } catch {
      throw Problem(.error, at: folder, "git does not know who decides here", remedy: "say so with --by")
    }
  }

  private var today: Day {
    var now = time(nil)
    var civil = tm()
    localtime_r(&now, &civil)
    return Day(year: Int(civil.tm_year) + 1900, month: Int(civil.tm_mon) + 1, day: Int(civil.tm_mday)) ?? Day(number: 0)
  }
}
