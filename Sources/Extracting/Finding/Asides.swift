/// What is put into a clause, and clauses that go on behind it.
extension Scene {
  /// *, he said,*
  func isAside(_ segment: Segment) -> Bool {
    segment.mark == .comma && words(in: segment.range) <= 6 && hits.contains { hit in
      if case .cue = meaning(hit) { segment.range.overlaps(hit.range) } else { false }
    }
  }

  /// Whether words stand on both sides of what is put in.
  func isParted(_ words: Range<Int>) -> Bool {
    guard let number = segment(of: words.lowerBound), number + 2 < segments.count else { return false }
    return words.upperBound > segments[number + 2].range.lowerBound && isAside(segments[number + 1])
  }

  /// *Without a deal, there will be sanctions*
  func findLack() -> Range<Int>? {
    guard let first = sentence.first(where: { tokens[$0].isWord }), classes(first).contains(.without) else { return nil }
    let thing = hits.first { hit in
      if case .issue(_, let phrase) = meaning(hit) { !phrase.says && (1...4).contains(hit.range.lowerBound - first) } else { false }
    }
    return thing.map { first..<$0.range.upperBound }
  }

  /// Part of a fixed phrase (*noch einmal*).
  func isWithinIdiom(_ token: Int) -> Bool {
    hits.contains { hit in
      if case .idiom = meaning(hit) { hit.range.contains(token) } else { false }
    }
  }

  /// *and that ...*: a content clause beside another.
  func isSecond(_ number: Int) -> Bool {
    let first = segments[number].range.lowerBound
    return segments[number].kind == .complement && first > sentence.lowerBound && classes(first - 1).contains(.coordinator)
  }

  /// *a deal under which Kyiv would withdraw*, *ein Tausch, bei dem Kiew abzieht*: a relative clause behind a preposition, of what
  /// would be by the thing before it.
  func laysDown(_ segment: Segment) -> Bool {
    guard segment.kind == .relative, segment.range.lowerBound > sentence.lowerBound else { return false }
    if lexicon.pack.inverts {
      return classes(segment.range.lowerBound).contains(.preposition) && !isPast(segment.range)
        && !segment.range.contains { classes($0).contains(.have) }
    }
    let before = segment.range.lowerBound - 1
    return !classes(before).isDisjoint(with: [.preposition, .by])
      && (!isTold(segment)
        || !isPast(segment.range)
          && mentions.contains { segment.range.contains($0.range.lowerBound) && $0.canBeSubject }
        || followsPaper(before))
  }

  /// *a deal under which Kyiv would withdraw*: who is for or against one deal of the kind is so for what it lays down; *the plan* may
  /// hold more.
  func isPart(_ segment: Segment) -> Bool {
    guard laysDown(segment) else { return false }
    let opening =
      [segment.range.lowerBound, segment.range.lowerBound - 1].first {
        !classes($0).isDisjoint(with: [.preposition, .by])
      } ?? segment.range.lowerBound
    return classes(opening).isDisjoint(with: .conjunctive)
      && (max(sentence.lowerBound, opening - 7)..<opening).contains { !classes($0).isDisjoint(with: [.a, .negation]) }
  }

  private func followsPaper(_ preposition: Int) -> Bool {
    (1...3).contains { back in
      preposition - back >= sentence.lowerBound && hits.contains { hit in
        if case .document = meaning(hit) { hit.range.upperBound - 1 == preposition - back } else { false }
      }
    }
  }

