/// Who and what a negotiation is about: parties, persons and issues, and the words that name them.
///
/// Names and phrases are patterns in the notation of `docs/patterns.md`, by language; the language `*` holds for all.
public struct Codebook: Sendable {
  public typealias Patterns = [String: [String]]

  public struct Party: Sendable {
    public var id: String
    public var title: String
    /// Names and metonyms (*Moscow*): each can hold a stance.
    public var names: Patterns
    /// Forms that need a role or an office beside them (*Russian*).
    public var adjectives: Patterns

    public init(id: String, title: String, names: Patterns, adjectives: Patterns) {
      self.id = id
      self.title = title
      self.names = names
      self.adjectives = adjectives
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
    public var roles: [Role]
    public var names: Patterns

    public init(
      id: String, title: String, party: String, head: Bool, gender: String?, roles: [Role], names: Patterns
    ) {
      self.id = id
      self.title = title
      self.party = party
      self.head = head
      self.gender = gender
      self.roles = roles
      self.names = names
    }
  }

  /// An office by its name in the language packs (`president`), and the days on which it was held.
  public struct Role: Sendable {
    public var name: String
    public var from: Day?
    public var to: Day?

    public init(name: String, from: Day?, to: Day?) {
      self.name = name
      self.from = from
      self.to = to
    }

    public func isHeld(on day: Day?) -> Bool {
      guard let day else { return to == nil }
      return from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
    }
  }

  /// Words for an issue in one language.
  public struct Phrase: Sendable {
    public var language: String
    public var pattern: String
    public var sense: Sense

    public init(language: String, pattern: String, sense: Sense) {
      self.language = language
      self.pattern = pattern
      self.sense = sense
    }
  }

  /// What a phrase says of its issue.
  public struct Sense: Sendable {
    /// Whether it points against the proposition.
    public var against: Bool
    /// Whether to say or do it is a stance (*stop where they are*); otherwise it names a thing that one can be for or
    /// against (*a freeze*).
    public var says: Bool
    /// What else must name the issue or its matter.
    public var needs: Need

    public enum Need: Sendable {
      case nothing
      /// The article.
      case article
      /// The sentence, or the one before.
      case neighbour
      /// Nothing else may have been named since: it holds a pronoun for the thing (*send them*).
      case last
      /// It names something else: what it overlaps does not count.
      case never
      /// It names the matter itself, on which phrases that need others lean (*the Donbas*).
      case topic
    }

    /// Whether phrases that need another can lean on it.
    public var names: Bool { needs == .nothing || needs == .topic }

    public init(against: Bool, says: Bool, needs: Need) {
      self.against = against
      self.says = says
      self.needs = needs
    }
  }

  /// A sentence with what must be found in it.
  public struct Example: Sendable {
    public var language: String
    public var text: String
    /// Holder and stance, and `earlier` for a former one (`russia opposes earlier`); sorted, none for nothing.
    public var expected: [String]
    /// In its file.
    public var line: Int?

    /// From `Moscow rejects a freeze. > russia opposes; us supports`, or `> nothing`; nil where that is not its form.
    public init?(_ written: String, language: String, line: Int? = nil) {
      let parts = written.split(separator: " > ", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      self.language = language
      self.line = line
      text = String(parts[0])
      let statements = parts[1].split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }
      expected = statements == ["nothing"] ? [] : statements.sorted()
    }
  }

  public struct Issue: Sendable {
    public var id: String
    public var title: String
    public var proposition: String
    /// Id of the party that is to give the thing: what it wants to have itself, it is against giving.
    public var giver: String?
    public var phrases: [Phrase]
    public var examples: [Example]

    public init(id: String, title: String, proposition: String, giver: String? = nil, phrases: [Phrase], examples: [Example] = []) {
      self.id = id
      self.title = title
      self.proposition = proposition
      self.giver = giver
      self.phrases = phrases
      self.examples = examples
    }
  }

  public var name: String
  /// Ids of parties of which an article must name one to be about this negotiation at all; empty for any article.
  public var concerns: [String]
  public var parties: [Party]
  public var persons: [Person]
  public var issues: [Issue]
  /// For how many days the word of a party's head, or of the party as a whole, stands against its other voices.
  public var rankDays = 7

  public init(name: String, concerns: [String] = [], parties: [Party], persons: [Person], issues: [Issue]) {
    self.name = name
    self.concerns = concerns
    self.parties = parties
    self.persons = persons
    self.issues = issues
  }

  /// Ids of the persons whose word is their party's: its head, and those who speak for the head.
  public var speakers: Set<String> {
    Set(persons.lazy.filter { $0.head || $0.roles.contains { $0.name == "spokesperson" } }.map(\.id))
  }

  /// The title of a party, person or issue; the id itself where the codebook has none.
  public func title(of id: String) -> String {
    parties.first { $0.id == id }?.title ?? persons.first { $0.id == id }?.title
      ?? issues.first { $0.id == id }?.title ?? id
  }
}
