import ArgumentParser
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

  func load() throws -> Codebook {
    Codebook(name: "", parties: [], persons: [], issues: [])
  }
}
