/// How far a predicate reaches over the clauses of its sentence.
extension Chain {
  /// Predicate in a segment before the object's: through clauses that carry it on.
  func reaches(from place: Int, to home: Int, _ governor: Governor, _ issue: IssueMention) -> Bool {
    if governor.isNoun, scene.segments[place].range.upperBound - governor.hit.range.upperBound > 2 { return false }
    // *Asked about it, he said that ...*: the answer is asked no more.
    if governor.predicate.does == .asks, (place + 1..<home).contains(where: isTelling) || isTelling(home, before: issue.range.lowerBound) { return false }
    let isWithinRelative = scene.segments[place].kind == .relative
    let isSupposed = [.hypothetical, .condition, .temporal].contains(scene.segments[place].kind)
    for number in (place + 1)...home {
      let segment = scene.segments[number]
      // *said that A demanded it and that B ...*
      if !scene.lexicon.pack.inverts, scene.segments[place].kind == .complement, scene.isSecond(number) { return false }
      if isAside(number) || number > place + 1 && isAside(number - 1) && !hasSubject(segment) && !isSupposed { continue }
      switch segment.kind {
      case .complement:
        if number == place + 1, hasInfinitive(gap(governor.hit.range, segment.range)) { return false }
      case .infinitive: continue
      case .hypothetical: if ![.undecided, .asks].contains(governor.predicate.does) { return false }
      case .condition where governor.predicate.does == .asks && governor.hit.range.overlaps(segment.range) || isAbout(segment, governor): continue
      case .temporal where [.undecided, .asks].contains(governor.predicate.does): continue
      // *rejects a deal under which Kyiv would withdraw*
      case .relative where number == home && issue.says && scene.isPart(segment) && !isWithinRelative: continue
      case .condition, .temporal, .relative, .subordinate: return false
      case .coordinate:
        // *cancelled the summit and imposed sanctions*
        if number == home, issue.says, opensClause(issue), issue.range.lowerBound - segment.range.lowerBound <= 1,
          !hasInfinitive(governor.hit.range.lowerBound..<segment.range.lowerBound), governor.predicate.holder != .speaker
        { return false }
        if segment.contrasts && !(number == home && (goesOnByPole(issue.range) || goesOnDenied(number)))
          || verbBefore(issue, in: segment, number == home)
        {
          return false
        }
      case .main:
        if isWithinRelative, segment.mark == .comma { return false }
        if isSupposed || scene.segments[place].kind == .subordinate { return false }
        if segment.mark == .semicolon || governor.isNoun && number > place + 1 { return false }
        if !carriesOn(into: number, isHome: number == home, governor, issue) { return false }
      }
    }
    return true
  }

  /// *cancelled it and imposed sanctions*: the phrase begins with its verb; where nouns begin with a capital letter, that is no *zu räumen*.
  private func opensClause(_ issue: IssueMention) -> Bool {
    !scene.lexicon.pack.inverts
      || !scene.tokens[issue.range.lowerBound].capital && !hasInfinitive(issue.range.dropLast())
        && !(scene.lexicon.pack.plural.map { scene.lexicon.words[scene.tokens[issue.range.lowerBound].word].folded.hasSuffix($0) } ?? false)
  }

  /// Into a main clause behind it, which may be a telling of its own.
  private func carriesOn(into number: Int, isHome: Bool, _ governor: Governor, _ issue: IssueMention) -> Bool {
    let segment = scene.segments[number]
    // *lehnte ab: Waffen werde es nicht geben*, *stehe nicht zur Debatte, Zenda müsse unterschreiben*: a telling of its own.
    if governor.predicate.does == .opposes,
      segment.mark == .colon
        ? scene.hasVerb(in: segment.range)
        : segment.mark == .comma && scene.lexicon.pack.inverts && (issue.says || hasSubject(segment))
          && segment.range.contains(where: { scene.classes($0).contains(.obligation) })
    {
      return false
    }
    // *wiederholte er, das Abkommen sei tot*: what is told, and not what is repeated.
    if segment.mark == .comma, !issue.says, scene.isCue(governor.hit.range), governor.predicate.presses != true,
      isReported(segment), segment.range.contains(where: { scene.classes($0).contains(.reported) })
    {
      return false
    }
    if segment.mark == .colon || scene.segments[number - 1].kind == .relative { return true }
    if (governor.isNoun || governor.predicate.presses == true) && isReported(segment) { return true }
    // *kündigte Waffen an, schwieg aber zu X*
    if scene.lexicon.pack.inverts, segment.mark == .comma, !isReported(segment), !hasSubject(segment), scene.opensUnknown(segment) { return false }
    if verbBefore(issue, in: segment, isHome), segment.mark != .bracket { return false }
    let isPressed = governor.isNoun || governor.predicate.presses == true
    return isPressed || segment.mark != .comma || scene.lexicon.pack.inverts || !hasSubject(segment)
  }

  /// *glad if there were no deal*
  func isAbout(_ issue: IssueMention, _ governor: Governor) -> Bool {
    guard let home = scene.segment(of: issue.range.lowerBound), scene.segments[home].kind == .condition else { return false }
    return isAbout(scene.segments[home], governor)
  }

  /// *would be glad if*: what it opens is no condition.
  func isAbout(_ condition: Segment, _ governor: Governor) -> Bool {
    let (hit, does) = (governor.hit.range, governor.predicate.does)
    return [.supports, .opposes].contains(does) && condition.range.lowerBound == hit.upperBound - 1 && hit.count > 1
  }

