import Model

/// One run beside an earlier one, against the same gold.
public struct Progress: Sendable {
  /// Positions of the gold that are found now and were not before, and the reverse.
  public let won: [Stand]
  public let lost: [Stand]
  /// Wrong positions that are no longer found, and new ones.
  public let mended: [Stand]
  public let broken: [Stand]

  public init(from before: Score, to now: Score) {
    func new(_ these: [Disagreement], without those: [Disagreement]) -> [Stand] {
      Set(these.map(\.stand)).subtracting(those.map(\.stand)).sorted()
    }
    won = new(before.missed, without: now.missed)
    lost = new(now.missed, without: before.missed)
    mended = new(before.wrong, without: now.wrong)
    broken = new(now.wrong, without: before.wrong)
  }

  public var lists: [(name: String, stands: [Stand])] {
    [("won", won), ("lost", lost), ("mended", mended), ("broken", broken)]
  }
}
