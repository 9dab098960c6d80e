public import Model

/// Finds articles that are one text: a wire story in several outlets, a later version of a page.
///
/// Texts are compared as sets of four-word shingles; how much two sets share is estimated by MinHash (A. Broder, "On the
/// resemblance and containment of documents", 1997) with one permutation in bins (P. Li, A. Owen, C.-H. Zhang, 2012), and only texts that agree in one band of their sketches are compared
/// (J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", chapter 3). Of each story only the first article is
/// kept to compare with, so that the same text ten thousand times costs no more than ten thousand texts.
public struct SameStory {
  public struct Match: Hashable, Sendable {
    /// Of the first article that told the story.
    public let file: String
    /// The estimated share of common shingles, 0 to 1.
    public let resemblance: Double
    /// Two states of one page or of one outlet's story, as against two outlets' copies of one text.
    public let isVersion: Bool
  }

  /// From this resemblance on two texts are one story. Two reports of the same event by different hands stay below 0.2,
  /// a wire story that an outlet has cut by a third stays above.
  public static let threshold = 0.5

  private struct Story {
    var file: String
    var url: String?
    var outlet: String?
    var sketch: Sketch
  }

  private var stories: [Story] = []
  private var byBand: [UInt64: [Int]] = [:]

  public init() {}

  /// Takes the next article; what tells the same story among those before it, the most alike, and of these the first.
  public mutating func take(_ article: Article) -> Match? {
    guard let sketch = Sketch(article) else { return nil }
    let bands = sketch.bands
    let likely = Set(bands.compactMap { byBand[$0] }.joined()).sorted()
    let alike = likely.map { (story: stories[$0], resemblance: stories[$0].sketch.resemblance(to: sketch)) }
      .filter { $0.resemblance >= SameStory.threshold }
    if let best = alike.max(by: { $0.resemblance < $1.resemblance }),
      let first = alike.first(where: { $0.resemblance == best.resemblance })
    {
      return Match(
        file: first.story.file, resemblance: first.resemblance,
        isVersion: SameStory.isVersion(first.story, article))
    }
    for band in bands { byBand[band, default: []].append(stories.count) }
    stories.append(Story(file: article.file, url: article.url, outlet: article.outlet, sketch: sketch))
    return nil
  }

  private static func isVersion(_ story: Story, _ article: Article) -> Bool {
    if let url = story.url, let other = article.url { return url == other }
    return story.outlet != nil && story.outlet == article.outlet
  }

  private struct Sketch {
    private static let size = 64
    private static let rows = 4
    private static let shingle = 4
    private let minima: [UInt64]

    /// Nil for texts of less than two shingles.
    init?(_ article: Article) {
      var words: [UInt64] = []
      for block in article.blocks where block.kind.isBody {
        Wording.scan(block.text) { while let word = $0.next() { words.append(word.hash) } }
      }
      guard words.count > Sketch.shingle else { return nil }
      var minima = [UInt64](repeating: .max, count: Sketch.size)
      for last in (Sketch.shingle - 1)..<words.count {
        var shingle: UInt64 = 0
        for word in (last - Sketch.shingle + 1)...last { shingle = Sketch.mixed(shingle &* 31 &+ words[word]) }
        let bin = Int(shingle % UInt64(Sketch.size))
        minima[bin] = min(minima[bin], shingle)
      }
      self.minima = Sketch.filled(minima)
    }

    /// An empty bin takes what the next one holds, marked with how far off that is (A. Shrivastava, P. Li, "Densifying one
    /// permutation hashing via rotation", 2014).
    private static func filled(_ bins: [UInt64]) -> [UInt64] {
      bins.indices.map { bin in
        let distance = bins.indices.first { bins[(bin + $0) % size] != .max } ?? 0
        return distance == 0 ? bins[bin] : mixed(bins[(bin + distance) % size] &+ UInt64(distance))
      }
    }

    /// The finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, 2014).
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
