/// Pronouns, and descriptions that stand for somebody spoken of.
extension MentionFinder {
  /// The pronoun that stands at a token, where it can stand for somebody.
  func pronoun(at index: Int) -> Mention? {
    if let described = description(at: index) { return described }
    let found = classes(index)
    var subjects = found.intersection([.he, .she, .they, .we, .firstPerson, .one])
    // *Dort lehnt man ab*
    if subjects == .one, (max(0, index - 4)..<min(index + 3, tokens.count)).contains(where: { classes($0).contains(.there) }) { subjects.insert(.there) }
    if !subjects.isEmpty {
      return placed(Mention(range: index..<(index + 1), who: .pronoun(subjects), isPlural: isPlural(subjects, at: index)), genitive: false)
    }
    if found.contains(.object), found.isDisjoint(with: .demonstrative), acts(index) {
      return placed(Mention(range: index..<(index + 1), who: .pronoun(.they), isPlural: false), genitive: false)
    }
    if index + 1 < tokens.count, found.contains(.latter) && isAlone(before: index + 1) || opensSentence(index) {
      return Mention(range: index..<(index + 1), who: .pronoun(.latter))
    }
    let possessors = found.intersection([.possessive, .herPossessive, .theirPossessive, .ourPossessive])
    if !possessors.isEmpty {
      if let body = body(at: index + 1) {
        return placed(Mention(range: index..<body.upperBound, who: .pronoun(possessors)), genitive: endsInGenitive(body))
      }
      return Mention(range: index..<(index + 1), who: .pronoun(possessors), isPossessor: true)
    }
    return nil
  }

  /// *Der hatte abgelehnt*: an article that opens a sentence, right before its verb.
  private func opensSentence(_ index: Int) -> Bool {
    guard classes(index).isSuperset(of: [.relative, .determiner, .feminineOblique]), tokens[index].capital,
      tokens[index + 1].kind == .word, !tokens[index + 1].capital, index == 0 || !tokens[index - 1].isWord
    else { return false }
    return !classes(index + 1).isDisjoint(with: [.perfect, .passive, .future, .obligation, .reported, .have, .unreal]) || opensClause(after: index + 1)
  }

  /// *weil dieser das Abkommen ablehnt*, not *dieser Vorschlag*, *dieser neue Vorschlag*.
  private func isAlone(before next: Int) -> Bool {
    if case .person? = actorHit(at: next)?.0 { return true }
    return tokens[next].isWord && !tokens[next].capital && !classes(next).isEmpty
  }

  /// *It also rejected ...*, *Above all, it wants ...*: at the head of a clause, right before what somebody does.
  func acts(_ index: Int) -> Bool {
    guard index == 0 || !tokens[index - 1].isWord, tokens[index].capital || followsPhrase(index) else { return false }
    guard let verb = (index + 1..<min(index + 4, tokens.count)).first(where: { classes($0).isDisjoint(with: [.auxiliary, .adverb, .perfect, .future]) })
    else { return false }
    return hits(at: verb).contains { hit in
      switch lexicon.meanings[hit.entry] {
      case .cue(let number): return lexicon.pack.says[number].source == nil
      case .predicate(let number):
        let predicate = lexicon.pack.predicates[number]
        return predicate.noun != true && predicate.adjective != true && (predicate.holder ?? .subject) == .subject
      default: return false
      }
    }
  }

  /// *Above all, ...*: two or three words and a comma open the sentence.
  private func followsPhrase(_ index: Int) -> Bool {
    guard index > 2, tokens[index - 1].kind == .comma else { return false }
    return tokens[max(0, index - 5)..<index - 1].last { !$0.isWord }.map { $0.kind == .stop } ?? (index <= 4)
  }

  /// *sie fordert*, *sie fordern*: one or several, by the verb beside.
  func isPlural(_ classes: WordClasses, at index: Int) -> Bool? {
    guard classes.contains([.she, .they]), let plural = lexicon.pack.plural else { return nil }
    let joins: WordClasses = [.subordinator, .complementizer, .coordinator, .preposition, .negation, .relative, .condition]
    let verb = [index + 1, index - 1].first { beside in
      tokens.indices.contains(beside) && tokens[beside].kind == .word && !tokens[beside].capital && self.classes(beside).isDisjoint(with: joins)
    }
    return verb.map { lexicon.words[tokens[$0].word].folded.hasSuffix(plural) }
  }

  /// *her government*, *sein Land*: speaks for whoever it belongs to.
  func body(at index: Int) -> Range<Int>? {
    hits(at: index).first { hit in
      if case .body = lexicon.meanings[hit.entry] { true } else { false }
    }?.range
  }

  /// *Both agreed*, *The two called for it*, not *both missiles*, *Paris and Berlin both agreed*.
  private func standsForAll(_ group: Range<Int>) -> Bool {
    let (before, next) = (group.lowerBound - 1, group.upperBound)
    let ends = lexicon.pack.inverts && (next >= tokens.count || !tokens[next].isWord)
    guard group.count > 1 || before < 0 || ends || !tokens[before].isWord || classes(before).contains(.complementizer) else { return false }
    if lexicon.pack.capitalisesNouns, next < tokens.count, tokens[next].capital { return false }
    guard group.count < 3, next < tokens.count, tokens[next].kind == .word, classes(next).isEmpty, !tokens[next].capital else { return true }
    return opensClause(after: next) || hits(at: next).contains { if case .past = lexicon.meanings[$0.entry] { true } else { false } }
  }

  /// *der Republikaner*; with an unknown name behind it, somebody new.
  private func described(_ words: Range<Int>, _ classes: WordClasses) -> Mention {
    let stranger = name(at: words.upperBound)
    return placed(Mention(range: words.lowerBound..<(stranger ?? words.upperBound), who: stranger == nil ? .pronoun(classes) : .outsider), genitive: false)
  }

  /// *the four*, *die drei Länder*: how many.
  private func count(in group: Range<Int>) -> Int? {
    group.lazy.compactMap { index in
      let word = lexicon.words[tokens[index].word].folded
      return lexicon.pack.counts?.firstIndex { $0.split(separator: "|").contains { $0 == word } }
    }.first.map { $0 + 1 }
  }

  /// *der Republikaner*, *die 48-Jährige*; *the country*, of whoever speaks.
  func description(at index: Int) -> Mention? {
    let isOpened = !classes(index).isDisjoint(with: [.determiner, .possessive, .herPossessive])
    if isOpened, classes(index).isDisjoint(with: [.possessive, .herPossessive]), let body = body(at: index + 1), actorHit(at: index + 1) == nil {
      return placed(Mention(range: index..<body.upperBound, who: .pronoun(.we)), genitive: endsInGenitive(body))
    }
    for hit in hits(at: index) {
      // *der Republikaner Trump*
      if hit.range.upperBound < tokens.count, case .person? = actorHit(at: hit.range.upperBound)?.0 { continue }
      // *der Republikaner Rudolf Rassendyll*
      if isOpened, hit.range.upperBound > index + 1, let end = name(at: hit.range.upperBound) {
        return placed(Mention(range: index..<end, who: .outsider), genitive: false)
      }
      switch lexicon.meanings[hit.entry] {
      case .man where isOpened: return described(hit.range, .he)
      case .woman where isOpened: return described(hit.range, .she)
      case .group where lexicon.pack.inverts && hit.range.count > 1 || standsForAll(hit.range):
        return placed(Mention(range: hit.range, who: .group(count(in: hit.range))), genitive: false)
      default: continue
      }
    }
    return nil
  }
}
