/// Subjects behind their verbs.
extension Scene {
  /// A subject behind its verb: always possible where the language inverts, elsewhere beside a quotation.
  func inverted(after verb: Range<Int>, in segment: Segment) -> Subject? {
    let startsHere = !(segment.range.lowerBound..<verb.lowerBound).contains {
      // *had told Zenda*
      tokens[$0].isWord && (classes($0).isEmpty || !lexicon.pack.inverts && classes($0).contains(.perfect))
    }
    guard lexicon.pack.inverts || startsHere && (segment.mark != nil && isCue(verb) || isAlone(verb)) else { return nil }
    if elides(verb, in: segment) || followsRelative(verb) { return nil }
    let right = verb.lowerBound..<segment.range.upperBound
    let reach = lexicon.pack.inverts ? right.count : 4
    guard let mention = mentions.first(where: { mention in
      right.contains(mention.range.lowerBound) && mention.canBeSubject && mention.range.lowerBound - verb.upperBound <= reach
        && !isSubjectOfNext(mention, in: segment) && agrees(mention, with: verb)
    }) else {
      guard startsHere, verb.upperBound < segment.range.upperBound, lexicon.pack.inverts || segment.range.count < 8 else {
        return nil
      }
      let next = verb.upperBound
      if lexicon.pack.inverts, classes(next - 1).contains(.preposition) { return nil }
      // *so wollen es die Verfasser*
      if lexicon.pack.inverts, classes(next).contains(.object), segment.range.contains(next + 1),
        classes(next + 1).contains(.determiner), !isCovered(next + 1)
      {
        return .unknown
      }
      // *told British radio*
      if !lexicon.pack.inverts, isCovered(next) { return nil }
      return classes(next).contains(.determiner) || tokens[next].capital && classes(next).isEmpty ? .unknown : nil
    }
    return isPressed(mention, by: verb, in: segment) ? .unknown : .mention(mention)
  }

  /// *forderten die Partner Moskau auf*, *die Partner forderten Moskau auf*: the object of somebody whom no pattern knows.
  private func isPressed(_ mention: Mention, by verb: Range<Int>, in segment: Segment) -> Bool {
    let presses = hits.contains { $0.range == verb && predicate(of: $0)?.presses == true }
    guard presses, lexicon.pack.inverts else { return false }
    let others = phrases(in: segment.range).filter { phrase in
      !phrase.isOblique && !phrase.range.overlaps(mention.range)
        && !mentions.contains { $0.range.overlaps(phrase.range) } && !isThing(phrase.range)
    }
    if others.contains(where: { $0.range.lowerBound > verb.lowerBound && $0.range.upperBound <= mention.range.lowerBound }) { return true }
    let opening = phrase(around: mention.range).lowerBound
    if case .actor(let actor) = mention.who, actor.person == nil, opening > verb.lowerBound,
      (opening..<mention.range.lowerBound).contains(where: { tokens[$0].capital && classes($0).isEmpty })
    {
      return true
    }
    let isLast = !mentions.contains { segment.range.contains($0.range.lowerBound) && $0.range.lowerBound >= mention.range.upperBound }
    return isLast && others.contains { $0.range.upperBound <= verb.lowerBound } && !others.contains { $0.range.lowerBound >= mention.range.upperBound }
  }

  /// Whether an issue's phrase stands there: no one who acts.
  func isThing(_ phrase: Range<Int>) -> Bool {
    hits.contains { if case .issue = meaning($0) { $0.range.overlaps(phrase) } else { false } }
  }
}
