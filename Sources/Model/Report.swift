/// What is to be shown, before any format.
public struct Report: Hashable, Sendable {
  /// Texts that belong at the head of everything made from these articles.
  public var notices: [String]
  /// The day on which the books are closed; nil where no article has a date.
  public var today: Day?
  /// The last day on which anything was published.
  public var published: Day?
  /// How many statements the ledger holds, and from how many articles.
  public var statements: Int
  public var articles: Int
  /// Ids, in the order in which every party's topics come.
  public var issues: [String]
  public var parties: [Party]

  public init(
    notices: [String], today: Day?, published: Day?, statements: Int, articles: Int, issues: [String],
    parties: [Party]
  ) {
    self.notices = notices
    self.today = today
    self.published = published
    self.statements = statements
    self.articles = articles
    self.issues = issues
    self.parties = parties
  }

  /// One party, with the issues on which it is known to hold something.
  public struct Party: Hashable, Sendable {
    public var id: String
    public var title: String
    public var topics: [Topic]

    public init(id: String, title: String, topics: [Topic]) {
      self.id = id
      self.title = title
      self.topics = topics
    }
  }

  /// One party's position on one issue, and how it came to it.
  public struct Topic: Hashable, Sendable {
    public var id: String
    public var title: String
    /// What a yes and a no are about; empty where the codebook does not know the issue.
    public var proposition: String
    public var position: Position?
    /// The party's own voices that say otherwise, each with its stance and its day.
    public var dissent: [Line]
    /// Where it stands today, in its last words; nil where those are among `steps`.
    public var latest: Line?
    /// First words and movements, by day.
    public var steps: [Line]
    /// What only looks like a movement, by day.
    public var apparent: [Line]
    /// What nobody gave a day.
    public var undated: [Line]

    public init(
      id: String, title: String, proposition: String, position: Position?, dissent: [Line], latest: Line?,
      steps: [Line], apparent: [Line], undated: [Line]
    ) {
      self.id = id
      self.title = title
      self.proposition = proposition
      self.position = position
      self.dissent = dissent
      self.latest = latest
      self.steps = steps
      self.apparent = apparent
      self.undated = undated
    }
  }

  /// A statement, as a reader is shown it.
  public struct Line: Hashable, Sendable {
    public var day: Day?
    public var statement: Statement
    /// The step that it makes, and from where; nil where it makes none, or the first.
    public var kind: Change.Kind?
    public var from: Stance?
    /// The person, or the party where none is named.
    public var voice: String
    /// How it is known: `said itself`, `told by Russia`, `unnamed sources`, `the article's own words`.
    public var known: String
    /// Why it is no movement; nil where it is one, and where `known` says it already.
    public var why: String?
    /// How often what is known in the same way was right; nil where nobody measured it.
    public var measured: Calibration.Count?

    public init(
      day: Day?, statement: Statement, kind: Change.Kind? = nil, from: Stance? = nil, voice: String, known: String,
      why: String? = nil, measured: Calibration.Count? = nil
    ) {
      self.day = day
      self.statement = statement
      self.kind = kind
      self.from = from
      self.voice = voice
      self.known = known
      self.why = why
      self.measured = measured
    }
  }
}
