import Model

/// Composes statements from what a sentence says of the issues.
///
/// The stance is what the predicates do to their object, times which way the phrase points, times negation and
/// condition; the holder is the subject of the outermost predicate, or whoever speaks.
struct Coder {
  /// A stance before it is written down.
  struct Finding {
    var holder: Actor
    var issue: Int
    var stance: Stance
    var source: Source
    var mode: Mode
    var earlier: Bool
    var condition: Range<Int>?
    var said: Day?
    var trace: [String]
    /// Told in a relative clause on the issue's phrase.
    var isBackground = false
    /// Answers a question, with the issue named by the question alone.
    var isAnswer = false
    /// Predicates that speak for it: more is surer.
    var weight: Int
  }

  let scene: Scene
  let voices: [Voice]
  let discourse: Discourse
  let dates: Dates
  var findings: [Finding] = []
  /// The issue that the sentence asks about.
  var asked: Int?
  var notes: [String] = []

  init(scene: Scene, voices: [Voice], discourse: Discourse, dates: Dates) {
    self.scene = scene
    self.voices = voices
    self.discourse = discourse
    self.dates = dates
  }

  mutating func code(_ issues: [IssueMention]) {
    for issue in issues { code(issue) }
    answered()
    findings = Coder.reconciled(findings, notes: &notes)
  }

  private mutating func code(_ issue: IssueMention) {
    guard let number = scene.segment(of: issue.range.lowerBound) else { return }
    if nest(at: issue.range.lowerBound).contains(where: \.isDenied) { return note(issue, "it was not said") }
    let segment = scene.segments[number]
    let chain = Chain(scene: scene)
    let governors = chain.governors(of: issue)
    if segment.kind == .condition, !governors.contains(where: { $0.predicate.does == .asks }) {
      conceded(issue, in: segment)
      return
    }
    if isDeniedOutside(number, governors) { return note(issue, "what it stands under is denied") }
    if scene.isQuestion {
      asked = issue.issue
      note(issue, "a question")
      return
    }
    if governors.contains(where: { $0.predicate.does == .asks }) {
      asked = issue.issue
      note(issue, "asked about")
    } else if governors.isEmpty {
      asserted(issue, in: segment, chain)
    } else {
      let (own, relative) = (governors.filter { !chain.isRelative($0, to: issue) }, governors.filter { chain.isRelative($0, to: issue) })
      if !own.isEmpty { composed(issue, own, chain) }
      let middle = findings.count
      if !relative.isEmpty { composed(issue, relative, chain) }
      for index in middle..<findings.count { findings[index].isBackground = true }
    }
  }

  /// *Nobody should count on it that ...*: a negation before a content clause, by none of the known predicates.
  private func isDeniedOutside(_ number: Int, _ governors: [Governor]) -> Bool {
    guard number > 0, scene.segments[number].kind == .complement else { return false }
    let before = scene.segments[number - 1].range
    if hasCue(number - 1) || governors.contains(where: { before.contains($0.hit.range.lowerBound) }) { return false }
    return before.contains { scene.classes($0).contains(.negation) }
  }

  /// *Asked about it, he said: "No, not really."*
  private mutating func answered() {
    guard let issue = asked ?? discourse.asked else { return }
    for hit in scene.hits {
      guard case .answer(let stance) = scene.meaning(hit), let voice = voice(at: hit.range.lowerBound), opens(hit.range, voice) else {
        continue
      }
      let value = Value(stance)
      let mention = IssueMention(range: hit.range, matched: hit.matched, issue: issue, against: false, says: true)
      let start = findings.count
      defer { for index in start..<findings.count { findings[index].isAnswer = true } }
      emit(mention, value, teller: voice, at: hit.range, ["asked about \(scene.lexicon.codebook.issues[issue].id)", "the answer is \(stance.rawValue)"], weight: 1)
    }
  }

  /// An answer stands where the quotation or the sentence begins, if after a word or two.
  private func opens(_ answer: Range<Int>, _ voice: Voice) -> Bool {
    let quote = scene.text.quotations.quote(at: answer.lowerBound)?.content.lowerBound
    return [quote, scene.sentence.lowerBound, voice.content.first?.lowerBound].contains { start in
      start.map { (0...3).contains(answer.lowerBound - $0) } ?? false
    }
  }

