/// Who does what: the subjects of a sentence, found by the order of words and by segments.
extension Scene {
  /// The mention that is the subject of the verb at `verb`; `.unknown` where a subject stands there that is nobody known.
  enum Subject {
    case mention(Mention)
    case unknown
  }

  /// Who does what the verb tells; nil where nobody stands there.
  func subject(of verb: Range<Int>) -> Subject? {
    guard let number = segment(of: verb.lowerBound) else { return nil }
    let segment = segments[number]
    if isPassive(verb) {
      let reach = lexicon.pack.inverts ? segment.range : verb.upperBound..<segment.range.upperBound
      return mentions.first { $0.isAgent && reach.contains($0.range.lowerBound) && !isOfThing($0) }.map { .mention($0) } ?? .unknown
    }
    if let agent = attributing(verb) { return .mention(agent) }
    if let before = parted(number) { return before }
    let left = segment.range.lowerBound..<verb.lowerBound
    if let excepted = mentions.first(where: { $0.isExcepted && left.contains($0.range.lowerBound) }) { return .mention(excepted) }
    if isNobodys(verb, number) { return seatOfNobody(number).map { .mention($0) } }
    let subjects = mentions.filter { left.contains($0.range.lowerBound) && $0.canBeSubject && !isNominal($0, in: left) }
    if isMeans(verb), let mention = subjects.first { return .mention(mention) }
    // Objects too stand before a verb that closes its clause.
    if let mention = lexicon.pack.inverts ? subjects.first : subjects.last { return .mention(mention) }
    if let before = namedAs(verb, number) ?? antecedent(of: verb, in: segment) ?? apposed(to: verb, number) { return before }
    switch inverted(after: verb, in: segment) {
    case .mention(let mention)?: return .mention(mention)
    case .unknown?: return interrupted(at: verb, number).map { .mention($0) } ?? .unknown
    case nil: if let mention = interrupted(at: verb, number) { return .mention(mention) }
    }
    // *auf das sich alle einigten*: what it hangs on does nothing.
    if segment.kind == .relative, lexicon.pack.inverts, classes(segment.range.lowerBound).contains(.preposition) { return .unknown }
    if segment.kind == .relative, isOthers(segment) { return .unknown }
    if segment.kind == .relative, let before = mentions.last(where: { $0.range.upperBound <= segment.range.lowerBound }),
      segment.range.lowerBound - before.range.upperBound <= 2, segment.mark == .comma || !before.isOblique
    {
      return .mention(before)
    }
    if !isCue(verb), isStrangers(segment, before: verb.lowerBound) { return .unknown }
    if let first = joinedToUnknown(segment, number) { return .mention(first) }
    if segment.kind == .main, segments[..<number].contains(where: opensWithThoseWho) { return .unknown }
    if let following = following(verb, in: segment, number) { return following }
    if segment.kind != .infinitive, !elides(verb, in: segment),
      nameless(left, besideWill: segment.kind != .relative && classes(verb.lowerBound).contains(.will))
    {
      return .unknown
    }
    return inherited(before: number)
  }

  /// *By rejecting it, Zenda has ...*: who acts in the clause behind, unless that is only supposed.
  private func following(_ verb: Range<Int>, in segment: Segment, _ number: Int) -> Subject? {
    guard
      isParticipial(verb, in: segment)
        || isNear(verb)
          && (isProgressive(verb.upperBound) || number + 1 < segments.count && segments[number + 1].hasVerb),
      number + 1 < segments.count, segments[..<number].allSatisfy({ !$0.hasVerb })
    else { return nil }
    let next = segments[number + 1]
    guard next.kind == .main, next.mark == .comma else { return nil }
    let goesOn = isAside(next) && number + 2 < segments.count && segments[number + 2].mark == .comma
    guard !goesOn, isTold(next), !classes(segment.range.lowerBound).contains(.until) else { return .unknown }
    return mentions.first { next.range.contains($0.range.lowerBound) && $0.canBeSubject }.map { .mention($0) } ?? .unknown
  }

  /// *Those who cry for it loudest, he said, want ...*
  private func opensWithThoseWho(_ segment: Segment) -> Bool {
    let first = segment.range.lowerBound
    return !lexicon.pack.inverts && first == sentence.lowerBound && first + 1 < sentence.upperBound
      && !classes(first).isDisjoint(with: [.demonstrative, .determiner]) && classes(first + 1).contains(.relative)
  }

  /// *Wer das Abkommen unterzeichnet, ...*: whoever does it.
  func isWhoever(_ segment: Segment) -> Bool {
    classes(segment.range.lowerBound).contains(.whoever)
  }

  /// Told as done, and not as what would be.
  func isTold(_ segment: Segment) -> Bool {
    !segment.range.contains { !classes($0).isDisjoint(with: [.future, .potential, .obligation]) }
  }

