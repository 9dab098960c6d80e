import Model

/// What a pattern means once it is found.
enum Meaning: Sendable {
  case person(Int)
  case party(Int)
  case adjective(Int)
  case role(Int)
  case anonymous, hearsay, outsider
  case cue(Int)
  case attitude
  case predicate(Int)
  /// Number of the issue, and what the phrase says of it.
  case issue(Int, Codebook.Sense)
  case anaphor, earlier
  case answer(Stance)
  case participle, past, condition, existential
  case man, woman, group
  case release, body, document, idiom, threat, grant, proviso, bygone, exchange
  case month(Int), weekday(Int), weekdayBefore(Int), day(Int), ago(Int), before(Int), nextWeek, lastWeek, sameDay, vague

  var isTime: Bool {
    switch self {
    case .month, .weekday, .weekdayBefore, .day, .ago, .before, .nextWeek, .lastWeek, .sameDay, .vague: true
    default: false
    }
  }
}

/// A grammar with the words that one extractor has met.
@dynamicMemberLookup
struct Lexicon {
  private let grammar: Grammar
  let words: Words

  init(_ grammar: Grammar) {
    self.grammar = grammar
    words = Words(atoms: grammar.atoms, matcher: grammar.matcher, classTests: grammar.classTests, classes: grammar.classes)
  }

  subscript<Value>(dynamicMember path: KeyPath<Grammar, Value>) -> Value { grammar[keyPath: path] }
}

/// A pack and a codebook made ready for one language: all patterns in one matcher.
final class Grammar: Sendable {
  let pack: Pack
  let codebook: Codebook
  let atoms: Atoms
  /// The tests of the pack's word classes, and by their numbers the classes.
  let classTests: Atoms
  let classes: [WordClasses]
  let matcher: Matcher
  let meanings: [Meaning]
  /// Entries whose patterns are genitives of names.
  let genitives: Set<Int>
  /// Ids of the codebook's parties, then of the pack's other countries.
  let parties: [String]
  let roles: [String]
  let abbreviations: Set<String>
  /// As bytes, with the straight and with the curly apostrophe.
  let clitics: [[UInt8]]
  /// As bytes, likewise.
  let elisions: [[UInt8]]
  let monthAtoms: Set<Int>
  /// By person: the number of the party.
  let partyOfPerson: [Int]
  /// The codebook's, by id.
  let persons: [String: Codebook.Person]
  /// Offices of persons that the pack names.
  let offices: [Office]

  struct Office {
    /// Number of the role.
    var role: Int
    var holder: Actor
    var term: Codebook.Role
  }

  /// Throws a problem where a pattern of the pack or the codebook cannot be read.
  init(pack: Pack, codebook: Codebook) throws(Problem) {
    self.pack = pack
    self.codebook = codebook
    var builder = Builder(pack)
    let parties = codebook.parties.map(\.id)
    let countries = pack.countries.keys.filter { !parties.contains($0) }.sorted()
    self.parties = parties + countries
    let number = Dictionary(uniqueKeysWithValues: self.parties.enumerated().map { ($1, $0) })
    partyOfPerson = codebook.persons.map { number[$0.party] ?? 0 }
    let roles = pack.roles.keys.sorted()
    self.roles = roles
    persons = codebook.persons.reduce(into: [:]) { $0[$1.id] = $1 }
    offices = zip(codebook.persons, partyOfPerson).flatMap { person, party in
      person.roles.compactMap { term in
        roles.firstIndex(of: term.name).map { Office(role: $0, holder: Actor(party: party, person: person.id), term: term) }
      }
    }

    try builder.add(codebook, pack, numbers: number)
    try builder.add(pack, roles: roles)
    monthAtoms = try builder.addTimes(of: pack)
    (classTests, classes) = try Grammar.classes(of: pack)
    clitics = Grammar.bytes(pack.clitics)
    elisions = Grammar.bytes(pack.elisions)
    abbreviations = Set(pack.abbreviations.split(separator: " ").map { fold(String($0)) })
    atoms = builder.atoms
    matcher = Matcher(builder.tree)
    meanings = builder.meanings
    genitives = builder.genitives
  }

  /// Tests for the words of the pack's classes, and by their numbers the classes.
  private static func classes(of pack: Pack) throws(Problem) -> (Atoms, [WordClasses]) {
    var classTests = Atoms()
    var classes: [WordClasses] = []
    for (name, list) in pack.words.sorted(by: { $0.key < $1.key }) {
      guard let value = WordClasses.named[name] else {
        throw Problem(.error, at: "\(pack.language).yaml", "no word class `\(name)`")
      }
      for word in list.split(separator: " ") {
        let number = classTests.number(of: String(word))
        if number == classes.count { classes.append([]) }
        classes[number].formUnion(value)
      }
    }
    return (classTests, classes)
  }

  /// Words of a list, as bytes, with the straight and with the curly apostrophe.
  private static func bytes(_ list: String?) -> [[UInt8]] {
    let straight = (list ?? "").split(separator: " ").map(String.init)
    let curly = straight.map { text in String(text.map { $0 == "'" ? "’" : $0 }) }
    return (straight + curly).map { Array($0.utf8) }
  }

  /// Puts patterns into one tree, and keeps what each entry means.
  private struct Builder {
    let language: String
    let clitics: [String]
    var atoms = Atoms()
    var tree = PatternTree()
    var meanings: [Meaning] = []
    var genitives: Set<Int> = []

