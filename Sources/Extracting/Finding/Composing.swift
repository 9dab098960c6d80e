/// Stances by what predicates do to the issue.
extension Coder {
  /// What the predicates make of the issue, from the innermost out to the one whose holder it is.
  mutating func composed(_ issue: IssueMention, _ all: [Governor], _ chain: Chain, isBackground: Bool = false) {
    // What weighs the thing needs somebody who weighs it: else it is the article's own word within another's stance.
    let weighed = all.filter {
      $0.predicate.holder != .speaker || (voice(at: $0.hit.range.lowerBound) ?? voice(at: issue.range.lowerBound)) != nil
        || concerned(after: $0.hit.range) != nil || scene.isPassive($0.hit.range)
    }
    let governors = (weighed.isEmpty ? all : weighed).filter { !isAttribute($0, of: issue) }
    if governors.isEmpty { return }
    // *failed to agree*, *fears that Moscow will refuse*: whatever stands within is not told as wanted.
    if let vain = governors.first(where: { $0.predicate.does == .nothing }) {
      return note(issue, "“\(words(vain.hit.matched))” tells nothing of what is wanted")
    }
    var value = Value(against: issue.against)
    var trace = [step(issue)]
    let said = Set(governors.flatMap(\.hit.matched) + issue.matched.filter { issue.says || !scene.classes($0).contains(.negation) })
    var negated: Set<Int> = []
    // *erwägt kein Abkommen* negates the verb; where any word of its clause does, that is seen there.
    let isConditioned = governors.contains { chain.isAbout(issue, $0) }
    if issue.says || isConditioned ? chain.isNegated(issue.range, besides: said)
      : !isBackground && (!scene.lexicon.pack.inverts || isApart(issue, governors, chain)) && chain.isDirectlyNegated(issue.range, besides: said)
    {
      value.flip()
      negated.insert(scene.segment(of: issue.range.lowerBound) ?? -1)
      trace.append(.negated)
    }
    if !isBackground, isMissing(issue, besides: said) {
      value.flip()
      trace.append(.negated)
    }
    if isDeniedBehind(issue, governors, chain) { return note(issue, "what is said of it is not known") }
    for (index, governor) in governors.enumerated() {
      let place = scene.segment(of: governor.hit.range.lowerBound) ?? -1
      let outer = index + 1 < governors.count ? governors[index + 1] : nil
      let isNegated =
        (governor.isNoun
          ? isNone(governor, said, chain) : chain.isNegated(governor.hit.range, over: issue.range, besides: said))
        && negated.insert(place).inserted
      let isPressed = governors.dropFirst(index + 1).contains { $0.predicate.presses == true || $0.predicate.holder == .speaker }
      let isLapsed = isNegated && governor.predicate.does == .opposes && governor.predicate.negated != "undecided" && chain.isLapsed(governor.hit.range)
      if isLapsed { value.isEarlier = true }
      if index == 0, isBalanced(governor) {
        findings.removeAll { $0.issue == issue.issue }
        return emit(issue, Value(.undecided), governor, [step(issue), .predicate(words(governor.hit.matched), .undecided, negated: false)], weight: 1)
      }
      guard value.apply(governor.predicate, negated: isNegated && !isLapsed, pressed: isPressed) else {
        return note(issue, "“\(words(governor.hit.matched))”, negated, says nothing for or against it")
      }
      trace.append(.predicate(words(governor.hit.matched), governor.predicate.does, negated: isNegated))
      if chain.isTurned(issue, from: governor) {
        value.flip()
        trace.append(.turned)
      }
      if governor.isNoun {
        let whole = governor.hit.range.lowerBound == issue.range.upperBound ? issue.range.lowerBound..<governor.hit.range.upperBound : governor.hit.range
        if let possessor = scene.possessor(of: whole) ?? (outer == nil ? scene.giver(of: whole) : nil), !isOwn(possessor, of: outer) {
          emit(issue, value, by: possessor, at: governor.hit.range, trace, weight: index + 1)
          if outer == nil { return }
        }
        if outer != nil { continue }
        if index == 0, isOpen(governor, issue, at: place) {
          return note(issue, "it is not known whose “\(words(governor.hit.matched))” it is")
        }
      }
      if passesOn(governor, to: outer) { continue }
      if governors.dropFirst(index + 1).contains(where: {
        denies($0, said, chain) && !scene.isParted($0.hit.range)
          && place > scene.segment(of: $0.hit.range.lowerBound) ?? place
      }) {
        return note(issue, "it stands under a denial")
      }
      if let doubt = doubt(of: issue, under: governor, value, governors) { return note(issue, doubt) }
      if place >= 0, scene.segments[place].kind == .hypothetical {
        asked = question(issue, governors)
        return note(issue, "it is only supposed")
      }
      if isWeighed(issue, with: governor) {
        return note(issue, "named, but nothing is said for or against it")
      }
      if index == 0, governor.predicate.wants == true, !issue.says, value.stance == .supports, isGiver(of: issue, governor) { value.flip() }
      if isOnTerms(value, issue, governor) { value = Value(.conditional) }
      emit(issue, value, governor, trace, weight: index + 1)
      return
    }
  }

