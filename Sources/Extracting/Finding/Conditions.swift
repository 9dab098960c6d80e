/// Stances by what has to come first: conditions, prices, threats, and what is ruled out.
extension Coder {
  /// *before it lays down its arms*, *ehe Moskau zustimmt*
  func opensUntil(_ segment: Segment) -> Bool {
    segment.kind == .subordinate && scene.classes(segment.range.lowerBound).contains(.until)
  }

  /// *will not sign before Moscow agrees*, *demands it before it agrees*, where *busy before Moscow agreed* tells what happened.
  func isRefusedOutside(_ segment: Segment) -> Bool {
    scene.sentence.contains { !segment.range.contains($0) && scene.classes($0).contains(.negation) } || scene.hits.contains { hit in
      guard hit.range.upperBound <= segment.range.lowerBound, let predicate = scene.predicate(of: hit) else { return false }
      return predicate.presses == true || predicate.wants == true
    }
  }

  /// What one wants first, and then does oneself, or wants another to do before.
  mutating func awaited(_ issue: IssueMention, in segment: Segment, by governors: [Governor]) {
    let voice = voice(at: issue.range.lowerBound)
    let outer = scene.mentions.first {
      $0.canBeSubject && !segment.range.contains($0.range.lowerBound)
        && (voice == nil || voice?.covers($0.range.lowerBound) == true)
    }
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

  /// *Without a deal, there will be sanctions*: what the lack of something brings about.
  func lack(beside place: Range<Int>, of issue: IssueMention) -> Range<Int>? {
    guard let lack = scene.lack, !lack.overlaps(issue.range), place.upperBound > lack.upperBound, let home = scene.segment(of: place.lowerBound), home <= 1,
      !scene.segments[home].range.contains(where: { scene.classes($0).contains(.negation) })
    else { return nil }
    return lack
  }

  /// *wants a peace without a truce*: right before the thing.
  func isMissing(_ issue: IssueMention, besides said: Set<Int>) -> Bool {
    guard !issue.says, let word = (issue.range.lowerBound - 3..<issue.range.lowerBound).last(where: {
      $0 >= scene.sentence.lowerBound && (!scene.classes($0).contains(.determiner) && !scene.classes($0).isEmpty || !scene.tokens[$0].isWord)
    }) else { return false }
    return scene.classes(word).contains(.without) && !said.contains(word) && !(scene.lack?.contains(word) ?? false)
  }

  /// *The causes must go before there can be talk of a deal*
  func isPutOff(_ issue: IssueMention, in segment: Segment, by governors: [Governor]) -> Bool {
    let isOpen =
      segment.range.contains { scene.classes($0).contains(.potential) }
      || segment.range.dropFirst().first.map { scene.classes($0).contains(.impersonal) } ?? false
    guard isOpen, opensUntil(segment), !issue.says, voice(at: issue.range.lowerBound) != nil else { return false }
    return governors.allSatisfy { !segment.range.contains($0.hit.range.lowerBound) }
      && scene.segments.contains { $0.range.upperBound <= segment.range.lowerBound && $0.range.contains { scene.classes($0).contains(.obligation) } }
  }

  /// Who puts a thing off is against it as things are.
  mutating func putOff(_ issue: IssueMention) {
    var value = Value(against: issue.against)
    value.flip()
    emit(issue, value, teller: voice(at: issue.range.lowerBound), at: issue.range, [step(issue), .negated], weight: 1)
  }

  /// *If Freedonia does it, Zenda will retaliate*: Zenda is against it.
  mutating func threatened(_ issue: IssueMention, in segment: Segment, by governors: [Governor]) -> Bool {
    let threat = scene.hits.first { hit in
      if case .threat = scene.meaning(hit) { !segment.range.contains(hit.range.lowerBound) } else { false }
    }
    let chain = Chain(scene: scene)
    let refusals = governors.filter { $0.predicate.does == .opposes && segment.range.contains($0.hit.range.lowerBound) }
    let isNegated = chain.isNegated(issue.range, besides: Set(issue.matched)) != !refusals.count.isMultiple(of: 2)
    guard let threat, issue.says || !isNegated || !refusals.isEmpty, !chain.isNegated(threat.range, besides: []) else { return false }
    var value = Value(against: issue.against)
    // *If Freedonia does not do it, ...*, *If it rejects it, ...*: Zenda wants it.
    if !isNegated { value.flip() }
    let trace = [step(issue), Step.predicate(words(threat.range), isNegated ? .supports : .opposes, negated: false)]
    let voice = voice(at: threat.range.lowerBound)
    // *If Moscow does it, it will face consequences*: who does it does not threaten.
    let doer = scene.mentions.first { segment.range.contains($0.range.lowerBound) && $0.canBeSubject }.flatMap { party(resolve($0, voice)) }
    if case .mention(let subject)? = scene.subject(of: threat.range), doer == nil || party(resolve(subject, voice)) != doer {
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
      mention.canBeSubject && !mention.isObject && !segment.range.contains(mention.range.lowerBound)
        && (voice == nil || voice?.covers(mention.range.lowerBound) == true)
    }
    let innerTeller = inner.flatMap { resolve($0, voice) } ?? troops(in: segment.range)
    let outerTeller = outer.flatMap { resolve($0, voice) } ?? voice?.teller
    guard case .actor(let wanting)? = outerTeller,
      innerTeller.map({
        party($0) != wanting.party && (isExchanged(segment) || segment.range.contains { scene.classes($0).contains(.negation) })
      }) ?? isExchanged(segment)
    else {
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

  /// *denied that he had signed*, but *rejected claims that Zenda should sign*: whoever denies a duty is against it.
  mutating func denied(_ issue: IssueMention, in segment: Segment, by voice: Voice) {
    let duty = segment.range.first { scene.classes($0).contains(.obligation) }
    let governors = Chain(scene: scene).governors(of: issue)
    guard issue.says, let duty, duty < issue.range.upperBound || scene.lexicon.pack.inverts,
      governors.allSatisfy({ !segment.range.contains($0.hit.range.lowerBound) || $0.hit.range.contains(duty) })
    else {
      return note(issue, "it is denied that this was said")
    }
    var value = Value(against: issue.against)
    value.flip()
    emit(issue, value, teller: voice, at: issue.range, [step(issue), .negated], weight: 1)
  }

  /// *Nobody should expect that we sign*, say those who would have to.
  mutating func rulesOut(_ issue: IssueMention, _ number: Int) -> Bool {
    let (before, voice) = (scene.segments[number - 1].range, voice(at: issue.range.lowerBound))
    guard issue.says, let voice, before.contains(where: scene.isNobody), before.contains(where: { scene.classes($0).contains(.obligation) }),
      case .mention(let subject)? = scene.subject(of: issue.range), let own = party(voice.teller), party(resolve(subject, voice)) == own
    else { return false }
    var value = Value(against: issue.against)
    value.flip()
    emit(issue, value, teller: voice, at: issue.range, [step(issue), .negated], weight: 1)
    return true
  }

  /// *Hätte Zenda sie geliefert, ...*, *would have delivered them*
  func isUnreal(_ clause: Segment) -> Bool {
    clause.range.contains { scene.classes($0).isSuperset(of: [.unreal, .have]) }
      || !scene.lexicon.pack.inverts && clause.range.dropLast(2).contains { token in
          scene.classes(token).contains(.future) && scene.classes(token + 1).contains(.indefinite)
            && (token + 2..<token + 4).contains { clause.range.contains($0) && scene.isParticiple($0..<$0 + 1) }
      }
  }

  /// *Had Moscow wanted peace, it would have agreed to it*: it did not.
  func isUnrealised(_ place: Range<Int>, _ issue: IssueMention) -> Bool {
    guard let home = scene.segment(of: place.lowerBound), isUnreal(scene.segments[home]) else { return false }
    return condition(beside: [place, issue.range]) != nil
  }

  /// *The fighting could be over as soon as Kyiv withdrew*, not *Relations would suffer if Kyiv withdrew*.
  func isExchanged(_ condition: Segment) -> Bool {
    isOnlyThen(condition) || scene.hits.contains { hit in
      if condition.range.contains(hit.range.lowerBound) { return false }
      return switch scene.meaning(hit) {
      case .grant: true
      case .issue(_, let phrase): phrase.says || isGranted(hit.range)
      default: false
      }
    }
  }

  /// *is ready for a deal*
  private func isGranted(_ thing: Range<Int>) -> Bool {
    guard let home = scene.segment(of: thing.lowerBound) else { return false }
    return scene.hits.contains { hit in
      scene.segments[home].range.contains(hit.range.lowerBound) && scene.predicate(of: hit)?.does == .supports
        && !Chain(scene: scene).isNegated(hit.range, besides: Set(hit.matched))
    }
  }

  /// *erst, wenn die Waffen schweigen*: nobody in particular is to do it.
  private func isOnlyThen(_ segment: Segment) -> Bool {
    let before = max(scene.sentence.lowerBound, segment.range.lowerBound - 2)..<(segment.range.lowerBound + 1)
    return before.contains { scene.classes($0).contains(.onlyThen) }
  }

  /// *Ukrainian troops*: nobody who speaks, but of a known party.
  private func troops(in range: Range<Int>) -> Teller? {
    for hit in scene.hits where range.contains(hit.range.lowerBound) {
      if case .adjective(let party) = scene.meaning(hit) { return .actor(Actor(party: party, person: nil)) }
    }
    return nil
  }
}