  /// *by rejecting*, *, imposing*, *having agreed*: a verb without a subject of its own that opens its clause.
  func isParticipial(_ verb: Range<Int>, in segment: Segment) -> Bool {
    let (first, before) = (segment.range.lowerBound, verb.lowerBound - 1)
    guard isProgressive(verb.lowerBound) else { return before == first && isProgressive(before) && isParticiple(verb) }
    return before == first
      ? !classes(before).isDisjoint(with: [.by, .conjunctive, .place, .coordinator])
      : verb.lowerBound == first && (segment.mark == .comma || first == sentence.lowerBound)
  }

  /// *rejecting*
  func isProgressive(_ token: Int) -> Bool {
    tokens.indices.contains(token) && lexicon.pack.progressive.map { lexicon.words[tokens[token].word].folded.hasSuffix($0) } ?? false
  }

  /// *rejecting it would be a mistake*, *said that rejecting it was a mistake*
  func isGerund(_ verb: Range<Int>, before judgement: Range<Int>) -> Bool {
    guard isProgressive(verb.lowerBound), let number = segment(of: verb.lowerBound),
      let place = segment(of: judgement.lowerBound), place <= number + 1
    else { return false }
    let first = segments[number].range.lowerBound
    let opens =
      verb.lowerBound == first || verb.lowerBound == first + 1 && segments[number].kind == .complement
      || hits.contains { $0.range.upperBound == verb.lowerBound && isCue($0.range) }
    return opens && (verb.upperBound..<judgement.upperBound).contains { !classes($0).isDisjoint(with: [.passive, .future, .potential]) }
  }

  /// *has weakened Kyiv by rejecting it*
  func isMeans(_ verb: Range<Int>) -> Bool {
    verb.lowerBound > sentence.lowerBound && isProgressive(verb.lowerBound) && classes(verb.lowerBound - 1).contains(.by)
  }

  /// *instead of accepting it*
  private func isNear(_ verb: Range<Int>) -> Bool {
    !lexicon.pack.inverts && verb.count > 1 && hits.contains { $0.range == verb && predicate(of: $0)?.near == true }
  }

  /// *is the only leader to oppose it*: what a subject is, behind the verb *be*.
  private func isNominal(_ mention: Mention, in range: Range<Int>) -> Bool {
    guard !lexicon.pack.inverts, let first = mentions.first(where: { range.contains($0.range.lowerBound) && $0.canBeSubject }),
      first.range.upperBound < mention.range.lowerBound
    else { return false }
    let between = gap(first.range, mention.range)
    return between.count <= 5 && classes(between.lowerBound).contains(.passive)
      && between.contains { classes($0).contains(.determiner) } && !hasVerb(in: between.dropFirst())
  }

  /// *Paris and the other capitals demand it*: the first of two is known.
  private func joinedToUnknown(_ segment: Segment, _ number: Int) -> Mention? {
    guard segment.kind == .coordinate, segment.mark == nil, !segment.contrasts, number > 0,
      !segments[number - 1].hasVerb, !hasVerb(in: segments[number - 1].range)
    else { return nil }
    return mentions.last { $0.range.upperBound == segment.range.lowerBound && $0.canBeSubject }
  }

  /// *die von Kiew am Montag geforderten Waffen*: who acts, in an attribute.
  private func attributing(_ verb: Range<Int>) -> Mention? {
    guard lexicon.pack.inverts, let agent = mentions.last(where: { $0.isAgent && (0...3).contains(verb.lowerBound - $0.range.upperBound) }),
      let by = (max(sentence.lowerBound, agent.range.lowerBound - 2)..<agent.range.lowerBound).first(where: { classes($0).contains(.by) }),
      by > sentence.lowerBound, classes(by - 1).contains(.determiner)
    else { return nil }
    return agent
  }

  /// Who acts in an attribute right before a thing.
  func attributed(_ verb: Range<Int>, to thing: Range<Int>) -> Mention? {
    (0...2).contains(thing.lowerBound - verb.upperBound) ? attributing(verb) : nil
  }

  /// *Zenda is the only one who wants it*, *Zenda sei der Einzige, der es will*
  private func namedAs(_ verb: Range<Int>, _ number: Int) -> Subject? {
    guard number > 0, [.relative, .complement].contains(segments[number].kind), segments[number - 1].kind != .relative else { return nil }
    let head = segments[number - 1].range
    guard let be = head.first(where: { classes($0).contains(.be) }), !hasVerb(in: be + 1..<head.upperBound),
      let named = mentions.first(where: { head.contains($0.range.lowerBound) && $0.canBeSubject }), named.range.upperBound == be,
      (be + 1..<head.upperBound).count <= 6, (be + 1..<head.upperBound).contains(where: { classes($0).contains(.determiner) }),
      !mentions.contains(where: { be < $0.range.lowerBound && head.contains($0.range.lowerBound) && $0.canBeSubject })
    else { return nil }
    let opens = segments[number].range.lowerBound + 1..<verb.lowerBound
    return segments[number].kind == .relative || opens.allSatisfy({ !classes($0).isDisjoint(with: [.auxiliary, .future, .negation, .perfect]) })
      ? .mention(named) : nil
  }

