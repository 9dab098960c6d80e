import Foundation
import Testing

@testable import Extracting
@testable import Model

/// A case of the folder `Tests/Cases/<language>`: `Kyiv rejects a truce. > ukraine ceasefire opposes`.
///
/// A file is named for the phenomenon it shows. Statements without an issue speak of the invented `deal` between
/// Ruritania and Freedonia; where nothing must be found, both codebooks must find nothing. Cases below the line
/// `# not yet` are known to fail, and must: one that begins to hold moves up.
struct Case: CustomTestStringConvertible, Sendable {
  var language: String
  var phenomenon: String
  var text: String
  var expected: Set<String>
  var holds: Bool
  var testDescription: String { "\(language)/\(phenomenon): \(text)" }

  var isPlay: Bool? {
    expected.isEmpty ? nil : expected.allSatisfy { $0.split(separator: " ").count { $0 != "earlier" } == 2 }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Cases").standardized

  static func all() -> [Case] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.flatMap(cases)
  }

  private static func cases(of file: URL) -> [Case] {
    var holds = true
    var cases: [Case] = []
    for line in ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n") {
      if line == "# not yet" { holds = false }
      guard !line.hasPrefix("#"), let arrow = line.range(of: " > ", options: .backwards) else { continue }
      let expected = line[arrow.upperBound...].components(separatedBy: "; ").filter { $0 != "nothing" }
      cases.append(
        Case(
          language: file.deletingLastPathComponent().lastPathComponent,
          phenomenon: file.deletingPathExtension().lastPathComponent, text: String(line[..<arrow.lowerBound]),
          expected: Set(expected), holds: holds))
    }
    return cases
  }

  /// What a codebook finds; the invented one has one issue, which goes without saying.
  func found(with knowledge: Knowledge, isPlay: Bool) -> Set<String> {
    let article = Article(
      file: "case", published: Published(day: Day(iso: "2025-10-22")!), language: language,
      blocks: [Block(.paragraph, text)])
    return Set(Extractor(knowledge).extract(article).statements.map { statement in
      let parts = [statement.holder, isPlay ? nil : statement.issue, statement.stance.rawValue, statement.earlier ? "earlier" : nil]
      return parts.compactMap { $0 }.joined(separator: " ")
    })
  }
}

@Suite struct CaseTests {
  private static let builtIn = try! Knowledge(rehearsing: ExampleTests.builtIn)
  private static let play = try! Knowledge(rehearsing: ExampleTests.play)

  @Test(arguments: Case.all())
  func caseHolds(one: Case) {
    var found: Set<String> = []
    if one.isPlay != true { found.formUnion(one.found(with: CaseTests.builtIn, isPlay: false)) }
    if one.isPlay != false { found.formUnion(one.found(with: CaseTests.play, isPlay: true)) }
    if one.holds {
      #expect(found == one.expected)
    } else {
      #expect(found != one.expected, "it holds now: move it up from under the line `# not yet`")
    }
  }
}
