import ArgumentParser

@main
struct Demarche: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Plain-text accounting for negotiating positions.",
    discussion: "News items in; who wants what, with the sentence that shows it, out.",
    subcommands: [
      Init.self,
      Track.self,
      Correct.self,
      Diff.self,
      Read.self,
      Attributions.self,
      Extract.self,
      Explain.self,
      Changes.self,
      Evaluate.self,
      CodebookCommand.self,
    ])
}
