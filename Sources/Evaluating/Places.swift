import Foundation
import Model

/// What is compared where a statement was found at its place.
public enum Field: String, Sendable, CaseIterable {
  case person, source, mode, said, stance, earlier

  func agrees(_ predicted: Statement, _ expected: Statement) -> Bool {
    switch self {
    case .person: predicted.person == expected.person
    case .source: sourceAgrees(predicted, expected)
    case .mode: predicted.mode == expected.mode
    case .said: predicted.said == expected.said
    case .stance: predicted.stance == expected.stance
    case .earlier: predicted.earlier == expected.earlier
    }
  }

  /// A summarised act has no telling difference between the holder and the article's own voice.
  private func sourceAgrees(_ predicted: Statement, _ expected: Statement) -> Bool {
    let own: Set<Source> = [.holder, .narrator]
    return predicted.source == expected.source
      || expected.mode == .paraphrase && own.contains(predicted.source) && own.contains(expected.source)
  }
}

/// Which statement of the gold was found in which sentence.
struct Places {
  /// Each statement of the gold that was found, with the prediction at its place that agrees in most fields.
  private(set) var pairs: [(predicted: Statement, expected: Statement)] = []
  private(set) var missed: [Statement] = []
  /// Predictions at places where the gold has nothing.
  let wrong: [Statement]

  init(of predicted: [Statement], against gold: [Gold.Expected]) {
    var places: [Holding: [(index: Int, evidence: FoldedText)]] = [:]
    for (index, statement) in predicted.enumerated() {
      places[Holding(statement), default: []].append((index, FoldedText(statement.evidence.quote)))
    }
    var used: Set<Int> = []
    for expected in gold {
      let anchor = FoldedText(expected.statement.evidence.quote)
      let matches = places[Holding(expected.statement), default: []].filter { $0.evidence.holds(anchor) }.map(\.index)
      used.formUnion(matches)
      guard !expected.optional else { continue }
      let best = matches.map { predicted[$0] }.max { agreement($0, expected) < agreement($1, expected) }
      if let best { pairs.append((best, expected.statement)) } else { missed.append(expected.statement) }
    }
    wrong = predicted.indices.filter { !used.contains($0) }.map { predicted[$0] }

    func agreement(_ statement: Statement, _ expected: Gold.Expected) -> Int {
      Field.allCases.count { $0.agrees(statement, expected.statement) }
    }
  }

  var rate: Rate { Rate(found: pairs.count, wrong: wrong.count, missed: missed.count) }

  var confusion: [Figure] {
    func row(_ name: String, _ found: [Stance], missed: Int) -> Figure {
      Figure(
        name,
        Stance.allCases.map { stance in (stance.rawValue, .count(found.count { $0 == stance })) } + [("missed", .count(missed))])
    }
    let rows = Stance.allCases.map { stance in
      row(
        stance.rawValue, pairs.filter { $0.expected.stance == stance }.map(\.predicted.stance),
        missed: missed.count { $0.stance == stance })
    }
    return rows + [row("nothing", wrong.map(\.stance), missed: 0)]
  }
}

/// Text without what differs between two cleanings of one page: compatibility forms (NFKC), soft hyphens, the form of
/// quotation marks, white space, case.
struct FoldedText {
  private let bytes: [UInt8]
  private let isLong: Bool

  init(_ text: String) {
    let marks: Set<Unicode.Scalar> = ["«", "»", "„", "“", "”", "‟", "\"", "‹", "›", "‚", "‘", "’", "‛", "'", "`", "´"]
    var scalars = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars where scalar != "\u{AD}" {
      scalars.append(marks.contains(scalar) ? "'" : scalar.properties.isWhitespace ? " " : scalar)
    }
    let folded = String(scalars).split(separator: " ").joined(separator: " ").lowercased()
    bytes = Array(folded.utf8)
    isLong = folded.unicodeScalars.count > 12
  }

  /// Whether an anchor lies in this evidence, or this evidence, if it is long enough to tell, in the anchor.
  func holds(_ anchor: FoldedText) -> Bool {
    guard !anchor.bytes.isEmpty else { return false }
    return bytes.contains(anchor.bytes) || isLong && anchor.bytes.contains(bytes)
  }
}
