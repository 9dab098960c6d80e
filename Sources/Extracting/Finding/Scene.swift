import Model

/// One sentence with all that was found in it: what attributing and coding work on.
struct Scene {
  let lexicon: Lexicon
  let text: Annotated
  let sentence: Range<Int>
  let segments: [Segment]
  /// Mentions of the sentence.
  let mentions: [Mention]
  /// Hits of the sentence.
  let hits: [Matcher.Hit]

  init(lexicon: Lexicon, text: Annotated, sentence: Range<Int>, mentions: [Mention]) {
    self.lexicon = lexicon
    self.text = text
    self.sentence = sentence
    var mentions = Scene.mentions(of: sentence, among: mentions, in: text, lexicon)
    hits = Scene.hits(of: sentence, in: text, beside: mentions, lexicon)
    var verbs: Set<Int> = []
    var conditions: Set<Int> = []
    for hit in hits {
      switch lexicon.meanings[hit.entry] {
      case .condition: conditions.insert(hit.range.lowerBound)
      case .cue: verbs.insert(hit.range.lowerBound)
      case .predicate(let number) where lexicon.pack.predicates[number].noun != true:
        verbs.insert(hit.range.lowerBound)
      default: break
      }
    }
    let subjects = Set(mentions.lazy.filter(\.canBeSubject).map(\.range.lowerBound))
    segments = Segmenter(lexicon: lexicon, tokens: text.tokens, verbs: verbs, subjects: subjects, conditions: conditions)
      .segments(of: sentence)
    if lexicon.pack.inverts { Scene.demote(&mentions, in: segments, of: text, lexicon) }
    self.mentions = mentions
  }

  /// Where objects may stand before the verb, whoever is second in a clause is no subject, unless joined to the first.
  private static func demote(_ mentions: inout [Mention], in segments: [Segment], of text: Annotated, _ lexicon: Lexicon) {
    for segment in segments {
      var first: Mention?
      for index in mentions.indices where segment.range.contains(mentions[index].range.lowerBound) && mentions[index].canBeSubject {
        guard let before = first else {
          first = mentions[index]
          continue
        }
        let between = gap(before.range, mentions[index].range)
        let isJoined = between.contains { lexicon.words[text.tokens[$0].word].classes.contains(.coordinator) } && between.count <= 3
        if isJoined { first = mentions[index] } else if case .pronoun = mentions[index].who {} else { mentions[index].isOblique = true }
      }
    }
  }

  /// The sentence's mentions; whoever stands with a cue that has no verb (*according to S*) is no subject.
  private static func mentions(
    of sentence: Range<Int>, among mentions: [Mention], in text: Annotated, _ lexicon: Lexicon
  ) -> [Mention] {
    let cues = text.hits.compactMap { hit -> (range: Range<Int>, reach: Int, isHearsay: Bool)? in
      switch lexicon.meanings[hit.entry] {
      case .cue(let number): lexicon.pack.says[number].source.map { (hit.range, $0 == "after" ? 2 : 0, false) }
      case .hearsay: (hit.range, 0, true)
      default: nil
      }
    }
    return mentions.filter { sentence.contains($0.range.lowerBound) }.map { mention in
      var mention = mention
      let isSource = cues.contains { cue in
        guard !cue.range.overlaps(mention.range) else { return cue.isHearsay && mention.isAnonymous }
        if cue.isHearsay, !mention.isAnonymous { return false }
        if mention.range.lowerBound < cue.range.lowerBound { return mention.range.upperBound == cue.range.lowerBound }
        let between = gap(cue.range, mention.range)
        return cue.reach > 0 && between.count <= cue.reach && !mentions.contains { between.contains($0.range.lowerBound) }
      }
      if isSource { mention.isOblique = true }
      return mention
    }
  }

