/// Stances by what is said or done, without a predicate.
extension Coder {
  mutating func asserted(_ issue: IssueMention, in segment: Segment, _ chain: Chain) {
    let voice = voice(at: issue.range.lowerBound)
    var value = Value(against: issue.against)
    if issue.says, opensUntil(segment) { return awaited(issue, in: segment, by: []) }
    // *leaves, after which it would hold its fire*
    if issue.says, opensConsequence(segment) { value.isConditional = true }
    let negated = chain.isNegated(issue.range, besides: Set(issue.matched)) || chain.goesOnNegated(issue)
    if negated { value.flip() }
    let trace = [step(issue)] + (negated ? [.negated] : [])
    if !issue.says, voice != nil, isBarelyDenied(issue) {
      return emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    }
    // *Zenda: Sanctions only if Freedonia joins in*
    if !issue.says, let voice, voice.cue == nil, !voice.runsOn, segment.mark == .colon, !segment.hasVerb, let condition = condition(beside: [issue.range]),
      !condition.contains(where: { !scene.classes($0).isDisjoint(with: [.we, .firstPerson]) })
    {
      return emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    }
    if let voice, isNamedAlone(issue, in: voice) { return emit(issue, value, teller: voice, at: issue.range, trace, weight: 1) }
    if voice == nil, let questioned = discourse.questioned, !scene.hasVerb(in: scene.sentence), scene.words(in: scene.sentence) <= 12 {
      if value.apply(questioned.predicate, negated: false) { write(issue, value, holder: questioned.actor, nil, at: issue.range, [step(issue), .answered(words(issue.range))], 1) }
      return
    }
    guard issue.says || isDenial(issue, negated, segment, voice) else {
      return note(issue, "named, but nothing is said for or against it")
    }
    let isToCome = segment.kind == .temporal && segment.range.contains { scene.classes($0).contains(.future) }
    // *Dazu gehört, dass ...*: under a verb that no pattern knows.
    if issue.says, voice == nil, segment.kind == .complement, segment.range.lowerBound > scene.sentence.lowerBound {
      return note(issue, "it is not known what is said of it")
    }
    // *To freeze the line would be to forget ...*: weighed by a verb that no pattern knows.
    if issue.says, segment.kind == .infinitive, isWeighed(segment, voice) {
      return note(issue, "named, but nothing is said for or against it")
    }
    if segment.kind == .hypothetical || isToCome || isWithinSupposed(segment) { return note(issue, "it is only supposed") }
    let left = segment.range.lowerBound..<issue.range.lowerBound
    func isBefore(_ mention: Mention, _ other: Mention?) -> Bool { other.map { mention.range.upperBound <= $0.range.lowerBound } ?? false }
    let before = scene.mentions.filter { left.contains($0.range.lowerBound) && $0.canBeSubject && !isPlural($0) }
    let opening = scene.mentions.first { mention in
      // Where subjects stand before verbs, a name further on in the phrase is its object: *sanction the Russians*.
      issue.range.overlaps(mention.range) && mention.canBeSubject && !isPlural(mention)
        && (scene.lexicon.pack.inverts || mention.range.lowerBound <= issue.range.lowerBound)
    }
    let acting = opening ?? (scene.lexicon.pack.inverts ? before.first : before.last)
    // *Freedonia would be spared sanctions*: done to it.
    let subject = scene.isPassive(issue.range) ? nil : acting.flatMap { isCaused($0) ? before.last { isBefore($0, acting) } : $0 }
    if !negated, !issue.against, condition(beside: [issue.range]) == nil,
      segment.range.contains(where: { scene.classes($0).contains(.potential) })
    {
      return note(issue, "it is only said to be possible")
    }
    let obliges = voice?.isDocument == true || obliges(segment)
    let isNobody = segment.range.contains { scene.classes($0).contains(.nobody) && $0 < issue.range.lowerBound }
    let inherited = isNobody ? nil : subject ?? inheritedSubject(of: issue, voice)
    if let subject = inherited, !obliges, resolve(subject, voice) != voice?.teller {
      for one in scene.joined(to: subject) { emit(issue, value, by: one, at: issue.range, trace + [.deed], weight: 1) }
    } else if voice != nil {
      emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    } else {
      note(issue, "the article says so in its own voice")
    }
  }

