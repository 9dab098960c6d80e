import Model

/// A finding written down: source, mode, condition, and who speaks at a place.
extension Coder {
  mutating func emit(
    _ issue: IssueMention, _ value: Value, teller voice: Voice?, at place: Range<Int>, _ trace: [Step], weight: Int
  ) {
    guard let voice else { return note(issue, "“\(words(place))” is the article's own weighing") }
    for teller in [voice.teller] + voice.others {
      var voice = voice
      voice.teller = teller
      switch teller {
      case .actor(let actor): write(issue, value, holder: actor, voice, at: place, trace, weight)
      case .anonymous(let party?): write(issue, value, holder: Actor(party: party, person: nil), voice, at: place, trace, weight)
      case .anonymous: note(issue, "an unnamed source says so, of no party that is named")
      case .outsider: note(issue, "whoever says so speaks for no party")
      }
    }
  }

  mutating func emit(
    _ issue: IssueMention, _ value: Value, by mention: Mention, at place: Range<Int>, _ trace: [Step], weight: Int
  ) {
    let voice = voice(at: mention.range.lowerBound) ?? voice(at: place.lowerBound)
    var (value, trace) = (value, trace)
    if mention.isExcepted {
      value.flip()
      trace.append(.negated)
    }
    var several = discourse.several(mention, isTold: voice != nil)
    // *"We demand it," they wrote*
    if case .pronoun(let classes) = mention.who, let voice, !voice.others.isEmpty, !classes.isDisjoint(with: [.we, .ourPossessive]) {
      several = ([voice.teller] + voice.others).compactMap { if case .actor(let actor) = $0 { actor } else { nil } }
    }
    if scene.names(oneOf: several, beside: mention) { return note(issue, "it stays open who “\(words(mention.range))” is") }
    guard several.isEmpty else {
      for actor in several { write(issue, value, holder: actor, voice, at: place, trace, weight) }
      return
    }
    switch resolve(mention, voice) {
    case .actor(let actor)? where mention.isOffice && scene.names(oneOf: [actor], beside: mention):
      note(issue, "it stays open who “\(words(mention.range))” is")
    case .actor(let actor)?: write(issue, value, holder: actor, voice, at: place, trace + meant(by: mention, actor), weight)
    case .anonymous(let party?)?:
      let teller = Voice(teller: .anonymous(party: party), content: [])
      write(issue, value, holder: Actor(party: party, person: nil), teller, at: place, trace, weight)
    case .anonymous?: note(issue, "“\(words(mention.range))” are of no party that is named")
    case .outsider?: note(issue, "“\(words(mention.range))” speaks for no party")
    case nil: note(issue, "it stays open who “\(words(mention.range))” is")
    }
  }

  mutating func write(
    _ issue: IssueMention, _ value: Value, holder: Actor, _ voice: Voice?, at place: Range<Int>, _ trace: [Step],
    _ weight: Int
  ) {
    if case .outsider? = voice?.teller { return note(issue, "told by somebody who speaks for no party") }
    var holder = holder
    let outermost = voice.flatMap { voice in
      nest(at: voice.cue?.lowerBound ?? place.lowerBound).first { $0.cue != voice.cue }
    }
    if case .outsider? = outermost?.teller { return note(issue, "told by somebody who speaks for no party") }
    if let successor = value.successor { write(issue, successor, holder: holder, voice, at: place, trace, weight) }
    let source = source(of: holder, outermost ?? voice)
    if holder.person == nil, case .actor(let teller)? = voice?.teller, teller.party == holder.party { holder.person = teller.person }
    var value = value
    // *If they refuse, he may send them*
    let isPrice = trace.contains { if case .price = $0 { true } else { false } }
    // *They will be lifted only if Zenda signs*
    if issue.against, value.stance == .opposes, !value.isEarlier, condition(beside: [place, issue.range]) != nil {
      return note(issue, "it would be given up on a condition")
    }
    let condition =
      !issue.isAnswer && !isPrice && (value.stance == .supports || value.stance == .undecided && issue.says)
      ? self.condition(beside: [place, issue.range]) ?? lack(beside: place, of: issue) : nil
    // *will not give it up until there is a deal*: a refusal.
    if condition != nil && !issue.against || !isPrice && value.stance == .supports && isExchanged(at: place) { value.isConditional = true }
    let mode = mode(of: issue, voice, at: place, source: source)
    if source == .narrator, mode == .direct { return note(issue, "it is not known whose words are quoted") }
    let said = value.isEarlier ? nil : said(at: place, by: holder, source, voice)
    var trace = trace + (voice?.runsOn == true ? [.speaksOn] : [])
    if let said { trace.append(.dated(dates.words(naming: said, in: scene.sentence).map(words))) }
    let isEarlier = value.isEarlier || !value.isNew && isEarlier(at: place, issue.range, voice, said: said)
    if isEarlier { trace.append(.former) }
    findings.append(
      Finding(
        holder: holder, issue: issue.issue, stance: value.stance,
        source: source == .narrator && mode == .indirect ? .holder : source, mode: mode,
        earlier: isEarlier, condition: condition, said: said,
        trace: trace, weight: weight, isNow: isNow(at: place),
        hasLasted: scene.segment(of: place.lowerBound).map { isIndefinite(scene.segments[$0].range) } ?? false))
  }

