/// What differs between an older and a newer state of the books.
public struct Difference: Hashable, Sendable {
  /// The day on which the older books were closed: the last on which anything in them was published.
  public var from: Day?
  /// The same of the newer ones.
  public var to: Day?
  /// By party and issue.
  public var moves: [Move]
  /// In the order of a ledger.
  public var added: [Statement]
  public var gone: [Statement]
  public var revised: [Revision]

  public init(
    from: Day?, to: Day?, moves: [Move], added: [Statement], gone: [Statement], revised: [Revision]
  ) {
    self.from = from
    self.to = to
    self.moves = moves
    self.added = added
    self.gone = gone
    self.revised = revised
  }

  /// One party's position on one issue that is not what it was, or came about in another way.
  public struct Move: Hashable, Sendable {
    public var holder: String
    public var issue: String
    public var before: Position?
    public var after: Position?
    /// The movements that only the newer books tell, by day.
    public var steps: [Change]
    /// True where the party itself moved after the older books were closed; false where only what is known moved.
    public var inWorld: Bool
    /// One line: how that is known.
    public var why: String

    public init(
      holder: String, issue: String, before: Position?, after: Position?, steps: [Change], inWorld: Bool, why: String
    ) {
      self.holder = holder
      self.issue = issue
      self.before = before
      self.after = after
      self.steps = steps
      self.inWorld = inWorld
      self.why = why
    }
  }

  /// A statement that both hold, with fields that differ.
  public struct Revision: Hashable, Sendable {
    public var before: Statement
    public var after: Statement
    /// By the names of the format `statements`; `trace` holds corrections.
    public var fields: [Field]

    public init(before: Statement, after: Statement, fields: [Field]) {
      self.before = before
      self.after = after
      self.fields = fields
    }
  }

  public struct Field: Hashable, Sendable {
    public var name: String
    public var before: String
    public var after: String

    public init(name: String, before: String, after: String) {
      self.name = name
      self.before = before
      self.after = after
    }
  }
}
