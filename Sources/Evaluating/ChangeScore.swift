public import Model

/// How far reported changes agree with the gold.
///
/// A movement is right if a real change of the gold has its holder, issue and new stance within its days; what is no
/// movement is passed over.
public struct ChangeScore: Sendable {
  public let figures: [Figure]
  /// Reports that no real change of the gold answers to.
  public let wrong: [Change]
  public let missed: [Gold.ExpectedChange]

  public init(of changes: [Change], against gold: [Gold.ExpectedChange]) {
    let real = gold.filter { !$0.apparent }
    let issues = Set(gold.map(\.issue))
    let told = changes.filter { $0.isMovement && issues.contains($0.issue) }
    let exact = Fit(told: told, real: real) { $0 == $1 }
    let side = Fit(told: told, real: real) { $0.side == $1.side }
    let apparent = gold.filter(\.apparent)
    let fallenFor = apparent.count { expected in exact.wrong.contains { expected.fits($0) { $0 == $1 } } }
    wrong = exact.wrong
    missed = exact.missed
    figures = [
      exact.figure("change"), side.figure("side"),
      Figure("apparent", [("fallen for", .count(fallenFor)), ("of", .count(apparent.count))]),
    ]
  }
}

/// Reports beside real changes, under one measure of what counts as the same new stance.
private struct Fit {
  let told: [Change]
  let real: [Gold.ExpectedChange]
  let wrong: [Change]
  let missed: [Gold.ExpectedChange]

  init(told: [Change], real: [Gold.ExpectedChange], same: (Stance, Stance) -> Bool) {
    self.told = told
    self.real = real
    wrong = told.filter { change in !real.contains { $0.fits(change, same: same) } }
    missed = real.filter { expected in !told.contains { expected.fits($0, same: same) } }
  }

  func figure(_ name: String) -> Figure {
    let precision = ratio(told.count - wrong.count, told.count)
    let recall = ratio(real.count - missed.count, real.count)
    return Figure(
      name,
      [
        ("precision", .ratio(precision)), ("recall", .ratio(recall)), ("f1", .ratio(harmonicMean(precision, recall))),
        ("told", .count(told.count)), ("real", .count(real.count)),
      ])
  }
}

extension Gold.ExpectedChange {
  fileprivate func fits(_ change: Change, same: (Stance, Stance) -> Bool) -> Bool {
    holder == change.holder && issue == change.issue && same(to, change.to.stance) && within.contains(change.on)
  }
}
