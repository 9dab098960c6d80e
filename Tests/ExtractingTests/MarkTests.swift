import Foundation
import Model
import Testing

@testable import Extracting

/// A passage of `Tests/Cases/<language>/*.marks` whose attributions are marked: `[s Zenda] [c said]: "[q It is cold]."`
///
/// `s` is the source, `c` the cue (of a split cue, its parts), `q` what is quoted, `i` what is told in other words. A
/// number after the letter tells several attributions apart; one with neither source nor cue goes on with the source
/// before it. ` / ` begins a paragraph. Passages below the line `# not yet` are known to fail, and must.
struct MarkedPassage: CustomTestStringConvertible, Sendable {
  /// By their words; of a cue the first and the last.
  struct Told: Hashable, Sendable {
    var source: [String] = []
    var cue: [String] = []
    var content: [String] = []
    var mode = Mode.direct
  }

  var language: String
  var line: String
  var holds: Bool
  var text = ""
  var told: Set<Told> = []
  var testDescription: String { "\(language): \(line)" }

  static func all() -> [MarkedPassage] {
    let files = FileManager.default.enumerator(at: Case.folder, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    return files.filter { $0.pathExtension == "marks" }.sorted { $0.path < $1.path }.flatMap { file in
      let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n")
      let limit = lines.firstIndex(of: "# not yet") ?? lines.endIndex
      return lines.indices.filter { !lines[$0].hasPrefix("#") }.map {
        MarkedPassage(String(lines[$0]), language: file.deletingLastPathComponent().lastPathComponent, holds: $0 < limit)
      }
    }
  }

  init(_ line: String, language: String, holds: Bool) {
    (self.line, self.language, self.holds) = (line, language, holds)
    var open: [(mark: Character, number: Character, start: Int)] = []
    var marks: [(mark: Character, number: Character, start: Int, words: [String])] = []
    var rest = line[...]
    while let next = rest.first {
      if let match = rest.prefixMatch(of: #/\[([sciq])(\d?) /#) {
        open.append((match.1.first!, match.2.first ?? "1", text.count))
        rest = rest[match.range.upperBound...]
        continue
      }
      rest.removeFirst()
      if next == "]", let (mark, number, start) = open.popLast() {
        marks.append((mark, number, start, words(text.dropFirst(start))))
      } else {
        text.append(next)
      }
    }
    var byNumber: [Character: Told] = [:]
    for (mark, number, _, words) in marks.sorted(by: { $0.start < $1.start }) {
      switch mark {
      case "s": byNumber[number, default: Told()].source += words
      case "c": byNumber[number, default: Told()].cue += words
      default:
        byNumber[number, default: Told()].content += words
        byNumber[number]?.mode = mark == "q" ? .direct : .indirect
      }
    }
    var last: [String] = []
    for number in byNumber.keys.sorted() {
      guard var one = byNumber[number] else { continue }
      if one.source.isEmpty, one.cue.isEmpty { one.source = last }
      last = one.source
      one.cue = ends(one.cue)
      told.insert(one)
    }
  }

  func found(with knowledge: Knowledge) -> Set<Told> {
    let article = Article(
      file: "case", published: Published(day: Day(iso: "2025-10-22")!), language: language,
      blocks: text.components(separatedBy: " / ").map { Block(.paragraph, $0) })
    return Set(Extractor(knowledge).extract(article).attributions.map { attribution in
      Told(
        source: words(attribution.source?.text ?? ""), cue: ends(words(attribution.cue?.text ?? "")),
        content: attribution.content.flatMap { words($0.text) }, mode: attribution.mode)
    })
  }
}

private func words(_ text: some StringProtocol) -> [String] {
  String(text).split(whereSeparator: { (letter: Character) in !letter.isLetter && !letter.isNumber }).map { String($0) }
}

private func ends(_ words: [String]) -> [String] {
  [words.first, words.last].compactMap(\.self)
}

@Suite struct MarkTests {
  private static let knowledge = try! Knowledge(codebook: ExampleTests.builtIn)

  @Test(arguments: MarkedPassage.all())
  func marksAreFound(passage: MarkedPassage) {
    let found = passage.found(with: MarkTests.knowledge)
    if passage.holds {
      #expect(found == passage.told)
    } else {
      #expect(found != passage.told, "it holds now: move it up from under the line `# not yet`")
    }
  }
}
