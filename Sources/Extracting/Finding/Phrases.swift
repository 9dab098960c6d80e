/// Noun phrases, found by their small words and capitals: who stands at a verb, known to a codebook or not.
extension Scene {
  struct Phrase {
    var range: Range<Int>
    /// After a preposition, or in a case that no subject has.
    var isOblique: Bool
  }

  /// The phrases of a range in their order; what belongs to a phrase behind it (*of the ministry*) is part of it.
  func phrases(in range: Range<Int>) -> [Phrase] {
    var phrases: [Phrase] = []
    var index = range.lowerBound
    var governed = false
    while index < range.upperBound {
      if let end = phrase(at: index, in: range) {
        let isGenitive = opensGenitive(index) && !mentions.contains { $0.range.upperBound == index && $0.isPerson }
        let isAttached = phrases.last.map { $0.range.upperBound == index && isGenitive || isOf(gap($0.range, index..<end)) } ?? false
        if isAttached {
          let last = phrases.count - 1
          phrases[last].range = phrases[last].range.lowerBound..<end
        } else {
          let head = classes(index)
          phrases.append(Phrase(range: index..<end, isOblique: governed || head.contains(.oblique)))
        }
        governed = false
        index = end
        continue
      }
      // *a group of farmers*
      if !lexicon.pack.capitalisesNouns, isAdjective(index), let last = phrases.last, isOf(gap(last.range, index..<(index + 1))) {
        phrases[phrases.count - 1].range = last.range.lowerBound..<(index + 1)
        index += 1
        continue
      }
      // *wie die Polizei mitteilte*
      let joins = index == range.lowerBound && classes(index).contains(.subordinator)
        && (classes(index).isDisjoint(with: .preposition) || segment(of: index).map { segments[$0].kind == .subordinate } ?? false)
      if tokens[index].isWord {
        governed =
          !joins
          && (!classes(index).isDisjoint(with: [.preposition, .by])
            || governed && classes(index).isEmpty && !isVerb(index))
      }
      index += 1
    }
    return phrases
  }

  /// The phrase that holds a token, or the token alone.
  func phrase(around range: Range<Int>) -> Range<Int> {
    guard let number = segment(of: range.lowerBound) else { return range }
    let found = phrases(in: segments[number].range).first { $0.range.overlaps(range) }?.range ?? range
    return min(found.lowerBound, range.lowerBound)..<max(found.upperBound, range.upperBound)
  }

  /// The phrase that is the subject of a verb, by the order of words.
  func subjectPhrase(of verb: Range<Int>) -> Range<Int>? {
    guard let number = segment(of: verb.lowerBound) else { return nil }
    let segment = segments[number]
    if isPassive(verb) { return agent(in: segment.range) }
    let isRelative = segment.kind == .relative
    let start = segment.range.lowerBound + (isRelative ? 1 : 0)
    let left = phrases(in: start..<verb.lowerBound).filter { !$0.isOblique && (!isQuoted($0.range) || isQuoted(verb)) }
    if isRelative {
      return (left.first?.range).map {
        lexicon.pack.inverts ? $0 : $0.lowerBound..<end(of: $0, before: verb.lowerBound)
      } ?? segment.range.lowerBound..<start
    }
    let right = phrases(in: (verb.lowerBound + 1)..<segment.range.upperBound).first { !$0.isOblique && !isVerb($0.range.lowerBound) }
    if lexicon.pack.inverts {
      if let right, right.range.lowerBound == verb.lowerBound + 1, isNominative(right.range) { return right.range }
      if let first = left.first { return first.range }
      if segment.mark == .comma || segment.mark == .bracket || segment.mark == .dash, verb.lowerBound - start <= 1,
        let phrase = interruptedPhrase(number)
      {
        return phrase
      }
      return segment.kind == .infinitive ? nil : right?.range ?? before(number)
    }
    if let last = left.last { return last.range.lowerBound..<end(of: last.range, before: verb.lowerBound) }
    if let phrase = interruptedPhrase(number) { return phrase }
    let isBeside = right.map { $0.range.lowerBound == verb.upperBound && !goesOn(after: $0.range, in: segment.range) } ?? false
    // *..., and told the radio*
    let isElided = segment.kind == .coordinate && verb.lowerBound == start + 1
    if isBeside, !isElided, segment.mark != nil || text.quotations.membership[max(0, verb.lowerBound - 2)] >= 0 { return right?.range }
    return bareNoun(before: verb.lowerBound, in: segment.range) ?? (segment.kind == .infinitive ? nil : before(number))
  }

