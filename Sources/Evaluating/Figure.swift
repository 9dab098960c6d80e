import Foundation
public import Model

/// One line of an evaluation: a name, and ratios and counts under it.
public struct Figure: Sendable {
  public enum Value: Sendable {
    case ratio(Double)
    case count(Int)
  }

  public var name: String
  public var values: [(name: String, value: Value)]

  public init(_ name: String, _ values: [(name: String, value: Value)]) {
    self.name = name
    self.values = values
  }

  /// `position  precision 0.750  recall 0.500`: the name padded to `width` characters, ratios to three places; where
  /// there is an earlier figure, with what each value gained (`precision 0.750 (+0.025)`).
  public func line(width: Int, since earlier: Figure? = nil) -> String {
    let values = values.map { name, value in
      let before = earlier?.values.first { $0.name == name }?.value
      return "\(name) \(value.text)" + (before.flatMap { value.gain(since: $0) } ?? "")
    }
    return self.name.padded(to: width) + values.joined(separator: "  ")
  }

  public var json: JSON {
    .object(
      values.map { name, value in
        switch value {
        case .ratio(let ratio): (name, .double(ratio))
        case .count(let count): (name, .int(count))
        }
      })
  }
}

extension Figure.Value {
  fileprivate var text: String {
    switch self {
    case .ratio(let ratio): ratio.printed(places: 3)
    case .count(let count): String(count)
    }
  }

  /// Nil where nothing was gained or lost.
  fileprivate func gain(since before: Figure.Value) -> String? {
    let gain =
      switch (self, before) {
      case (.ratio(let now), .ratio(let before)): (now - before).printed(places: 3)
      case (.count(let now), .count(let before)): String(now - before)
      default: "0"
      }
    guard gain.contains(where: { ("1"..."9").contains($0) }) else { return nil }
    return " (\(gain.hasPrefix("-") ? "" : "+")\(gain))"
  }
}

/// Precision and recall: found and right, found and wrong, not found.
public struct Rate: Hashable, Sendable {
  public var found: Int
  public var wrong: Int
  public var missed: Int

  public var precision: Double { ratio(found, found + wrong).rounded(places: 4) }
  public var recall: Double { ratio(found, found + missed).rounded(places: 4) }
  public var f1: Double { harmonicMean(ratio(found, found + wrong), ratio(found, found + missed)).rounded(places: 4) }

  func figure(_ name: String) -> Figure {
    Figure(
      name,
      [
        ("precision", .ratio(precision)), ("recall", .ratio(recall)), ("f1", .ratio(f1)),
        ("found", .count(found)), ("wrong", .count(wrong)), ("missed", .count(missed)),
      ])
  }
}

/// Nothing of nothing is 0.
func ratio(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}

func harmonicMean(_ a: Double, _ b: Double) -> Double {
  a + b == 0 ? 0 : 2 * a * b / (a + b)
}

extension Double {
  /// Rounded as the exact binary value stands, ties to even: as C and Python print.
  fileprivate func printed(places: Int) -> String {
    String(format: "%.\(places)f", self)
  }

  func rounded(places: Int) -> Double {
    Double(printed(places: places)) ?? self
  }
}

extension String {
  /// With spaces after it, up to a width in characters.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}
