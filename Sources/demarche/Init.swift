import ArgumentParser
import Extracting
import Glibc
import Model

/// `demarche init`: a folder to keep the books in.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a dossier: a folder for articles, what people decide about them, and the ledger.",
    discussion: "What is there already stays as it is.")

  @Argument(help: "The folder.")
  var folder = "."

  @Option(help: ArgumentHelp("Begin a codebook of this name.", valueName: "name"))
  var codebook: String?

  func run() throws {
    let output = Output()
    do throws(Problem) {
      for name in ["", Dossier.articles] {
        let path = name.isEmpty ? folder : Folder.disk(folder).place(of: name)
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Input.failure(path) }
      }
      try make(Dossier.corrections, Init.corrections)
      try make(".gitignore", "\(Dossier.cache)/\n.\(Dossier.ledger).*.part/\n")
      try make(".gitattributes", Init.attributes)
      if let codebook { try make(Dossier.codebook, Codebooks.starting(named: codebook)) }
      output.line("\(folder) is a dossier; put news items into \(Dossier.articles)/ and run `demarche track \(folder)`")
    } catch {
      output.report(error)
    }
    try output.finish()
  }

  private func make(_ name: String, _ text: String) throws(Problem) {
    let path = Folder.disk(folder).place(of: name)
    if !Input(path: path).exists { try replaceFile(path, with: text) }
  }

  /// Lines of a ledger are a set: of two branches the next run puts them in order.
  private static let attributes = """
    \(Dossier.ledger)/*.ndjson diff=demarche merge=union
    \(Dossier.ledger)/positions merge=union

    """

  private static let corrections = """
    # What people decide about statements: `demarche correct` writes here, and so may you.
    # - quote: "words of the sentence"
    #   change: {stance: opposes}
    #   by: Anna
    #   on: 2025-11-30
    #   why: a warning, and no wish

    """
}
