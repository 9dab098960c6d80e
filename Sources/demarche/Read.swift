import ArgumentParser
import Model
import Reading

/// `demarche read`: clean articles, one JSON object a line (format `articles`, see `docs/formats.md`).
struct Read: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the clean text of news items, and what their pages say of them.")

  @OptionGroup var what: PathOptions

  func run() async throws {
    let output = Output()
    var stories = SameStory()
    await Pipeline.read(what.paths, days: what.days(), output: output) { articles in
      for article in articles { output.line(article.json(again: stories.take(article)).line) }
    }
    try output.finish()
  }
}

extension Article {
  /// `again`: what told the same story before.
  fileprivate func json(again: SameStory.Match?) -> JSON {
    let again = again.map { match in
      [("again", JSON.object([("file", .string(match.file)), ("version", .bool(match.isVersion))]))]
    }
    let fields: [(String, JSON)] = [
      ("file", .string(file)),
      ("id", .string(id)),
      ("title", .optional(title)),
      ("authors", .strings(authors)),
      ("published", .optional(published?.iso)),
      ("outlet", .optional(outlet)),
      ("url", .optional(url)),
      ("language", .optional(language)),
      ("blocks", .array(blocks.map(\.json))),
    ]
    return .object(fields + (again ?? []))
  }
}

extension Block {
  fileprivate var json: JSON {
    let day = day.map { [("day", JSON.string($0.description))] } ?? []
    return .object([("kind", .string(kind.rawValue)), ("text", .string(text))] + day)
  }
}
