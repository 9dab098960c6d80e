import ArgumentParser
import Extracting
import Model

/// `demarche codebook`: what concerns codebooks themselves.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook", abstract: "Write and look after a codebook of your own.",
    subcommands: [NewCodebook.self, CheckCodebook.self, TestCodebook.self])
}

/// `demarche codebook new`: a codebook to start from.
struct NewCodebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a codebook to start from, with a remark on every field.")

  @Argument(help: "What the negotiation is called.")
  var name: String

  @Argument(help: ArgumentHelp("Where to write it; without it, to standard output.", valueName: "file"))
  var file: String?

  func run() throws {
    let output = Output()
    do {
      let text = try Codebooks.starting(named: name)
      if let file { try createFile(file, with: text) } else { output.write(text) }
    } catch {
      output.report(error)
    }
    try output.finish()
  }
}

/// `demarche codebook check`: whether a codebook can be used, and what is wrong with it.
struct CheckCodebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what is wrong with a codebook, line by line.")

  @Argument(help: ArgumentHelp("The codebook: a file, or the name of a built-in one.", valueName: "codebook"))
  var name: String

  func run() throws {
    let codebook = try Knowledge(codebookNamed: name).codebook
    let output = Output()
    output.line(
      "\(name) can be used; parties: \(codebook.parties.count), persons: \(codebook.persons.count), "
        + "issues: \(codebook.issues.count), examples: \(codebook.issues.reduce(0) { $0 + $1.examples.count })")
    try output.finish()
  }
}

/// `demarche codebook test`: whether the examples of a codebook give what they say.
struct TestCodebook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples of a codebook.",
    discussion: "Without a codebook, those of `\(Codebooks.standard)`.")

  @Argument(help: ArgumentHelp("The codebook: a file, or the name of a built-in one.", valueName: "codebook"))
  var name = Codebooks.standard

  func run() throws {
    let codebook = try CodebookOptions.codebook(named: name)
    let output = Output()
    do {
      let rehearsal = try Rehearsal(of: codebook)
      for failure in rehearsal.failures { output.report(Problem(failure, in: name)) }
      let run = rehearsal.held + rehearsal.failures.count
      let skipped = rehearsal.skipped > 0 ? "; \(rehearsal.skipped) in languages without a pack were not run" : ""
      output.line("\(name): \(rehearsal.held) of \(run) examples hold\(skipped)")
    } catch {
      output.report(error)
    }
    try output.finish()
  }
}

extension Problem {
  fileprivate init(_ failure: Rehearsal.Failure, in file: String) {
    func list(_ statements: [String]) -> String { statements.isEmpty ? "nothing" : statements.joined(separator: "; ") }
    let example = failure.example
    self.init(
      .error, at: example.line.map { "\(file):\($0)" } ?? file,
      "“\(example.text)” must give \(list(example.expected)), and gives \(list(failure.found))",
      remedy: failure.passedOver.isEmpty ? nil : "seen but not counted: \(failure.passedOver.joined(separator: "; "))")
  }
}