  /// *a mayor who leaves the east*, not *a deal which gives it up*: what somebody unknown does in a relative clause.
  func isStrangers(_ segment: Segment, before end: Int) -> Bool {
    let first = segment.range.lowerBound
    // *, after which it would stop*
    guard segment.kind == .relative, first > sentence.lowerBound, classes(first).contains(.relative),
      !classes(first).contains(.inanimate), !classes(first - 1).contains(.preposition)
    else { return false }
    if mentions.contains(where: { (first..<end).contains($0.range.lowerBound) && $0.canBeSubject })
      || (first..<end).contains(where: { classes($0).contains(.one) })
    {
      return false
    }
    let before = (first - 2..<first).last { $0 >= sentence.lowerBound && tokens[$0].isWord } ?? first - 1
    // *those who*, but *not among those who*
    if !classes(before).isDisjoint(with: [.determiner, .relative]) { return before == sentence.lowerBound || classes(before - 1).contains(.complementizer) }
    return !mentions.contains { $0.range.contains(before) }
  }

  /// *does not listen to those who want it*, but *is one of those who want it*.
  func isOthers(_ relative: Segment) -> Bool {
    guard let those = mentions.first(where: { $0.who == .outsider && $0.range.contains(relative.range.lowerBound) })?.range.lowerBound,
      those > sentence.lowerBound
    else { return false }
    let isOne = classes(those - 1).contains(.preposition)
      && (max(sentence.lowerBound, those - 4)..<those).contains { classes($0).contains(.passive) }
    return !isOne
  }

  /// *X, so Zenda, sei Y*: what tells it stands within a clause.
  func isPutIn(_ number: Int) -> Bool {
    lexicon.pack.inverts && number > 0 && number + 1 < segments.count && segments[number + 1].mark == .comma && isAside(segments[number])
      && !segments[number - 1].hasVerb && goesOn(segments[number + 1])
  }

  /// *Zenda, the minister, refused*: who acts stands before what is put beside the name, where a verb opens the clause behind.
  func apposed(to verb: Range<Int>, _ number: Int) -> Subject? {
    guard lexicon.pack.inverts, number > 1, segments[number].kind == .main,
      [.comma, .bracket].contains(segments[number].mark), verb.lowerBound == segments[number].range.lowerBound,
      !isCue(verb),
      !segments[number - 1].hasVerb, let phrase = interruptedPhrase(number), phrase.upperBound <= segments[number - 1].range.lowerBound
        || segments[number - 2].range.overlaps(phrase)
    else { return nil }
    if isThing(phrase) { return nil }
    return mentions.first { $0.canBeSubject && $0.range.overlaps(phrase) }.map { .mention($0) } ?? .unknown
  }

  /// *Zenda, so the paper had it, has asked for it*, *Zenda has, so one hears, asked for it*: who stands before what is put in, where
  /// its verb stands on either side.
  func parted(_ number: Int) -> Subject? {
    guard lexicon.pack.inverts, number > 1, segments[number].kind == .main, segments[number].mark == .comma else { return nil }
    var before = number - 1
    while before > 0, segments[before].kind == .relative || isReport(segments[before]) { before -= 1 }
    let head = segments[before]
    guard before < number - 1, segments[before + 1..<number].contains(where: isReport), head.kind == .main, let last = head.range.last else { return nil }
    let auxiliary: WordClasses = [.have, .perfect, .passive, .future, .will, .obligation]
    guard
      hasVerb(in: head.range)
        ? !classes(last).isDisjoint(with: auxiliary)
        : goesOn(segments[number]) || classes(segments[number].range.lowerBound).contains(.have),
      let subject = phrases(in: head.range).first(where: { !$0.isOblique })?.range, !isThing(subject)
    else { return nil }
    return mentions.first { ($0.canBeSubject || $0.isName) && $0.range.overlaps(subject) }.map { .mention($0) } ?? .unknown
  }

  /// *the talks that Zenda announced*: hangs on a thing that is named.
  func followsThing(_ segment: Segment) -> Bool {
    let before = segment.range.lowerBound - 1
    return before >= sentence.lowerBound && (isThing(before..<(before + 1)) || mentions.contains { $0.isOblique && $0.range.contains(before) })
  }

