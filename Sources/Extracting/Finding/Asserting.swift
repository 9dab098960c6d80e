/// Stances by what is said or done, without a predicate.
extension Coder {
  /// What the issue's own words say or do, which the speaker or whoever acts in them wants.
  mutating func asserted(_ issue: IssueMention, in segment: Segment, _ chain: Chain) {
    let voice = voice(at: issue.range.lowerBound)
    var value = Value(against: issue.against)
    if issue.says, opensUntil(segment) { return awaited(issue, in: segment, by: []) }
    // *leaves, after which it would hold its fire*
    if issue.says, opensConsequence(segment) { value.isConditional = true }
    let negated = chain.isNegated(issue.range, besides: Set(issue.matched)) || chain.goesOnNegated(issue)
    if negated { value.flip() }
    let trace = [step(issue)] + (negated ? [.negated] : [])
    if let voice, isToldAlone(issue, in: segment, voice) {
      return emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    }
    if voice == nil, let questioned = discourse.questioned, !scene.hasVerb(in: scene.sentence), scene.words(in: scene.sentence) <= 12 {
      guard value.apply(questioned.predicate, negated: false) else { return }
      let answer = [step(issue), .answered(words(issue.range))]
      return write(issue, value, holder: questioned.actor, nil, at: issue.range, answer, 1)
    }
    guard issue.says || isDenial(issue, negated, segment, voice) else {
      return note(issue, "named, but nothing is said for or against it")
    }
    if let doubt = doubt(of: issue, in: segment, voice, negated: negated) { return note(issue, doubt) }
    let obliges = voice?.isDocument == true || obliges(segment, voice)
    let home = scene.segment(of: issue.range.lowerBound)
    let isNobody = home.map { scene.isNobodys(issue.range, $0) } ?? false
    let subject = isNobody ? home.flatMap(scene.seatOfNobody) : actor(of: issue, in: segment) ?? inheritedSubject(of: issue, voice)
    if subject == nil, issue.says, let concerned = concerned(after: issue.range) {
      emit(issue, value, by: concerned, at: issue.range, trace, weight: 1)
    } else if let subject, !obliges, resolve(subject, voice) != voice?.teller {
      for one in scene.joined(to: subject) { emit(issue, value, by: one, at: issue.range, trace + [.deed], weight: 1) }
    } else if voice != nil {
      emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    } else {
      note(issue, "the article says so in its own voice")
    }
  }

  /// Without a verb: *No summit for now*, *Zenda: Sanctions only if Freedonia joins in*, *Zenda's answer: tougher sanctions*.
  private func isToldAlone(_ issue: IssueMention, in segment: Segment, _ voice: Voice) -> Bool {
    if !issue.says, isBarelyDenied(issue) { return true }
    if !issue.says, voice.cue == nil, !voice.runsOn, segment.mark == .colon, !segment.hasVerb, let condition = condition(beside: [issue.range]),
      !condition.contains(where: { !scene.classes($0).isDisjoint(with: [.we, .firstPerson]) })
    {
      return true
    }
    return isNamedAlone(issue, in: voice)
  }

  /// Why what the issue's words say is not told as wanted; nil where it is.
  private func doubt(of issue: IssueMention, in segment: Segment, _ voice: Voice?, negated: Bool) -> String? {
    if issue.says, let doubt = doubtOfSaying(issue, in: segment, voice) { return doubt }
    let isToCome = segment.kind == .temporal && segment.range.contains { scene.classes($0).contains(.future) }
    if segment.kind == .hypothetical || isToCome || isWithinSupposed(segment) { return "it is only supposed" }
    if !negated, !issue.against, condition(beside: [issue.range]) == nil,
      let modal = segment.range.first(where: { !scene.classes($0).isDisjoint(with: [.potential, .obligation]) }),
      scene.classes(modal).contains(.potential), voice == nil || segment.kind != .main || !segment.range.contains(where: { scene.classes($0).contains(.one) })
    {
      return "it is only said to be possible"
    }
    return nil
  }

