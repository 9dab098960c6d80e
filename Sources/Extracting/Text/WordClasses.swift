/// Classes of function words, as a pack's `words` list them.
struct WordClasses: OptionSet, Hashable {
  let rawValue: UInt128

  /// The classes by the names that packs use.
  static let named: [String: WordClasses] = [
    "negation": .negation, "complementizer": .complementizer, "condition": .condition, "relative": .relative,
    "subordinator": .subordinator, "coordinator": .coordinator, "contrast": .contrast, "preposition": .preposition,
    "oblique": .oblique, "by": .by, "obligation": .obligation, "future": .future, "reported": .reported,
    "infinitive": .infinitive, "he": .he, "she": .she, "they": .they, "we": .we, "I": .firstPerson,
    "one": .one, "his": .possessive, "her": .herPossessive, "their": .theirPossessive, "our": .ourPossessive,
    "perfect": .perfect, "still": .still, "determiner": .determiner,
    "auxiliary": .auxiliary, "demonstrative": .demonstrative, "passive": .passive, "adjunct": .adjunct,
    "supposition": .supposition, "concern": .concern, "conjunctive": .conjunctive, "of": .of, "unreal": .unreal,
    "adverb": .adverb, "object": .object, "temporal": .temporal, "hypothetical": .hypothetical,
    "concessive": .concessive, "lasting": .lasting, "lingering": .lingering, "potential": .potential,
    "feminine": .feminine, "feminineOblique": .feminineOblique, "commaBound": .commaBound, "own": .own,
    "onlyThen": .onlyThen, "place": .place, "origin": .origin, "therein": .therein, "nobody": .nobody,
    "impersonal": .impersonal, "until": .until, "objective": .objective, "indefinite": .indefinite, "a": .a,
    "there": .there, "without": .without, "have": .have, "latter": .latter, "inanimate": .inanimate, "pair": .pair,
    "anymore": .anymore, "interrogative": .interrogative, "together": .together, "correction": .correction,
    "whoever": .whoever, "will": .will, "pro": .pro, "against": .against, "all": .all, "except": .except, "now": .now, "be": .be
  ]

  static var negation: Self { Self(rawValue: 1 << 0) }
  /// *that*, *dass*: opens the content of a cue.
  static var complementizer: Self { Self(rawValue: 1 << 1) }
  /// *if*, *unless*, *sobald*: opens a condition.
  static var condition: Self { Self(rawValue: 1 << 2) }
  static var relative: Self { Self(rawValue: 1 << 3) }
  static var subordinator: Self { Self(rawValue: 1 << 4) }
  static var coordinator: Self { Self(rawValue: 1 << 5) }
  /// *but*, *sondern*: what follows has its own sign.
  static var contrast: Self { Self(rawValue: 1 << 6) }
  /// Before a name: it is no subject.
  static var preposition: Self { Self(rawValue: 1 << 7) }
  /// An article in a case that no subject has (*dem*, *des*).
  static var oblique: Self { Self(rawValue: 1 << 8) }
  /// The agent of a passive (*by*, *von*).
  static var by: Self { Self(rawValue: 1 << 9) }
  /// *must*, *should*, *müsse*: a demand.
  static var obligation: Self { Self(rawValue: 1 << 10) }
  static var future: Self { Self(rawValue: 1 << 11) }
  /// The subjunctive of reported speech (*sei*, *habe*).
  static var reported: Self { Self(rawValue: 1 << 12) }
  static var infinitive: Self { Self(rawValue: 1 << 13) }
  static var he: Self { Self(rawValue: 1 << 14) }
  static var she: Self { Self(rawValue: 1 << 15) }
  static var they: Self { Self(rawValue: 1 << 16) }
  static var we: Self { Self(rawValue: 1 << 17) }
  static var firstPerson: Self { Self(rawValue: 1 << 18) }
  /// *one*, *man*: in reported speech the speaker's side.
  static var one: Self { Self(rawValue: 1 << 19) }
  static var possessive: Self { Self(rawValue: 1 << 20) }
  static var herPossessive: Self { Self(rawValue: 1 << 21) }
  static var theirPossessive: Self { Self(rawValue: 1 << 22) }
  static var ourPossessive: Self { Self(rawValue: 1 << 23) }
  /// *had*, *hatte*: with a participle, what was before.
  static var perfect: Self { Self(rawValue: 1 << 24) }
  /// *still*, *weiterhin*: a stance that goes on, even if the verb is in the past.
  static var still: Self { Self(rawValue: 1 << 26) }
  static var determiner: Self { Self(rawValue: 1 << 28) }
  /// *a*, *ein*: one whom the text does not name.
  static var a: Self { Self(rawValue: 1 << 25) }
  /// *sowohl ... als auch*, *weder ... noch*: around two of one kind.
  static var pair: Self { Self(rawValue: 1 << 27) }
  /// *it*, *they*, *er*: as the subject of what weighs a thing, that thing; *which*: no person.
  static var inanimate: Self { Self(rawValue: 1 << 37) }
  /// *dieser*, alone: whom the sentence named last.
  static var latter: Self { Self(rawValue: 1 << 38) }
  /// *hat*, *habe*: with an infinitive, a duty.
  static var have: Self { Self(rawValue: 1 << 39) }
  /// *without*, *ohne*: what is against a thing that lacks something is for it with that.
  static var without: Self { Self(rawValue: 1 << 100) }
  /// *where*, *dort*: at something that was before.
  static var there: Self { Self(rawValue: 1 << 101) }
  static var auxiliary: Self { Self(rawValue: 1 << 29) }
  static var demonstrative: Self { Self(rawValue: 1 << 30) }
  /// *was*, *wurde*: with a participle, the subject is acted upon.
  static var passive: Self { Self(rawValue: 1 << 31) }
  /// *for*, *to*: before the one whom something concerns (*a red line for Kyiv*).
  static var concern: Self { Self(rawValue: 1 << 32) }
  /// A preposition that also joins a clause (*after*, *since*).
  static var conjunctive: Self { Self(rawValue: 1 << 36) }
  /// *it*, *them*: after a predicate, the thing spoken of.
  static var object: Self { Self(rawValue: 1 << 33) }
  /// *when*: a condition of what is still to come.
  static var temporal: Self { Self(rawValue: 1 << 34) }
  /// *whether*, *as if*: what follows is not asserted.
  static var hypothetical: Self { Self(rawValue: 1 << 35) }