  // MARK: - With predicates

  private mutating func composed(_ issue: IssueMention, _ all: [Governor], _ chain: Chain) {
    // What weighs the thing needs somebody who weighs it: else it is the article's own word within another's stance.
    let weighed = all.filter {
      $0.predicate.holder != .speaker || (voice(at: $0.hit.range.lowerBound) ?? voice(at: issue.range.lowerBound)) != nil
        || concerned(after: $0.hit.range) != nil
    }
    let governors = weighed.isEmpty ? all : weighed
    var value = Value(against: issue.against)
    var trace = ["\(words(issue.range)): \(issue.against ? "against" : "for") \(issueID(issue))"]
    let said = Set(governors.flatMap(\.hit.matched) + issue.matched)
    var negated: Set<Int> = []
    // *erwägt kein Abkommen* negates the verb; where any word of its clause does, that is seen there.
    if issue.says ? chain.isNegated(issue.range, besides: said)
      : !scene.lexicon.pack.inverts && chain.isDirectlyNegated(issue.range, besides: said)
    {
      value.flip()
      negated.insert(scene.segment(of: issue.range.lowerBound) ?? -1)
      trace.append("negated")
    }
    for (index, governor) in governors.enumerated() {
      let place = scene.segment(of: governor.hit.range.lowerBound) ?? -1
      let outer = index + 1 < governors.count ? governors[index + 1] : nil
      let isNegated = !governor.isNoun && chain.isNegated(governor.hit.range, besides: said) && negated.insert(place).inserted
      guard value.apply(governor.predicate, negated: isNegated) else {
        note(issue, "\(words(governor.hit.range)), negated, says nothing")
        return
      }
      trace.append("\(words(governor.hit.range)): \(governor.predicate.does.rawValue)\(isNegated ? ", negated" : "")")
      if governor.isNoun {
        if let possessor = possessor(of: governor.hit.range), !isOwn(possessor, of: outer) {
          emit(issue, value, by: possessor, at: governor.hit.range, trace, weight: index + 1)
          if outer == nil { return }
        }
        if outer != nil { continue }
        // Where the subject may stand anywhere, an unknown verb may say the contrary.
        if scene.lexicon.pack.inverts, scene.segments[max(place, 0)].hasVerb == false, index == 0 {
          return note(issue, "it is not known whose \(words(governor.hit.range))")
        }
      }
      if passesOn(governor, to: outer) { continue }
      if place >= 0, scene.segments[place].kind == .hypothetical {
        asked = issue.issue
        return note(issue, "only supposed")
      }
      emit(issue, value, governor, trace, weight: index + 1)
      return
    }
  }

