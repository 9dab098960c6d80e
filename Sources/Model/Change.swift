/// What one party holds on one issue, as far as the ledger tells.
public struct Position: Hashable, Sendable {
  public var holder: String
  public var issue: String
  /// The statement in force: the last one that took or confirmed the stance.
  public var current: Statement
  /// The day from which the stance has been in force without a change.
  public var since: Day
  /// The day of the last statement that confirms it.
  public var confirmed: Day
  /// How many statements in different words have taken or confirmed it since then.
  public var support: Int
  /// How many independent appearances that had: a wire story in thirty outlets is one, also where they edited it.
  public var appearances: Int
  /// The last words of the party's own voices that say otherwise, and do not move it.
  public var dissent: [Statement]
  /// True where a dated word of the party itself, or of the article on a dated act, carries it; false where it is known
  /// only from others, from unnamed sources or without a day.
  public var firm: Bool

  public init(
    holder: String, issue: String, current: Statement, since: Day, confirmed: Day, support: Int, appearances: Int = 1,
    dissent: [Statement] = [], firm: Bool
  ) {
    self.holder = holder
    self.issue = issue
    self.current = current
    self.since = since
    self.confirmed = confirmed
    self.support = support
    self.appearances = appearances
    self.dissent = dissent
    self.firm = firm
  }
}

/// A party's step from one stance to another on one issue, or what only looks like one.
public struct Change: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case new, reaffirmed, softened, hardened, reversed, conflicting

    /// The step from one stance to another.
    public init(from: Stance, to: Stance) {
      if from == to {
        self = .reaffirmed
      } else if from.side * to.side < 0 {
        self = .reversed
      } else {
        self = from.firmness > to.firmness ? .softened : .hardened
      }
    }
  }

  public var holder: String
  public var issue: String
  /// Nil where nothing was known before.
  public var from: Statement?
  public var to: Statement
  public var kind: Kind
  public var on: Day
  /// True where the ledger moved and the party did not.
  public var apparent: Bool
  /// One line: how it is known, or why it is no movement.
  public var why: String

  public init(from: Statement?, to: Statement, kind: Kind, on: Day, apparent: Bool, why: String) {
    holder = to.holder
    issue = to.issue
    self.from = from
    self.to = to
    self.kind = kind
    self.on = on
    self.apparent = apparent
    self.why = why
  }

  /// Whether the party moved, as against a first word, a repetition or an appearance.
  public var isMovement: Bool {
    !apparent && kind != .new && kind != .reaffirmed
  }

  /// Whether a plain yes became one with a condition, or the other way.
  public enum Condition: String, Sendable {
    case added, dropped
  }

  /// Nil where neither is so.
  public var condition: Condition? {
    switch (from?.stance, to.stance) {
    case (.supports, .conditional): .added
    case (.conditional, .supports): .dropped
    default: nil
    }
  }

  /// A change as a JSON object on one line: format `changes`, number 1, see `docs/formats.md`.
  public var json: JSON {
    .object([
      ("holder", .string(holder)),
      ("issue", .string(issue)),
      ("from", .optional(from?.stance.rawValue)),
      ("to", .string(to.stance.rawValue)),
      ("kind", .string(kind.rawValue)),
      ("on", .string(on.description)),
      ("apparent", .bool(apparent)),
      ("why", .string(why)),
      ("before", from?.entry ?? .null),
      ("after", to.entry),
      ("condition", .optional(condition?.rawValue)),
    ])
  }
}

extension Stance {
  /// 2 for a plain yes or no, 1 for a conditional yes, 0 for an open question.
  fileprivate var firmness: Int {
    switch self {
    case .supports, .opposes: 2
    case .conditional: 1
    case .undecided: 0
    }
  }
}