  /// Whether a verb that no pattern knows may say the contrary of a noun without a possessor: where the subject may stand
  /// anywhere, in any clause; elsewhere behind a noun that opens its clause.
  private func isOpen(_ noun: Governor, _ issue: IssueMention, at place: Int) -> Bool {
    let segment = scene.segments[max(place, 0)]
    if scene.lexicon.pack.inverts { return !segment.hasVerb && !(voice(at: noun.hit.range.lowerBound)?.isAside ?? false) }
    return place >= 0 && noun.hit.range.lowerBound - segment.range.lowerBound <= 2 && segment.range.contains { token in
      token >= issue.range.upperBound && !scene.classes(token).isDisjoint(with: [.passive, .perfect, .future, .auxiliary])
    }
  }

  /// For a thing that something else is asked for, or against one that lacks something: for it on a condition.
  private func isOnTerms(_ value: Value, _ issue: IssueMention, _ governor: Governor) -> Bool {
    switch value.stance {
    case .supports: governor.predicate.presses == true && isPrice(issue, governor)
    case .opposes: !issue.against && governor.predicate.isOfSubject && lacks(issue, governor)
    default: false
    }
  }

  /// *A year ago he would have rejected it*, says the article.
  func isUnreal(_ governor: Governor) -> Bool {
    guard governor.predicate.does == .opposes, voice(at: governor.hit.range.lowerBound) == nil, scene.isParticiple(governor.hit.range) else { return false }
    return scene.segment(of: governor.hit.range.lowerBound).map { isUnreal(scene.segments[$0]) } ?? false
  }

  /// *neither supports nor opposes it*: the clause before denies the contrary.
  private func isBalanced(_ governor: Governor) -> Bool {
    guard let number = scene.segment(of: governor.hit.range.lowerBound), number > 0, [.supports, .opposes].contains(governor.predicate.does),
      scene.classes(scene.segments[number].range.lowerBound).contains(.pair)
    else { return false }
    let (before, contrary) = (scene.segments[number - 1].range, governor.predicate.does == .supports ? Pack.Predicate.Effect.opposes : .supports)
    return before.contains { scene.classes($0).contains(.negation) }
      && scene.hits.contains { before.contains($0.range.lowerBound) && scene.predicate(of: $0)?.does == contrary }
  }

  /// *To press Zenda to sign was no diplomacy*: weighed, predicate and all, by a verb that no pattern knows.
  private func isWeighed(_ issue: IssueMention, with governor: Governor) -> Bool {
    let (verb, thing) = (governor.hit.range, issue.range)
    guard !governor.predicate.isOfSubject, let home = scene.segment(of: verb.lowerBound) else { return false }
    guard
      scene.lexicon.pack.inverts
        ? scene.segments[home].range.suffix(2).contains(where: { scene.classes($0).contains(.infinitive) })
        : verb.upperBound <= thing.lowerBound
    else { return false }
    return isWeighed(min(verb.lowerBound, thing.lowerBound)..<max(verb.upperBound, thing.upperBound), voice(at: thing.lowerBound))
  }

