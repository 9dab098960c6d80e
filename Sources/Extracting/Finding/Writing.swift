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
    let several = discourse.several(mention, isTold: voice != nil)
    guard several.isEmpty else {
      for actor in several { write(issue, value, holder: actor, voice, at: place, trace, weight) }
      return
    }
    switch resolve(mention, voice) {
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
    let source = source(of: holder, outermost ?? voice)
    if holder.person == nil, case .actor(let teller)? = voice?.teller, teller.party == holder.party { holder.person = teller.person }
    var value = value
    let condition = value.stance == .supports ? self.condition(beside: [place, issue.range]) : nil
    if condition != nil { value.isConditional = true }
    let mode = mode(of: issue, voice, at: place)
    let said = value.isEarlier ? nil : said(at: place, by: holder, source, voice)
    var trace = trace + (voice?.runsOn == true ? [.speaksOn] : [])
    if let said { trace.append(.dated(dates.words(naming: said, in: scene.sentence).map(words))) }
    let isEarlier = value.isEarlier || isEarlier(at: place, issue.range, voice, said: said)
    if isEarlier { trace.append(.former) }
    findings.append(
      Finding(
        holder: holder, issue: issue.issue, stance: value.stance,
        source: source == .narrator && mode == .indirect ? .holder : source, mode: mode,
        earlier: isEarlier, condition: condition, said: said,
        trace: trace, weight: weight))
  }

  func source(of holder: Actor, _ voice: Voice?) -> Source {
    switch voice?.teller {
    case .actor(let teller)?:
      if teller.party == holder.party { return scene.isHearsay ? .unnamed : .holder }
      return .party(scene.lexicon.parties[teller.party])
    case .anonymous?: return .unnamed
    case .outsider?: return .unnamed
    case nil: return scene.isHearsay ? .unnamed : discourse.isRelease ? .holder : .narrator
    }
  }

  func mode(of issue: IssueMention, _ voice: Voice?, at place: Range<Int>) -> Mode {
    let quotes = scene.text.quotations
    if nest(at: place.lowerBound).contains(where: \.isAnswer) || quotes.membership[place.lowerBound] >= 0 { return .direct }
    // *spoke out against "one-sided sanctions"* quotes a word, not the stance.
    if let quote = quotes.quote(at: issue.range.lowerBound), scene.words(in: quote.content) > 3 || quote.content.contains(place.lowerBound) { return .direct }
    if let voice { return voice.isInside ? .paraphrase : .indirect }
    guard let home = scene.segment(of: issue.range.lowerBound), let there = scene.segment(of: place.lowerBound) else {
      return .paraphrase
    }
    if home != there, [.complement, .infinitive].contains(scene.segments[home].kind) { return .indirect }
    let opens = issue.says && place.upperBound <= issue.range.lowerBound && scene.classes(place.upperBound - 1).contains(.infinitive)
    return opens || gap(place, issue.range).contains { scene.classes($0).contains(.infinitive) } ? .indirect : .paraphrase
  }

  func condition(beside ranges: [Range<Int>]) -> Range<Int>? {
    let homes = ranges.compactMap { scene.segment(of: $0.lowerBound) }
    let isToCome = homes.contains { home in scene.segments[home].range.contains { scene.classes($0).contains(.future) } }
    func isNear(_ number: Int, _ home: Int) -> Bool {
      abs(home - number) <= 1 || abs(home - number) == 2 && (hasCue((home + number) / 2) || scene.words(in: scene.segments[(home + number) / 2].range) <= 2)
    }
    return scene.segments.indices.first { number in
      (scene.segments[number].kind == .condition || isToCome && scene.segments[number].kind == .temporal) && !homes.contains(number) && homes.contains { isNear(number, $0) }
    }.map { scene.segments[$0].range }
  }

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

  mutating func note(_ issue: IssueMention, _ reason: String) {
    notes.append((issue.issue, "“\(words(issue.matched))”: \(reason)"))
  }

  /// Of contradicting findings of one holder on one issue in one sentence the surer ones; none where neither is.
  static func reconciled(_ findings: [Finding], notes: inout [(issue: Int, reason: String)]) -> [Finding] {
    findings.filter { one in
      let rivals = findings.filter {
        $0.holder.party == one.holder.party && $0.issue == one.issue && $0.earlier == one.earlier && $0.source == one.source
          && $0.stance.side * one.stance.side < 0
      }
      let isSurer = rivals.allSatisfy { ($0.isBackground ? 0 : 1, $0.weight) < (one.isBackground ? 0 : 1, one.weight) }
      if !isSurer { notes.append((one.issue, "\(one.trace.map(\.text).joined(separator: ", ")); the sentence says the contrary too")) }
      return isSurer
    }
  }
}
