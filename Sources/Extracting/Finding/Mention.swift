import Model

/// A party, or a person who speaks for one.
struct Actor: Hashable {
  /// Number in `Lexicon.parties`.
  var party: Int
  /// Person id; nil where only the party is named.
  var person: String?
}

/// Words that stand for somebody who can hold or tell a stance.
struct Mention {
  enum Who: Equatable {
    case actor(Actor)
    /// Officials, sources, reports; with the party where one is named beside them.
    case anonymous(party: Int?)
    /// An expert, a former official, somebody unknown: speaks for no party.
    case outsider
    case pronoun(WordClasses)
    /// Several named together before, and how many, where that is told: *the signatories*, *die drei Länder*.
    case group(Int?)
    /// An office without its country (*the minister*), by its number in `Lexicon.roles`.
    case office(Int)
    /// A paper without those who wrote it (*the draft*).
    case document
  }

  var range: Range<Int>
  var who: Who
  /// Stands for whose something is: *Kyiv's*, *Trumps*, *his*.
  var isPossessor = false
  /// After a preposition, in a case that no subject has, or the first part of a compound.
  var isOblique = false
  /// Stands for a place: *in Kiew*.
  var isPlace = false
  /// After *by*.
  var isAgent = false
  /// Of a pronoun that can mean one or several, and of an office: which, where the verb beside it or its own ending tells.
  var isPlural: Bool?
  /// The person's office, where it was named with them.
  var role: Int?
  /// The office stands for them, without a name.
  var isOfficeAlone = false
  /// Holds an office of a country that is not told (*Foreign Minister A B*).
  var isStranger = false
  /// Of an office whose word tells it: a woman's (*die Ministerin*) or a man's.
  var isWoman: Bool?
  /// Does the contrary of what is told of all others: *all but Paris*.
  var isExcepted = false
  /// Behind the subject and the verb of its clause.
  var isObject = false
  /// One of a people, who was named before (*the Russian*).
  var isDemonym = false
  /// Set before the sentence that is about them (*as for Zenda*).
  var isTopic = false
  /// A paper, which stands for those who wrote it (*the American draft*).
  var isDocument = false

  /// Names somebody, rather than pointing at them.
  var isName: Bool {
    if case .pronoun = who { false } else { true }
  }

  var isPerson: Bool {
    if case .actor(let actor) = who { actor.person != nil } else { false }
  }

  var isOffice: Bool {
    if case .office = who { true } else { false }
  }

  /// A pronoun, or an office without its country.
  var isPointer: Bool { !isName || isOffice }

  var isAnonymous: Bool {
    if case .anonymous = who { true } else { false }
  }

  var canBeSubject: Bool { !isPossessor && !isOblique && !isAgent }
}
