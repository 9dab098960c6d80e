import Model

/// Finds who tells what in a sentence.
struct VoiceFinder {
  let scene: Scene
  let discourse: Discourse

  /// The sentence's voices, in the order of their cues.
  func voices() -> [Voice] {
    var voices: [Voice] = []
    for hit in scene.hits {
      guard case .cue(let number) = scene.meaning(hit) else { continue }
      if voices.contains(where: { $0.cue.map { $0.overlaps(hit.range) } ?? false }) { continue }
      if scene.isHearsay(hit.range) { continue }
      let cue = scene.lexicon.pack.says[number]
      if cue.noun == true {
        if let voice = held(hit.range) { voices.append(voice) }
        continue
      }
      guard var voice = cue.source == nil ? spoken(hit.range, isInside: cue.inside == true) : verbless(hit.range, source: cue.source ?? "") else { continue }
      if cue.denies == true { voice.isDenied = true }
      voices.append(voice)
    }
    if let voice = written(), voices.isEmpty { voices.append(voice) }
    if voices.isEmpty, let voice = labelled() { voices.append(voice) }
    return attachQuotations(to: gapped(apart(voices)))
  }

  /// *Zenda said it was late, and Rassendyll that there was time*: told with the cue before.
  private func gapped(_ voices: [Voice]) -> [Voice] {
    var voices = voices
    for (segment, next) in zip(scene.segments, scene.segments.dropFirst()) where segment.kind == .coordinate && next.kind == .complement && next.mark == nil {
      guard let index = voices.firstIndex(where: { ($0.cue?.upperBound ?? .max) <= segment.range.lowerBound && $0.covers(next.range.lowerBound) }),
        let mention = scene.mentions.first(where: { $0.canBeSubject && $0.range == (segment.range.lowerBound + 1)..<segment.range.upperBound }),
        let teller = discourse.resolve(mention, in: scene.mentions, within: nil)
      else { continue }
      voices[index].content = voices[index].content.map {
        $0.clamped(to: min($0.lowerBound, segment.range.lowerBound)..<segment.range.lowerBound)
      }.filter { !$0.isEmpty }
      voices.append(Voice(teller: teller, source: mention.range, cue: nil, content: [next.range.lowerBound..<scene.sentence.upperBound]))
    }
    return voices
  }

  /// Of two voices that cover each other's cues the one whose cue trails is the outer: the inner ends before it.
  private func apart(_ voices: [Voice]) -> [Voice] {
    voices.map { voice in
      guard let cue = voice.cue else { return voice }
      var voice = voice
      for other in voices {
        guard other.teller != voice.teller, let trailing = other.cue, trailing.lowerBound > cue.lowerBound, other.covers(cue.lowerBound),
          voice.covers(trailing.lowerBound), let number = scene.segment(of: trailing.lowerBound)
        else { continue }
        if other.isAside {
          let aside = scene.segments[number].range
          voice.content = voice.content.flatMap { piece in
            [
              piece.clamped(to: min(piece.lowerBound, aside.lowerBound)..<aside.lowerBound),
              piece.clamped(to: aside.upperBound..<piece.upperBound),
            ]
          }.filter { scene.words(in: $0) > 1 }
          continue
        }
        let end = scene.segments[number].range.lowerBound
        voice.content = voice.content.map { $0.clamped(to: min($0.lowerBound, end)..<end) }.filter { !$0.isEmpty }
      }
      return voice
    }
  }

  // MARK: - Cues

  /// *Zenda said ...*: a cue with a subject.
  private func spoken(_ cue: Range<Int>, isInside: Bool) -> Voice? {
    if runsOnByMood(cue) { return nil }
    let (tellers, source) = tellers(of: cue)
    guard let teller = tellers.first else { return nil }
    var content = isInside ? scene.segment(of: cue.lowerBound).map { [scene.segments[$0].range] } ?? [] : self.content(of: cue, source: source)
    if content.isEmpty { content = quotations(besides: cue) }
    if let quote = scene.text.quotations.quote(at: cue.lowerBound)?.content {
      content = content.map { $0.clamped(to: quote) }.filter { !$0.isEmpty }
    }
    let isLate = content.isEmpty && takesUp(cue)
    guard !content.isEmpty || isLate, source != nil || !isInside, !isThing(source) else { return nil }
    return Voice(
      teller: teller, others: Array(tellers.dropFirst()), source: source, cue: opensContent(cue) ? cue.dropLast() : cue, content: content,
      isDenied: Chain(scene: scene).isNegated(cue, besides: Set(content.flatMap(\.self))), addressee: addressee(after: cue, source: source),
      isInside: isInside, isLate: isLate, isDocument: source.map(isDocument) ?? false)
  }

  /// *the sanctions threatened against them*: no thing tells.
  private func isThing(_ source: Range<Int>?) -> Bool {
    guard let source, !names(source) else { return false }
    return scene.hits.contains { hit in
      if case .issue(_, let phrase) = scene.meaning(hit) { phrase.names && source.contains(hit.range.upperBound - 1) } else { false }
    }
  }

