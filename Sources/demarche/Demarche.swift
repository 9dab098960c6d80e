import ArgumentParser

@main
struct Demarche: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Plain-text accounting for negotiating positions.")
}
