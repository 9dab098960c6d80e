public import Model

/// A ledger as people see it, with what follows from it.
public struct Books: Sendable {
  /// With people's corrections.
  public let ledger: Ledger
  public let balances: Balances
  /// The day on which they are closed: the last on which anything in them was published, or the one that was asked for.
  public let today: Day?
  /// What is wrong with the corrections.
  public let problems: [Problem]

  /// `asOf`: only what was published by that day; what has no day of publication is then left out.
  public init(of ledger: Ledger, corrections: [Correction] = [], codebook: Codebook, asOf: Day? = nil) {
    let (corrected, problems) = ledger.corrected(by: corrections)
    self.ledger = asOf.map(corrected.published(by:)) ?? corrected
    balances = Balances(of: self.ledger, under: codebook)
    today = asOf ?? self.ledger.statements.compactMap(\.published).max()
    self.problems = problems
  }
}

extension Ledger {
  fileprivate func published(by day: Day) -> Ledger {
    Ledger(inOrder: statements.filter { statement in statement.published.map { $0 <= day } ?? false })
  }
}
