import Model

/// A statement with its day and its standing.
struct Entry {
  var statement: Statement
  var day: Day
  var standing: Standing

  /// Nil where neither the words nor the article have a day.
  init?(_ statement: Statement) {
    guard let day = statement.day else { return nil }
    self.statement = statement
    self.day = day
    standing = Standing(of: statement)
  }
}

/// The dated statements of one holder on one issue, each once: the same words in another outlet, or again on a later
/// day, are one statement, of its first day.
func distinct(_ statements: [Statement]) -> [Entry] {
  struct Words: Hashable {
    var words: [String]
    var stance: Stance
    var source: Source
    var earlier: Bool
  }
  var seen: Set<Words> = []
  return statements.compactMap(Entry.init).filter { entry in
    let statement = entry.statement
    return seen.insert(
      Words(
        words: statement.evidence.quote.words, stance: statement.stance, source: statement.source,
        earlier: statement.earlier)
    ).inserted
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