  /// *trotz*, *despite*: what follows is no object of a verb.
  static var adjunct: Self { Self(rawValue: 1 << 40) }

  /// *sollte*: at the head of a clause, a condition.
  static var supposition: Self { Self(rawValue: 1 << 41) }

  /// *of*, *von*: what follows belongs to the noun before.
  static var of: Self { Self(rawValue: 1 << 42) }

  /// *so*, *weiter*: no noun, even where it opens a sentence.
  static var adverb: Self { Self(rawValue: 1 << 43) }

  /// *würde*, *hätte*, *serait*: right after something told, what is told goes on.
  static var unreal: Self { Self(rawValue: 1 << 44) }

  /// *even*, *selbst*: the condition that follows is none (*even if*).
  static var concessive: Self { Self(rawValue: 1 << 45) }
  /// *as long as*, *solange*: what a condition denies is so now.
  static var lasting: Self { Self(rawValue: 1 << 46) }
  /// *still*, *noch*: with a pluperfect, what no longer holds.
  static var lingering: Self { Self(rawValue: 1 << 47) }

  /// *könnte*: what may be done is not yet done.
  static var potential: Self { Self(rawValue: 1 << 50) }

  /// Names whose nominative takes *die*, and the articles that are none with them (*der Ukraine*).
  static var feminine: Self { Self(rawValue: 1 << 51) }
  static var feminineOblique: Self { Self(rawValue: 1 << 52) }

  /// *in*: with a capital and *man*, those who sit there (*in Kiew hofft man*).
  static var place: Self { Self(rawValue: 1 << 53) }
  /// *aus*: between a noun and whose it is (*Kritik aus Moskau*).
  static var origin: Self { Self(rawValue: 1 << 54) }

  /// Words that open a clause after a comma only (*da*, *wie*).
  static var commaBound: Self { Self(rawValue: 1 << 55) }

  /// *has*: with a participle, of no day (*has said*).
  static var indefinite: Self { Self(rawValue: 1 << 60) }

  /// *erst*, *nur*: before a condition that is wanted.
  static var onlyThen: Self { Self(rawValue: 1 << 56) }

  /// *eigenen*: what follows a cue without a verb is the party's own telling (*nach eigenen Angaben*).
  static var own: Self { Self(rawValue: 1 << 57) }

  /// *danach*, *darin*: opens what the paper just named says.
  static var therein: Self { Self(rawValue: 1 << 58) }

  /// *nobody*, *niemand*: a subject that holds nothing.
  static var nobody: Self { Self(rawValue: 1 << 59) }

  /// *es*: the subject of what is said by nobody in person (*heißt es*).
  static var impersonal: Self { Self(rawValue: 1 << 61) }

  /// *him*, *ihm*: pronouns that are no subject.
  static var objective: Self { Self(rawValue: 1 << 62) }

  /// *longer*, *anymore*: with a negation, it was so before.
  static var anymore: Self { Self(rawValue: 1 << 49) }

  /// *what*: stands for what somebody wants (*a deal is what Paris wants*).
  static var interrogative: Self { Self(rawValue: 1 << 48) }

  /// *together*, *alongside*: who stands behind does what the subject does (*together with Paris*).
  static var together: Self { Self(rawValue: 1 << 64) }

  /// *will*, *möchte*, *veut*: verbs of will that take an infinitive without a word that opens it.
  static var will: Self { Self(rawValue: 1 << 67) }
  /// *for*, *against*: the sides that one verb can take.
  static var pro: Self { Self(rawValue: 1 << 68) }
  static var against: Self { Self(rawValue: 1 << 69) }
  /// *wer*, *whoever*: opens a clause on all who do a thing; what is said of them is said of doing it.
  static var whoever: Self { Self(rawValue: 1 << 66) }

  /// *all*, *everybody*; *except*: whoever is excepted from them does the contrary (*all but Paris*).
  static var all: Self { Self(rawValue: 1 << 70) }
  static var except: Self { Self(rawValue: 1 << 71) }

  /// *sondern*: opens what is put in the place of what was just denied.
  static var correction: Self { Self(rawValue: 1 << 65) }

  /// *now*, *nun*: what the clause tells holds today, whatever the sentence tells besides.
  static var now: Self { Self(rawValue: 1 << 72) }

  /// *is*, *sei*: says what its subject is.
  static var be: Self { Self(rawValue: 1 << 73) }

  /// *before*, *ehe*: opens what is done only after.
  static var until: Self { Self(rawValue: 1 << 63) }
}