  /// *macht seine Zustimmung abhängig*, *gab ihren Widerstand auf*: what becomes of one's own stance is the stance.
  private func isOwn(_ possessor: Mention, of outer: Governor?) -> Bool {
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
    if outer.predicate.presses == true { return true }
    // *hailed it as a good step*
    if outer.predicate.holder == .speaker, outer.hit.range.lowerBound > governor.hit.range.lowerBound { return false }
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

  /// *die Weigerung, X anzunehmen*
  private func isWithin(_ inner: Governor, clauseOf noun: Governor) -> Bool {
    guard let place = scene.segment(of: inner.hit.range.lowerBound), let home = scene.segment(of: noun.hit.range.lowerBound) else { return false }
    return home < place && [.infinitive, .complement].contains(scene.segments[place].kind)
  }

  private mutating func emit(
    _ issue: IssueMention, _ value: Value, _ governor: Governor, _ trace: [String], weight: Int
  ) {
    let place = governor.hit.range
    let voice = voice(at: place.lowerBound) ?? voice(at: issue.range.lowerBound)
    switch governor.predicate.holder ?? .subject {
    case .speaker:
      if let concerned = concerned(after: place) {
        emit(issue, value, by: concerned, at: place, trace, weight: weight)
      } else {
        emit(issue, value, teller: voice, at: place, trace, weight: weight)
      }
    case .subject:
      switch scene.subject(of: place) {
      case .mention(let subject)? where isObliged(subject, place, voice):
        emit(issue, value, teller: voice, at: place, trace + ["it is asked of another"], weight: weight)
      case .mention(let subject)?:
        for one in scene.joined(to: subject) { emit(issue, value, by: one, at: place, trace, weight: weight) }
      case .unknown? where announces(governor, voice): emit(issue, value, teller: voice, at: place, trace, weight: weight)
      case .unknown?: note(issue, "it is not known who \(words(place))")
      case nil: emit(issue, value, teller: voice, at: place, trace, weight: weight)
      }
    }
  }

  /// *Moscow must accept it, he said*: what is asked of somebody is the stance of who asks.
  private func isObliged(_ subject: Mention, _ place: Range<Int>, _ voice: Voice?) -> Bool {
    guard let number = scene.segment(of: place.lowerBound),
      scene.segments[number].range.contains(where: { scene.classes($0).contains(.obligation) })
    else { return false }
    let isHearsay = scene.hits.contains { if case .hearsay = scene.meaning($0) { scene.segments[number].range.contains($0.range.lowerBound) } else { false } }
    guard !isHearsay else { return false }
    return party(resolve(subject, voice)) != party(voice?.teller)
  }

  /// *It will be adopted next week, she announced*: the speaker's side will, where nobody else is named.
  private func announces(_ governor: Governor, _ voice: Voice?) -> Bool {
    guard voice != nil, !scene.lexicon.pack.inverts, governor.predicate.does == .supports, governor.predicate.presses != true,
      scene.isPassive(governor.hit.range)
    else { return false }
    let before = max(scene.sentence.lowerBound, governor.hit.range.lowerBound - 3)..<governor.hit.range.lowerBound
    return before.contains { scene.classes($0).contains(.future) }
  }

  /// *a red line for Kyiv*.
  private func concerned(after place: Range<Int>) -> Mention? {
    guard let number = scene.segment(of: place.lowerBound) else { return nil }
    // *For Kyiv, ... is a red line*
    if number > 0, scene.classes(scene.sentence.lowerBound).contains(.concern), let first = scene.mentions.first,
      first.isOblique, first.range.lowerBound - scene.sentence.lowerBound <= 2
    {
      return first
    }
    return scene.mentions.first { mention in
      guard mention.isOblique, scene.segments[number].range.contains(mention.range.lowerBound) else { return false }
      // *Für Kiew ist das eine rote Linie*
      let leads = scene.segments[number].range.lowerBound..<mention.range.lowerBound
      if scene.lexicon.pack.inverts, (1...2).contains(leads.count), scene.classes(leads.lowerBound).contains(.concern) { return true }
      let between = gap(place, mention.range)
      return mention.range.lowerBound >= place.upperBound && mention.range.lowerBound - place.upperBound <= 3
        && between.contains { scene.classes($0).contains(.concern) }
        && (scene.lexicon.pack.inverts || between.allSatisfy { !scene.classes($0).isDisjoint(with: [.concern, .determiner]) })
    }
  }

  /// Whose demand: *Moscow's demand*, *die russische Forderung*, *die Forderung Moskaus*.
  private func possessor(of noun: Range<Int>) -> Mention? {
    if let before = scene.mentions.last(where: { $0.range.upperBound <= noun.lowerBound && noun.lowerBound - $0.range.upperBound <= 2 }),
      before.isPossessor
    {
      return before
    }
    if let after = scene.mentions.first(where: { $0.range.lowerBound >= noun.upperBound && $0.range.lowerBound - noun.upperBound <= 2 }),
      after.isPossessor || after.isOblique && isGenitiveArticle(after.range.lowerBound - 1) || after.isAgent
    {
      return after
    }
    return adjective(before: noun.lowerBound)
  }

  private func isGenitiveArticle(_ token: Int) -> Bool {
    token >= scene.sentence.lowerBound && !scene.classes(token).isDisjoint(with: [.oblique, .by])
      && scene.classes(token).contains(.determiner)
  }

  private func adjective(before noun: Int) -> Mention? {
    for hit in scene.hits where hit.range.upperBound <= noun && noun - hit.range.upperBound <= 1 {
      if case .adjective(let party) = scene.meaning(hit) {
        return Mention(range: hit.range, who: .actor(Actor(party: party, person: nil)), isPossessor: true)
      }
    }
    return nil
  }

  // MARK: - Without predicates

  private mutating func asserted(_ issue: IssueMention, in segment: Segment, _ chain: Chain) {
    let voice = voice(at: issue.range.lowerBound)
    var value = Value(against: issue.against)
    let negated = chain.isNegated(issue.range, besides: Set(issue.matched)) || chain.goesOnNegated(issue)
    if negated { value.flip() }
    var trace = ["\(words(issue.range)): \(issue.against ? "against" : "for") \(issueID(issue))"]
    if negated { trace.append("negated") }
    if !issue.says, voice != nil, isBarelyDenied(issue) {
      return emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    }
    guard issue.says || isDenial(issue, negated, segment, voice) else {
      return note(issue, "named, but nothing is said for or against it")
    }
    let isToCome = segment.kind == .temporal && segment.range.contains { scene.classes($0).contains(.future) }
    if segment.kind == .hypothetical || isToCome { return note(issue, "only supposed") }
    let left = segment.range.lowerBound..<issue.range.lowerBound
    let before = scene.mentions.filter { left.contains($0.range.lowerBound) && $0.canBeSubject && !isPlural($0) }
    let subject = scene.mentions.first { issue.range.overlaps($0.range) && $0.canBeSubject && !isPlural($0) }
      ?? (scene.lexicon.pack.inverts ? before.first : before.last)
    let obliges = segment.range.contains { scene.classes($0).contains(.obligation) }
    let inherited = subject ?? inheritedSubject(of: issue, voice)
    if let subject = inherited, !obliges, resolve(subject, voice) != voice?.teller {
      for one in scene.joined(to: subject) { emit(issue, value, by: one, at: issue.range, trace + ["it does so itself"], weight: 1) }
    } else if voice != nil {
      emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    } else {
      note(issue, "the article says so in its own voice")
    }
  }

  /// *No summit for now*: a denial without a verb.
  private func isBarelyDenied(_ issue: IssueMention) -> Bool {
    let before = max(scene.sentence.lowerBound, issue.range.lowerBound - 2)..<issue.range.lowerBound
    guard let number = scene.segment(of: issue.range.lowerBound), let no = before.first(where: { scene.classes($0).contains(.negation) }) else {
      return false
    }
    let segment = scene.segments[number].range
    return segment.filter { scene.tokens[$0].isWord }.prefix(2).contains(no) && !segment.contains { !scene.classes($0).isDisjoint(with: [.passive, .perfect, .future, .obligation]) }
  }

  /// *Zenda: No deal*: a label, and what it denies without a verb.
  private func isDenial(_ issue: IssueMention, _ negated: Bool, _ segment: Segment, _ voice: Voice?) -> Bool {
    guard negated, segment.mark == .colon, !segment.hasVerb, let voice, voice.cue == nil, !voice.runsOn else { return false }
    return (segment.range.lowerBound..<issue.range.lowerBound).contains { token in
      scene.classes(token).contains(.negation) && issue.range.lowerBound - token <= 2
    } && segment.range.upperBound - issue.range.upperBound <= 8
  }

  /// *they*, *it* may be anything: no subject to build on.
  private func isPlural(_ mention: Mention) -> Bool {
    if case .pronoun(let classes) = mention.who { classes.contains(.they) } else { false }
  }

  private func inheritedSubject(of issue: IssueMention, _ voice: Voice?) -> Mention? {
    guard case .mention(let mention)? = scene.subject(of: issue.range), !isPlural(mention) else { return nil }
    if let voice, !voice.covers(mention.range.lowerBound) { return nil }
    return mention
  }

  /// *A will stop if B withdraws*: A wants of B what the condition names.
  private mutating func conceded(_ issue: IssueMention, in segment: Segment) {
    guard issue.says else { return note(issue, "only a condition") }
    let voice = voice(at: issue.range.lowerBound)
    let inner = scene.mentions.first { segment.range.contains($0.range.lowerBound) && $0.canBeSubject }
    let outer = scene.mentions.first { mention in
      mention.canBeSubject && !segment.range.contains(mention.range.lowerBound)
        && (voice == nil || voice?.covers(mention.range.lowerBound) == true)
    }
    let innerTeller = inner.flatMap { resolve($0, voice) } ?? troops(in: segment.range)
    let outerTeller = outer.flatMap { resolve($0, voice) } ?? voice?.teller
    guard case .actor(let wanting)? = outerTeller, innerTeller != nil, party(innerTeller) != wanting.party else {
      return note(issue, "only a condition")
    }
    let value = Value(against: issue.against)
    let trace = ["\(words(issue.range)): the price that it names"]
    if let outer {
      emit(issue, value, by: outer, at: issue.range, trace, weight: 1)
    } else {
      emit(issue, value, teller: voice, at: issue.range, trace, weight: 1)
    }
  }

  /// *Ukrainian troops*: nobody who speaks, but of a known party.
  private func troops(in range: Range<Int>) -> Teller? {
    for hit in scene.hits where range.contains(hit.range.lowerBound) {
      if case .adjective(let party) = scene.meaning(hit) { return .actor(Actor(party: party, person: nil)) }
    }
    return nil
  }

  private func party(_ teller: Teller?) -> Int? {
    switch teller {
    case .actor(let actor)?: actor.party
    case .anonymous(let party)?: party
    default: nil
    }
  }

  private func resolve(_ mention: Mention, _ voice: Voice?) -> Teller? {
    let start = voice?.content.first { $0.contains(mention.range.lowerBound) }?.lowerBound
    return discourse.resolve(mention, in: scene.mentions, within: start == nil ? nil : voice?.teller, from: start ?? 0)
  }

  // MARK: - Writing down

  private mutating func emit(
    _ issue: IssueMention, _ value: Value, teller voice: Voice?, at place: Range<Int>, _ trace: [String], weight: Int
  ) {
    guard let voice else { return note(issue, "`\(words(place))` is the article's own weighing") }
    for teller in [voice.teller] + voice.others {
      var voice = voice
      voice.teller = teller
      switch teller {
      case .actor(let actor): write(issue, value, holder: actor, voice, at: place, trace, weight)
      case .anonymous(let party?): write(issue, value, holder: Actor(party: party, person: nil), voice, at: place, trace, weight)
      case .anonymous: note(issue, "an unnamed source of no known party says so")
      case .outsider: note(issue, "whoever says so speaks for no party of the codebook")
      }
    }
  }

  private mutating func emit(
    _ issue: IssueMention, _ value: Value, by mention: Mention, at place: Range<Int>, _ trace: [String], weight: Int
  ) {
    let voice = voice(at: mention.range.lowerBound) ?? voice(at: place.lowerBound)
    switch resolve(mention, voice) {
    case .actor(let actor)?: write(issue, value, holder: actor, voice, at: place, trace, weight)
    case .anonymous(let party?)?:
      let teller = Voice(teller: .anonymous(party: party), content: [])
      write(issue, value, holder: Actor(party: party, person: nil), teller, at: place, trace, weight)
    case .anonymous?: note(issue, "\(words(mention.range)) are of no known party")
    case .outsider?: note(issue, "\(words(mention.range)) speaks for no party of the codebook")
    case nil: note(issue, "who \(words(mention.range)) is stays open")
    }
  }

  private mutating func write(
    _ issue: IssueMention, _ value: Value, holder: Actor, _ voice: Voice?, at place: Range<Int>, _ trace: [String],
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
    let said = value.isEarlier ? nil : said(at: place, voice)
    findings.append(
      Finding(
        holder: holder, issue: issue.issue, stance: value.stance,
        source: source == .narrator && mode == .indirect ? .holder : source, mode: mode,
        earlier: value.isEarlier || isEarlier(at: place, issue.range, voice, said: said), condition: condition, said: said,
        trace: trace, weight: weight))
  }

  private func source(of holder: Actor, _ voice: Voice?) -> Source {
    let isHearsay = scene.hits.contains { if case .hearsay = scene.meaning($0) { true } else { false } }
    switch voice?.teller {
    case .actor(let teller)?:
      if teller.party == holder.party { return isHearsay ? .unnamed : .holder }
      return .party(scene.lexicon.parties[teller.party])
    case .anonymous?: return .unnamed
    case .outsider?: return .unnamed
    case nil: return isHearsay ? .unnamed : .narrator
    }
  }

  private func mode(of issue: IssueMention, _ voice: Voice?, at place: Range<Int>) -> Mode {
    let quotes = scene.text.quotations
    if voice?.isAnswer == true || quotes.membership[place.lowerBound] >= 0 { return .direct }
    // *spoke out against "one-sided sanctions"* quotes a word, not the stance.
    if let quote = quotes.quote(at: issue.range.lowerBound), scene.words(in: quote.content) > 3 || quote.content.contains(place.lowerBound) { return .direct }
    if let voice { return voice.isInside ? .paraphrase : .indirect }
    guard let home = scene.segment(of: issue.range.lowerBound), let there = scene.segment(of: place.lowerBound) else {
      return .paraphrase
    }
    if home != there, [.complement, .infinitive].contains(scene.segments[home].kind) { return .indirect }
    return gap(place, issue.range).contains { scene.classes($0).contains(.infinitive) } ? .indirect : .paraphrase
  }

  private func condition(beside ranges: [Range<Int>]) -> Range<Int>? {
    let homes = ranges.compactMap { scene.segment(of: $0.lowerBound) }
    let isToCome = homes.contains { home in scene.segments[home].range.contains { scene.classes($0).contains(.future) } }
    func isNear(_ number: Int, _ home: Int) -> Bool {
      abs(home - number) <= 1 || abs(home - number) == 2 && (hasCue((home + number) / 2) || scene.words(in: scene.segments[(home + number) / 2].range) <= 2)
    }
    return scene.segments.indices.first { number in
      (scene.segments[number].kind == .condition || isToCome && scene.segments[number].kind == .temporal) && !homes.contains(number) && homes.contains { isNear(number, $0) }
    }.map { scene.segments[$0].range }
  }

  private func hasCue(_ number: Int) -> Bool {
    voices.contains { voice in voice.cue.map { scene.segments[number].range.contains($0.lowerBound) } ?? false }
  }

  private func said(at place: Range<Int>, _ voice: Voice?) -> Day? {
    if let home = scene.segment(of: place.lowerBound), voice.map({ !$0.covers(place.lowerBound) }) ?? true,
      let day = dates.day(in: scene.segments[home].range)
    {
      return day
    }
    if let voice {
      if let cue = voice.cue, let home = scene.segment(of: cue.lowerBound), home > 0, scene.segments[home].kind == .subordinate {
        return dates.day(in: scene.segments[home].range)
      }
      for segment in scene.segments
      where !voice.covers(segment.range.lowerBound) || voice.cue.map({ segment.range.contains($0.lowerBound) }) ?? false {
        if let day = dates.day(in: segment.range) { return day }
      }
      return sameDay() ?? discourse.present ?? discourse.spoken(by: voice.teller)
        ?? discourse.recentDay(of: voice.teller)
    }
    for segment in scene.segments where ![.relative, .subordinate, .condition, .temporal].contains(segment.kind) {
      if let day = dates.day(in: segment.range) { return day }
    }
    return sameDay() ?? discourse.present ?? runningReport(place)
  }

  /// Told of whoever just spoke, by a pronoun: of the same day.
  private func runningReport(_ place: Range<Int>) -> Day? {
    guard case .mention(let mention)? = scene.subject(of: place), case .pronoun = mention.who,
      let teller = resolve(mention, nil), teller == discourse.speaker
    else { return nil }
    return discourse.spoken(by: teller)
  }

  /// *the same day*: the day named last.
  private func sameDay() -> Day? {
    let isSame = scene.hits.contains { if case .sameDay = scene.meaning($0) { true } else { false } }
    return isSame ? discourse.day : nil
  }

  /// *had demanded*, *hatte ... gefordert*.
  private func isPluperfect(_ verb: Range<Int>) -> Bool {
    guard let number = scene.segment(of: verb.lowerBound) else { return false }
    let segment = scene.segments[number].range
    // In a main clause it is but the past of a past tense, unless *but* follows.
    if scene.lexicon.pack.inverts {
      let isBackground = scene.segments[number].kind == .relative
        || scene.isParticiple(verb) && ((segment.upperBound)..<scene.sentence.upperBound).contains { scene.classes($0).contains(.contrast) }
      return isBackground && segment.contains { scene.classes($0).contains(.perfect) }
    }
    let window = max(segment.lowerBound, verb.lowerBound - 4)..<verb.lowerBound
    return scene.isParticiple(verb) && window.contains { scene.classes($0).contains(.perfect) }
  }

  private func isEarlier(at place: Range<Int>, _ issue: Range<Int>, _ voice: Voice?, said: Day?) -> Bool {
    if let teller = voice?.teller, teller == discourse.lookingBack { return true }
    let homes = Set([place, issue].compactMap { scene.segment(of: $0.lowerBound) })
    for hit in scene.hits {
      guard case .earlier = scene.meaning(hit), let number = scene.segment(of: hit.range.lowerBound) else { continue }
      if homes.contains(number) || hit.range.lowerBound - scene.sentence.lowerBound <= 3 { return true }
      // *Until recently, ...*
      if number == 0, !scene.segments[0].hasVerb, homes.contains(1) { return true }
    }
    // *He said she had refused* is told of what was near when he said it.
    let isTold = voice.map { $0.cue != nil && $0.covers(place.lowerBound) } ?? false
    let isRetold = voice?.cue.map { cue in voices.contains { $0.cue != nil && $0.cue != cue && $0.covers(cue.lowerBound) } } ?? false
    guard (isRetold ? [] : isTold ? [voice?.cue] : [place, voice?.cue]).contains(where: { $0.map(isPluperfect) ?? false }), let published = dates.published else { return false }
    return said.map { published - $0 > 4 } ?? true
  }

  /// The innermost voice that covers a token.
  private func voice(at token: Int) -> Voice? {
    nest(at: token).last
  }

  /// The voices that cover a token, outermost first: one is within another that covers its cue.
  private func nest(at token: Int) -> [Voice] {
    let covering = voices.filter { $0.covers(token) }
    func depth(_ voice: Voice) -> Int {
      guard let cue = voice.cue ?? voice.source else { return 0 }
      return covering.count { $0.cue != voice.cue && $0.covers(cue.lowerBound) }
    }
    return covering.enumerated().sorted { (depth($0.element), $0.offset) < (depth($1.element), $1.offset) }.map(\.element)
  }

  private func words(_ range: Range<Int>) -> String {
    range.map { scene.lexicon.words[scene.tokens[$0].word].raw }.joined(separator: " ")
  }

  private func issueID(_ issue: IssueMention) -> String {
    scene.lexicon.codebook.issues[issue.issue].id
  }

  private mutating func note(_ issue: IssueMention, _ reason: String) {
    notes.append("\(issueID(issue)), \(words(issue.range)): \(reason)")
  }

  /// Of contradicting findings of one holder on one issue in one sentence the surer ones; none where neither is.
  private static func reconciled(_ findings: [Finding], notes: inout [String]) -> [Finding] {
    findings.filter { one in
      let rivals = findings.filter {
        $0.holder.party == one.holder.party && $0.issue == one.issue && $0.earlier == one.earlier && $0.source == one.source
          && $0.stance.side * one.stance.side < 0
      }
      let isSurer = rivals.allSatisfy { $0.weight < one.weight }
      if !isSurer { notes.append("\(one.trace.joined(separator: ", ")): the sentence says the contrary too") }
      return isSurer
    }
  }
}

/// A stance while it is being composed.
struct Value {
  private var sign: Int
  private var isOpen = false
  var isConditional = false
  var isEarlier = false

  init(against: Bool) {
    sign = against ? -1 : 1
  }

  init(_ stance: Stance) {
    sign = stance.side < 0 ? -1 : 1
    isOpen = stance == .undecided
    isConditional = stance == .conditional
  }

  mutating func flip() {
    sign = -sign
  }

  /// False where the predicate, negated, leaves no stance.
  mutating func apply(_ predicate: Pack.Predicate, negated: Bool) -> Bool {
    var effect = predicate.does
    var flips = negated
    if negated, let instead = predicate.negated {
      guard let other = Pack.Predicate.Effect(rawValue: instead) else { return false }
      effect = other
      flips = false
    }
    switch effect {
    case .supports: break
    case .opposes: flip()
    case .undecided: isOpen = true
    case .conditional: isConditional = true
    case .drops: isEarlier = true
    case .asks: return false
    }
    if flips { flip() }
    return true
  }

  var stance: Stance {
    if isOpen { return .undecided }
    if sign < 0 { return .opposes }
    return isConditional ? .conditional : .supports
  }
}
