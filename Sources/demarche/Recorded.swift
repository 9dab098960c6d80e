import ArgumentParser
import Extracting
import Model
import Recording

/// What is recorded in a dossier, a ledger's folder or a file of statements, and what it is to be read with.
struct Recorded {
  var ledger: Ledger
  var corrections: [Correction]
  var codebook: Codebook

  /// A dossier brings its corrections and, where it has one, its codebook; the options serve for all else.
  init(_ folder: Folder, with options: RecordOptions, output: Output) throws {
    if case .disk(let file) = folder, file.hasSuffix(".ndjson") {
      let (statements, problems) = NDJSON.read(Statement.self, from: try Input(path: file).bytes(), named: file)
      output.report(problems)
      self = Recorded(
        ledger: Ledger(statements), corrections: try options.corrections.load(),
        codebook: try options.codebook.codebook())
      return
    }
    let names = try folder.names()
    let isDossier = !names.contains(Ledger.mark.name) && names.contains(Dossier.ledger)
    ledger = try Ledger(in: isDossier ? folder.folder(Dossier.ledger) : folder, output: output)
    corrections =
      isDossier && names.contains(Dossier.corrections)
      ? try CorrectionOptions.read(Dossier.corrections, in: folder) : try options.corrections.load()
    codebook =
      isDossier && names.contains(Dossier.codebook)
      ? try CodebookOptions.read(Dossier.codebook, in: folder) : try options.codebook.codebook()
  }

  init(ledger: Ledger, corrections: [Correction], codebook: Codebook) {
    self.ledger = ledger
    self.corrections = corrections
    self.codebook = codebook
  }

  func books(asOf day: Day? = nil) -> Books {
    Books(of: ledger, corrections: corrections, codebook: codebook, asOf: day)
  }
}

extension Ledger {
  /// Reads what a folder holds, while no other run writes in it; empty where it holds nothing. A line that cannot be
  /// read is a reason to stop: whoever wrote next would lose it.
  init(in folder: Folder, output: Output) throws(Problem) {
    var lock: FolderLock?
    if case .disk(let path) = folder { lock = try FolderLock(path, exclusive: false, output: output) }
    defer { withExtendedLifetime(lock) {} }
    self = try Ledger(in: folder)
  }

  /// The same for who holds the folder already.
  init(in folder: Folder) throws(Problem) {
    let names = try folder.names()
    guard !names.isEmpty else {
      self.init([])
      return
    }
    guard names.contains(Ledger.mark.name),
      try folder.bytes(of: Ledger.mark.name) == Array(Ledger.mark.text.utf8)
    else {
      throw Problem(
        .error, at: folder.name, "this folder is no ledger that this version reads",
        remedy: "name another folder, or an empty one")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names where name.hasSuffix(".ndjson") {
      files.append((folder.place(of: name), try folder.bytes(of: name)))
    }
    let (ledger, problems) = Ledger.read(files)
    if var problem = problems.first {
      problem.remedy = "mend the line; a dossier's ledger is made anew by `demarche track`"
      throw problem
    }
    self = ledger
  }
}

/// What recorded statements are read with.
struct RecordOptions: ParsableArguments {
  @OptionGroup var codebook: CodebookOptions
  @OptionGroup var corrections: CorrectionOptions
}

/// How the books stood at another day.
struct DayOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("Only what was published by this day.", valueName: "day"))
  var asOf: Day?

  @Option(
    name: .customLong("known-at"),
    help: ArgumentHelp("What git had recorded of a dossier or a ledger by this day.", valueName: "day"))
  var knownAt: Day?

  /// What is to be shown without reading an article: one ledger, or one dossier as it was known at a day. Nil where the
  /// paths are to be read.
  func recorded(_ paths: [String], with options: RecordOptions, output: Output) throws -> Recorded? {
    if let knownAt {
      guard paths.count == 1 else {
        throw ValidationError("what was known at a day is asked of one dossier or one ledger")
      }
      return try Recorded(Folder(paths[0], knownAt: knownAt), with: options, output: output)
    }
    guard paths.count == 1, Input(path: "\(paths[0])/\(Ledger.mark.name)").exists else { return nil }
    return try Recorded(.disk(paths[0]), with: options, output: output)
  }
}