  /// The first phrase of a sentence that can be a subject.
  func leadingSubject() -> Range<Int>? {
    for segment in segments where [.main, .coordinate].contains(segment.kind) {
      if let subject = phrases(in: segment.range).first(where: { !$0.isOblique }) { return subject.range }
    }
    return nil
  }

  /// *Jane Doe, a farmer in Kent, said*; *Volker Rath (CDU) sagte*: what stands before is a phrase and no clause.
  func interruptedPhrase(_ number: Int) -> Range<Int>? {
    var found: Range<Int>?
    var end: Int?
    for earlier in segments[..<number].reversed() where earlier.kind != .relative {
      guard [.main, .coordinate].contains(earlier.kind), !earlier.hasVerb, !isQuoted(earlier.range) else { break }
      let within = phrases(in: earlier.range)
      guard let first = within.first else { break }
      let isPhrase = earlier.range.allSatisfy { index in
        !tokens[index].isWord || within.contains { $0.range.contains(index) }
          || !classes(index).isDisjoint(with: [.preposition, .by, .of, .coordinator, .determiner])
      }
      guard isPhrase else { break }
      // *Karl Rath (CDU)* goes on without its bracket.
      end = earlier.mark == .bracket ? nil : end ?? earlier.range.upperBound
      if !first.isOblique { found = first.range.lowerBound..<(end ?? first.range.upperBound) }
    }
    return found
  }

  /// The phrase that belongs to a cue without a verb: *according to S*, *nach Angaben von S*, *S zufolge*.
  func phrase(beside cue: Range<Int>, before: Bool) -> Range<Int>? {
    if before { return phrases(in: sentence.lowerBound..<cue.lowerBound).last { $0.range.upperBound == cue.lowerBound }?.range }
    if lexicon.pack.capitalisesNouns, isNoun(cue.upperBound - 1) {
      return phrases(in: cue.lowerBound..<sentence.upperBound).first { $0.range.contains(cue.upperBound - 1) }?.range
    }
    let right = cue.upperBound..<sentence.upperBound
    if let first = phrases(in: right).first(where: { phrase in
      (cue.upperBound..<phrase.range.lowerBound).allSatisfy { !tokens[$0].isWord || !classes($0).isDisjoint(with: [.preposition, .by]) }
    }) { return first.range }
    guard !lexicon.pack.capitalisesNouns else { return nil }
    let bare = right.prefix { isAdjective($0) }.prefix(3)
    return bare.isEmpty ? nil : bare.startIndex..<bare.endIndex
  }

  /// Of a verb whose clause holds no subject: the subject of a clause before, past what is put in between.
  private func before(_ number: Int) -> Range<Int>? {
    for earlier in segments[..<number].reversed() where ![.relative, .subordinate, .condition, .temporal].contains(earlier.kind) {
      if isQuoted(earlier.range) { return nil }
      let within = phrases(in: earlier.range)
      if let phrase = within.first(where: { !$0.isOblique }),
        phrase.range.lowerBound - earlier.range.lowerBound <= 2 || !earlier.hasVerb
      {
        return phrase.range
      }
    }
    return nil
  }

  /// *says the council should pay*: the subject of another verb.
  private func goesOn(after phrase: Range<Int>, in segment: Range<Int>) -> Bool {
    segment.contains(phrase.upperBound) && !classes(phrase.upperBound).isDisjoint(with: [.future, .obligation, .passive, .perfect, .auxiliary])
  }

  /// *by the council*
  private func agent(in range: Range<Int>) -> Range<Int>? {
    phrases(in: range).first { $0.isOblique && $0.range.lowerBound > range.lowerBound && classes($0.range.lowerBound - 1).contains(.by) }?.range
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    range.contains { text.quotations.membership[$0] >= 0 }
  }