  /// *a plan under which Kyiv would withdraw*: laid down by whoever wrote it, and not what Kyiv wants.
  mutating func provided(_ issue: IssueMention, in segment: Segment) {
    let paper = scene.mentions.last { $0.isDocument && $0.range.upperBound <= segment.range.lowerBound }
    let owner = scene.mentions.last { $0.isPossessor && $0.range.upperBound == paper?.range.lowerBound }
    guard let author = owner ?? paper, author.who != .document else { return note(issue, "it is not known whose plan it is") }
    emit(issue, Value(against: issue.against), by: author, at: issue.range, [step(issue)], weight: 1)
  }

  func isProvided(_ issue: IssueMention, in segment: Segment, by governors: [Governor]) -> Bool {
    issue.says && supposes(segment) && !opensConsequence(segment) && governors.allSatisfy { segment.range.contains($0.hit.range.lowerBound) }
  }

  /// A relative clause behind a preposition, of what would be.
  private func supposes(_ segment: Segment) -> Bool {
    guard !scene.lexicon.pack.inverts, segment.kind == .relative, segment.range.lowerBound > scene.sentence.lowerBound, !scene.isTold(segment) else { return false }
    return scene.classes(segment.range.lowerBound - 1).contains(.preposition)
  }

  /// *, after which*
  private func opensConsequence(_ segment: Segment) -> Bool {
    supposes(segment) && scene.classes(segment.range.lowerBound - 1).contains(.conjunctive)
  }

  /// An infinitive that opens what is said, with a clause right behind.
  private func isWeighed(_ infinitive: Segment, _ voice: Voice?) -> Bool {
    guard [scene.sentence.lowerBound, voice?.content.first?.lowerBound].contains(infinitive.range.lowerBound),
      let number = scene.segment(of: infinitive.range.lowerBound), number + 1 < scene.segments.count
    else { return false }
    let next = scene.segments[number + 1]
    return [.main, .infinitive].contains(next.kind) && next.mark == .comma && !hasCue(number + 1)
  }

  /// *Wer rät, den Donbass zu räumen, ...*
  func isWithinSupposed(_ segment: Segment) -> Bool {
    guard let number = scene.segment(of: segment.range.lowerBound), number > 0, scene.segments[number - 1].kind == .hypothetical else { return false }
    if segment.kind == .infinitive { return true }
    // *Wer glaube, damit sei es getan, ...*
    let supposed = scene.segments[number - 1].range
    return scene.words(in: supposed) <= 3 && scene.hits.contains { hit in
      if case .cue = scene.meaning(hit) { supposed.contains(hit.range.lowerBound) } else { false }
    }
  }

  /// *would have Kyiv withdraw*: it is not Kyiv that wants it.
  private func isCaused(_ mention: Mention) -> Bool {
    !scene.lexicon.pack.inverts && mention.range.lowerBound > scene.sentence.lowerBound
      && !scene.classes(mention.range.lowerBound - 1).isDisjoint(with: [.indefinite, .perfect])
  }

  /// *Zenda's answer: tougher sanctions*
  private func isNamedAlone(_ issue: IssueMention, in voice: Voice) -> Bool {
    guard isNoun(voice.cue), let content = voice.content.first, scene.tokens[content.lowerBound - 1].kind == .colon else { return false }
    return scene.words(in: content.lowerBound..<max(content.lowerBound, issue.range.lowerBound)) <= 2 && scene.words(in: issue.range.upperBound..<max(issue.range.upperBound, content.upperBound)) == 0
      && !scene.hasVerb(in: content)
  }

  /// *No summit for now*: a denial without a verb.
  func isBarelyDenied(_ issue: IssueMention) -> Bool {
    let before = max(scene.sentence.lowerBound, issue.range.lowerBound - 2)..<issue.range.lowerBound
    guard let number = scene.segment(of: issue.range.lowerBound), let no = before.first(where: { scene.classes($0).contains(.negation) }) else {
      return false
    }
    let segment = scene.segments[number].range
    return segment.filter { scene.tokens[$0].isWord }.prefix(2).contains(no) && !segment.contains { !scene.classes($0).isDisjoint(with: [.passive, .perfect, .future, .obligation]) }
  }

  /// *Zenda: No deal*: a label, and what it denies without a verb.
  func isDenial(_ issue: IssueMention, _ negated: Bool, _ segment: Segment, _ voice: Voice?) -> Bool {
    guard negated, segment.mark == .colon, !segment.hasVerb, let voice, voice.cue == nil, !voice.runsOn else { return false }
    return (segment.range.lowerBound..<issue.range.lowerBound).contains { token in
      scene.classes(token).contains(.negation) && issue.range.lowerBound - token <= 2
    } && segment.range.upperBound - issue.range.upperBound <= 8
  }

