import FoundationEssentials

/// How often statements of each kind of evidence were right on articles that people had coded.
public struct Calibration: Hashable, Sendable {
  /// Distinct positions of one kind that the gold has, and that it has not.
  public struct Count: Hashable, Sendable, Decodable {
    public var kind: Statement.Kind
    public var right: Int
    public var wrong: Int

    public init(kind: Statement.Kind, right: Int, wrong: Int) {
      self.kind = kind
      self.right = right
      self.wrong = wrong
    }

    /// Where the share of right ones lies with 95 % confidence: Wilson's score interval (E. B. Wilson, "Probable
    /// Inference, the Law of Succession, and Statistical Inference", JASA 22, 1927, pp. 209-212). Between 0 and 1.
    public var interval: ClosedRange<Double> {
      let n = Double(right + wrong)
      guard n > 0 else { return 0...1 }
      let z = 1.959964
      let share = Double(right) / n
      let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
      let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
      return max(0, centre - half)...min(1, centre + half)
    }

    /// The middle of the interval: the less was measured, the nearer to a half.
    public var expected: Double { (interval.lowerBound + interval.upperBound) / 2 }

    /// `right in about 8 of 10`; never all, of what is only measured so far.
    public var words: String { "right in about \(min(9, Int((expected * 10).rounded()))) of 10" }
  }

  private let counts: [Statement.Kind: Count]

  public init(_ counts: [Count] = []) {
    self.counts = Dictionary(counts.map { ($0.kind, $0) }) { $1 }
  }

  public subscript(kind: Statement.Kind?) -> Count? {
    kind.flatMap { counts[$0] }
  }
}