  /// The sentence's hits without cues and predicates within names, and without cues that open a longer predicate.
  private static func hits(
    of sentence: Range<Int>, in text: Annotated, beside mentions: [Mention], _ lexicon: Lexicon
  ) -> [Matcher.Hit] {
    let hits = text.hits.filter { sentence.contains($0.range.lowerBound) }
    /// *a call on Saturday*
    func opensDate(_ hit: Matcher.Hit) -> Bool {
      let last = hit.range.upperBound - 1
      guard hit.range.count > 1, lexicon.words[text.tokens[last].word].classes.contains(.preposition) else { return false }
      return hits.contains { other in
        guard other.range.lowerBound == hit.range.upperBound else { return false }
        switch lexicon.meanings[other.entry] {
        case .weekday, .month, .day: return true
        default: return false
        }
      }
    }
    return hits.filter { hit in
      switch lexicon.meanings[hit.entry] {
      case .cue:
        let isLonger = hits.contains { other in
          guard case .predicate = lexicon.meanings[other.entry] else { return false }
          guard other.matched.count > hit.matched.count else { return false }
          // *put pressure on*, *lässt sich nicht sagen*
          return other.range.lowerBound == hit.range.lowerBound ? other.matched[hit.matched.count] == hit.range.upperBound
            : hit.matched.allSatisfy { other.matched.contains($0) }
        }
        return !isLonger && !isNoun(hit, in: text, lexicon) && !mentions.contains { $0.isName && $0.range.contains(hit.range.lowerBound) }
      case .predicate:
        return !opensDate(hit) && !mentions.contains { $0.isName && $0.range.contains(hit.range.lowerBound) && $0.range.count >= hit.range.count }
      default: return true
      }
    }
  }

  /// *in a post*, *the claim*: after an article no verb.
  private static func isNoun(_ hit: Matcher.Hit, in text: Annotated, _ lexicon: Lexicon) -> Bool {
    guard hit.range.lowerBound > 0, case .cue(let number) = lexicon.meanings[hit.entry], lexicon.pack.says[number].source == nil
    else { return false }
    let before = lexicon.words[text.tokens[hit.range.lowerBound - 1].word].classes
    return before.contains(.determiner) && before.isDisjoint(with: [.relative, .demonstrative])
      || !before.isDisjoint(with: [.possessive, .herPossessive, .theirPossessive, .ourPossessive])
  }

  var tokens: [Token] { text.tokens }

  func classes(_ token: Int) -> WordClasses {
    lexicon.words[tokens[token].word].classes
  }

  func meaning(_ hit: Matcher.Hit) -> Meaning {
    lexicon.meanings[hit.entry]
  }

  func segment(of token: Int) -> Int? {
    segments.firstIndex { $0.range.contains(token) }
  }

  func words(in range: Range<Int>) -> Int {
    range.count { tokens[$0].isWord }
  }

  var isQuestion: Bool {
    tokens[sentence].last { $0.kind == .stop }.map { lexicon.words[$0.word].raw == "?" } ?? false
  }

  /// A pronoun for a thing right after a predicate (*rejected it*), or before one that weighs it (*it is a mistake*).
  func object(of hit: Matcher.Hit, _ predicate: Pack.Predicate) -> Int? {
    if predicate.holder == .speaker { return subjectPronoun(of: hit) }
    let next = lexicon.pack.inverts && hit.matched.count < hit.range.count ? hit.range.lowerBound + 1 : hit.range.upperBound
    guard next < sentence.upperBound, classes(next).contains(.object), standsAlone(next) else { return nil }
    return next
  }

  /// Not the *it* of *it is a mistake to ...*.
  private func subjectPronoun(of hit: Matcher.Hit) -> Int? {
    let next = hit.range.upperBound
    let opens: WordClasses = [.infinitive, .complementizer, .concern]
    if next < sentence.upperBound, !classes(next).isDisjoint(with: opens) { return nil }
    if hit.range.count > 1, !classes(next - 1).isDisjoint(with: opens) { return nil }
    let before = max(sentence.lowerBound, hit.range.lowerBound - 3)..<hit.range.lowerBound
    return before.last { token in
      guard standsAlone(token) else { return false }
      if classes(token).contains(.object) { return true }
      let isFirst = token == sentence.lowerBound || !tokens[token - 1].isWord
      return isFirst && classes(token).contains(.demonstrative)
    }
  }

  /// Not the article of a noun: what follows is a function word, a predicate, a mark, or nothing.
  private func standsAlone(_ pronoun: Int) -> Bool {
    let next = pronoun + 1
    guard next < sentence.upperBound, tokens[next].isWord else { return true }
    return !classes(next).isEmpty || hits.contains { hit in
      guard hit.range.lowerBound == next, case .predicate = meaning(hit) else { return false }
      return true
    }
  }

  // MARK: - Subjects

  /// The mention that is the subject of the verb at `verb`; `.unknown` where a subject stands there that is nobody known.
  enum Subject {
    case mention(Mention)
    case unknown
  }

