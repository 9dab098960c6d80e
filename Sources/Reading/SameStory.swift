public import Model

/// Articles that are one text: a wire story in several outlets, a later version of a page.
///
/// Texts are compared as sets of four-word shingles; how much two sets share is estimated by MinHash (A. Broder, "On the
/// resemblance and containment of documents", 1997), and only texts that agree in one band of their sketches are compared
/// (J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", chapter 3). The same articles give the same pairs
/// in every order and on every machine.
public enum SameStory {
  public struct Pair: Hashable, Sendable {
    /// Indices of the two articles, the smaller first.
    public let first: Int
    public let second: Int
    /// The estimated share of common shingles, 0 to 1.
    public let resemblance: Double
    /// Two states of one page or of one outlet's story, as against two outlets' copies of one text.
    public let isVersion: Bool
  }

  /// From this resemblance on two texts are one story. Two reports of the same event by different hands stay below 0.2,
  /// a wire story that an outlet has cut by a third stays above.
  public static let threshold = 0.5

  /// All pairs that are one story, in order.
  public static func pairs(in articles: [Article]) -> [Pair] {
    let sketches = articles.map { Sketch($0) }
    var buckets: [UInt64: [Int]] = [:]
    for (index, sketch) in sketches.enumerated() {
      for band in sketch?.bands ?? [] { buckets[band, default: []].append(index) }
    }
    var seen: Set<[Int]> = []
    var pairs: [Pair] = []
    for members in buckets.values {
      for (place, first) in members.enumerated() {
        for second in members[(place + 1)...] where seen.insert([first, second]).inserted {
          guard let a = sketches[first], let b = sketches[second] else { continue }
          let resemblance = a.resemblance(to: b)
          guard resemblance >= threshold else { continue }
          pairs.append(
            Pair(
              first: first, second: second, resemblance: resemblance,
              isVersion: isVersion(articles[first], articles[second])))
        }
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private static func isVersion(_ a: Article, _ b: Article) -> Bool {
    if let url = a.url, let other = b.url { return url == other }
    return a.outlet != nil && a.outlet == b.outlet
  }

  private struct Sketch {
    private static let size = 64
    private static let rows = 4
    private static let shingle = 4
    private let minima: [UInt64]

    /// Nil for texts of less than two shingles.
    init?(_ article: Article) {
      let words = article.blocks.lazy.filter(\.kind.isBody).flatMap { Wording($0.text).words.map(\.hash) }
      let hashes = Array(words)
      guard hashes.count > Sketch.shingle else { return nil }
      var minima = [UInt64](repeating: .max, count: Sketch.size)
      for start in 0...(hashes.count - Sketch.shingle) {
        let shingle = hashes[start..<(start + Sketch.shingle)].reduce(0) { Sketch.mixed($0 &* 31 &+ $1) }
        for row in minima.indices {
          minima[row] = min(minima[row], Sketch.mixed(shingle ^ (UInt64(row + 1) &* 0x9E37_79B9_7F4A_7C15)))
        }
      }
      self.minima = minima
    }

    /// The finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): every row orders the shingles anew.
    private static func mixed(_ value: UInt64) -> UInt64 {
      var z = value
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }

    var bands: [UInt64] {
      stride(from: 0, to: Sketch.size, by: Sketch.rows).map { start in
        minima[start..<(start + Sketch.rows)].reduce(UInt64(start)) { Sketch.mixed($0 ^ $1) }
      }
    }

    func resemblance(to other: Sketch) -> Double {
      Double(zip(minima, other.minima).count { $0 == $1 }) / Double(Sketch.size)
    }
  }
}
