import Model

/// A statement with its day and its standing.
struct Entry {
  var statement: Statement
  var day: Day
  var standing: Standing
  /// The text that first told what this one tells of that day.
  var origin: String

  /// Nil where neither the words nor the article have a day.
  init?(_ statement: Statement) {
    guard let day = statement.day else { return nil }
    self.statement = statement
    self.day = day
    standing = Standing(of: statement)
    origin = statement.evidence.text
  }
}

/// The dated statements of one holder on one issue, each once: the same words in another outlet, or again on a later
/// day, are one statement, of its first day; and so are one voice's words of one day that outlets have edited.
///
/// By day, those of one day by publication. `statements`: in the ledger's order.
func distinct(_ statements: [Statement]) -> [Entry] {
  let entries = statements.compactMap(Entry.init).sorted { Account($0) < Account($1) }
  var same = Classes<Int>()
  var stories = Classes<Account>()
  var exact: [Terms: Int] = [:]
  var edited: [Terms: [(pairs: WordPairs, place: Int)]] = [:]
  var numbers = WordPairs.Numbers()
  for (place, entry) in entries.enumerated() {
    if place > 0, entries[place - 1].day != entry.day { edited = [:] }
    let words = entry.statement.evidence.quote.words
    let known = exact.updateValue(place, forKey: Terms(of: entry.statement, words: words))
    var alike = known.map { [$0] } ?? []
    if known.map({ entries[$0].day }) != entry.day {
      let voice = Terms(of: entry.statement, person: entry.statement.person)
      let pairs = WordPairs(of: words, &numbers)
      alike += edited[voice, default: []].filter { pairs.resemble($0.pairs) }.map(\.place)
      edited[voice, default: []].append((pairs, place))
    }
    for other in alike {
      same.join(other, place)
      if entries[other].day == entry.day { stories.join(Account(entries[other]), Account(entry)) }
    }
  }
  return entries.indices.filter { same.first(of: $0) == $0 }.map { place in
    var entry = entries[place]
    entry.origin = stories.first(of: Account(entry)).text
    return entry
  }
}

/// In what two statements on a topic must agree to be the same: in all words, or, where an outlet may have edited
/// these, in the voice.
private struct Terms: Hashable {
  var stance: Stance
  var source: Source
  var earlier: Bool
  var words: [String] = []
  var person: String?

  init(of statement: Statement, words: [String] = [], person: String? = nil) {
    stance = statement.stance
    source = statement.source
    earlier = statement.earlier
    self.words = words
    self.person = person
  }
}

/// What a text tells of a day. Texts that have a statement of one day in common tell one story of that day, as a wire
/// story in thirty outlets is, whose headlines and single sentences may differ. Of other days each tells its own, since
/// agencies repeat their background for months.
private struct Account: Hashable, Comparable {
  var day: Day
  var published: Day?
  var text: String

  init(_ entry: Entry) {
    day = entry.day
    published = entry.statement.published
    text = entry.statement.evidence.text
  }

  /// By day, and then by publication, what has none last.
  static func < (a: Account, b: Account) -> Bool {
    guard a.day == b.day else { return a.day < b.day }
    guard a.published == b.published else {
      guard let first = a.published, let second = b.published else { return a.published != nil }
      return first < second
    }
    return a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }
}

/// The stance before the first dated word, where an article tells of a former one that no dated word explains.
func formerStance(among entries: [Entry]) -> Statement? {
  let own = entries.filter { $0.standing == .own }
  return entries.first { former in
    former.standing == .former
      && !own.contains { $0.statement.stance == former.statement.stance && $0.day < former.day }
  }?.statement
}
