import ArgumentParser
import Extracting
import Model
import Recording

/// What to read: the same for every command that takes news items.
struct PathOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("News items or folders of them; - is standard input, for one item.", valueName: "path"))
  var paths: [String]
}

/// Whom and what it is about.
struct CodebookOptions: ParsableArguments {
  @Option(
    name: .customLong("codebook"),
    help: ArgumentHelp("Parties, persons and issues; a built-in codebook serves without it.", valueName: "file"))
  var file: String?

  /// Where it cannot be used, reports why and throws the status of a wrong usage.
  func load() throws -> Knowledge {
    let output = Output()
    do {
      guard let file else { return try Knowledge(codebook: Codebooks.builtIn()) }
      let text = String(decoding: try Input(path: file).bytes(), as: UTF8.self)
      let (codebook, problems) = CodebookFile.read(text, named: file)
      output.report(problems)
      if let codebook { return try Knowledge(codebook: codebook) }
    } catch {
      output.report(error)
    }
    throw ExitCode(64)
  }
}

/// What people decided.
struct CorrectionOptions: ParsableArguments {
  @Option(
    name: .customLong("corrections"),
    help: ArgumentHelp("What people decided about statements; see `docs/corrections.md`.", valueName: "file"))
  var file: String?

  /// None without a file. Where it cannot be used, reports why and throws the status of a wrong usage.
  func load() throws -> [Correction] {
    guard let file else { return [] }
    let output = Output()
    do {
      let text = String(decoding: try Input(path: file).bytes(), as: UTF8.self)
      let (corrections, problems) = CorrectionFile.read(text, named: file)
      output.report(problems)
      if problems.isEmpty { return corrections }
    } catch {
      output.report(error)
    }
    throw ExitCode(64)
  }
}
