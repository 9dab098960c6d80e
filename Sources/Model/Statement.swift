/// One place in an article where it is reported that a holder takes a stance on an issue.
public struct Statement: Hashable, Sendable {
  /// The party whose stance it is.
  public var holder: String
  /// The person of that party who is named as holding or voicing it.
  public var person: String?
  public var issue: String
  public var stance: Stance
  /// Who says that the holder holds it.
  public var source: Source
  public var mode: Mode
  /// The day on which the holder took it, as far as the text and the publication date tell.
  public var said: Day?
  /// Presented as a former stance, that no longer or not surely holds.
  public var earlier: Bool
  /// The words of the condition, where the text gives one.
  public var condition: String?
  public var evidence: Evidence
  /// The article's publication day: nil where the article does not tell.
  public var published: Day?
  /// By what kind of evidence it was found; nil where people coded it.
  public var kind: Kind?
  /// How it was found, one step an element, in the order of the reasoning.
  public var trace: [String]

  public init(
    holder: String, person: String? = nil, issue: String, stance: Stance, source: Source, mode: Mode,
    said: Day? = nil, earlier: Bool = false, condition: String? = nil, evidence: Evidence, published: Day? = nil,
    kind: Kind? = nil, trace: [String] = []
  ) {
    self.holder = holder
    self.person = person
    self.issue = issue
    self.stance = stance
    self.source = source
    self.mode = mode
    self.said = said
    self.earlier = earlier
    self.condition = condition
    self.evidence = evidence
    self.published = published
    self.kind = kind
    self.trace = trace
  }

  /// Eight hexadecimal digits that name it to people: the same for the same words, wherever they stand.
  public var id: String {
    String(Fingerprint.of([holder, issue, stance.rawValue, source.description, evidence.quote]).prefix(8))
  }

  /// The day that the statement counts for: when it was said, else when it was published; never after publication.
  public var day: Day? {
    [said, published].compactMap(\.self).min()
  }
}

extension Statement {
  /// The kind of evidence by which a statement is found. Where several apply, the first one listed here counts.
  public enum Kind: String, Sendable, CaseIterable, Decodable {
    /// Told by officials or reports without a name.
    case unnamed
    /// Told by another party.
    case ascribed
    /// In a headline, a standfirst or a subheading.
    case headline
    /// Who speaks, who is meant or which issue it is, is not in the words: a pronoun, an office alone, *that idea*.
    case inferred
    /// To say or do what the words say is the stance: no predicate speaks for it or against it.
    case outright
    /// The holder's words in quotation marks.
    case quoted
    /// The holder's words in reported speech.
    case reported
    /// A summary of what the holder said or did.
    case summarised
  }
}

/// Towards an issue's proposition.
public enum Stance: String, Sendable, CaseIterable {
  case supports, conditional, undecided, opposes

  /// 1 for, 0 open, -1 against.
  public var side: Int {
    switch self {
    case .supports, .conditional: 1
    case .undecided: 0
    case .opposes: -1
    }
  }
}

/// Who says that a holder holds a stance: printed as `self`, `unnamed`, `narrator` or the party's id.
public enum Source: Hashable, Sendable, CustomStringConvertible {
  /// The holder itself, in direct or indirect speech.
  case holder
  /// Officials, reports, "it is said".
  case unnamed
  /// The article in its own voice.
  case narrator
  /// Another party, by id.
  case party(String)

  public init(_ text: String) {
    switch text {
    case "self": self = .holder
    case "unnamed": self = .unnamed
    case "narrator": self = .narrator
    default: self = .party(text)
    }
  }

  public var description: String {
    switch self {
    case .holder: "self"
    case .unnamed: "unnamed"
    case .narrator: "narrator"
    case .party(let id): id
    }
  }
}

/// In whose words a stance is told.
public enum Mode: String, Sendable, CaseIterable {
  /// Quotation marks around the telling words.
  case direct
  /// Reported speech with a clause or an infinitive.
  case indirect
  /// A summary of a speech act, or of a state.
  case paraphrase
}

/// Where a statement stands: enough to find its words again in another cleaning of the page.
public struct Evidence: Hashable, Sendable {
  /// File name of the article.
  public var article: String
  /// `Article.id` of the text that was read.
  public var articleID: String
  /// The sentence, verbatim.
  public var quote: String
  public var span: Span
  /// Up to 32 characters before and after, as in a W3C TextQuoteSelector.
  public var prefix: String
  public var suffix: String

  public init(article: String, articleID: String, quote: String, span: Span, prefix: String = "", suffix: String = "") {
    self.article = article
    self.articleID = articleID
    self.quote = quote
    self.span = span
    self.prefix = prefix
    self.suffix = suffix
  }

  /// Names the text: by fingerprint, or by file where there is none.
  public var text: String { articleID.isEmpty ? article : articleID }
}