  /// *, so stand es im Blatt,*
  private func isReport(_ segment: Segment) -> Bool {
    segment.mark == .comma && segment.kind == .main && words(in: segment.range) > 2
      && classes(segment.range.lowerBound).contains(.adverb) && tokens[segment.range.lowerBound + 1].kind == .word
      && !tokens[segment.range.lowerBound + 1].capital && classes(segment.range.lowerBound + 1).isDisjoint(with: [.preposition, .determiner, .adverb])
  }

  /// *Zenda, who had flown in, told the cameras ...*
  func followsRelative(_ cue: Range<Int>) -> Bool {
    guard !lexicon.pack.inverts, let number = segment(of: cue.lowerBound), number > 0 else { return false }
    return segments[number - 1].kind == .relative && segments[number].mark == .comma
  }

  /// Whether a clause begins with its verb.
  func goesOn(_ segment: Segment) -> Bool {
    segment.kind == .main && segment.range.first { tokens[$0].isWord }.map { first in
      !classes(first).isDisjoint(with: [.reported, .obligation, .future, .passive, .unreal, .perfect])
        || isVerb(first)
    } ?? false
  }

  /// Opens with a small word of no class: a verb that no pattern knows.
  func opensUnknown(_ segment: Segment) -> Bool {
    segment.range.first { tokens[$0].isWord }.map { tokens[$0].kind == .word && !tokens[$0].capital && classes($0).isEmpty } ?? false
  }

  /// What somebody tells whom no pattern knows: *The baker, who is 80, sees it otherwise: ...*, *Dann kam aus dem Amt der Hinweis, man
  /// lehne ab*.
  var toldByStranger: Range<Int>? {
    guard segments.count > 1, segments[0].kind == .main else { return nil }
    if let told = segments.firstIndex(where: { $0.mark == .colon }), let head = segments[..<told].first(where: { !isDate($0) }),
      let subject = phrases(in: head.range).first(where: { !$0.isOblique })?.range
    {
      return isThing(subject) || names(near: subject) ? nil : segments[told].range.lowerBound..<sentence.upperBound
    }
    let (second, told) = (segments[0].range.lowerBound + 1, segments[1].range.lowerBound)
    let isClause =
      segments[0].range.count > 3 && tokens[second].kind == .word && !tokens[second].capital && classes(second).isEmpty
      && !tokens[second + 1].capital
    guard isClause, segments[1].mark == .comma, classes(told).contains(.one), classes(told + 1).contains(.reported),
      !mentions.contains(where: { segments[0].range.contains($0.range.lowerBound) && $0.canBeSubject })
    else { return nil }
    return told..<sentence.upperBound
  }

  /// *10 November*
  private func isDate(_ segment: Segment) -> Bool {
    segment.range.allSatisfy { token in
      tokens[token].kind == .number || !tokens[token].isWord || hits.contains { meaning($0).isTime && $0.range.contains(token) }
    }
  }

  /// *Ten European leaders*: in a phrase, or right behind what looks like one.
  private func names(near phrase: Range<Int>) -> Bool {
    mentions.contains { $0.range.overlaps(phrase.lowerBound..<min(phrase.upperBound + 2, sentence.upperBound)) }
  }

  /// *Zenda had threatened it should nothing change*: the main clause that opens a sentence is no told one.
  var isOwnWord: Bool {
    guard let first = segments.first, first.kind == .main, text.quotations.membership[first.range.lowerBound] < 0 else { return false }
    return first.range.allSatisfy { classes($0).isDisjoint(with: [.reported, .unreal]) }
      && first.range.contains { !classes($0).isDisjoint(with: [.have, .perfect, .passive, .future, .will, .obligation]) }
  }

  /// *..., beschied ihm der Gastgeber*: told by a verb that no pattern knows.
  var closesWithUnknown: Bool {
    guard lexicon.pack.inverts, let last = segments.last else { return false }
    let noun = last.range.last { tokens[$0].isWord }.map { tokens[$0].capital } ?? false
    return segments.count > 1 && last.kind == .main && last.mark == .comma && noun && opensUnknown(last) && !isVerb(last.range.lowerBound)
  }
}