  /// The same, for words that are a stance by being said or done.
  private func doubtOfSaying(_ issue: IssueMention, in segment: Segment, _ voice: Voice?) -> String? {
    // *Dazu gehört, dass ...*: under a verb that no pattern knows.
    if segment.kind == .complement, voice == nil ? segment.range.lowerBound > scene.sentence.lowerBound : isFronted(segment) {
      return "it is not known what is said of it"
    }
    // *kam nicht dazu, zu unterschreiben*
    if voice == nil, scene.lexicon.pack.inverts, segment.kind == .infinitive, let number = scene.segment(of: segment.range.lowerBound), number > 0,
      scene.segments[number - 1].range.contains(where: { scene.classes($0).contains(.negation) })
    {
      return "it is not known what is said of it"
    }
    if isJudged(issue.range, besides: []) { return "it is not known what is said of it" }
    // *Wäre Kiew am Ende, hätte es den Donbass aufgegeben*
    if isUnrealised(issue.range, issue) || isLure(issue, in: segment) { return "it is only supposed" }
    if isBidden(issue, in: segment) { return "it is asked of another" }
    // *To freeze the line would be to forget ...*: weighed by a verb that no pattern knows.
    if isWeighed(issue.range, voice) || isCalled(issue, in: segment, voice) {
      return "named, but nothing is said for or against it"
    }
    return scene.isStrangers(segment, before: issue.range.upperBound) ? "it is not known who does it" : nil
  }

  /// Who acts in the clause of the issue's words, before them or within.
  private func actor(of issue: IssueMention, in segment: Segment) -> Mention? {
    // *Freedonia would be spared sanctions*: done to it.
    if scene.isPassive(issue.range) { return nil }
    // *und dreht ihnen den Hahn zu*: whoever did what stands before.
    if !scene.tokens[issue.range.lowerBound].capital, scene.elides(issue.range, in: segment) { return nil }
    let left = segment.range.lowerBound..<issue.range.lowerBound
    let before = scene.mentions.filter { left.contains($0.range.lowerBound) && $0.canBeSubject && !isPlural($0) }
    let opening = scene.mentions.first { mention in
      // Where subjects stand before verbs, a name further on in the phrase is its object: *sanction the Russians*.
      issue.range.overlaps(mention.range) && mention.canBeSubject && !isPlural(mention) && !isGroup(mention)
        && (scene.lexicon.pack.inverts || mention.range.lowerBound <= issue.range.lowerBound)
    }
    guard let acting = opening ?? (scene.lexicon.pack.inverts ? before.first : before.last { !$0.isObject } ?? before.last) else { return nil }
    return isCaused(acting) ? before.last { $0.range.upperBound <= acting.range.lowerBound } : acting
  }

  /// *a plan under which Kyiv would withdraw*: laid down by whoever wrote it, and not what Kyiv wants.
  mutating func provided(_ issue: IssueMention, in segment: Segment) {
    let paper = scene.mentions.last { $0.isDocument && $0.range.upperBound <= segment.range.lowerBound }
    let owner = scene.mentions.last { $0.isPossessor && $0.range.upperBound == paper?.range.lowerBound }
    guard let author = owner ?? paper, author.who != .document else { return note(issue, "it is not known whose plan it is") }
    emit(issue, Value(against: issue.against), by: author, at: issue.range, [step(issue)], weight: 1)
  }

  /// Laid down by a relative clause on a paper or a deal, with no predicate outside it.
  func isProvided(_ issue: IssueMention, in segment: Segment, by governors: [Governor]) -> Bool {
    issue.says && scene.laysDown(segment) && !opensConsequence(segment) && governors.allSatisfy { segment.range.contains($0.hit.range.lowerBound) }
  }

  /// *, after which*
  private func opensConsequence(_ segment: Segment) -> Bool {
    scene.laysDown(segment) && scene.classes(segment.range.lowerBound - 1).contains(.conjunctive)
  }

