/// How a mention stands in its sentence: as a possessor, behind a preposition, in a case that no subject has.
extension MentionFinder {
  /// A mention with how it stands; `genitive` where its own ending makes it a possessor.
  func placed(_ mention: Mention, genitive: Bool) -> Mention {
    var mention = mention
    mention.isPossessor = genitive
    let found = governing(mention.range.lowerBound, pastAdjective: mention.role != nil || mention.isAnonymous || mention.isDocument)
    mention.isAgent = found.contains(.by)
    mention.isPlace = found.contains(.place)
    mention.isOblique = (!found.isDisjoint(with: [.preposition, .oblique]) && !followsRelative(mention) || isFeminineOblique(mention.range)) && !mention.isAgent
    if mention.isOblique, found.contains(.conjunctive), opensClause(after: mention.range.upperBound) { mention.isOblique = false }
    if isExcepted(mention.range.lowerBound) { (mention.isExcepted, mention.isOblique) = (true, false) }
    if mention.isDocument && isWithinPhrase(mention.range.lowerBound) { mention.isOblique = true }
    if case .pronoun = mention.who, classes(mention.range.lowerBound).contains(.objective) { mention.isOblique = true }
    if tokens[mention.range.upperBound - 1].joined { mention.isOblique = true }
    if mention.range.lowerBound > 0, tokens[mention.range.lowerBound - 1].joined { mention.isOblique = true }
    return mention
  }

  /// *all but Paris*, *nobody except Paris*, *alle 26 Staaten bis auf die Slowakei*
  private func isExcepted(_ start: Int) -> Bool {
    var index = start - 1
    if index > 0, classes(index).contains(.determiner) { index -= 1 }
    guard index > 0, classes(index).contains(.except) else { return false }
    while index > 0, classes(index).contains(.except) { index -= 1 }
    var others = index
    while others > 0, index - others < 3, classes(others).isDisjoint(with: [.all, .nobody]) {
      // *no one except Paris*
      if classes(others).isSuperset(of: [.a, .object]), classes(others - 1).contains(.negation) { return true }
      guard tokens[others].isWord, classes(others).isEmpty || classes(others).contains(.determiner), !isVerb(others) else { return false }
      others -= 1
    }
    return !classes(others).isDisjoint(with: [.all, .nobody])
  }

  /// *In einer am Dienstag veröffentlichten Erklärung*: a preposition and an article a few words before.
  private func isWithinPhrase(_ start: Int) -> Bool {
    var index = start - 1
    while index > 0, start - index <= 7, tokens[index].isWord {
      if classes(index).contains(.determiner), !classes(index - 1).isDisjoint(with: [.preposition, .place]) { return true }
      index -= 1
    }
    return false
  }

  /// *der Entwurf, den Paris vorlegte*: before a name that takes no article.
  func followsRelative(_ mention: Mention) -> Bool {
    let before = mention.range.lowerBound - 1
    // *, auf den Paris drängt*
    let opening = before > 1 && classes(before - 1).contains(.preposition) ? before - 2 : before - 1
    guard opening >= 0, tokens[opening].kind == .comma, classes(before).contains([.relative, .determiner]), mention.role == nil,
      !mention.isDocument, case .actor = mention.who
    else { return false }
    return classes(mention.range.lowerBound).contains(.determiner) || !mention.range.contains { classes($0).contains(.feminine) }
  }

  /// *der Ukraine*
  private func isFeminineOblique(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && classes(range.lowerBound - 1).contains(.feminineOblique)
      && classes(range.lowerBound).contains(.feminine) && !tokens[range.lowerBound].joined
  }

  /// *since Washington added ...*: a verb follows the name, so the preposition joins a clause.
  func opensClause(after end: Int) -> Bool {
    guard end < tokens.count else { return false }
    return classes(end).contains(.auxiliary) || hits(at: end).contains { hit in
      switch lexicon.meanings[hit.entry] {
      case .cue, .predicate, .issue: return true
      default: return false
      }
    }
  }

  /// The classes of the preposition or oblique article before a noun phrase, past its article, and an adjective before
  /// an office (*with the new US president*).
  private func governing(_ start: Int, pastAdjective: Bool) -> WordClasses {
    let marks: WordClasses = [.preposition, .oblique, .by, .conjunctive, .place]
    var index = start - 1
    var hasArticle = false
    for _ in 0..<3 {
      guard index >= 0, tokens[index].kind == .word else { return [] }
      let found = classes(index)
      // *den die Europäer vorlegten*
      if hasArticle, found.contains(.determiner) { return [] }
      hasArticle = found.contains(.determiner)
      // *Als Zenda eintraf, ...*
      if found.contains(.temporal), index == 0 || !tokens[index - 1].isWord { return [] }
      if !found.isDisjoint(with: marks) { return found.intersection(marks) }
      guard found.contains(.determiner) || pastAdjective && found.isEmpty && index == start - 1 && !tokens[index].capital else { return [] }
      index -= 1
    }
    return []
  }

  func classes(_ index: Int) -> WordClasses {
    tokens[index].classes
  }

  /// *Kyiv's*, *Merz'*.
  func isGenitiveMark(_ index: Int) -> Bool {
    guard index > 0, tokens[index].start == tokens[index - 1].end else { return false }
    let mark = lexicon.words[tokens[index].word].folded
    return mark == "'s" || mark == "'" && "sxzß".contains(lexicon.words[tokens[index - 1].word].folded.last ?? " ")
  }

  func endsInGenitive(_ range: Range<Int>) -> Bool {
    let end = range.upperBound
    if end < tokens.count, isGenitiveMark(end) { return true }
    return isGenitiveMark(end - 1)
  }

  /// *the Russian made plain*: an adjective with an article before it and no noun behind.
  func isNoun(_ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0, classes(range.lowerBound - 1).contains(.determiner), range.upperBound < tokens.count else {
      return false
    }
    // *der Russe*
    if lexicon.pack.capitalisesNouns, tokens[range.lowerBound].capital { return !tokens[range.upperBound].isWord || !tokens[range.upperBound].capital }
    // *The American, he said, wants it*
    if tokens[range.upperBound].kind == .comma, !lexicon.pack.inverts, range.upperBound + 1 < tokens.count {
      return !classes(range.upperBound + 1).isDisjoint(with: [.he, .she, .relative])
    }
    // *a Ukrainian who was there*
    if classes(range.upperBound).contains(.relative) { return true }
    if !classes(range.upperBound).isDisjoint(with: [.auxiliary, .future, .obligation, .passive, .perfect]) { return true }
    return hits(at: range.upperBound).contains { hit in
      switch lexicon.meanings[hit.entry] {
      case .cue(let number): return lexicon.pack.says[number].source == nil
      case .predicate(let number): return lexicon.pack.predicates[number].noun != true && !lexicon.pack.inverts
      default: return false
      }
    }
  }

  /// *Präsident A B. Zenda*
  func isPerson(near index: Int) -> Bool {
    [index, index + 1].contains { if case .person? = actorHit(at: $0)?.0 { true } else { false } }
  }

  /// *der Präsidenten*, *der Ministerin*
  func isInflected(_ office: String) -> Bool {
    [lexicon.pack.plural, lexicon.pack.genitive].contains { $0.map(office.hasSuffix) ?? false }
  }
}