  /// *fordert für ein Abkommen Waffen*: what something else is asked for.
  private func isPrice(_ issue: IssueMention, _ governor: Governor) -> Bool {
    guard scene.lexicon.pack.inverts, !issue.says, governor.hit.range.upperBound <= issue.range.lowerBound else { return false }
    let before = (governor.hit.range.upperBound..<issue.range.lowerBound).suffix(3)
    return before.contains { scene.classes($0).contains(.concern) && !governor.hit.matched.contains($0) }
      && (issue.range.upperBound..<scene.sentence.upperBound).prefix(2).contains { token in
        scene.classes(token).contains(.determiner) || scene.lexicon.pack.capitalisesNouns && scene.tokens[token].kind == .word && scene.tokens[token].capital
      }
  }

  /// *A summit without preparation would be a mistake*.
  private func lacks(_ issue: IssueMention, _ governor: Governor) -> Bool {
    guard let home = scene.segment(of: issue.range.lowerBound) else { return false }
    // *impossible to use it without help*, *using it without help is impossible*
    if !issue.says,
      gap(governor.hit.range, issue.range).contains(where: { scene.classes($0).contains(.infinitive) })
        || scene.classes(governor.hit.range.upperBound - 1).contains(.infinitive) || scene.isProgressive(issue.range.lowerBound - 1)
    {
      return false
    }
    let segment = scene.segments[home].range
    let behind = issue.range.lowerBound..<min(issue.range.upperBound + 6, segment.upperBound)
    let without = behind.first { scene.classes($0).contains(.without) } ?? segment.first.flatMap { scene.classes($0).contains(.without) ? $0 : nil }
    guard let without, without + 1 < segment.upperBound, scene.tokens[without + 1].isWord, !issue.matched.contains(without) else { return false }
    // *rejected it without giving reasons*
    let next = scene.lexicon.words[scene.tokens[without + 1].word].folded
    return !(scene.lexicon.pack.progressive.map { next.hasSuffix($0) } ?? false)
  }

  /// *We want missiles, too*, says who is asked for them.
  private func isGiver(of issue: IssueMention, _ governor: Governor) -> Bool {
    guard let giver = giver(of: issue) else { return false }
    let voice = voice(at: governor.hit.range.lowerBound)
    let who: Teller? = if case .mention(let subject)? = scene.subject(of: governor.hit.range) { resolve(subject, voice) } else { voice?.teller }
    return party(who) == giver
  }

  /// The party that the thing is asked of, where the codebook names one.
  private func giver(of issue: IssueMention) -> Int? {
    scene.lexicon.codebook.issues[issue.issue].giver.flatMap { giver in scene.lexicon.parties.firstIndex(of: giver) }
  }

  /// *does not believe that Zenda will agree*: what is told of another in its clause is not so.
  private func denies(_ outer: Governor, _ said: Set<Int>, _ chain: Chain) -> Bool {
    !outer.isNoun && (outer.hit.matched.contains { scene.classes($0).contains(.negation) } || chain.isNegated(outer.hit.range, besides: said))
  }

  /// *no promise of a deal*: a noun that is denied.
  private func isNone(_ noun: Governor, _ said: Set<Int>, _ chain: Chain) -> Bool {
    scene.lexicon.pack.inverts ? chain.isNone(noun.hit.range, besides: said) : chain.isDirectlyNegated(noun.hit.range, besides: said)
  }

  /// *fordert, dass es keine Waffenruhe gibt*: whatever bears on it stands outside its clause.
  private func isApart(_ issue: IssueMention, _ governors: [Governor], _ chain: Chain) -> Bool {
    guard let home = scene.segment(of: issue.range.lowerBound), scene.segments[home].kind == .complement || chain.goesOnDenied(home) else { return false }
    return governors.allSatisfy { !scene.segments[home].range.contains($0.hit.range.lowerBound) }
  }

  /// *hopes that the sanctions will not last*: denied by a verb of its own clause that no pattern knows.
  private func isDeniedBehind(_ issue: IssueMention, _ governors: [Governor], _ chain: Chain) -> Bool {
    guard !issue.says, let home = scene.segment(of: issue.range.lowerBound) else { return false }
    // *calls for the deal not to be signed*
    let behind = issue.range.upperBound..<scene.segments[home].range.upperBound
    if !scene.lexicon.pack.inverts, behind.count > 1, scene.classes(behind.lowerBound).contains(.negation),
      scene.classes(behind.lowerBound + 1).contains(.infinitive)
    {
      return true
    }
    // *riet, den Gipfel nicht zu besuchen*
    if scene.lexicon.pack.inverts {
      return scene.segments[home].kind == .infinitive
        && governors.allSatisfy { !scene.segments[home].range.contains($0.hit.range.lowerBound) }
        && behind.contains { scene.classes($0).contains(.negation) }
    }
    return isApart(issue, governors, chain) && behind.contains { scene.classes($0).contains(.negation) }
  }