  /// Who tells the holder's stance.
  func source(of holder: Actor, _ voice: Voice?) -> Source {
    let others = voice?.others ?? []
    if others.contains(where: { party($0) == holder.party }) { return .holder }
    switch voice?.teller {
    case .actor(let teller)?:
      if teller.party == holder.party { return scene.isHearsay && voice?.isDocument != true ? .unnamed : .holder }
      return .party(scene.lexicon.parties[teller.party])
    case .anonymous?, .outsider?: return .unnamed
    case nil: return scene.isHearsay ? .unnamed : discourse.isRelease ? .holder : .narrator
    }
  }

  /// Direct where the words that tell are quoted; indirect where a clause or an infinitive tells it; else a summary.
  func mode(of issue: IssueMention, _ voice: Voice?, at place: Range<Int>, source: Source) -> Mode {
    if nest(at: place.lowerBound).contains(where: \.isAnswer) || isQuoted(issue, at: place, voice) { return .direct }
    // A pattern may begin with the comma behind its object.
    guard let home = scene.segment(of: issue.range.lowerBound), let there = scene.segment(of: place.first { scene.tokens[$0].isWord } ?? place.lowerBound)
    else { return .paraphrase }
    if isNoun(place), voice.map({ !$0.covers(place.lowerBound) || source != .holder }) ?? true { return .paraphrase }
    if let voice { return voice.isInside && scene.segments[there].kind != .complement ? .paraphrase : .indirect }
    if source == .unnamed || home != there && [.complement, .infinitive].contains(scene.segments[home].kind) { return .indirect }
    // *wants the bill to be sent*, *wants it to take place*
    let end = min(max(place.upperBound, issue.range.upperBound) + 1, max(scene.segments[home].range.upperBound, scene.segments[there].range.upperBound))
    let reach =
      (scene.lexicon.pack.inverts || issue.range.lowerBound < place.lowerBound
      ? gap(place, issue.range) : place.lowerBound..<end).filter { !issue.matched.contains($0) }
    if [home, there].contains(where: { endsInWish(scene.segments[$0]) }) { return .indirect }
    let opens = issue.says && place.upperBound <= issue.range.lowerBound && opensInfinitive(place.upperBound - 1)
    return opens || reach.contains(where: opensInfinitive) ? .indirect : .paraphrase
  }

  /// *Zenda will das Abkommen verschieben*
  private func endsInWish(_ segment: Segment) -> Bool {
    guard let plural = scene.lexicon.pack.plural, segment.range.contains(where: { scene.classes($0).contains(.will) }),
      let last = segment.range.last(where: { scene.tokens[$0].isWord }), !scene.tokens[last].capital, !scene.classes(last).contains(.will)
    else { return false }
    return scene.lexicon.words[scene.tokens[last].word].folded.hasSuffix(plural) && !scene.isParticiple(last..<last + 1)
  }