  /// *they*, *it* may be anything: no subject to build on.
  func isPlural(_ mention: Mention) -> Bool {
    if case .pronoun(let classes) = mention.who { classes.contains(.they) } else { false }
  }

  func inheritedSubject(of issue: IssueMention, _ voice: Voice?) -> Mention? {
    guard case .mention(let mention)? = scene.subject(of: issue.range), !isPlural(mention) else { return nil }
    if let voice, !voice.covers(mention.range.lowerBound) { return nil }
    return mention
  }

  /// *before it lays down its arms*, *ehe Moskau zustimmt*
  func opensUntil(_ segment: Segment) -> Bool {
    segment.kind == .subordinate && scene.classes(segment.range.lowerBound).contains(.until)
  }

  /// *will not sign before Moscow agrees*, *demands it before it agrees*, where *busy before Moscow agreed* tells what happened.
  func isRefusedOutside(_ segment: Segment) -> Bool {
    scene.sentence.contains { !segment.range.contains($0) && scene.classes($0).contains(.negation) } || scene.hits.contains { hit in
      guard case .predicate(let number) = scene.meaning(hit), hit.range.upperBound <= segment.range.lowerBound else { return false }
      return scene.lexicon.pack.predicates[number].presses == true
    }
  }

  /// What one wants first, and then does oneself, or wants another to do before.
  mutating func awaited(_ issue: IssueMention, in segment: Segment, by governors: [Governor]) {
    let voice = voice(at: issue.range.lowerBound)
    let outer = scene.mentions.first { $0.canBeSubject && !segment.range.contains($0.range.lowerBound) && (voice == nil || voice?.covers($0.range.lowerBound) == true) }
    let inner = scene.mentions.first { segment.range.contains($0.range.lowerBound) && $0.canBeSubject }
    var value = Value(against: issue.against)
    for governor in governors {
      guard value.apply(governor.predicate, negated: false) else { return note(issue, "it is only supposed") }
    }
    let other = inner.flatMap { party(resolve($0, voice)) }
    let own = outer.flatMap { party(resolve($0, voice)) } ?? party(voice?.teller)
    let isOwn = other == nil || other == own
    // *Bevor die Waffen nicht schweigen, ...*
    if isOwn, !segment.range.contains(where: { scene.classes($0).contains(.negation) }) { value.isConditional = true }
    let trace = [isOwn ? step(issue) : Step.price(words(issue.range))]
    if let voice, outer == nil || party(voice.teller) != nil && own != party(voice.teller) {
      emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    } else if let outer {
      emit(issue, value, by: outer, at: issue.range, trace, weight: 1)
    } else {
      note(issue, "the article says so in its own voice")
    }
  }

  /// *If Freedonia does it, Zenda will retaliate*: Zenda is against it.
  mutating func threatened(_ issue: IssueMention, in segment: Segment) -> Bool {
    let threat = scene.hits.first { hit in
      if case .threat = scene.meaning(hit) { !segment.range.contains(hit.range.lowerBound) } else { false }
    }
    guard let threat, !Chain(scene: scene).isNegated(issue.range, besides: Set(issue.matched)), !Chain(scene: scene).isNegated(threat.range, besides: []) else { return false }
    var value = Value(against: issue.against)
    value.flip()
    let trace = [step(issue), Step.predicate(words(threat.range), .opposes, negated: false)]
    let voice = voice(at: threat.range.lowerBound)
    if case .mention(let subject)? = scene.subject(of: threat.range) {
      emit(issue, value, by: subject, at: threat.range, trace, weight: 1)
    } else {
      emit(issue, value, teller: voice, at: threat.range, trace, weight: 1)
    }
    return true
  }

  /// *A will stop if B withdraws*: A wants of B what the condition names.
  mutating func conceded(_ issue: IssueMention, in segment: Segment) {
    guard issue.says, !isUnreal(segment) else { return note(issue, "it is only a condition") }
    let voice = voice(at: issue.range.lowerBound)
    let inner = scene.mentions.first { segment.range.contains($0.range.lowerBound) && $0.canBeSubject }
    let outer = scene.mentions.first { mention in
      mention.canBeSubject && !segment.range.contains(mention.range.lowerBound)
        && (voice == nil || voice?.covers(mention.range.lowerBound) == true)
    }
    let innerTeller = inner.flatMap { resolve($0, voice) } ?? troops(in: segment.range)
    let outerTeller = outer.flatMap { resolve($0, voice) } ?? voice?.teller
    guard case .actor(let wanting)? = outerTeller, innerTeller.map({ party($0) != wanting.party && (outer != nil || scene.lexicon.pack.inverts || isExchanged(segment)) }) ?? isOnlyThen(segment) else {
      return note(issue, "it is only a condition")
    }
    let value = Value(against: issue.against)
    let trace = [Step.price(words(issue.range))]
    if let outer {
      emit(issue, value, by: outer, at: issue.range, trace, weight: 1)
    } else {
      emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    }
  }