  /// Object first, predicate in a later segment: *the missiles that Kyiv seeks*, *dass ..., lehnt er ab*.
  func takesUp(_ governor: Governor, at place: Int, _ issue: IssueMention, _ home: Int) -> Bool {
    guard !governor.isNoun else { return false }
    let segment = scene.segments[place]
    let aside = (home + 1)..<place
    if !aside.isEmpty, aside.allSatisfy({ scene.segments[$0].kind == .relative || isAside($0) || isPhrase($0) }),
      [.main, .infinitive].contains(segment.kind), !hasSubject(segment) {
      return governor.predicate.isOfSubject || scene.isPassive(governor.hit.range)
    }
    // *Eine Waffenruhe, so Zenda, sei nötig*
    if scene.isPutIn(home + 1), place == home + 2 || place == home + 3 && segment.kind == .coordinate && !segment.contrasts {
      return hasSubject(scene.segments[home + 2]) ? !governor.predicate.isOfSubject : governor.predicate.isOfSubject || scene.isPassive(governor.hit.range)
    }
    guard place == home + 1 else { return false }
    // *a ceasefire, and it must come now*
    if segment.kind == .coordinate, !segment.contrasts, governor.predicate.isOfSubject,
      scene.classes(segment.range.lowerBound + 1).contains(.object), !scene.segments[home].hasVerb
    {
      return true
    }
    // *sanctions on A and B were imposed*
    if segment.kind == .coordinate, segment.mark == nil, !scene.lexicon.pack.inverts,
      !scene.mentions.contains(where: {
        segment.range.contains($0.range.lowerBound) && $0.canBeSubject && !issue.range.contains($0.range.lowerBound)
          && $0.range.lowerBound < governor.hit.range.lowerBound
      })
    {
      return governor.predicate.isOfSubject || scene.isPassive(governor.hit.range)
    }
    if segment.kind == .relative || segment.kind == .complement && segment.mark == nil {
      // *dass Kiew die Städte räumt, die es verteidigt*: belongs to a noun of what is said.
      if issue.says, scene.lexicon.pack.inverts, scene.classes(segment.range.lowerBound).contains(.determiner) { return false }
      let between = issue.range.upperBound..<scene.segments[home].range.upperBound
      // *the meeting with Zenda that Paris announced*
      let isOfThing =
        between.first.map { scene.classes($0).contains(.preposition) } ?? false
        && between.dropFirst().allSatisfy { token in scene.mentions.contains { $0.range.contains(token) } }
      return (between.count <= 2 || isOfThing) && !followsUnknown(governor, in: segment)
    }
    // *Ob ..., ist offen*
    if scene.segments[home].kind == .hypothetical {
      return segment.kind == .main && (governor.predicate.does == .undecided || scene.isWhoever(scene.segments[home]) && governor.predicate.isOfSubject)
    }
    return
      ([.complement, .infinitive].contains(scene.segments[home].kind)
      || issue.says && scene.isPart(scene.segments[home])) && scene.lexicon.pack.inverts && segment.kind == .main
      && !scene.segments[..<home].contains(where: \.hasVerb)
  }

  private func verbBefore(_ issue: IssueMention, in segment: Segment, _ isHome: Bool) -> Bool {
    scene.hits.contains { hit in
      segment.range.contains(hit.range.lowerBound) && (!isHome || hit.range.lowerBound < issue.range.lowerBound)
        && scene.isVerb(hit)
    }
  }

  /// In the mood of reported speech, or a demand: the content of what stands before.
  private func isReported(_ segment: Segment) -> Bool {
    scene.lexicon.pack.inverts && segment.range.contains { !scene.classes($0).isDisjoint(with: [.reported, .obligation]) }
  }

  /// *..., he said, ...*: between others.
  private func isAside(_ number: Int) -> Bool {
    number > 0 && number + 1 < scene.segments.count && [.comma, .colon].contains(scene.segments[number + 1].mark)
      && !scene.lexicon.pack.inverts && scene.isAside(scene.segments[number])
  }

  /// *which he has compared with asking for it*: a verb that no pattern knows comes first.
  private func followsUnknown(_ governor: Governor, in segment: Segment) -> Bool {
    guard !scene.lexicon.pack.inverts else { return false }
    let before = segment.range.lowerBound..<governor.hit.range.lowerBound
    return scene.hits.contains { hit in
      guard case .participle = scene.meaning(hit), before.contains(hit.range.lowerBound) else { return false }
      return !scene.hits.contains { other in
        if case .predicate = scene.meaning(other) { other.range.overlaps(hit.range) } else { false }
      }
    }
  }

  private func isTelling(_ number: Int) -> Bool {
    isTelling(number, before: scene.segments[number].range.upperBound)
  }

  private func isTelling(_ number: Int, before end: Int) -> Bool {
    scene.hits.contains { hit in
      guard case .cue(let cue) = scene.meaning(hit), scene.lexicon.pack.says[cue].source == nil else { return false }
      return scene.segments[number].range.contains(hit.range.lowerBound) && hit.range.upperBound <= end
        && !scene.classes(hit.range.lowerBound).contains(.complementizer) && !scene.classes(hit.range.upperBound - 1).contains(.impersonal)
    }
  }

  /// *, on land, at sea and in the air,*
  private func isPhrase(_ number: Int) -> Bool {
    let segment = scene.segments[number]
    return segment.mark == .comma && !segment.hasVerb && !scene.lexicon.pack.inverts && scene.classes(segment.range.lowerBound).contains(.preposition)
  }
}