    init(_ pack: Pack) {
      language = pack.language
      clitics = (pack.clitics ?? "").split(separator: " ").map(String.init)
    }

    /// What the codebook names, and the pack's countries; `numbers` are those of the parties.
    mutating func add(_ codebook: Codebook, _ pack: Pack, numbers: [String: Int]) throws(Problem) {
      let parties = codebook.parties.map(\.id)
      for (index, person) in codebook.persons.enumerated() {
        try add(names: person.names, .person(index), genitive: pack.genitive)
      }
      for (index, party) in codebook.parties.enumerated() {
        try add(names: party.names, .party(index), genitive: pack.genitive)
        try add(party.adjectives, .adjective(index))
      }
      for id in pack.countries.keys.sorted() {
        guard let country = pack.countries[id], let index = numbers[id] else { continue }
        if !parties.contains(id) { try add(names: ["*": [country.name]], .party(index), genitive: pack.genitive) }
        try add([country.adjective], .adjective(index))
      }
      for (index, issue) in codebook.issues.enumerated() {
        for phrase in issue.phrases where phrase.language == pack.language || phrase.language == "*" {
          try add([phrase.pattern], .issue(index, phrase.sense))
        }
      }
    }

    /// What the pack names, but for times.
    mutating func add(_ pack: Pack, roles: [String]) throws(Problem) {
      for (index, role) in roles.enumerated() { try add([pack.roles[role] ?? ""], .role(index)) }
      try add(pack.anonymous, .anonymous)
      try add(pack.hearsay, .hearsay)
      try add(pack.outsiders, .outsider)
      for (index, cue) in pack.says.enumerated() { try add(cue.forms, .cue(index)) }
      try add(pack.attitudes ?? [], .attitude)
      for (index, predicate) in pack.predicates.enumerated() { try add(predicate.forms, .predicate(index)) }
      try add(pack.anaphors, .anaphor)
      try add([pack.participle ?? ""], .participle)
      try add([pack.past ?? ""], .past)
      try add([pack.existential ?? ""], .existential)
      try add(pack.men ?? [], .man)
      try add(pack.women ?? [], .woman)
      try add(pack.groups ?? [], .group)
      try add(pack.releases ?? [], .release)
      try add(pack.bodies ?? [], .body)
      try add(pack.documents ?? [], .document)
      try add(pack.idioms ?? [], .idiom)
      try add(pack.threats ?? [], .threat)
      try add(pack.grants ?? [], .grant)
      try add(pack.provisos ?? [], .proviso)
      try add(pack.bygones ?? [], .bygone)
      try add(pack.exchanges ?? [], .exchange)
      try add([pack.conditions ?? ""], .condition)
      try add(pack.earlier, .earlier)
      for stance in pack.answers.keys.sorted() {
        if let value = Stance(rawValue: stance) { try add(pack.answers[stance] ?? [], .answer(value)) }
      }
    }

    /// Times by which days are named; the atoms of the months.
    mutating func addTimes(of pack: Pack) throws(Problem) -> Set<Int> {
      var monthAtoms: Set<Int> = []
      for (index, pattern) in pack.months.enumerated() {
        try add([pattern], .month(index + 1))
        for name in pattern.split(separator: "|") { monthAtoms.insert(atoms.number(of: String(name))) }
      }
      for (index, pattern) in pack.weekdays.enumerated() {
        try add([pattern], .weekday(index + 1))
        try add([(pack.weeks.before ?? "").replacing("#", with: "(\(pattern))")], .weekdayBefore(index + 1))
      }
      for offset in pack.days.keys.sorted() { try add([pack.days[offset] ?? ""], .day(offset)) }
      for (index, count) in (pack.counts ?? []).enumerated() {
        let word = "(\(count))"
        try add([(pack.ago ?? "").replacing("#", with: word)], .ago(index + 1))
        try add([(pack.before ?? "").replacing("#", with: word)], .before(index + 1))
      }
      try add([pack.sameDay ?? ""], .sameDay)
      try add([pack.vague ?? ""], .vague)
      try add([pack.weeks.next], .nextWeek)
      try add([pack.weeks.last], .lastWeek)
      return monthAtoms
    }

    mutating func add(names: Codebook.Patterns, _ meaning: Meaning, genitive: String?) throws(Problem) {
      let patterns = try read((names[language] ?? []) + (names["*"] ?? []))
      enter(patterns, meaning)
      guard let genitive else { return }
      genitives.insert(meanings.count)
      enter(patterns, meaning, ending: genitive)
    }

    mutating func add(_ patterns: Codebook.Patterns, _ meaning: Meaning) throws(Problem) {
      try add((patterns[language] ?? []) + (patterns["*"] ?? []), meaning)
    }

    mutating func add(_ patterns: [String], _ meaning: Meaning) throws(Problem) {
      enter(try read(patterns), meaning)
    }

    private func read(_ patterns: [String]) throws(Problem) -> [Pattern] {
      var read: [Pattern] = []
      for text in patterns where !text.isEmpty {
        do {
          read.append(try Pattern(text, clitics: clitics))
        } catch {
          throw Problem(.error, at: "pattern `\(text)`", error.message, remedy: "see docs/patterns.md")
        }
      }
      return read
    }

    private mutating func enter(_ patterns: [Pattern], _ meaning: Meaning, ending: String? = nil) {
      for pattern in patterns { tree.add(pattern, entry: meanings.count, ending: ending, atoms: &atoms) }
      meanings.append(meaning)
    }
  }
}
