/// Who and what a negotiation is about: parties, persons and issues, and the words that name them.
///
/// `names` and phrases are patterns in the notation of `docs/patterns.md`, by language; the language `*` holds for all.
public struct Codebook: Sendable {
  public typealias Patterns = [String: [String]]

  public struct Party: Sendable {
    public var id: String
    public var title: String
    public var names: Patterns
    /// Ids of parties that this one speaks with when the group is named.
    public var members: [String]

    public init(id: String, title: String, names: Patterns, members: [String] = []) {
      self.id = id
      self.title = title
      self.names = names
      self.members = members
    }
  }

  public struct Person: Sendable {
    public var id: String
    public var title: String
    public var party: String
    /// The head of a party outranks its other voices.
    public var head: Bool
    /// `m` or `f`, for pronouns; nil where unknown.
    public var gender: String?
    public var names: Patterns

    public init(id: String, title: String, party: String, head: Bool, gender: String?, names: Patterns) {
      self.id = id
      self.title = title
      self.party = party
      self.head = head
      self.gender = gender
      self.names = names
    }
  }

  /// A phrase of an issue, and which way it points.
  public struct Phrase: Sendable {
    public var pattern: String
    /// A sentence of the codebook's own that shows the phrase at work, with what follows from it.
    public var example: String?

    public init(pattern: String, example: String? = nil) {
      self.pattern = pattern
      self.example = example
    }
  }

  public struct Issue: Sendable {
    public var id: String
    public var title: String
    public var proposition: String
    /// By language: phrases that point towards the proposition, against it, and those that only name its object.
    public var toward: [String: [Phrase]]
    public var against: [String: [Phrase]]
    public var object: [String: [Phrase]]

    public init(
      id: String, title: String, proposition: String, toward: [String: [Phrase]], against: [String: [Phrase]],
      object: [String: [Phrase]]
    ) {
      self.id = id
      self.title = title
      self.proposition = proposition
      self.toward = toward
      self.against = against
      self.object = object
    }
  }

  public var name: String
  public var parties: [Party]
  public var persons: [Person]
  public var issues: [Issue]

  public init(name: String, parties: [Party], persons: [Person], issues: [Issue]) {
    self.name = name
    self.parties = parties
    self.persons = persons
    self.issues = issues
  }

  /// Ids of the persons who outrank their party's other voices.
  public var heads: Set<String> {
    Set(persons.lazy.filter(\.head).map(\.id))
  }

  /// The title of a party, person or issue; the id itself where the codebook has none.
  public func title(of id: String) -> String {
    parties.first { $0.id == id }?.title ?? persons.first { $0.id == id }?.title
      ?? issues.first { $0.id == id }?.title ?? id
  }
}
