import ArgumentParser
import Extracting
import Model

/// `demarche codebook`: what concerns codebooks themselves.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Look after a codebook of your own.", subcommands: [CheckCodebook.self])
}

/// `demarche codebook check`: whether a codebook can be used, and what is wrong with it.
struct CheckCodebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with a codebook, line by line.")

  @Argument(help: ArgumentHelp("The codebook.", valueName: "file"))
  var file: String

  func run() throws {
    let codebook = try Knowledge(codebookFile: file).codebook
    let output = Output()
    output.line(
      "\(file): \(codebook.parties.count) parties, \(codebook.persons.count) persons, "
        + "\(codebook.issues.count) issues; nothing is wrong")
    try output.finish()
  }
}