  /// Within an infinitive or a gerund that opens what is said, with the verb of the clause right behind.
  func isWeighed(_ words: Range<Int>, _ voice: Voice?) -> Bool {
    guard let last = scene.segment(of: words.lowerBound) else { return false }
    let segment = scene.segments[last]
    var number = last
    while number > 0, scene.segments[number].kind == .infinitive, scene.segments[number - 1].kind == .infinitive { number -= 1 }
    let first = scene.segments[number].range.lowerBound
    let opening = scene.classes(first).contains(.complementizer) ? first + 1 : first
    let finite: WordClasses = [.auxiliary, .passive, .future, .potential, .obligation]
    if namesFirst(last, before: words, voice, finite) { return true }
    guard [scene.sentence.lowerBound, voice?.content.first?.lowerBound].contains(first) else { return false }
    if !scene.lexicon.pack.inverts, scene.classes(opening).contains(.infinitive) || scene.isProgressive(opening) {
      if segment.range.upperBound > words.upperBound,
        (words.upperBound..<segment.range.upperBound).contains(where: { !scene.classes($0).isDisjoint(with: finite) })
      {
        return true
      }
      // *To freeze it, as they propose, does not suit us*
      if scene.segments[(last + 1)...].contains(where: {
        $0.mark == .comma
          && ($0.kind == .main && scene.goesOn($0)
            || $0.kind == .complement && scene.classes($0.range.lowerBound).contains(.demonstrative))
      }) {
        return true
      }
    }
    // *Städte zu räumen, die niemand erobert hat, das wird es nicht geben*
    guard segment.kind == .infinitive,
      let behind = scene.segments.indices.first(where: { $0 > last && scene.segments[$0].kind != .relative })
    else { return false }
    let next = scene.segments[behind]
    return [.main, .infinitive].contains(next.kind) && next.mark == .comma && !hasCue(behind)
  }

  /// *A peace that leaves the east to them is none*: within a clause on what opens the sentence, whose verb stands behind.
  private func namesFirst(_ number: Int, before words: Range<Int>, _ voice: Voice?, _ finite: WordClasses) -> Bool {
    let segment = scene.segments[number]
    guard !scene.lexicon.pack.inverts, segment.kind == .complement, segment.mark == nil, number > 0,
      words.upperBound < segment.range.upperBound
    else { return false }
    let name = scene.segments[number - 1].range
    return name.count <= 5 && scene.classes(name.lowerBound).contains(.a)
      && [scene.sentence.lowerBound, voice?.content.first?.lowerBound].contains(name.lowerBound)
      && !scene.hasVerb(in: name)
      && (words.upperBound..<segment.range.upperBound).contains { !scene.classes($0).isDisjoint(with: finite) }
  }

  /// *called freezing the line a dictated peace*: by a name that no pattern knows.
  private func isCalled(_ issue: IssueMention, in segment: Segment, _ voice: Voice?) -> Bool {
    guard let voice, let cue = voice.cue, voice.isInside, segment.range.contains(cue.lowerBound) else { return false }
    return scene.isProgressive(issue.range.lowerBound)
  }

  /// *called it odd to press for it*, *nannte es seltsam, darauf zu dringen*: by a word that no pattern knows.
  func isJudged(_ words: Range<Int>, besides governors: [Governor]) -> Bool {
    voices.contains { voice in
      guard voice.isInside, let cue = voice.cue, cue.upperBound < words.lowerBound, let home = scene.segment(of: cue.lowerBound) else { return false }
      guard let it = [cue.upperBound, cue.upperBound - 1, cue.upperBound - 2].first(where: { scene.classes($0).contains(.object) }) else { return false }
      let rest = (max(it + 1, cue.upperBound)..<scene.segments[home].range.upperBound).prefix {
        scene.classes($0).isDisjoint(with: [.infinitive, .complementizer])
      }
      guard let last = rest.last(where: { scene.tokens[$0].isWord }), last < words.lowerBound else { return false }
      let opens =
        scene.segments[home].range.contains(last + 1)
        ? !scene.classes(last + 1).isDisjoint(with: [.infinitive, .complementizer])
        : home + 1 < scene.segments.count && [.infinitive, .complement].contains(scene.segments[home + 1].kind)
      return opens && scene.classes(last).isEmpty && !governors.contains { $0.hit.range.contains(last) }
    }
  }

