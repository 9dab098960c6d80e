import ArgumentParser
import Model

/// `demarche attributions`: who says what, one JSON object a line (format `attributions`, see `docs/formats.md`).
struct Attributions: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print who is reported to say what, before any question of parties and issues.")

  @OptionGroup var what: PathOptions
  @OptionGroup var codebook: CodebookOptions

  func run() async throws {
    let knowledge = try codebook.load()
    let output = Output()
    await Pipeline.extract(what.paths, days: what.days(), knowledge: knowledge, withStatements: false, output: output) {
      _, extraction in
      for attribution in extraction.attributions { output.line(attribution.json.line) }
    }
    try output.finish()
  }
}

extension Attribution {
  fileprivate var json: JSON {
    .object([
      ("file", .string(file)),
      ("source", .optional(source?.text)),
      ("cue", .optional(cue?.text)),
      ("content", .strings(content.map(\.text))),
      ("addressee", .optional(addressee?.text)),
      ("mode", .string(mode.rawValue)),
      (
        "spans",
        .object([
          ("source", source?.span.json ?? .null),
          ("cue", cue?.span.json ?? .null),
          ("content", .array(content.map(\.span.json))),
          ("addressee", addressee?.span.json ?? .null),
        ])
      ),
    ])
  }
}

extension Span {
  fileprivate var json: JSON { .array([.int(start), .int(end)]) }
}
