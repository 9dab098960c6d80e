import Model

/// A position on which the program and the gold differ, with what each reads.
public struct Disagreement: Sendable {
  public let stand: Stand
  /// The sentences, or the gold's anchors, that carry it.
  public let quotes: [String]
  /// What the other has of the same holder on the same issue: stances, with `earlier` behind former ones; sorted.
  public let instead: [String]

  init(_ stand: Stand, in own: [Statement], against other: [Statement]) {
    self.stand = stand
    quotes = own.filter { Stand($0) == stand }.map(\.evidence.quote)
    instead = Set(other.map(Stand.init).filter { $0.holding == stand.holding }.map(\.attitude)).sorted()
  }
}
