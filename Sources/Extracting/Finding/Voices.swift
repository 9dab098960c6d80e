import Model

/// Somebody telling something, within one sentence.
struct Voice {
  var teller: Teller
  /// Those who tell it together with the teller.
  var others: [Teller] = []
  /// The words that name the teller, where they stand in this sentence.
  var source: Range<Int>?
  var cue: Range<Int>?
  var content: [Range<Int>]
  /// *did not say that*: no stance by itself.
  var isDenied = false
  /// Put in without a verb: *, according to S,*.
  var isAside = false
  var addressee: Range<Int>?
  /// Told by the tense or the mood alone, or by a quotation that goes on: the teller stands further up.
  var runsOn = false
  /// What is told stands in the cue's own clause.
  var isInside = false
  /// What is told stands in the sentence before: *That is what S said.*
  var isLate = false
  /// The day on which it was told, where a sentence further on names it.
  var day: Day?
  /// Tells, by the mood alone, that another tells it (*er habe gesagt*).
  var isFrame = false
  /// An interview's answer.
  var isAnswer = false
  /// A paper's words: what they lay down is wanted.
  var isDocument = false

  func covers(_ token: Int) -> Bool {
    content.contains { $0.contains(token) }
  }
}

/// Finds who tells what in a sentence.
struct VoiceFinder {
  let scene: Scene
  let discourse: Discourse

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
    return attachQuotations(to: apart(voices))
  }

  /// *In dem Entwurf heißt es, ...*, *Danach soll ...*: what a paper says is told by those who wrote it.
  private func written() -> Voice? {
    let opens = scene.sentence.first { scene.tokens[$0].isWord }.map { scene.classes($0).contains(.therein) } ?? false
    let wants: WordClasses = [.obligation, .reported, .unreal]
    let leads = scene.mentions.first(where: \.isName).map { $0.isDocument && $0.isOblique } ?? false
    guard opens || leads && scene.sentence.contains(where: { !scene.classes($0).isDisjoint(with: wants) }) else { return nil }
    let tellers = (leads ? discourse.authors : discourse.authorsJustNamed).map(Teller.actor)
    guard let first = tellers.first else { return nil }
    return Voice(teller: first, others: Array(tellers.dropFirst()), content: [scene.sentence], isInside: true, isDocument: true)
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
            [piece.clamped(to: min(piece.lowerBound, aside.lowerBound)..<aside.lowerBound), piece.clamped(to: aside.upperBound..<max(piece.upperBound, aside.upperBound))]
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
    guard !content.isEmpty || isLate, source != nil || !isInside else { return nil }
    return Voice(
      teller: teller, others: Array(tellers.dropFirst()), source: source, cue: opensContent(cue) ? cue.dropLast() : cue, content: content,
      isDenied: Chain(scene: scene).isNegated(cue, besides: Set(content.flatMap(\.self))), addressee: addressee(after: cue, source: source),
      isInside: isInside, isLate: isLate, isDocument: source.map(isDocument) ?? false)
  }

  private func isDocument(_ source: Range<Int>) -> Bool {
    scene.mentions.contains { $0.isDocument && $0.range.overlaps(source) }
  }

  /// *Moscow's position is that ...*, *Zendas Antwort: ...*
  private func held(_ noun: Range<Int>) -> Voice? {
    guard let owner = scene.possessor(of: noun), let teller = discourse.resolve(owner, in: scene.mentions, within: nil),
      let number = scene.segment(of: noun.lowerBound)
    else { return nil }
    let behind = scene.segments.dropFirst(number + 1).first { $0.mark == .colon || [.complement, .infinitive].contains($0.kind) && $0.range.lowerBound - noun.upperBound <= 6 }
    guard let behind else { return nil }
    return Voice(teller: teller, source: owner.range, cue: noun, content: [behind.range.lowerBound..<scene.sentence.upperBound])
  }

  /// *Das sagte S*, *This was said by S*: what is told stands in the sentence before.
  private func takesUp(_ cue: Range<Int>) -> Bool {
    let first = scene.sentence.first { scene.tokens[$0].isWord } ?? scene.sentence.lowerBound
    return scene.classes(first).contains(.demonstrative) && cue.lowerBound - first <= 3
      && ((first + 1)..<max(first + 1, cue.lowerBound)).allSatisfy { !scene.classes($0).isDisjoint(with: [.auxiliary, .passive]) }
  }

  /// *Er gehe davon aus*: told by whoever spoke before.
  private func runsOnByMood(_ cue: Range<Int>) -> Bool {
    guard scene.classes(cue.lowerBound).contains(.reported), cue.lowerBound - scene.sentence.lowerBound <= 2 else { return false }
    return scene.mentions.first.map { mention in
      if case .pronoun = mention.who { mention.range.upperBound == cue.lowerBound } else { false }
    } ?? false
  }

  func tellers(of cue: Range<Int>) -> ([Teller], Range<Int>?) {
    if let paper = paper(beside: cue) { return (discourse.authors.map(Teller.actor), paper.range) }
    let phrase = scene.subjectPhrase(of: cue)
    switch scene.subject(of: cue) {
    case .mention(let mention)?:
      // *The harvest is good, said the farmer*: not whom the words told are about.
      let segment = scene.segment(of: cue.lowerBound).map { scene.segments[$0] }
      let home = segment?.range ?? scene.sentence
      if let phrase, segment?.kind != .relative, !followsRelative(cue), !home.contains(mention.range.lowerBound), home.contains(phrase.lowerBound), !names(phrase) { return ([.outsider], phrase) }
      if case .pronoun(let classes) = mention.who, !classes.isDisjoint(with: [.we, .firstPerson]) {
        return phrase.map { $0.overlaps(mention.range) || names($0) ? ([], nil) : ([.outsider], $0) } ?? ([], nil)
      }
      let joined = [mention] + scene.joined(to: mention).filter { $0.range != mention.range }
      let tellers = joined.flatMap { mention -> [Teller] in
        let several = mention.isDocument ? discourse.authors : discourse.several(mention)
        return several.isEmpty ? [meant(mention, besideCue: segment) ?? .outsider] : several.map { .actor($0) }
      }
      return (tellers, phrase.flatMap { $0.overlaps(mention.range) ? $0 : nil } ?? scene.phrase(around: mention.range))
    case .unknown?: return ([.outsider], phrase)
    case nil where isOwn(cue): return ([], nil)
    case nil: return phrase.map { names($0) ? ([], nil) : ([.outsider], $0) } ?? ([], nil)
    }
  }

  /// *Let us recall that ...*
  private func isOwn(_ cue: Range<Int>) -> Bool {
    let before = max(scene.sentence.lowerBound, cue.lowerBound - 2)..<cue.lowerBound
    return before.contains { !scene.classes($0).isDisjoint(with: [.we, .firstPerson]) }
  }

  /// *heißt es in der Erklärung*: a cue without a subject, and the paper in which it stands.
  private func paper(beside cue: Range<Int>) -> Mention? {
    guard scene.classes(cue.upperBound - 1).contains(.impersonal), let number = scene.segment(of: cue.lowerBound) else { return nil }
    return scene.mentions.first { $0.isDocument && $0.isOblique && scene.segments[number].range.contains($0.range.lowerBound) }
  }

  /// *Rassendyll must agree, he said*: the pronoun means nobody of whom it is said, if somebody was spoken of before.
  private func meant(_ mention: Mention, besideCue segment: Segment?) -> Teller? {
    if case .pronoun = mention.who, let segment, segment.kind == .main, scene.isAside(segment) {
      let told = (scene.segments.last { $0.mark == .colon && $0.range.lowerBound < segment.range.lowerBound }?.range.lowerBound ?? 0)..<segment.range.lowerBound
      let others = scene.mentions.filter { !told.contains($0.range.lowerBound) }
      if let before = discourse.resolve(mention, in: others, within: nil) { return before }
    }
    return discourse.resolve(mention, in: scene.mentions, within: nil)
  }

  /// *Zenda, who had flown in, told the cameras ...*
  private func followsRelative(_ cue: Range<Int>) -> Bool {
    guard !scene.lexicon.pack.inverts, let number = scene.segment(of: cue.lowerBound), number > 0 else { return false }
    return scene.segments[number - 1].kind == .relative && scene.segments[number].mark == .comma
  }

  /// Whether somebody known stands in a phrase.
  private func names(_ phrase: Range<Int>) -> Bool {
    scene.mentions.contains { $0.canBeSubject && $0.range.overlaps(phrase) }
  }

  /// *according to S*, *laut S*, *S zufolge*: the rest of the sentence is the content.
  private func verbless(_ cue: Range<Int>, source side: String) -> Voice? {
    guard let source = side == "within" ? cue : scene.phrase(beside: cue, before: side == "before") else { return nil }
    guard scene.classes(source.lowerBound).isDisjoint(with: [.ourPossessive, .we, .firstPerson]) else { return nil }
    let owners: WordClasses = side == "within" ? [.own, .possessive, .herPossessive, .theirPossessive] : .own
    if (cue.lowerBound..<max(cue.upperBound, source.upperBound)).contains(where: { !scene.classes($0).isDisjoint(with: owners) }) { return nil }
    // *nach dem Willen der Europäer*
    let named = scene.mentions.first { $0.range.overlaps(source) }
      ?? scene.mentions.first { $0.isOblique && (1...1).contains($0.range.lowerBound - source.upperBound) && scene.classes(source.upperBound).contains(.feminineOblique) }
      ?? (side == "within" ? scene.adjective(within: source) ?? scene.mentions.first { !$0.canBeSubject && (0...1).contains($0.range.lowerBound - source.upperBound) } : nil)
    let teller = named.map { discourse.resolve($0, in: scene.mentions, within: nil) ?? .outsider } ?? .anonymous(party: nil)
    let home = scene.segment(of: cue.lowerBound).map { scene.segments[$0] }
    let scope = switch home?.kind {
    case .relative: home?.range ?? scene.sentence
    case .complement, .subordinate: (home?.range.lowerBound ?? 0)..<scene.sentence.upperBound
    default: scene.sentence
    }
    let start = min(cue.lowerBound, source.lowerBound)
    let end = max(cue.upperBound, source.upperBound)
    let pieces = [scope.lowerBound..<max(scope.lowerBound, start), min(end, scope.upperBound)..<scope.upperBound]
    let content = pieces.filter { scene.words(in: $0) > 0 }
    guard content.contains(where: { scene.words(in: $0) > 2 }) else { return nil }
    let words = cue.lowerBound..<(cue.contains(source.lowerBound) && source.lowerBound > cue.lowerBound ? source.lowerBound : cue.upperBound)
    let isPaper = isDocument(source)
    let others = isPaper ? discourse.authors.map(Teller.actor).filter { $0 != teller } : []
    return Voice(teller: isPaper ? discourse.authors.first.map(Teller.actor) ?? teller : teller, others: others, source: source, cue: words, content: content, isAside: true, isDocument: isPaper)
  }

  /// *Trump on the summit: "..."*: a name before a colon.
  private func labelled() -> Voice? {
    guard
      let colon = scene.sentence.first(where: { scene.tokens[$0].kind == .colon }),
      colon - scene.sentence.lowerBound <= 22, !isWithinNumber(colon),
      let mention = scene.mentions.first(where: { $0.range.upperBound <= colon && $0.canBeSubject }) ?? origin(before: colon),
      let teller = discourse.resolve(mention, in: scene.mentions, within: nil) ?? discourse.authors.first.map(Teller.actor), colon + 1 < scene.sentence.upperBound
    else { return quotedBefore() }
    let before = scene.sentence.lowerBound..<colon
    let hasVerb = scene.segments.contains { $0.hasVerb && before.contains($0.range.lowerBound) }
    guard !hasVerb else { return nil }
    if mention.isDocument, let first = discourse.authors.first {
      let others = discourse.authors.dropFirst().map(Teller.actor)
      return Voice(teller: .actor(first), others: others, source: mention.range, content: [(colon + 1)..<scene.sentence.upperBound], isDocument: true)
    }
    let others = scene.joined(to: mention).compactMap { discourse.resolve($0, in: scene.mentions, within: nil) }.filter { $0 != teller }
    return Voice(teller: teller, others: others, source: mention.range, cue: nil, content: [(colon + 1)..<scene.sentence.upperBound])
  }

  /// *A clear no from Moscow: ...*
  private func origin(before colon: Int) -> Mention? {
    scene.mentions.first { mention in
      mention.range.upperBound == colon && mention.isOblique && mention.range.lowerBound > scene.sentence.lowerBound
        && scene.classes(mention.range.lowerBound - 1).contains(.origin)
    }
  }

  /// *2:1*
  private func isWithinNumber(_ colon: Int) -> Bool {
    colon + 1 < scene.tokens.count && scene.tokens[colon + 1].kind == .number && scene.tokens[colon + 1].start == scene.tokens[colon].end
  }

  /// *"A mistake": Trump on the summit*: a quotation, a colon, and who says it.
  private func quotedBefore() -> Voice? {
    guard let colon = scene.sentence.first(where: { scene.tokens[$0].kind == .colon }), colon >= scene.sentence.lowerBound + 2,
      scene.text.quotations.membership[colon - 2] >= 0,
      let mention = scene.mentions.first(where: { $0.range.lowerBound > colon && $0.canBeSubject }),
      mention.range.lowerBound - colon <= 3, let teller = discourse.resolve(mention, in: scene.mentions, within: nil),
      !scene.segments.contains(where: { $0.hasVerb && $0.range.contains(mention.range.lowerBound) })
    else { return nil }
    return Voice(teller: teller, source: mention.range, cue: nil, content: [scene.sentence.lowerBound..<colon, mention.range.upperBound..<scene.sentence.upperBound])
  }

  func content(of cue: Range<Int>, source: Range<Int>?) -> [Range<Int>] {
    guard let number = scene.segment(of: cue.lowerBound) else { return [] }
    let opening = frame(number, source)
    var segment = scene.segments[number]
    segment.range = scene.segments[opening].range.lowerBound..<segment.range.upperBound
    segment.mark = scene.segments[opening].mark
    let end = max(cue.upperBound, source.map { $0.lowerBound >= cue.upperBound ? $0.upperBound : cue.upperBound } ?? 0)
    let before = scene.sentence.lowerBound..<segment.range.lowerBound
    let last = max(scene.segment(of: cue.upperBound - 1) ?? number, number)
    let follows = last + 1 < scene.segments.count ? scene.segments[last + 1] : nil
    // The cue's last word opens its content: *reported that*.
    if last > number, cue.upperBound < scene.segments[last].range.upperBound {
      return [(cue.upperBound - (opensContent(cue) ? 1 : 0))..<scene.sentence.upperBound]
    }
    // *On Monday, asked about it, he said: "..."*
    if let follows, follows.mark == .colon, !scene.lexicon.pack.inverts, end >= segment.range.upperBound, !quoteEnds(before) { return [follows.range.lowerBound..<scene.sentence.upperBound] }
    if let quoted = quotation(before: segment) {
      let next = text(after: segment)
      return [quoted] + (next.map { [$0] } ?? [])
    }
    let bare = bareClause(from: end, in: segment)
    // *told the paper on Monday that ...*
    let isAddressed = bare.map { clause in follows?.kind == .complement && follows?.mark == nil && !clause.contains(where: isFinite) } ?? false
    let rest = isAddressed ? nil : bare
    let isInterrupted = source.map { $0.upperBound <= segment.range.lowerBound } ?? false && !quoteEnds(before) && scene.words(in: cue.upperBound..<max(cue.upperBound, scene.sentence.upperBound)) > 1
    // *Die Zeitung berichtete, der Chef habe gesagt, ...*: a clause that is told, and not put in.
    let isTold = source.map { $0.lowerBound == segment.range.lowerBound } ?? false && segment.range.contains { scene.classes($0).contains(.reported) }
    let leads = !isInterrupted && !isTold && (scene.words(in: before) >= 3 || quoteEnds(before)) && hasClause(before, opening)
    if leads, rest == nil, let follows, follows.kind == .complement, !quoteEnds(before), !opensContent(opening - 1) {
      return [follows.range.lowerBound..<scene.sentence.upperBound]
    }
    if leads, trails(cue, source, in: segment), rest == nil || segment.mark != nil && quoteEnds(before) {
      var pieces = [before]
      if let follows, ![.relative, .temporal, .subordinate].contains(follows.kind) { pieces.append(follows.range.lowerBound..<scene.sentence.upperBound) }
      return pieces
    }
    // *told Zenda over lunch that ...*
    if let rest, follows?.kind != .complement || scene.hasVerb(in: rest) { return [rest.lowerBound..<scene.sentence.upperBound] }
    if let follows, ![.relative, .subordinate].contains(follows.kind) || !leads && opensWithNoun(follows) { return [follows.range.lowerBound..<scene.sentence.upperBound] }
    return leads && segment.kind != .relative ? [before] : []
  }

  /// *the treasurer, Paul Dean, said*: the first segment of the words that frame what is told.
  private func frame(_ number: Int, _ source: Range<Int>?) -> Int {
    guard let source, let home = scene.segment(of: source.lowerBound), home < number, !scene.segments[home].hasVerb,
      scene.segments[(home + 1)..<number].allSatisfy({ $0.kind == .relative || !$0.hasVerb })
    else { return number }
    return home
  }

  func isFinite(_ token: Int) -> Bool {
    !scene.classes(token).isDisjoint(with: [.passive, .perfect, .future, .obligation, .indefinite, .potential, .negation]) || scene.hits.contains { hit in
      if hit.range.lowerBound == token, case .past = scene.meaning(hit) { true } else { false }
    }
  }

  /// *erklärte der Verein, das Fest falle aus*: what looks like a relative clause is told.
  private func opensWithNoun(_ segment: Segment) -> Bool {
    let first = segment.range.lowerBound
    return scene.lexicon.pack.capitalisesNouns && segment.kind == .relative && segment.range.count > 2
      && scene.classes(first).contains(.determiner) && scene.tokens[first + 1].capital
  }

  /// *reported that*
  private func opensContent(_ cue: Range<Int>) -> Bool {
    cue.count > 1 && scene.classes(cue.upperBound - 1).contains(.complementizer)
  }

  /// The quotation that ends where the cue's clause begins, unless it only ends a sentence of the reporter's.
  private func quotation(before segment: Segment) -> Range<Int>? {
    guard let quote = scene.text.quotations.quotes.last(where: { $0.content.upperBound <= segment.range.lowerBound }),
      segment.range.lowerBound - quote.content.upperBound <= 3, !gap(quote.content, segment.range).contains(where: { scene.tokens[$0].isWord })
    else { return nil }
    let begins = quote.content.lowerBound - 1
    guard begins <= scene.sentence.lowerBound || !scene.tokens[begins - 1].isWord else { return nil }
    let content = quote.content.clamped(to: scene.sentence)
    return content.isEmpty ? nil : content
  }

  /// *"C1," S said, "C2"*
  private func text(after segment: Segment) -> Range<Int>? {
    guard let quote = quotes.first(where: { $0.lowerBound >= segment.range.upperBound }), quote.lowerBound - segment.range.upperBound <= 3 else { return nil }
    return quote
  }

  /// *X had told him, Y said, that ...*: the clause behind belongs to the cue before.
  private func opensContent(_ number: Int) -> Bool {
    guard scene.segments.indices.contains(number) else { return false }
    return scene.hits.contains { hit in
      if case .cue = scene.meaning(hit) { scene.segments[number].range.contains(hit.range.lowerBound) } else { false }
    }
  }

  /// Whether the segments before the cue hold more than a phrase of time or place.
  private func hasClause(_ before: Range<Int>, _ number: Int) -> Bool {
    scene.segments[..<number].contains { segment in
      guard let first = segment.range.first(where: { scene.tokens[$0].isWord }) else { return false }
      if scene.text.quotations.membership[first] >= 0 { return true }
      // Where a phrase of time in front turns the order round, no comma follows it.
      let isPhrase = scene.classes(first).contains(.preposition) && !scene.lexicon.pack.inverts && !segment.hasVerb
      return scene.words(in: segment.range) >= 3 && !isPhrase && segment.kind != .subordinate
    }
  }

  private func quoteEnds(_ before: Range<Int>) -> Bool {
    before.reversed().prefix(3).contains { scene.text.quotations.membership[$0] >= 0 }
  }

  /// Cue and source open their segment: *, he said*.
  private func trails(_ cue: Range<Int>, _ source: Range<Int>?, in segment: Segment) -> Bool {
    guard segment.kind == .main, source.map({ segment.range.contains($0.lowerBound) }) ?? true else {
      return false
    }
    let start = min(cue.lowerBound, source?.lowerBound ?? cue.lowerBound)
    return scene.words(in: segment.range.lowerBound..<max(start, segment.range.lowerBound)) <= 4
  }

  /// A clause in the cue's own segment: *he said it was better*; not *said on Sunday*, *told reporters*. Languages
  /// that invert set a comma before a clause.
  private func bareClause(from start: Int, in segment: Segment) -> Range<Int>? {
    guard !scene.lexicon.pack.inverts, start < segment.range.upperBound else { return nil }
    var index = start
    while index < segment.range.upperBound {
      guard scene.tokens[index].isWord else {
        index += 1
        continue
      }
      let found = scene.classes(index)
      if !found.isDisjoint(with: [.preposition, .by]) {
        index = end(ofPhraseAt: index, in: segment)
        guard segment.range[index..<segment.range.upperBound].contains(where: isFinite) else { return nil }
        continue
      }
      // *told reporters it was*, not *said two men were*
      let isAddressee = found.isEmpty && !scene.tokens[index].capital && index == start && index + 1 < segment.range.upperBound
        && (!scene.classes(index + 1).isEmpty || scene.tokens[index + 1].capital)
      guard isAddressee || !found.isDisjoint(with: [.auxiliary]) && index == start else { break }
      index += 1
    }
    // *told the inquiry he had ...*
    if index < segment.range.upperBound, scene.classes(index).contains(.determiner),
      let pronoun = ((index + 2)..<max(index + 2, min(index + 5, segment.range.upperBound))).first(where: { !scene.classes($0).isEmpty }),
      !scene.classes(pronoun).isDisjoint(with: [.he, .she, .they, .we, .firstPerson, .object])
    {
      index = pronoun
    }
    let rest = index..<max(index, segment.range.upperBound)
    return scene.words(in: rest) >= 3 ? rest : nil
  }

  /// *in a statement*, *on Friday*: up to a pronoun, an article or another preposition.
  private func end(ofPhraseAt preposition: Int, in segment: Segment) -> Int {
    var index = preposition + 1
    while index < segment.range.upperBound, !scene.classes(index).isDisjoint(with: [.determiner, .possessive, .herPossessive, .theirPossessive, .ourPossessive]) { index += 1 }
    while index < segment.range.upperBound, scene.tokens[index].isWord, scene.classes(index).isEmpty { index += 1 }
    return max(index, preposition + 1)
  }

  private func addressee(after cue: Range<Int>, source: Range<Int>?) -> Range<Int>? {
    scene.mentions.first { mention in
      mention.range != source && mention.range.lowerBound >= cue.upperBound && mention.range.lowerBound - cue.upperBound <= 1
    }?.range
  }

  // MARK: - Quotations

  private var quotes: [Range<Int>] {
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