  /// *called it "a mistake"* quotes what is said of the thing; *against "one-sided sanctions"* quotes but the thing.
  private func isQuoted(_ issue: IssueMention, at place: Range<Int>, _ voice: Voice?) -> Bool {
    let quotations = scene.text.quotations
    if quotations.membership[place.lowerBound] >= 0 { return true }
    if let quote = quotations.quote(at: issue.range.lowerBound) { return scene.words(in: quote.content) > 3 || quote.content.contains(place.lowerBound) }
    guard let voice, let home = scene.segment(of: issue.range.lowerBound) else { return false }
    let clauses = scene.segments[home...min(home + 1, scene.segments.count - 1)]
    return quotations.quotes.contains { quote in
      let words = quote.content
      guard scene.words(in: words) >= 2, words.lowerBound - 2 >= scene.sentence.lowerBound, words.lowerBound >= issue.range.upperBound,
        voice.covers(words.lowerBound),
        clauses.contains(where: {
          $0.range.contains(words.lowerBound) && $0.mark != .semicolon && ![.relative, .subordinate].contains($0.kind)
        })
      else { return false }
      return [words.lowerBound - 2, words.lowerBound].allSatisfy { !scene.classes($0).contains(.preposition) }
        && !scene.classes(words.lowerBound - 2).contains(.determiner)
    }
  }

  /// *Moscow's demand*
  private func isNoun(_ place: Range<Int>) -> Bool {
    let predicates = scene.hits.filter { $0.range == place }.compactMap(scene.predicate)
    return !predicates.isEmpty && predicates.allSatisfy { $0.noun == true } && scene.possessor(of: place) != nil
  }

  /// Before an article or a name it opens none: *warmed to the idea*.
  private func opensInfinitive(_ token: Int) -> Bool {
    guard scene.classes(token).contains(.infinitive) else { return false }
    guard !scene.lexicon.pack.inverts, token + 1 < scene.sentence.upperBound else { return true }
    return scene.classes(token + 1).isDisjoint(with: [
      .determiner, .possessive, .herPossessive, .theirPossessive, .ourPossessive, .still, .adverb,
    ]) && !scene.tokens[token + 1].capital
  }

  /// The condition that bears on the words at `ranges`.
  func condition(beside ranges: [Range<Int>]) -> Range<Int>? {
    let homes = ranges.compactMap { scene.segment(of: $0.lowerBound) }
    let isToCome = homes.contains { home in scene.segments[home].range.contains { scene.classes($0).contains(.future) } }
    func isNear(_ number: Int, _ home: Int) -> Bool {
      (min(home, number) + 1..<max(home, number, min(home, number) + 1)).allSatisfy { between in
        let segment = scene.segments[between]
        // *If it is prepared, it can help and should take place*, *If Zenda agrees, in that spirit, they can meet*
        let isFirst =
          number < home && between == home - 1 && segment.kind == .main && scene.segments[home].kind == .coordinate
          && scene.segments[home].mark == nil && !scene.segments[home].contrasts
        let isPhrase = !segment.hasVerb && segment.mark == .comma && scene.classes(segment.range.lowerBound).contains(.preposition)
        return isFirst || isPhrase || hasCue(between) || scene.words(in: segment.range) <= 2 || segment.kind == .coordinate && !segment.hasVerb
      } && abs(home - number) <= (homes.contains { scene.segments.indices.contains($0 + 1) && hasCue($0 + 1) } ? 3 : 2)
    }
    return scene.segments.indices.first { number in
      (scene.segments[number].kind == .condition || isToCome && scene.segments[number].kind == .temporal)
        && !scene.classes(scene.segments[number].range.lowerBound - 1).contains(.concessive)
        && !isDated(number) && !homes.contains(number) && !isAsked(number) && !isOfClauseBefore(number, homes)
        && !isOfClauseBehind(number, homes)
        && homes.contains { isNear(number, $0) }
    }.map { scene.segments[$0].range }
  }

  /// *when they meet on Friday*, *wenn sie sich am Freitag treffen*: a time, and no condition.
  private func isDated(_ number: Int) -> Bool {
    let clause = scene.segments[number].range
    return (scene.segments[number].kind == .temporal || scene.lexicon.pack.inverts) && dates.day(in: clause) != nil
      && !clause.contains { scene.classes($0).contains(.negation) }
      && scene.classes(clause.lowerBound).isDisjoint(with: [.until, .lasting])
  }

  /// *Berlin will help if there is peace, and it demands a deal*: a condition of the clause before it alone.
  private func isOfClauseBefore(_ condition: Int, _ homes: [Int]) -> Bool {
    condition > 0 && scene.segments[..<condition].contains { $0.kind == .main && scene.hasVerb(in: $0.range) } && homes.allSatisfy { home in
      home > condition && (condition + 1...home).contains { opensSentence(scene.segments[$0]) }
    }
  }