  /// *die von Kiew geforderten Waffen*: a stance of its own, whatever else is done with the thing.
  private mutating func isAttribute(_ governor: Governor, of issue: IssueMention) -> Bool {
    guard let agent = scene.attributed(governor.hit.range, to: issue.range) else { return false }
    var value = Value(against: issue.against)
    if value.apply(governor.predicate, negated: false) {
      emit(
        issue, value, by: agent, at: governor.hit.range,
        [step(issue), .predicate(words(governor.hit.matched), governor.predicate.does, negated: false)], weight: 1)
    }
    return true
  }

  /// *macht seine Zustimmung abhängig*, *gab ihren Widerstand auf*: what becomes of one's own stance is the stance.
  func isOwn(_ possessor: Mention, of outer: Governor?) -> Bool {
    guard let outer, !outer.isNoun, case .mention(let subject)? = scene.subject(of: outer.hit.range) else { return false }
    if case .pronoun = possessor.who, scene.segment(of: possessor.range.lowerBound) == scene.segment(of: subject.range.lowerBound) { return true }
    let owner = party(resolve(possessor, voice(at: possessor.range.lowerBound)))
    return owner != nil && owner == party(resolve(subject, voice(at: subject.range.lowerBound)))
  }

  /// Whether the stance belongs to the next predicate out: it presses, or both have one subject.
  private func passesOn(_ governor: Governor, to outer: Governor?) -> Bool {
    guard let outer else { return false }
    if outer.isNoun {
      // *the decision to cancel it*
      guard outer.hit.range.upperBound <= governor.hit.range.lowerBound else { return false }
      if scene.lexicon.pack.inverts { return isWithin(governor, clauseOf: outer) }
      guard case .mention(let own)? = scene.subject(of: governor.hit.range) else { return true }
      return own.range.lowerBound < outer.hit.range.lowerBound
    }
    // *would be glad if Zenda said yes*
    if let home = scene.segment(of: governor.hit.range.lowerBound), scene.segments[home].kind == .condition,
      Chain(scene: scene).isAbout(scene.segments[home], outer)
    {
      return true
    }
    if outer.predicate.presses == true || wishes(outer) && isWithin(governor, clauseOf: outer) { return true }
    // *hailed it as a good step*
    if outer.predicate.holder == .speaker, outer.hit.range.lowerBound > governor.hit.range.lowerBound {
      return scene.isGerund(governor.hit.range, before: outer.hit.range)
        || scene.segment(of: governor.hit.range.lowerBound).map { scene.isWhoever(scene.segments[$0]) } ?? false
    }
    if governor.predicate.holder == .speaker {
      // *glaube nicht, dass ... nötig ist*
      return outer.predicate.holder != .speaker && outer.hit.range.upperBound <= governor.hit.range.lowerBound
        && scene.segment(of: outer.hit.range.lowerBound) != scene.segment(of: governor.hit.range.lowerBound)
    }
    guard case .mention(let own)? = scene.subject(of: governor.hit.range) else { return true }
    guard case .mention(let other)? = scene.subject(of: outer.hit.range) else { return false }
    let voice = voice(at: own.range.lowerBound)
    return own.range == other.range || resolve(own, voice) == resolve(other, voice)
  }

  /// *hopes that Zenda will sign*, *will, dass Zenda unterschreibt*: what is wished of another is not yet theirs.
  private func wishes(_ outer: Governor) -> Bool {
    guard let home = scene.segment(of: outer.hit.range.lowerBound), !scene.segments[home].range.contains(where: scene.isNobody) else { return false }
    return outer.predicate.does == .supports && (outer.predicate.holder ?? .subject) == .subject
      && (outer.predicate.wants == true || scene.classes(outer.hit.range.upperBound - 1).contains(.complementizer))
  }

