public import ArgumentParser
import Extracting
public import Model
import Recording
import Reporting

/// What to read: the same for every command that takes news items.
struct PathOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("News items or folders of them; - is standard input, for one item.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("The day of the items that do not tell when they were published.", valueName: "day"))
  var published: Day?

  /// `given`: days that people decided on, by name or id of the article.
  func days(_ given: [String: Day] = [:]) -> PublicationDays {
    PublicationDays(given: given, otherwise: published)
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) {
    guard argument.utf8.count == 10 else { return nil }
    self.init(iso: argument)
  }
}

/// Whom and what it is about.
struct CodebookOptions: ParsableArguments {
  @Option(
    name: .customLong("codebook"),
    help: ArgumentHelp("Parties, persons and issues: a file, or the name of a built-in codebook.", valueName: "codebook"))
  var name = Codebooks.standard

  func load() throws -> Knowledge {
    try Knowledge(codebookNamed: name)
  }

  func codebook() throws -> Codebook { try CodebookOptions.codebook(named: name) }

  /// A built-in one, or a file.
  static func codebook(named name: String) throws -> Codebook {
    try required { _ in
      if let builtIn = try Codebooks.builtIn(name) { return builtIn }
      guard name == "-" || Input(path: name).exists else {
        throw Problem(
          .error, at: name, "there is no such file, nor a built-in codebook of this name",
          remedy: "built in are \(try Codebooks.names().joined(separator: ", "))")
      }
      return try read(name, in: .disk("."))
    }
  }

  static func read(_ name: String, in folder: Folder) throws -> Codebook {
    try required { output in
      let text = String(decoding: try folder.bytes(of: name), as: UTF8.self)
      let (codebook, problems) = try CodebookFile.read(text, named: name)
      output.report(problems)
      return codebook
    }
  }
}

extension Knowledge {
  /// Of a built-in codebook or a file. Where it cannot be used, reports why and throws the status of a wrong usage.
  init(codebookNamed name: String) throws {
    let codebook = try CodebookOptions.codebook(named: name)
    self = try required { _ in try Knowledge(codebook: codebook) }
  }
}

/// What people decided.
struct CorrectionOptions: ParsableArguments {
  @Option(
    name: .customLong("corrections"),
    help: ArgumentHelp("What people decided about statements; see `docs/corrections.md`.", valueName: "file"))
  var file: String?

  /// None without a file.
  func load() throws -> [Correction] {
    try file.map { try CorrectionOptions.read($0, in: .disk(".")) } ?? []
  }

  static func read(_ name: String, in folder: Folder) throws -> [Correction] {
    try required { output in
      let text = String(decoding: try folder.bytes(of: name), as: UTF8.self)
      let (corrections, problems) = CorrectionFile.read(text, named: name)
      output.report(problems)
      return problems.isEmpty ? corrections : nil
    }
  }
}

/// What a command cannot do without. Where it cannot be had, reports why and throws the status of a wrong usage.
func required<Value>(_ read: (Output) throws -> Value?) throws -> Value {
  let output = Output()
  do {
    if let value = try read(output) { return value }
  } catch let problem as Problem {
    output.report(problem)
  }
  throw ExitCode(64)
}

/// Where a report goes.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("report"),
    help: ArgumentHelp("Write the report to a file in the format that its ending names.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    for file in files where ReportFormat(file: file) == nil {
      let endings = ReportFormat.all.flatMap(\.endings).map { ".\($0)" }.joined(separator: ", ")
      throw ValidationError("`\(file)`: the ending of a report names its format; known are \(endings)")
    }
  }

  /// To the files first: whoever reads the terminal may have had enough at any line.
  func write(_ output: Output, render: (ReportFormat) -> String) {
    for file in files {
      guard let format = ReportFormat(file: file) else { continue }
      do {
        try replaceFile(file, with: render(format))
      } catch {
        output.report(error)
      }
    }
    output.write(render(.terminal))
  }
}
