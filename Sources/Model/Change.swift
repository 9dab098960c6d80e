/// What one party holds on one issue at one day.
public struct Position: Hashable, Sendable {
  public var holder: String
  public var issue: String
  /// The statement in force.
  public var current: Statement
  /// The day from which the stance has been in force without a change.
  public var since: Day
  /// The day of the last statement that confirms it.
  public var confirmed: Day
  /// How many distinct statements confirm it since then.
  public var support: Int

  public init(holder: String, issue: String, current: Statement, since: Day, confirmed: Day, support: Int) {
    self.holder = holder
    self.issue = issue
    self.current = current
    self.since = since
    self.confirmed = confirmed
    self.support = support
  }
}

/// A party's step from one stance to another on one issue, or what only looks like one.
public struct Change: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case new, reaffirmed, softened, hardened, reversed, conflicting
  }

  public var holder: String
  public var issue: String
  /// Nil for `new`.
  public var from: Statement?
  public var to: Statement
  public var kind: Kind
  public var on: Day
  /// True where the ledger moved and the party did not.
  public var apparent: Bool
  /// One line: what moved, or why it is no movement.
  public var why: String

  public init(
    holder: String, issue: String, from: Statement?, to: Statement, kind: Kind, on: Day, apparent: Bool, why: String
  ) {
    self.holder = holder
    self.issue = issue
    self.from = from
    self.to = to
    self.kind = kind
    self.on = on
    self.apparent = apparent
    self.why = why
  }
}