  func subject(of verb: Range<Int>) -> Subject? {
    guard let number = segment(of: verb.lowerBound) else { return nil }
    let segment = segments[number]
    if isPassive(verb) {
      return mentions.first { $0.isAgent && segment.range.contains($0.range.lowerBound) && !isOfThing($0) }.map { .mention($0) } ?? .unknown
    }
    // *die von Kiew geforderten Waffen*
    if lexicon.pack.inverts, let agent = mentions.last(where: { $0.range.upperBound == verb.lowerBound && $0.isAgent }),
      let by = (max(sentence.lowerBound, agent.range.lowerBound - 2)..<agent.range.lowerBound).first(where: { classes($0).contains(.by) }),
      by > sentence.lowerBound, classes(by - 1).contains(.determiner)
    {
      return .mention(agent)
    }
    let left = segment.range.lowerBound..<verb.lowerBound
    let subjects = mentions.filter { left.contains($0.range.lowerBound) && $0.canBeSubject }
    // Objects too stand before a verb that closes its clause.
    if let mention = lexicon.pack.inverts ? subjects.first : subjects.last { return .mention(mention) }
    switch inverted(after: verb, in: segment) {
    case .mention(let mention)?: return .mention(mention)
    case .unknown?: return interrupted(at: verb, number).map { .mention($0) } ?? .unknown
    case nil: if let mention = interrupted(at: verb, number) { return .mention(mention) }
    }
    if segment.kind == .relative, let before = mentions.last(where: { $0.range.upperBound <= segment.range.lowerBound }),
      segment.range.lowerBound - before.range.upperBound <= 2
    {
      return .mention(before)
    }
    if segment.kind != .infinitive, !elides(verb, in: segment), nameless(left) { return .unknown }
    return inherited(before: number)
  }

  /// *was rejected*, *wurde abgelehnt*: who acts stands after *by*, if at all.
  func isPassive(_ verb: Range<Int>) -> Bool {
    guard let number = segment(of: verb.lowerBound) else { return false }
    let segment = segments[number].range
    let window = lexicon.pack.inverts ? segment : max(segment.lowerBound, verb.lowerBound - 3)..<verb.lowerBound
    return isParticiple(verb) && window.contains { classes($0).contains(.passive) }
  }

  /// *der Gipfel von Trump und Putin*: belongs to the thing, and does nothing.
  private func isOfThing(_ mention: Mention) -> Bool {
    lexicon.pack.inverts && hits.contains { hit in
      guard case .issue(_, let phrase) = meaning(hit), !phrase.says, !hit.range.contains(where: { classes($0).contains(.passive) }) else { return false }
      return hit.range.overlaps(mention.range) || hit.range.upperBound + 1 == mention.range.lowerBound && classes(hit.range.upperBound).contains(.coordinator)
    }
  }

  func isParticiple(_ verb: Range<Int>) -> Bool {
    let isAdjective = hits.contains { hit in
      guard hit.range == verb, case .predicate(let number) = meaning(hit) else { return false }
      return lexicon.pack.predicates[number].adjective == true
    }
    return !isAdjective && hits.contains { hit in
      if case .participle = meaning(hit) { verb.contains(hit.range.lowerBound) } else { false }
    }
  }

  /// A subject behind its verb: always possible where the language inverts, elsewhere beside a quotation.
  private func inverted(after verb: Range<Int>, in segment: Segment) -> Subject? {
    let startsHere = !(segment.range.lowerBound..<verb.lowerBound).contains { tokens[$0].isWord && classes($0).isEmpty }
    guard lexicon.pack.inverts || startsHere && segment.mark != nil && isCue(verb) else { return nil }
    if elides(verb, in: segment) { return nil }
    let right = verb.lowerBound..<segment.range.upperBound
    let reach = lexicon.pack.inverts ? right.count : 4
    guard let mention = mentions.first(where: { mention in
      right.contains(mention.range.lowerBound) && mention.canBeSubject && mention.range.lowerBound - verb.upperBound <= reach
        && !isSubjectOfNext(mention, in: segment)
    }) else {
      guard startsHere, verb.upperBound < segment.range.upperBound, lexicon.pack.inverts || segment.range.count < 8 else {
        return nil
      }
      let next = verb.upperBound
      return classes(next).contains(.determiner) || tokens[next].capital && classes(next).isEmpty ? .unknown : nil
    }
    return .mention(mention)
  }

