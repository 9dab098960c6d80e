internal import Yams

/// What the program knows of one language: function words, cues, predicates, roles, countries, dates.
///
/// A pack is one YAML file under `Languages/`, explained in `docs/language-packs.md`.
struct Pack: Decodable, Sendable {
  /// ISO 639-1.
  var language: String
  /// In main clauses the subject may follow the verb (*lehnte Trump ab*).
  var inverts: Bool
  /// Every noun begins with a capital letter.
  var capitalisesNouns: Bool
  /// The ending by which a name alone becomes a possessor (*Trumps Weigerung*); nil where a mark shows it.
  var genitive: String?
  /// The ending of an office that a woman holds (*Ministerin*); nil where the word does not tell.
  var feminine: String?
  /// Pattern of verbs that tell, with an impersonal pronoun, what there is (*gibt*, *braucht*).
  var existential: String?
  /// The ending of verbs used as nouns (*withdrawing*).
  var progressive: String?
  /// Patterns of the participle that makes a passive, after a word of the class `passive`; where the language inverts,
  /// an agent in the clause is enough.
  var participle: String?
  /// Patterns of verbs that tell of something done once (*said*, *wies*).
  var past: String?
  /// Endings behind an apostrophe that are words of their own (*we're*), separated by spaces.
  var clitics: String?
  /// Beginnings with an apostrophe that are words of their own (*l'accord*), separated by spaces.
  var elisions: String?
  /// Classes of `WordClasses.named`, each a list of words separated by spaces; `*zugeben` is any word that ends so.
  var words: [String: String]
  /// Words before a full stop that ends no sentence, separated by spaces.
  var abbreviations: String
  /// A number of one or two digits with a full stop is an ordinal (*das 19. Paket*).
  var ordinals: Bool?
  /// Twelve patterns, January first.
  var months: [String]
  /// Seven patterns, Monday first.
  var weekdays: [String]
  /// Patterns by the number of days from the publication.
  var days: [Int: String]
  /// Words for one, two, three ..., which stand for `#` in `ago` and `before`.
  var counts: [String]?
  /// Pattern for a number of days before the publication (*# days ago*), and before the day that was named last.
  var ago: String?
  var before: String?
  /// Patterns for the day that was named last (*earlier in the day*).
  var sameDay: String?
  /// Patterns for times that are no day (*last month*, *repeatedly*).
  var vague: String?
  /// Patterns that turn a weekday to the one after (`next`) or the week before (`last`); in `before`, `#` is the weekday
  /// before the day that was named last (*the Friday before*).
  var weeks: Weeks
  var roles: [String: String]
  /// Party id by country: names, and adjectives that need a role beside them.
  var countries: [String: Country]
  /// Sources that are not named: officials, reports.
  var anonymous: [String]
  /// Phrases of hearsay without a source: *reportedly*, *soll*.
  var hearsay: [String]
  /// Voices that speak for no party: experts, former officials, members of parliament.
  var outsiders: [String]
  /// Descriptions that stand for the man or the woman spoken of (*der Republikaner*).
  var men: [String]?
  var women: [String]?
  /// What speaks for the one to whom it belongs: *her government*, *sein Land*.
  var bodies: [String]?
  /// How verbs of several end, where one pronoun means *she* and *they*.
  var plural: String?
  /// What heads a document that speaks for those who issue it: *press release*, *joint statement*.
  var releases: [String]?
  /// Nouns for several who were named in one list.
  var groups: [String]?
  /// Papers that want what those who wrote them want: *draft*, *Gegenvorschlag*.
  var documents: [String]?
  /// Fixed phrases that are not what their words say: no preposition (*nach wie vor*), no condition (*when the time comes*).
  var idioms: [String]?
  /// What one does to those who do what one is against (*retaliate*).
  var threats: [String]?
  /// *there can be talks*: what others get for doing what a condition names.
  var grants: [String]?
  /// What opens a sentence that names the condition of the stance before it (*The condition is that ...*).
  var provisos: [String]?
  /// What opens a sentence by which the stance before it is a former one (*That was our line*).
  var bygones: [String]?
  /// What opens a clause on what one would do for something else (*in return*).
  var exchanges: [String]?
  var says: [Cue]
  /// Verbs of belief, finding and feeling that tell no stance, for attributions alone: *fears that*, *ruled that*.
  var attitudes: [String]?
  var predicates: [Predicate]
  /// Phrases that take up the issue of what was said before.
  var anaphors: [String]
  /// Phrases that open a condition (*as soon as*).
  var conditions: String?
  /// Phrases that mark a stance as former.
  var earlier: [String]
  /// Answers that are a stance on what was asked: by stance.
  var answers: [String: [String]]

  struct Weeks: Decodable, Sendable {
    var next: String
    var last: String
    var before: String?
  }

  struct Country: Decodable, Sendable {
    var name: String
    var adjective: String
  }

  /// A cue of speech that is no stance by itself.
  struct Cue: Decodable, Sendable {
    var forms: [String]
    /// The source follows without a verb (*according to S*): `after`, or precedes (*S zufolge*): `before`.
    var source: String?
    /// What it opens was not so: *denied that*.
    var denies: Bool?
    /// What is told stands in the cue's own clause (*nannte den Plan einen Fehler*).
    var inside: Bool?
    /// A noun for what its possessor holds, told after it (*Moscow's position is that ...*).
    var noun: Bool?
    var examples: [String]
  }

  /// A predicate, and what it does to its object.
  struct Predicate: Decodable, Sendable {
    enum Effect: String, Decodable, Sendable {
      case supports, opposes, undecided, conditional
      /// Gives up the stance within: what it was before.
      case drops
      /// The same, wholly: what was opposed may now pass.
      case yields
      /// Asks about its object: an answer may follow.
      case asks
      /// Tells nothing of what is wanted: *failed to*, *fears that*.
      case nothing
    }

    enum Holder: String, Decodable, Sendable {
      /// The grammatical subject of the verb, or the possessor of the noun.
      case subject
      /// Whoever speaks: the predicate weighs its object.
      case speaker
      /// Those who sit where it happens (*met with rejection in Moscow*).
      case place
    }

    /// Its object is its subject: *the plan is a mistake*, *the plan met with rejection*.
    var isOfSubject: Bool { holder == .speaker || holder == .place }

    /// Stands without an object, and agrees with the stance of the sentence before, or not: *she agreed*, *winkte ab*.
    var alone: Bool?
    var does: Effect
    var holder: Holder?
    /// A noun: its holder is its possessor, its object follows.
    var noun: Bool?
    /// What papers do: a pronoun as its subject may be the paper just named (*Er sieht vor, ...*).
    var paper: Bool?
    /// What it does when it is negated, where that is not the opposite: `none` for nothing.
    var negated: String?
    /// An adjective, even where it looks like a participle (*is opposed to*): its subject holds it.
    var adjective: Bool?
    /// Wants the thing for oneself: who is to give it is against that.
    var wants: Bool?
    /// Bears on nothing beyond its clause (*rather than*).
    var near: Bool?
    /// Bears on whom it addresses: a stance within, with its own subject, is what the holder wants of that subject.
    var presses: Bool?
    /// What one needs or deserves: said of another party, it is the view of whoever says so.
    var due: Bool?
    var forms: [String]
    var examples: [String]
  }

  /// Throws a `Problem`-ready message with the line where the YAML goes wrong.
  init(yaml: String) throws {
    self = try YAMLDecoder().decode(Pack.self, from: yaml)
  }
}
