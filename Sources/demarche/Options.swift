public import ArgumentParser
import Extracting
public import Model
import Recording

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
    help: ArgumentHelp("Parties, persons and issues; a built-in codebook serves without it.", valueName: "file"))
  var file: String?

  func load() throws -> Knowledge {
    try Knowledge(codebookFile: file)
  }
}

extension Knowledge {
  /// Of the built-in codebook without a file. Where the codebook cannot be used, reports why and throws the status of a
  /// wrong usage.
  init(codebookFile file: String?) throws {
    guard let file else {
      self = try Knowledge(codebook: Codebooks.builtIn())
      return
    }
    let output = Output()
    do {
      let text = String(decoding: try Input(path: file).bytes(), as: UTF8.self)
      let (codebook, problems) = try CodebookFile.read(text, named: file)
      output.report(problems)
      if let codebook {
        self = try Knowledge(codebook: codebook)
        return
      }
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