  /// *Berlin demands a deal, and if there is none, it will help*: a condition of the clause behind it alone.
  private func isOfClauseBehind(_ condition: Int, _ homes: [Int]) -> Bool {
    let segment = scene.segments[condition]
    let opens = [segment.range.lowerBound, segment.range.lowerBound - 1].contains { scene.classes($0).contains(.coordinator) }
    guard opens, condition + 1 < scene.segments.count, homes.allSatisfy({ $0 < condition }) else { return false }
    return scene.segments[condition + 1].kind == .main && scene.hasVerb(in: scene.segments[condition + 1].range)
  }

  /// *, and it demands a deal*
  private func opensSentence(_ segment: Segment) -> Bool {
    guard segment.kind == .coordinate, segment.mark == .comma else { return false }
    return Chain(scene: scene).hasSubject(segment)
      || segment.range.dropFirst().first.map { !scene.classes($0).isDisjoint(with: [.object, .inanimate, .they]) }
        ?? false
  }

  /// *In return he would sign*
  private func isExchanged(at place: Range<Int>) -> Bool {
    guard let home = scene.segment(of: place.lowerBound),
      !scene.segments[home].range.contains(where: { scene.classes($0).contains(.obligation) })
    else { return false }
    return scene.hits.contains { hit in
      // *in return for a withdrawal*
      let next = hit.range.upperBound
      if next < scene.sentence.upperBound, !scene.classes(next).isDisjoint(with: [.preposition, .concern]) { return false }
      return if case .exchange = scene.meaning(hit) {
        scene.segments[home].range.contains(hit.range.lowerBound) || isRightBefore(hit.range, home)
      } else { false }
    }
  }

  /// *In exchange, one of them said, he would sign*
  private func isRightBefore(_ phrase: Range<Int>, _ home: Int) -> Bool {
    guard let place = scene.segment(of: phrase.lowerBound), place < home else { return false }
    return !scene.segments[place].hasVerb && scene.segments[(place + 1)..<home].allSatisfy(scene.isAside)
  }

  /// *Asked if he would, ...*
  private func isAsked(_ number: Int) -> Bool {
    scene.hits.contains { hit in
      hit.range.upperBound - 1 == scene.segments[number].range.lowerBound && scene.predicate(of: hit)?.does == .asks
    }
  }

  /// Whether a segment holds the cue of a voice.
  func hasCue(_ number: Int) -> Bool {
    voices.contains { voice in voice.cue.map { scene.segments[number].range.contains($0.lowerBound) } ?? false }
  }

  /// The innermost voice that covers a token.
  func voice(at token: Int) -> Voice? {
    nest(at: token).last
  }

  /// The voices that cover a token, outermost first: one is within another that covers its cue.
  func nest(at token: Int) -> [Voice] {
    let covering = voices.filter { $0.covers(token) }
    func depth(_ voice: Voice) -> Int {
      guard let cue = voice.cue ?? voice.source else { return 0 }
      return covering.count { $0.cue != voice.cue && $0.covers(cue.lowerBound) }
    }
    return covering.enumerated().sorted { (depth($0.element), $0.offset) < (depth($1.element), $1.offset) }.map(\.element)
  }

  func words(_ tokens: some Sequence<Int>) -> String {
    scene.text.verbatim(tokens)
  }

  func step(_ issue: IssueMention) -> Step {
    issue.isTakenUp ? .takenUp(words(issue.range)) : .named(words(issue.matched), against: issue.against, says: issue.says)
  }

  /// Nothing to say where the teller says *we*.
  func meant(by mention: Mention, _ actor: Actor) -> [Step] {
    switch mention.who {
    case .pronoun(let classes) where classes.isDisjoint(with: [.we, .firstPerson, .ourPossessive]): break
    case .office: break
    default: return []
    }
    let who = scene.lexicon.codebook.title(of: actor.person ?? scene.lexicon.parties[actor.party])
    return [.meant(words(mention.range), who)]
  }

  /// Keeps why an issue that was seen is not counted.
  mutating func note(_ issue: IssueMention, _ reason: String) {
    notes.append((issue.issue, "“\(words(issue.matched))”: \(reason)"))
  }
}