  /// *die Weigerung, X anzunehmen*
  func isWithin(_ inner: Governor, clauseOf noun: Governor) -> Bool {
    guard let place = scene.segment(of: inner.hit.range.lowerBound), let home = scene.segment(of: noun.hit.range.lowerBound) else { return false }
    return home < place && [.infinitive, .complement].contains(scene.segments[place].kind)
  }

  /// Writes a stance down for whom the predicate makes its holder.
  mutating func emit(
    _ issue: IssueMention, _ value: Value, _ governor: Governor, _ trace: [Step], weight: Int
  ) {
    let place = governor.hit.range
    let voice = voice(at: place.lowerBound) ?? voice(at: issue.range.lowerBound)
    switch governor.predicate.holder ?? .subject {
    case .speaker:
      if let concerned = concerned(after: place) {
        emit(issue, value, by: concerned, at: place, trace, weight: weight)
      } else if scene.isPassive(place), case .mention(let agent)? = scene.subject(of: place) {
        emit(issue, value, by: agent, at: place, trace, weight: weight)
      } else if case .mention(let paper)? = scene.subject(of: place), paper.isDocument, discourse.isWritten(paper) {
        emit(issue, value, by: paper, at: place, trace, weight: weight)
      } else if value.stance == .undecided, let voice, let giver = giver(of: issue), let teller = party(voice.teller), teller != giver {
        // *That was still under review, Zenda said*: by whoever is to give it.
        write(issue, value, holder: Actor(party: giver, person: nil), voice, at: place, trace, weight)
      } else {
        emit(issue, value, teller: voice, at: place, trace, weight: weight)
      }
    case .place:
      if let seat = seat(beside: place) {
        emit(issue, value, by: seat, at: place, trace, weight: weight)
      } else {
        note(issue, "it is not known whose “\(words(governor.hit.matched))” it is")
      }
    case .subject:
      switch gapped(issue, place).map({ .mention($0) }) ?? scene.subject(of: place) {
      case .mention(let subject)? where governor.predicate.due == true && isAnother(subject, than: voice) && !isPurposeful(trace, place):
        note(issue, "it is not known whose “\(words(governor.hit.matched))” it is")
      case .mention(let subject)? where isObliged(subject, place, voice) || governor.predicate.due == true && isAnother(subject, than: voice):
        emit(issue, value, teller: voice, at: place, trace + [.wanted], weight: weight)
      case .mention(let subject)? where governor.predicate.paper == true && isPaper(subject):
        for author in discourse.authorsJustNamed { write(issue, value, holder: author, voice, at: place, trace, weight) }
      case .mention(let subject)?:
        for one in scene.joined(to: subject) { emit(issue, value, by: one, at: place, trace, weight: weight) }
      case .unknown? where announces(governor, voice) || voice?.isDocument == true: emit(issue, value, teller: voice, at: place, trace, weight: weight)
      case .unknown?: note(issue, "it is not known whose “\(words(governor.hit.matched))” it is")
      case nil: emit(issue, value, teller: voice, at: place, trace, weight: weight)
      }
    }
  }

  /// *Er sieht vor, ...*: a pronoun for a paper, whose authors are known.
  private func isPaper(_ subject: Mention) -> Bool {
    guard case .pronoun = subject.who, !discourse.authorsJustNamed.isEmpty else { return false }
    return scene.classes(subject.range.lowerBound).contains(.inanimate)
  }

  /// *Paris fordert Waffen, Berlin das Abkommen*: with the verb of the clause before.
  private func gapped(_ issue: IssueMention, _ place: Range<Int>) -> Mention? {
    guard scene.lexicon.pack.inverts, let home = scene.segment(of: issue.range.lowerBound), let there = scene.segment(of: place.lowerBound), there + 1 == home,
      !issue.says, [.main, .coordinate].contains(scene.segments[home].kind), scene.segments[there].kind == .main, !scene.hasVerb(in: scene.segments[home].range)
    else { return nil }
    let words = scene.segments[home].range.filter { scene.tokens[$0].isWord && scene.classes($0).isDisjoint(with: [.coordinator, .contrast]) }
    // *erwog, Freedonien damit auszurüsten*
    guard let first = words.first, let last = words.last, scene.tokens[last].capital else { return nil }
    return scene.mentions.first { $0.range.lowerBound == first && $0.canBeSubject && $0.isName }
  }
}