  /// *the side that needs it*: where the verb follows the joining word at once, the noun before acts.
  private func antecedent(of verb: Range<Int>, in segment: Segment) -> Subject? {
    guard !lexicon.pack.inverts, segment.kind == .complement, segment.mark == nil, segment.range.lowerBound > sentence.lowerBound,
      (segment.range.lowerBound + 1..<verb.lowerBound).allSatisfy({
        !classes($0).isDisjoint(with: [.auxiliary, .future, .negation, .perfect])
      }),
      !hits.contains(where: { $0.range.upperBound == segment.range.lowerBound && isSaying($0) })
    else { return nil }
    if let before = mentions.last(where: { $0.range.upperBound <= segment.range.lowerBound }),
      segment.range.lowerBound - before.range.upperBound <= 1, !before.isOblique
    {
      if case .office = before.who { return .unknown }
      return .mention(before)
    }
    return .unknown
  }

  private func isSaying(_ hit: Matcher.Hit) -> Bool {
    switch meaning(hit) {
    case .cue: true
    case .predicate(let number): lexicon.pack.predicates[number].holder != .speaker
    default: false
    }
  }

  /// *was rejected*, *wurde abgelehnt*: who acts stands after *by*, if at all.
  func isPassive(_ verb: Range<Int>) -> Bool {
    guard let number = segment(of: verb.lowerBound) else { return false }
    let segment = segments[number].range
    let window = lexicon.pack.inverts ? segment : max(segment.lowerBound, verb.lowerBound - 3)..<verb.lowerBound
    return isParticiple(verb) && (window.contains { classes($0).contains(.passive) } || isReduced(verb))
  }

  /// *the truce demand*, *Tomahawk-Wunsch*: a noun predicate right behind what it is about.
  func isWanted(_ thing: Range<Int>) -> Bool {
    hits.contains { $0.range == thing.upperBound..<(thing.upperBound + 1) && predicate(of: $0)?.noun == true }
  }

  /// *sanctions imposed by Washington*, *Pressed by reporters to ...*
  func isReduced(_ verb: Range<Int>) -> Bool {
    guard !lexicon.pack.inverts, isParticiple(verb) else { return false }
    if verb.lowerBound == sentence.lowerBound, verb.upperBound < sentence.upperBound, classes(verb.upperBound).contains(.by) { return true }
    return mentions.contains { $0.isAgent && (1...3).contains($0.range.lowerBound - verb.upperBound) }
  }

  /// *der Gipfel von Trump und Putin*: belongs to the thing, and does nothing.
  func isOfThing(_ mention: Mention) -> Bool {
    lexicon.pack.inverts && hits.contains { hit in
      guard case .issue(_, let phrase) = meaning(hit), !phrase.says, !hit.range.contains(where: { classes($0).contains(.passive) }) else { return false }
      return hit.range.overlaps(mention.range) || hit.range.upperBound + 1 == mention.range.lowerBound && classes(hit.range.upperBound).contains(.coordinator)
    }
  }

  /// A participle that is no adjective.
  func isParticiple(_ verb: Range<Int>) -> Bool {
    let isAdjective = hits.contains { $0.range == verb && predicate(of: $0)?.adjective == true }
    return !isAdjective && hits.contains { hit in
      if case .participle = meaning(hit) { verb.contains(hit.range.lowerBound) } else { false }
    }
  }

  /// *Der Sprecher des Kreml, Dmitri Peskow, nannte ...*: the clause goes on with its verb after what stands between.
  private func interrupted(at verb: Range<Int>, _ number: Int) -> Mention? {
    let first = segments[number].range.lowerBound
    guard [.comma, .bracket].contains(segments[number].mark), segments[number].kind == .main,
      verb.lowerBound - first <= 1 || lexicon.pack.inverts && classes(first).contains(.have) && isParticiple(verb)
    else { return nil }
    for (index, earlier) in segments[..<number].enumerated().reversed() 
    where earlier.kind != .relative && !(isPutIn(index) && goesOn(segments[number])) && !Scene.isCorrection(earlier, mentions, in: text) {
      // *Zenda, visiting soldiers, said ...*
      if index > 0, isProgressive(earlier.range.lowerBound) { continue }
      guard earlier.kind == .main, !earlier.hasVerb, lexicon.pack.inverts || !isFinite(earlier),
        text.quotations.membership[earlier.range.lowerBound] < 0
      else { return nil }
      if let mention = mentions.first(where: {
        earlier.range.contains($0.range.lowerBound) && $0.canBeSubject && !isObject($0, in: earlier)
      }) {
        return mention
      }
    }
    return nil
  }

