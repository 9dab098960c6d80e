import ArgumentParser
import Model

/// `demarche read`: clean articles, one JSON object a line (format `articles`, see `docs/formats.md`).
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the clean text of news items, and what their pages say of them.")

  @OptionGroup var what: PathOptions

  func run() async throws {
    let output = Output()
    await Pipeline.read(what.paths, days: what.days(), output: output) { articles in
      for article in articles { output.line(article.json.line) }
    }
    try output.finish()
  }
}

extension Article {
  fileprivate var json: JSON {
    .object([
      ("file", .string(file)),
      ("id", .string(id)),
      ("title", .optional(title)),
      ("authors", .strings(authors)),
      ("published", .optional(published?.iso)),
      ("outlet", .optional(outlet)),
      ("url", .optional(url)),
      ("language", .optional(language)),
      ("blocks", .array(blocks.map(\.json))),
    ])
  }
}

extension Block {
  fileprivate var json: JSON {
    let day = day.map { [("day", JSON.string($0.description))] } ?? []
    return .object([("kind", .string(kind.rawValue)), ("text", .string(text))] + day)
  }
}