  /// *Das sagte S*, *This was said by S*: what is told stands in the sentence before.
  private func takesUp(_ cue: Range<Int>) -> Bool {
    let first = scene.sentence.first { scene.tokens[$0].isWord } ?? scene.sentence.lowerBound
    return scene.classes(first).contains(.demonstrative) && cue.lowerBound - first <= 3
      && ((first + 1)..<cue.lowerBound).allSatisfy { !scene.classes($0).isDisjoint(with: [.auxiliary, .passive]) }
  }

  /// *Er gehe davon aus*: told by whoever spoke before.
  private func runsOnByMood(_ cue: Range<Int>) -> Bool {
    guard scene.classes(cue.lowerBound).contains(.reported), cue.lowerBound - scene.sentence.lowerBound <= 2 else { return false }
    return scene.mentions.first.map { mention in
      if case .pronoun = mention.who { mention.range.upperBound == cue.lowerBound } else { false }
    } ?? false
  }

  /// Who speaks at a cue, and the words that name them; nobody where the speaker goes on.
  func tellers(of cue: Range<Int>) -> ([Teller], Range<Int>?) {
    if let paper = paper(beside: cue) { return (discourse.authors.map(Teller.actor), paper.range) }
    let phrase = scene.segment(of: cue.lowerBound).map { scene.elides(cue, in: scene.segments[$0]) } ?? false ? nil : scene.subjectPhrase(of: cue)
    switch scene.subject(of: cue) {
    case .mention(let mention)?:
      // *The harvest is good, said the farmer*: not whom the words told are about.
      let segment = scene.segment(of: cue.lowerBound).map { scene.segments[$0] }
      let home = segment?.range ?? scene.sentence
      // *The mayor, 51, told his guest*
      let isBack =
        phrase.map {
          !scene.lexicon.pack.inverts && $0.lowerBound >= cue.upperBound
            && !scene.classes($0.lowerBound).isDisjoint(with: [.possessive, .herPossessive, .theirPossessive])
        } ?? false
      if !isBack, let phrase, segment?.kind != .relative, !scene.followsRelative(cue),
        !home.contains(mention.range.lowerBound), home.contains(phrase.lowerBound), !names(phrase)
      {
        return ([.outsider], phrase)
      }
      if case .pronoun(let classes) = mention.who, !classes.isDisjoint(with: [.we, .firstPerson]) {
        return phrase.map { $0.overlaps(mention.range) || names($0) ? ([], nil) : ([.outsider], $0) } ?? ([], nil)
      }
      // *says the host, Zenda*
      if mention.isPointer || mention.who == .outsider, let name = beside(scene.phrase(around: mention.range)) { return name }
      let joined = [mention] + scene.joined(to: mention).filter { $0.range != mention.range }
      let tellers = joined.flatMap { mention -> [Teller] in
        let several = mention.isDocument ? discourse.authors : discourse.several(mention)
        if scene.names(oneOf: several, beside: mention) { return [.outsider] }
        return several.isEmpty
          ? [meant(mention, beside: cue, in: segment) ?? (mention.isOffice ? .anonymous(party: nil) : .outsider)]
          : several.map { .actor($0) }
      }
      return (tellers, phrase.flatMap { $0.overlaps(mention.range) ? $0 : nil } ?? scene.phrase(around: mention.range))
    case .unknown?: return beside(phrase) ?? ([.outsider], phrase)
    case nil where isOwn(cue): return ([], nil)
    case nil: return beside(phrase) ?? phrase.map { names($0) ? ([], nil) : ([.outsider], $0) } ?? ([], nil)
    }
  }

  /// *says the host, Zenda*: the name put beside a phrase, alone between its marks.
  private func beside(_ phrase: Range<Int>?) -> ([Teller], Range<Int>?)? {
    guard let phrase, let segment = scene.segments.first(where: { $0.mark == .comma && $0.range.lowerBound == phrase.upperBound + 1 }),
      let name = scene.mentions.first(where: { mention in
        mention.isPerson && mention.canBeSubject && segment.range.allSatisfy { !scene.tokens[$0].isWord || mention.range.contains($0) }
      }), let teller = discourse.resolve(name, in: scene.mentions, within: nil)
    else { return nil }
    return ([teller], phrase)
  }

  /// *Let us recall that ...*
  private func isOwn(_ cue: Range<Int>) -> Bool {
    let before = max(scene.sentence.lowerBound, cue.lowerBound - 2)..<cue.lowerBound
    return before.contains { !scene.classes($0).isDisjoint(with: [.we, .firstPerson]) }
  }

  /// *..., sagte er am Montag in Strelsau*
  private func trailsClause(_ cue: Range<Int>, in segment: Segment) -> Bool {
    guard segment.mark == .comma, cue.lowerBound - segment.range.lowerBound <= 1,
      let number = scene.segment(of: cue.lowerBound), number > 0
    else { return false }
    return scene.segments[number - 1].kind == .main
  }