  /// *Hätte Zenda sie geliefert, ...*
  private func isUnreal(_ condition: Segment) -> Bool {
    condition.range.contains { scene.classes($0).isSuperset(of: [.unreal, .have]) }
  }

  /// *The fighting could be over as soon as Kyiv withdrew*, not *Relations would suffer if Kyiv withdrew*.
  private func isExchanged(_ condition: Segment) -> Bool {
    isOnlyThen(condition) || scene.hits.contains { hit in
      if case .issue(_, let phrase) = scene.meaning(hit) { phrase.says && !condition.range.contains(hit.range.lowerBound) } else { false }
    }
  }

  /// *erst, wenn die Waffen schweigen*: nobody in particular is to do it.
  func isOnlyThen(_ segment: Segment) -> Bool {
    let before = max(scene.sentence.lowerBound, segment.range.lowerBound - 2)..<(segment.range.lowerBound + 1)
    return before.contains { !scene.classes($0).isDisjoint(with: [.onlyThen]) }
  }

  /// *Ukrainian troops*: nobody who speaks, but of a known party.
  func troops(in range: Range<Int>) -> Teller? {
    for hit in scene.hits where range.contains(hit.range.lowerBound) {
      if case .adjective(let party) = scene.meaning(hit) { return .actor(Actor(party: party, person: nil)) }
    }
    return nil
  }

  func party(_ teller: Teller?) -> Int? {
    switch teller {
    case .actor(let actor)?: actor.party
    case .anonymous(let party)?: party
    default: nil
    }
  }

  func resolve(_ mention: Mention, _ voice: Voice?) -> Teller? {
    let start = voice?.content.first { $0.contains(mention.range.lowerBound) }?.lowerBound
    if let owner = owner(behind: mention) { return discourse.resolve(owner, in: scene.mentions, within: start == nil ? nil : voice?.teller, from: start ?? 0) }
    let meant = discourse.resolve(mention, in: start == nil ? scene.mentions : nearby(mention), within: start == nil ? nil : voice?.teller, from: start ?? 0)
    return start != nil && isOther(mention) && party(meant) == party(voice?.teller) ? nil : meant
  }

  /// *Mit seiner Forderung kam Zenda nicht weit*: the subject behind the verb.
  private func owner(behind possessive: Mention) -> Mention? {
    guard scene.lexicon.pack.inverts, case .pronoun(let classes) = possessive.who, !classes.isDisjoint(with: [.possessive, .herPossessive, .theirPossessive]),
      let home = scene.segment(of: possessive.range.lowerBound), let first = scene.segments[home].range.first, !scene.classes(first).isDisjoint(with: [.preposition, .adjunct, .place]),
      possessive.range.lowerBound - first <= 2
    else { return nil }
    return scene.mentions.first { $0.range.lowerBound > possessive.range.lowerBound && $0.isName && $0.canBeSubject && scene.segments[home].range.contains($0.range.lowerBound) }
  }

  /// *He wanted us out of it*: somebody else than those who say so.
  private func isOther(_ mention: Mention) -> Bool {
    guard case .pronoun(let classes) = mention.who, !classes.isDisjoint(with: [.he, .she]), let home = scene.segment(of: mention.range.lowerBound) else { return false }
    return scene.segments[home].range.contains { scene.classes($0).isSuperset(of: [.we, .objective]) }
  }

  /// *Falls Putin nicht einlenkt, werde er liefern, sagte Trump*: a pronoun of the main clause means nobody of a condition.
  private func nearby(_ mention: Mention) -> [Mention] {
    guard scene.lexicon.pack.inverts, let home = scene.segment(of: mention.range.lowerBound) else { return scene.mentions }
    return scene.mentions.filter { other in
      guard let place = scene.segment(of: other.range.lowerBound) else { return true }
      return place == home || ![.condition, .temporal, .subordinate].contains(scene.segments[place].kind)
    }
  }
}