  /// Holds a verb that no pattern knows, by its auxiliary.
  private func isFinite(_ segment: Segment) -> Bool {
    segment.range.contains { !classes($0).isDisjoint(with: [.passive, .perfect, .future, .obligation]) }
  }

  /// *, says Putin should agree*: not who says it.
  func isSubjectOfNext(_ mention: Mention, in segment: Segment) -> Bool {
    let next = mention.range.upperBound
    guard !lexicon.pack.inverts, segment.range.contains(next) else { return false }
    return !classes(next).isDisjoint(with: [.future, .obligation, .passive, .perfect])
  }

  /// After *and* the verb follows at once: the subject is the one before (*und hat den Plan abgelehnt*).
  func elides(_ verb: Range<Int>, in segment: Segment) -> Bool {
    guard lexicon.pack.inverts, segment.kind == .coordinate else { return false }
    let second = segment.range.lowerBound + 1
    return verb.lowerBound == second || second < verb.lowerBound && !classes(second).isDisjoint(with: [.auxiliary, .future, .obligation])
  }

  /// *is to sign*
  func isBid(at token: Int) -> Bool {
    !lexicon.pack.inverts && token + 1 < sentence.upperBound && classes(token).contains(.passive) && classes(token + 1).contains(.infinitive)
  }

  /// Whether somebody stands there whom no pattern knows.
  private func nameless(_ range: Range<Int>, besideWill: Bool = false) -> Bool {
    range.contains { index in
      guard tokens[index].kind == .word else { return false }
      let found = classes(index)
      // *since the middle of this month*
      if !lexicon.pack.inverts, index > range.lowerBound, classes(index - 1).contains(.preposition) { return false }
      return found.contains(.determiner) && found.isDisjoint(with: .oblique)
        && (found.isDisjoint(with: .relative) || besideWill && found.isDisjoint(with: .demonstrative))
        || tokens[index].capital && found.isEmpty && index > range.lowerBound && !isCovered(index)
    }
  }

  /// Part of a pattern's words.
  func isCovered(_ token: Int) -> Bool {
    hits.contains { $0.range.contains(token) }
  }

  /// The subject of a clause before, which a clause without one goes on with.
  func inherited(before number: Int) -> Subject? {
    for earlier in segments[..<number].reversed() {
      guard ![.relative, .subordinate, .condition, .temporal].contains(earlier.kind), !isAside(earlier), !goesOnListing(earlier) else { continue }
      // *flew out without telling Zenda, and ...*
      func isTold(_ mention: Mention) -> Bool {
        !lexicon.pack.inverts && earlier.mark == .comma && mention.range.lowerBound - earlier.range.lowerBound > 1
          && isPast(earlier.range.lowerBound..<(earlier.range.lowerBound + 1))
      }
      if let mention = mentions.first(where: { earlier.range.contains($0.range.lowerBound) && $0.canBeSubject && !isTold($0) }) {
        return .mention(mention)
      }
    }
    return nil
  }

  /// *urged Zenda [and Rassendyll on Monday] to sign and said ...*: more of what the verb before has.
  private func goesOnListing(_ segment: Segment) -> Bool {
    !lexicon.pack.inverts && segment.kind == .coordinate && segment.mark == nil && !segment.hasVerb && segment.range.lowerBound > sentence.lowerBound
  }

  /// Behind the verb of its clause, where the language keeps subjects before verbs.
  func isObject(_ mention: Mention, in segment: Segment) -> Bool {
    !lexicon.pack.inverts && segment.mark != nil && segment.kind == .coordinate && hits.contains { hit in
      guard segment.range.contains(hit.range.lowerBound), hit.range.upperBound <= mention.range.lowerBound else { return false }
      return predicate(of: hit).map { $0.noun != true } ?? false
    }
  }

  /// *So did Paris.*
  func isAlone(_ verb: Range<Int>) -> Bool {
    hits.contains { $0.range == verb && predicate(of: $0)?.alone == true }
  }

  /// The words of a cue.
  func isCue(_ verb: Range<Int>) -> Bool {
    hits.contains { hit in
      if case .cue = meaning(hit) { hit.range == verb } else { false }
    }
  }

  /// *is said to*.
  func isHearsay(_ cue: Range<Int>) -> Bool {
    hits.contains { hit in
      if case .hearsay = meaning(hit) { hit.range.overlaps(cue) } else { false }
    }
  }
}
