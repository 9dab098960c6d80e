import Foundation
import Testing

@testable import Extracting
@testable import Model

/// A passage of `Tests/Cases/<language>/*.said`, of Wednesday 22 October 2025, and of each statement in it the holder, the
/// source, the mode and the day, `-` where nothing fixes it: `Zenda wants a deal. > ruritania self indirect -`.
///
/// ` / ` begins a paragraph. Passages below the line `# not yet` are known to fail, and must.
struct SaidPassage: CustomTestStringConvertible, Sendable {
  var language: String
  var text: String
  var expected: Set<String>
  var holds: Bool
  var testDescription: String { "\(language): \(text)" }

  static func all() -> [SaidPassage] {
    let files = FileManager.default.enumerator(at: Case.folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "said" }.sorted { $0.path < $1.path }.flatMap { file in
      let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      let limit = lines.firstIndex(of: "# not yet") ?? lines.endIndex
      return lines.indices.compactMap { number -> SaidPassage? in
        guard !lines[number].hasPrefix("#"), let arrow = lines[number].range(of: " > ", options: .backwards) else { return nil }
        return SaidPassage(
          language: file.deletingLastPathComponent().lastPathComponent, text: String(lines[number][..<arrow.lowerBound]),
          expected: Set(lines[number][arrow.upperBound...].components(separatedBy: "; ")), holds: number < limit)
      }
    }
  }

  func found(with knowledge: Knowledge) -> Set<String> {
    let article = Article(
      file: "case", published: Published(day: Day(iso: "2025-10-22")!), language: language,
      blocks: text.components(separatedBy: " / ").map { Block(.paragraph, $0) })
    return Set(Extractor(knowledge).extract(article).statements.map { statement in
      "\(statement.holder) \(statement.source) \(statement.mode.rawValue) \(statement.said.map { "\($0)" } ?? "-")"
    })
  }
}

@Suite struct SaidTests {
  private static let play = try! Knowledge(rehearsing: ExampleTests.play)

  @Test(arguments: SaidPassage.all())
  func daysAndModesAreFound(passage: SaidPassage) {
    let found = passage.found(with: SaidTests.play)
    if passage.holds {
      #expect(found == passage.expected)
    } else {
      #expect(found != passage.expected, "it holds now: move it up from under the line `# not yet`")
    }
  }
}
