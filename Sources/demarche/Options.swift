import ArgumentParser
import Extracting
import Model

/// What to read: the same for every command that takes news items.
struct PathOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("News items or folders of them; - is standard input, for one item.", valueName: "path"))
  var paths: [String]
}

/// Whom and what it is about.
struct CodebookOptions: ParsableArguments {
  @Option(name: .customLong("codebook"), help: "Parties, persons and issues; a built-in one serves without it.")
  var file: String?

  /// Prints what is wrong with the codebook, one line a problem, and ends with a usage error.
  func load() throws -> Knowledge {
    guard let file else { return try Knowledge(codebook: try Codebooks.builtIn()) }
    let (codebook, problems) = CodebookFile.read(String(decoding: try Input(path: file).bytes(), as: UTF8.self), named: file)
    guard let codebook else {
      throw ValidationError(problems.map(\.description).joined(separator: "\n"))
    }
    return try Knowledge(codebook: codebook)
  }
}