  /// *was told to hand it over*: what one is told to do.
  private func isBidden(_ issue: IssueMention, in segment: Segment) -> Bool {
    !scene.lexicon.pack.inverts && scene.hits.contains { hit in
      guard case .cue = scene.meaning(hit), hit.range.upperBound <= issue.range.lowerBound, scene.isPassive(hit.range) else { return false }
      return [hit.range.upperBound, segment.range.lowerBound].contains { $0 >= hit.range.upperBound && scene.classes($0).contains(.infinitive) }
    }
  }

  /// *Dass Kiew den Donbass räume, könne er sich nicht vorstellen*: before its main clause.
  private func isFronted(_ segment: Segment) -> Bool {
    guard segment.range.lowerBound == scene.sentence.lowerBound,
      let number = scene.segments.firstIndex(where: { $0.mark == .comma && $0.kind == .main && !scene.isAside($0) })
    else { return false }
    return scene.lexicon.pack.inverts && number > 0
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

  /// *would have Kyiv withdraw*, *best for the Ukrainians to withdraw*: it is not Kyiv that wants it.
  private func isCaused(_ mention: Mention) -> Bool {
    guard !scene.lexicon.pack.inverts else { return false }
    let before = (max(scene.sentence.lowerBound, mention.range.lowerBound - 2)..<mention.range.lowerBound).reversed()
      .drop { scene.classes($0).contains(.determiner) }.first
    guard let before else { return false }
    if before == mention.range.lowerBound - 1, !scene.classes(before).isDisjoint(with: [.indefinite, .perfect]) { return true }
    return scene.classes(before).contains(.concern) && !scene.classes(before).contains(.infinitive)
      && scene.classes(mention.range.upperBound).contains(.infinitive)
  }

  /// *Give them an inch, and they will come back*: only supposed.
  private func isLure(_ issue: IssueMention, in segment: Segment) -> Bool {
    guard let home = scene.segment(of: issue.range.lowerBound), segment.kind == .main,
      issue.range.lowerBound == segment.range.lowerBound,
      !scene.isParticiple(issue.range.lowerBound..<issue.range.lowerBound + 1)
    else { return false }
    return scene.segments[(home + 1)...].prefix(2).contains { next in
      next.kind == .coordinate && next.mark == .comma && next.range.contains { scene.classes($0).contains(.future) }
    }
  }

  /// *Zenda's answer: tougher sanctions*
  private func isNamedAlone(_ issue: IssueMention, in voice: Voice) -> Bool {
    guard isNoun(voice.cue), let content = voice.content.first, scene.tokens[content.lowerBound - 1].kind == .colon else { return false }
    return scene.words(in: content.lowerBound..<issue.range.lowerBound) <= 2
      && scene.words(in: issue.range.upperBound..<content.upperBound) == 0
      && !scene.hasVerb(in: content)
  }

  /// *No summit for now*: a denial without a verb.
  private func isBarelyDenied(_ issue: IssueMention) -> Bool {
    let before = max(scene.sentence.lowerBound, issue.range.lowerBound - 2)..<issue.range.lowerBound
    guard let number = scene.segment(of: issue.range.lowerBound), let no = before.first(where: { scene.classes($0).contains(.negation) }) else {
      return false
    }
    let segment = scene.segments[number].range
    return segment.filter { scene.tokens[$0].isWord }.prefix(2).contains(no)
      && !segment.contains { !scene.classes($0).isDisjoint(with: [.passive, .perfect, .future, .obligation]) }
  }

  /// *Zenda: No deal*: a label, and what it denies without a verb.
  private func isDenial(_ issue: IssueMention, _ negated: Bool, _ segment: Segment, _ voice: Voice?) -> Bool {
    guard negated, segment.mark == .colon, !segment.hasVerb, let voice, voice.cue == nil, !voice.runsOn else { return false }
    return (segment.range.lowerBound..<issue.range.lowerBound).contains { token in
      scene.classes(token).contains(.negation) && issue.range.lowerBound - token <= 2
    } && segment.range.upperBound - issue.range.upperBound <= 8
  }

  /// *they*, *it* may be anything: no subject to build on.
  func isPlural(_ mention: Mention) -> Bool {
    if case .pronoun(let classes) = mention.who { classes.contains(.they) } else { false }
  }

  /// *the two presidents*
  private func isGroup(_ mention: Mention) -> Bool {
    if case .group = mention.who { true } else { false }
  }

  /// The subject of the clause that the issue's words go on, where it is one who can be built on.
  private func inheritedSubject(of issue: IssueMention, _ voice: Voice?) -> Mention? {
    guard case .mention(let mention)? = scene.subject(of: issue.range), !isPlural(mention), !isCaused(mention) else { return nil }
    if let voice, !voice.covers(mention.range.lowerBound) { return nil }
    return mention
  }

  /// The party for which a teller speaks; nil for none, or where it is not told.
  func party(_ teller: Teller?) -> Int? {
    switch teller {
    case .actor(let actor)?: actor.party
    case .anonymous(let party)?: party
    default: nil
    }
  }

  /// Who a mention means here: within what is told, by its teller.
  func resolve(_ mention: Mention, _ voice: Voice?) -> Teller? {
    let start = voice?.content.first { $0.contains(mention.range.lowerBound) }?.lowerBound
    if let owner = owner(behind: mention) { return discourse.resolve(owner, in: scene.mentions, within: start == nil ? nil : voice?.teller, from: start ?? 0) }
    let meant = discourse.resolve(mention, in: start == nil ? scene.mentions : nearby(mention), within: start == nil ? nil : voice?.teller, from: start ?? 0)
    if start != nil, isOther(mention), party(meant) == party(voice?.teller) { return nil }
    return isQuotedThird(mention, of: voice) && meant == voice?.teller ? nil : meant
  }

  /// *Mit seiner Forderung kam Zenda nicht weit*: the subject behind the verb.
  private func owner(behind possessive: Mention) -> Mention? {
    guard scene.lexicon.pack.inverts, case .pronoun(let classes) = possessive.who, !classes.isDisjoint(with: [.possessive, .herPossessive, .theirPossessive]),
      let home = scene.segment(of: possessive.range.lowerBound), let first = scene.segments[home].range.first,
      !scene.classes(first).isDisjoint(with: [.preposition, .adjunct, .place]),
      possessive.range.lowerBound - first <= 2
    else { return nil }
    return scene.mentions.first {
      $0.range.lowerBound > possessive.range.lowerBound && $0.isName && $0.canBeSubject
        && scene.segments[home].range.contains($0.range.lowerBound)
    }
  }

  /// *"He is not considering it," said Zenda*: nobody speaks so of himself.
  private func isQuotedThird(_ mention: Mention, of voice: Voice?) -> Bool {
    guard case .pronoun(let classes) = mention.who, !classes.isDisjoint(with: [.he, .she]), !classes.contains(.they),
      case .actor(let teller)? = voice?.teller, teller.person != nil,
      let quote = scene.text.quotations.quote(at: mention.range.lowerBound)?.content
    else { return false }
    return scene.words(in: quote) >= 4 && !(voice?.cue.map { quote.contains($0.lowerBound) } ?? false)
  }

  /// *He wanted us out of it*: somebody else than those who say so.
  private func isOther(_ mention: Mention) -> Bool {
    guard case .pronoun(let classes) = mention.who, !classes.isDisjoint(with: [.he, .she]),
      let home = scene.segment(of: mention.range.lowerBound)
    else { return false }
    return scene.segments[home].range.contains { scene.classes($0).isSuperset(of: [.we, .objective]) }
  }

  /// *Falls Putin nicht einlenkt, werde er liefern, sagte Trump*: a pronoun of the main clause means nobody of a condition, nor
  /// of a relative clause (*told those whom Zenda had met that his country was for it*).
  private func nearby(_ mention: Mention) -> [Mention] {
    guard let home = scene.segment(of: mention.range.lowerBound) else { return scene.mentions }
    return scene.mentions.filter { other in
      guard let place = scene.segment(of: other.range.lowerBound), place != home else { return true }
      if scene.segments[place].kind == .relative { return place + 1 == scene.segments.count || scene.segments[place + 1].mark != .comma || place > home }
      return !scene.lexicon.pack.inverts || ![.condition, .temporal, .subordinate].contains(scene.segments[place].kind)
    }
  }
}
