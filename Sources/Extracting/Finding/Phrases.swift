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
        let isAttached = phrases.last.map { $0.range.upperBound == index && opensGenitive(index) || isOf(gap($0.range, index..<end)) } ?? false
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
      if tokens[index].isWord { governed = !classes(index).isDisjoint(with: [.preposition, .by]) || governed && classes(index).isEmpty && !isVerb(index) }
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
    guard let number = segment(of: verb.lowerBound), !isPassive(verb) else { return nil }
    let segment = segments[number]
    let left = phrases(in: segment.range.lowerBound..<verb.lowerBound).filter { !$0.isOblique }
    let right = phrases(in: verb.upperBound..<max(verb.upperBound, segment.range.upperBound)).first { !$0.isOblique }
    if lexicon.pack.inverts {
      let behind = verb.count > 1 ? phrases(in: (verb.lowerBound + 1)..<max(verb.lowerBound + 1, segment.range.upperBound)).first { !$0.isOblique } : right
      if segment.kind != .relative, let behind, behind.range.lowerBound == verb.lowerBound + 1, isNominative(behind.range) { return behind.range }
      return left.first?.range ?? (segment.kind == .infinitive ? nil : behind?.range) ?? before(number)
    }
    if let last = left.last { return last.range.lowerBound..<end(of: last.range, before: verb.lowerBound) }
    let isBeside = right.map { $0.range.lowerBound == verb.upperBound } ?? false
    if isBeside, segment.mark != nil || text.quotations.membership[max(0, verb.lowerBound - 2)] >= 0 { return right?.range }
    if let bare = bareNoun(before: verb.lowerBound, in: segment.range) { return bare }
    return segment.kind == .infinitive ? nil : before(number)
  }

  /// Of a verb whose clause holds no subject: the subject of a clause before, past what is put in between.
  private func before(_ number: Int) -> Range<Int>? {
    for earlier in segments[..<number].reversed() where ![.relative, .subordinate, .condition, .temporal].contains(earlier.kind) {
      if text.quotations.membership[earlier.range.lowerBound] >= 0 { return nil }
      if let phrase = phrases(in: earlier.range).first(where: { !$0.isOblique }) { return phrase.range }
    }
    return nil
  }

  /// *the head of the police in Kent said*: where subjects stand before verbs, all up to the verb belongs to it.
  private func end(of phrase: Range<Int>, before verb: Int) -> Int {
    var end = verb
    while end > phrase.upperBound, !tokens[end - 1].isWord || !classes(end - 1).isDisjoint(with: [.auxiliary, .negation, .passive, .future, .obligation]) { end -= 1 }
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
    while index < range.upperBound, tokens[index].isWord || tokens[index].kind == .mark {
      if isNoun(index) || opened && !lexicon.pack.capitalisesNouns && isAdjective(index) {
        end = index + 1
      } else if !isAdjective(index), tokens[index].kind != .number, tokens[index].kind != .mark, !(index == start + 1 && !classes(index).isDisjoint(with: openers)) {
        break
      }
      index += 1
    }
    if let end, end + 1 < range.upperBound, classes(end).contains(.coordinator), let second = phrase(at: end + 1, in: range) { return second }
    return end
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

  /// A cue, or a predicate that is a verb, begins here.
  private func isVerb(_ index: Int) -> Bool {
    hits.contains { hit in
      guard hit.range.lowerBound == index else { return false }
      switch meaning(hit) {
      case .cue: return true
      case .predicate(let number): return lexicon.pack.predicates[number].noun != true
      default: return false
      }
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
