public import Model

/// How far extracted statements agree with the gold.
///
/// `position` and `holding` fold the statements of an article into a set, `sign` and the fields look at what both found.
/// Optional statements of the gold are neither asked for nor counted as wrong.
public struct Score: Sendable {
  /// Distinct article, holder, issue, stance, earlier: the main figure.
  public let position: Rate
  /// Distinct article, holder, issue.
  public let holding: Rate
  public let sign: Sign
  /// Statements of the gold whose anchor lies in the evidence of a prediction of the same holder and issue.
  public let place: Rate
  /// Over the places found.
  public let fields: [(field: Field, right: Int, of: Int)]
  /// Positions that were found and are not in the gold, and those that were not found, sorted.
  public let wrong: [Disagreement]
  public let missed: [Disagreement]
  /// A row for each stance of the gold, and one for `nothing`; the stances that were found at the same places, and how
  /// many were missed.
  public let confusion: [Figure]

  /// Of the holdings that both found, how many have the gold's sides, and how many stand on the opposite one.
  public struct Sign: Hashable, Sendable {
    public var right: Int
    public var flipped: Int
    public var of: Int

    public var accuracy: Double { ratio(right, of).rounded(places: 4) }
  }

  public init(of predicted: [Statement], against gold: [Gold.Expected]) {
    let asked = gold.filter { !$0.optional }.map(\.statement)
    let stands = Comparison(asked: asked, allowed: gold.map(\.statement), had: predicted, by: Stand.init)
    position = stands.rate
    wrong = stands.wrong.sorted().map { Disagreement($0, in: predicted, against: asked) }
    missed = stands.missed.sorted().map { Disagreement($0, in: asked, against: predicted) }
    holding = Comparison(asked: asked, allowed: gold.map(\.statement), had: predicted, by: Holding.init).rate
    sign = Sign(of: predicted.filter { !stands.optional.contains(Stand($0)) }, against: asked)
    let places = Places(of: predicted, against: gold)
    place = places.rate
    confusion = places.confusion
    fields = Field.allCases.map { field in
      (field, places.pairs.count { field.agrees($0.predicted, $0.expected) }, places.pairs.count)
    }
  }

  /// In the order in which they are printed.
  public var figures: [Figure] {
    [
      position.figure("position"), holding.figure("holding"),
      Figure(
        "sign", [("accuracy", .ratio(sign.accuracy)), ("flipped", .count(sign.flipped)), ("of", .count(sign.of))]),
      place.figure("place"),
    ]
      + fields.map { field, right, of in
        Figure(field.rawValue, [("accuracy", .ratio(ratio(right, of).rounded(places: 4))), ("of", .count(of))])
      }
  }
}

/// A party on an issue in an article.
struct Holding: Hashable {
  var article: String
  var holder: String
  var issue: String

  init(article: String, holder: String, issue: String) {
    self.article = article
    self.holder = holder
    self.issue = issue
  }

  init(_ statement: Statement) {
    self.init(article: statement.evidence.article, holder: statement.holder, issue: statement.issue)
  }
}

/// A holding with its stance, and whether it is a former one.
public struct Stand: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var article: String
  public var holder: String
  public var issue: String
  public var stance: Stance
  public var earlier: Bool

  init(_ statement: Statement) {
    article = statement.evidence.article
    holder = statement.holder
    issue = statement.issue
    stance = statement.stance
    earlier = statement.earlier
  }

  var holding: Holding { Holding(article: article, holder: holder, issue: issue) }
  /// `opposes`, `supports earlier`
  var attitude: String { stance.rawValue + (earlier ? " earlier" : "") }

  public var description: String {
    "\(article) \(holder) \(issue) \(attitude)"
  }

  public static func < (a: Stand, b: Stand) -> Bool {
    (a.article, a.holder, a.issue, a.stance.rawValue, a.earlier ? 1 : 0)
      < (b.article, b.holder, b.issue, b.stance.rawValue, b.earlier ? 1 : 0)
  }
}

/// The keys that are asked for, beside those that were found.
private struct Comparison<Key: Hashable> {
  /// Keys that only optional statements have.
  let optional: Set<Key>
  let wrong: Set<Key>
  let missed: Set<Key>
  let rate: Rate

  init(asked: [Statement], allowed: [Statement], had: [Statement], by key: (Statement) -> Key) {
    let (asked, allowed, had) = (Set(asked.map(key)), Set(allowed.map(key)), Set(had.map(key)))
    optional = allowed.subtracting(asked)
    wrong = had.subtracting(allowed)
    missed = asked.subtracting(had)
    rate = Rate(found: asked.intersection(had).count, wrong: wrong.count, missed: missed.count)
  }
}

extension Score.Sign {
  fileprivate init(of predicted: [Statement], against asked: [Statement]) {
    let (had, wanted) = (Score.Sign.sides(of: predicted), Score.Sign.sides(of: asked))
    let both = wanted.compactMap { holding, wanted in had[holding].map { (wanted, $0) } }
    right = both.count { $0 == $1 }
    flipped = both.count { Set([-1, 1]).isSubset(of: $0.symmetricDifference($1)) }
    of = both.count
  }

  private static func sides(of statements: [Statement]) -> [Holding: Set<Int>] {
    statements.filter { !$0.earlier }.reduce(into: [:]) { $0[Holding($1), default: []].insert($1.stance.side) }
  }
}