  /// *Rassendyll must agree, he said*: the pronoun means nobody of whom it is said, if somebody was spoken of before.
  private func meant(_ mention: Mention, beside cue: Range<Int>, in segment: Segment?) -> Teller? {
    if case .pronoun = mention.who, let segment, segment.kind == .main, scene.isAside(segment) || trailsClause(cue, in: segment) {
      let told = (scene.segments.last { $0.mark == .colon && $0.range.lowerBound < segment.range.lowerBound }?.range.lowerBound ?? 0)..<segment.range.lowerBound
      let others = scene.mentions.filter { !told.contains($0.range.lowerBound) }
      if let before = discourse.resolve(mention, in: others, within: nil) { return before }
    }
    return discourse.resolve(mention, in: scene.mentions, within: nil)
  }

  /// Whether somebody known stands in a phrase.
  func names(_ phrase: Range<Int>) -> Bool {
    scene.mentions.contains { $0.canBeSubject && $0.range.overlaps(phrase) }
  }

  /// *according to S*, *laut S*, *S zufolge*: the rest of the sentence is the content.
  private func verbless(_ cue: Range<Int>, source side: String) -> Voice? {
    guard let source = side == "within" ? cue : scene.phrase(beside: cue, before: side == "before") else { return nil }
    guard scene.classes(source.lowerBound).isDisjoint(with: [.ourPossessive, .we, .firstPerson]) else { return nil }
    let owners: WordClasses = side == "within" ? [.own, .possessive, .herPossessive, .theirPossessive] : .own
    if (cue.lowerBound..<max(cue.upperBound, source.upperBound)).contains(where: { !scene.classes($0).isDisjoint(with: owners) }) { return nil }
    // *nach dem Willen der Europäer*
    let named = scene.mentions.first { $0.range.overlaps(source) && !(side == "within" && $0.isDemonym) }
      ?? scene.mentions.first { $0.isOblique && $0.range.lowerBound == source.upperBound + 1 && scene.classes(source.upperBound).contains(.feminineOblique) }
      ?? (side == "within"
        ? scene.adjective(within: source)
          ?? scene.mentions.first { !$0.canBeSubject && (0...1).contains($0.range.lowerBound - source.upperBound) }
        : nil)
    let teller = named.map { discourse.resolve($0, in: scene.mentions, within: nil) ?? .outsider } ?? .anonymous(party: nil)
    let home = scene.segment(of: cue.lowerBound).map { scene.segments[$0] }
    let scope = switch home?.kind {
    case .relative: home?.range ?? scene.sentence
    case .complement, .subordinate: (home?.range.lowerBound ?? 0)..<scene.sentence.upperBound
    default: scene.sentence
    }
    let start = min(cue.lowerBound, source.lowerBound)
    let end = max(cue.upperBound, source.upperBound)
    let pieces = [scope.lowerBound..<start, min(end, scope.upperBound)..<scope.upperBound]
    let content = pieces.filter { scene.words(in: $0) > 0 }
    guard content.reduce(0, { $0 + scene.words(in: $1) }) > 2 else { return nil }
    let words = cue.lowerBound..<(cue.contains(source.lowerBound) && source.lowerBound > cue.lowerBound ? source.lowerBound : cue.upperBound)
    let isPaper = isDocument(source)
    let others = isPaper ? discourse.authors.map(Teller.actor).filter { $0 != teller } : []
    return Voice(
      teller: isPaper ? discourse.authors.first.map(Teller.actor) ?? teller : teller, others: others, source: source,
      cue: words, content: content, isAside: true, isDocument: isPaper)
  }

  // MARK: - Quotations

  var quotes: [Range<Int>] {
    scene.text.quotations.quotes.map { $0.content.clamped(to: scene.sentence) }.filter { !$0.isEmpty }
  }

  private func quotations(besides cue: Range<Int>) -> [Range<Int>] {
    quotes.filter { !$0.overlaps(cue) && scene.words(in: $0) > 0 }
  }

  /// Quotations that no cue of the sentence covers go to its only voice, or to whoever spoke before.
  private func attachQuotations(to found: [Voice]) -> [Voice] {
    var voices = found
    for whole in scene.text.quotations.quotes where scene.words(in: whole.content) >= 4 && whole.content.overlaps(scene.sentence) {
      let quote = whole.content.clamped(to: scene.sentence)
      if voices.contains(where: { voice in voice.content.contains { $0.overlaps(quote) } }) { continue }
      if let index = voices.indices.last {
        voices[index].content.append(quote)
      } else if let teller = speakerByPlace(of: quote) {
        voices.append(Voice(teller: teller.0, source: teller.1, cue: nil, content: [quote], runsOn: teller.1 == nil))
      }
    }
    return voices
  }

  /// A sentence that is not all quotation names the speaker as its subject; else the speaker goes on.
  private func speakerByPlace(of quote: Range<Int>) -> (Teller, Range<Int>?)? {
    let outside = scene.mentions.first { mention in
      mention.canBeSubject && scene.text.quotations.membership[mention.range.lowerBound] < 0
    }
    if let outside, let teller = discourse.resolve(outside, in: scene.mentions, within: nil) { return (teller, outside.range) }
    guard scene.words(in: scene.sentence) - scene.words(in: quote) <= 3 else { return nil }
    return (discourse.announced ?? discourse.speaker).map { ($0, nil) }
  }
}
