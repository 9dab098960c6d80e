import Model

/// How far two codings of the same articles by people agree, by Krippendorff's alpha.
public struct Agreement: Sendable {
  /// `alpha-holding`: of which holders the articles tell, on which issues, over all that either coding knows.
  /// `alpha-stance`: their stances where both coded one present stance, as equal or not (`nominal`), and in the order
  /// from against to for (`ordinal`).
  public let figures: [Figure]

  public init(of second: [Gold.Expected], with gold: Gold) {
    let codings = [gold.statements, second].map(Agreement.stances)
    let known = Set(codings.flatMap(\.keys))
    let topics = Set(known.map { Topic(holder: $0.holder, issue: $0.issue) })
    let presence = gold.articles.keys.flatMap { article in
      topics.map { topic in
        codings.map { $0[Holding(article: article, holder: topic.holder, issue: topic.issue)] == nil ? 0 : 1 }
      }
    }
    let stances = known.map { holding in codings.compactMap { $0[holding] } }
      .filter { $0.count == 2 && $0.allSatisfy { $0.count == 1 } }
      .map { $0.flatMap(\.self).map(\.rank) }
    func figure(_ name: String, _ units: [[Int]], _ metrics: [(String, Alpha.Metric)]) -> Figure {
      let values = metrics.compactMap { name, metric in
        Alpha(of: units, metric).value.map { (name, Figure.Value.ratio($0)) }
      }
      return Figure(name, values + [("of", .count(units.count))])
    }
    figures = [
      figure("alpha-holding", presence, [("nominal", .nominal)]),
      figure("alpha-stance", stances, [("nominal", .nominal), ("ordinal", .ordinal)]),
    ]
  }

  private static func stances(in coding: [Gold.Expected]) -> [Holding: Set<Stance>] {
    coding.map(\.statement).filter { !$0.earlier }.reduce(into: [:]) { $0[Holding($1), default: []].insert($1.stance) }
  }

  private struct Topic: Hashable {
    var holder: String
    var issue: String
  }
}

extension Stance {
  /// From against to for.
  fileprivate var rank: Int {
    switch self {
    case .opposes: 0
    case .undecided: 1
    case .conditional: 2
    case .supports: 3
    }
  }
}