  /// *Der Sprecher des Kreml, Dmitri Peskow, nannte ...*: the clause goes on with its verb after what stands between.
  private func interrupted(at verb: Range<Int>, _ number: Int) -> Mention? {
    guard lexicon.pack.inverts, segments[number].mark == .comma, segments[number].kind == .main,
      verb.lowerBound - segments[number].range.lowerBound <= 1
    else { return nil }
    for earlier in segments[..<number].reversed() where earlier.kind != .relative {
      guard earlier.kind == .main, !earlier.hasVerb else { return nil }
      if let mention = mentions.first(where: { earlier.range.contains($0.range.lowerBound) && $0.canBeSubject && !isObject($0, in: earlier) }) { return mention }
    }
    return nil
  }

  /// *, says Putin should agree*: not who says it.
  private func isSubjectOfNext(_ mention: Mention, in segment: Segment) -> Bool {
    let next = mention.range.upperBound
    guard !lexicon.pack.inverts, segment.range.contains(next) else { return false }
    return !classes(next).isDisjoint(with: [.future, .obligation, .passive, .perfect])
  }

  /// After *and* the verb follows at once: the subject is the one before (*und hat den Plan abgelehnt*).
  private func elides(_ verb: Range<Int>, in segment: Segment) -> Bool {
    guard lexicon.pack.inverts, segment.kind == .coordinate else { return false }
    let second = segment.range.lowerBound + 1
    return verb.lowerBound == second || second < verb.lowerBound && !classes(second).isDisjoint(with: [.auxiliary, .future, .obligation])
  }

  /// Whether somebody stands there whom no pattern knows.
  private func nameless(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard tokens[index].kind == .word else { return false }
      let found = classes(index)
      return found.contains(.determiner) && found.isDisjoint(with: [.oblique, .relative])
        || tokens[index].capital && found.isEmpty && index > range.lowerBound && !isCovered(index)
    }
  }

  private func isCovered(_ token: Int) -> Bool {
    hits.contains { $0.range.contains(token) }
  }

  private func inherited(before number: Int) -> Subject? {
    for earlier in segments[..<number].reversed() {
      guard ![.relative, .subordinate, .condition, .temporal].contains(earlier.kind), !isAside(earlier) else { continue }
      if let mention = mentions.first(where: { earlier.range.contains($0.range.lowerBound) && $0.canBeSubject }) {
        return .mention(mention)
      }
    }
    return nil
  }

  /// Behind the verb of its clause, where the language keeps subjects before verbs.
  private func isObject(_ mention: Mention, in segment: Segment) -> Bool {
    !lexicon.pack.inverts && segment.mark != nil && segment.kind == .coordinate && hits.contains { hit in
      guard case .predicate(let number) = meaning(hit), lexicon.pack.predicates[number].noun != true else { return false }
      return segment.range.contains(hit.range.lowerBound) && hit.range.upperBound <= mention.range.lowerBound
    }
  }

  private func isCue(_ verb: Range<Int>) -> Bool {
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

  /// *, he said,*
  func isAside(_ segment: Segment) -> Bool {
    segment.mark == .comma && words(in: segment.range) <= 6 && hits.contains { hit in
      if case .cue = meaning(hit) { segment.range.contains(hit.range.lowerBound) } else { false }
    }
  }

  /// The subject and those joined to it by *and*: *Paris and Berlin*.
  func joined(to mention: Mention) -> [Mention] {
    var group = [mention]
    var isClosed = false
    while let first = group.first,
      let before = mentions.last(where: { $0.range.upperBound <= first.range.lowerBound }),
      before.canBeSubject, isJoin(gap(before.range, first.range)) || isClosed && isComma(gap(before.range, first.range))
    {
      isClosed = true
      group.insert(before, at: 0)
    }
    while let last = group.last,
      let after = mentions.first(where: { $0.range.lowerBound >= last.range.upperBound }),
      isJoin(gap(last.range, after.range))
    {
      group.append(after)
    }
    return group
  }

  /// *Paris, Berlin and London*: a comma within a list that *and* closes.
  private func isComma(_ range: Range<Int>) -> Bool {
    guard let first = range.first, tokens[first].kind == .comma, range.count <= 2 else { return false }
    return range.dropFirst().allSatisfy { !classes($0).isDisjoint(with: [.determiner, .possessive, .theirPossessive]) }
  }

  private func isJoin(_ range: Range<Int>) -> Bool {
    guard (1...4).contains(range.count) else { return false }
    return range.contains { classes($0).contains(.coordinator) }
      && range.allSatisfy { !tokens[$0].isWord || !classes($0).isDisjoint(with: [.coordinator, .determiner, .possessive, .theirPossessive]) }
  }
}