  /// *the head of the police in Kent said*: where subjects stand before verbs, all up to the verb belongs to it.
  private func end(of phrase: Range<Int>, before verb: Int) -> Int {
    var end = verb
    while end > phrase.upperBound,
      !tokens[end - 1].isWord
        || !classes(end - 1).isDisjoint(with: [.auxiliary, .negation, .passive, .future, .obligation])
    { end -= 1 }
    return end
  }

  /// *police said*: a noun without article at the head of its clause.
  private func bareNoun(before verb: Int, in segment: Range<Int>) -> Range<Int>? {
    var start = verb
    while start > segment.lowerBound, tokens[start - 1].kind == .word, classes(start - 1).isEmpty { start -= 1 }
    return start < verb && verb - start <= 3 ? start..<verb : nil
  }

  /// The end of the phrase that begins at `start`: articles, adjectives, nouns, names.
  private func phrase(at start: Int, in range: Range<Int>) -> Int? {
    guard tokens[start].isWord else { return nil }
    if isPronoun(start) { return start + 1 }
    let possessives: WordClasses = [.possessive, .herPossessive, .theirPossessive, .ourPossessive]
    let openers: WordClasses = possessives.union([.determiner, .demonstrative])
    var index = start
    let opened = !classes(index).isDisjoint(with: openers)
    if opened { index += 1 } else if !isNoun(index) && tokens[index].kind != .number && !(lexicon.pack.capitalisesNouns && isAdjective(index)) { return nil }
    var end: Int?
    while index < range.upperBound, tokens[index].isWord || tokens[index].kind == .mark || isAbbreviated(index, after: end) {
      if isNoun(index) || opened && !lexicon.pack.capitalisesNouns && (isAdjective(index) || index == start + 1 && isNamed(index)) {
        end = index + 1
      } else if !isAdjective(index) || lexicon.pack.capitalisesNouns && end != nil, ![.number, .mark, .stop].contains(tokens[index].kind) {
        break
      }
      index += 1
    }
    if let end, end + 1 < range.upperBound, classes(end).contains(.coordinator), let second = phrase(at: end + 1, in: range) { return second }
    return end
  }

  /// *Dr. Moss*: a full stop within a sentence.
  private func isAbbreviated(_ stop: Int, after end: Int?) -> Bool {
    tokens[stop].kind == .stop && end == stop && stop + 1 < sentence.upperBound && isNoun(stop + 1)
  }

  private func isPronoun(_ index: Int) -> Bool {
    !classes(index).isDisjoint(with: [.he, .she, .they, .we, .firstPerson, .one])
  }

  /// A pronoun that only a subject has.
  private func isNominative(_ range: Range<Int>) -> Bool {
    !classes(range.lowerBound).isDisjoint(with: [.he, .we, .firstPerson, .one]) && range.count == 1
  }

  /// A name, or a noun where nouns are capitalised.
  private func isNoun(_ index: Int) -> Bool {
    tokens[index].kind == .word && tokens[index].capital && classes(index).isEmpty && (lexicon.pack.capitalisesNouns || !isVerb(index))
  }

  private func isAdjective(_ index: Int) -> Bool {
    tokens[index].kind == .word && !tokens[index].capital && classes(index).isEmpty && !isVerb(index)
  }

  /// *a report*: what may be a verb is a noun right after an article.
  private func isNamed(_ index: Int) -> Bool {
    tokens[index].kind == .word && classes(index).isEmpty
  }

  /// A cue, an attitude, or a predicate that is no noun begins here.
  func isVerb(_ index: Int) -> Bool {
    hits.contains { hit in
      guard hit.range.lowerBound == index else { return false }
      return if case .attitude = meaning(hit) { true } else { isVerb(hit) }
    }
  }

  /// *die Sprecherin der Polizei*: an article right behind a noun.
  private func opensGenitive(_ index: Int) -> Bool {
    lexicon.pack.capitalisesNouns && classes(index).contains(.determiner)
  }

  /// *of*, *von*, and nothing else.
  private func isOf(_ between: Range<Int>) -> Bool {
    between.count == 1 && classes(between.lowerBound).contains(.of)
  }
}
