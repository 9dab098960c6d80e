import ArgumentParser
import Extracting
import Model

/// `demarche explain`: how each statement was found, and what was seen but not counted, for a person to read.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell how each statement of news items was found, and what was not counted and why.")

  @OptionGroup var what: PathOptions
  @OptionGroup var codebook: CodebookOptions

  func run() async throws {
    let knowledge = try codebook.load()
    let output = Output()
    do {
      let explanation = Explanation(codebook: knowledge.codebook, calibration: try Calibration.measured())
      await Pipeline.extract(what.paths, days: what.days(), knowledge: knowledge, output: output) {
        output.line(explanation.text(of: $1, from: $0))
      }
    } catch {
      output.report(error)
    }
    try output.finish()
  }
}
