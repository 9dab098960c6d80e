/// What a cue tells: the words of its content.
extension VoiceFinder {
  /// The pieces of the sentence that a cue tells; none where it tells nothing in it.
  func content(of cue: Range<Int>, source: Range<Int>?) -> [Range<Int>] {
    guard let number = scene.segment(of: cue.lowerBound) else { return [] }
    let opening = frame(number, source)
    var segment = scene.segments[number]
    segment.range = scene.segments[opening].range.lowerBound..<segment.range.upperBound
    segment.mark = scene.segments[opening].mark
    let end = max(cue.upperBound, source.map { $0.lowerBound >= cue.upperBound ? $0.upperBound : cue.upperBound } ?? 0)
    let before = scene.sentence.lowerBound..<segment.range.lowerBound
    let last = max(scene.segment(of: cue.upperBound - 1) ?? number, number)
    let isBeside = segment.kind == .complement && last + 1 < scene.segments.count && scene.isSecond(last + 1)
    let follows = last + 1 < scene.segments.count && !isBeside ? scene.segments[last + 1] : nil
    // The cue's last word opens its content: *reported that*.
    if last > number, cue.upperBound < scene.segments[last].range.upperBound {
      return [(cue.upperBound - (opensContent(cue) ? 1 : 0))..<scene.sentence.upperBound]
    }
    // *On Monday, asked about it, he said: "..."*
    if let follows, follows.mark == .colon, !scene.lexicon.pack.inverts, end >= segment.range.upperBound,
      !quoteEnds(before)
    {
      return [follows.range.lowerBound..<scene.sentence.upperBound]
    }
    if let quoted = quotation(before: segment) {
      let next = text(after: segment)
      return [quoted] + (next.map { [$0] } ?? [])
    }
    if let follows, let opening = parted(by: number, before: follows) {
      // *There will be none: Zenda, he said, has refused*
      let start = scene.segments[number - 1].mark == .colon ? scene.sentence.lowerBound : opening.lowerBound
      return [start..<opening.upperBound, follows.range.lowerBound..<scene.sentence.upperBound]
    }
    let bare = bareClause(from: end, in: segment)
    // *told the paper on Monday that ...*
    let isAddressed = bare.map { clause in follows?.kind == .complement && follows?.mark == nil && !clause.contains(where: isFinite) } ?? false
    let isInterrupted =
      source.map { $0.upperBound <= segment.range.lowerBound } ?? false && !quoteEnds(before)
      && scene.words(in: cue.upperBound..<scene.sentence.upperBound) > 1
    // *Die Zeitung berichtete, der Chef habe gesagt, ...*: a clause that is told, and not put in.
    let isTold = source.map { $0.lowerBound == segment.range.lowerBound } ?? false && segment.range.contains { scene.classes($0).contains(.reported) }
    // *Lange, sagt Zenda, hätten sie ihn verlangt*: the clause that goes on tells nothing of what stands before.
    let goesOn = number > 0 && cue.lowerBound > segment.range.lowerBound && scene.isPutIn(number - 1)
    let leads =
      scene.isPutIn(number)
      || !isInterrupted && !isTold && !goesOn
        && ((scene.words(in: before) >= 3 || quoteEnds(before)) && hasClause(before: opening) || answers(before))
    // *There will be none, he told the reporters on his plane*
    let isClosed = leads && source != nil && segment.mark == .comma && follows.map { $0.mark == .semicolon } ?? true && trails(cue, source, in: segment)
      && bare.map { !$0.contains(where: isFinite) && !scene.hasVerb(in: $0) } ?? false
    let rest = isAddressed || isClosed ? nil : bare
    if leads, rest == nil, let follows, follows.kind == .complement, !quoteEnds(before), !opensContent(opening - 1) {
      return [follows.range.lowerBound..<scene.sentence.upperBound]
    }
    if leads, trails(cue, source, in: segment), rest == nil || segment.mark != nil && quoteEnds(before) {
      var pieces = [before]
      if let follows, ![.relative, .temporal, .subordinate].contains(follows.kind) { pieces.append(follows.range.lowerBound..<scene.sentence.upperBound) }
      return pieces
    }
    // *told Zenda over lunch that ...*
    if let rest, follows?.kind != .complement || scene.hasVerb(in: rest) || scene.isPast(rest) { return [rest.lowerBound..<scene.sentence.upperBound] }
    if let follows, ![.relative, .subordinate].contains(follows.kind) || !leads && opensWithNoun(follows) {
      return [follows.range.lowerBound..<scene.sentence.upperBound]
    }
    // *the talks that Zenda announced*: tells nothing of what stands before.
    let hangs = segment.kind == .relative || segment.kind == .complement && segment.mark == nil && scene.followsThing(segment)
    return leads && !hangs ? [before] : []
  }

  /// *Zenda, he said, should sign*: the subject before what is put in, where its verb stands behind.
  private func parted(by number: Int, before follows: Segment) -> Range<Int>? {
    guard !scene.lexicon.pack.inverts, number > 0, scene.isAside(scene.segments[number]), follows.mark == .comma, follows.kind == .main else { return nil }
    let before = scene.segments[number - 1]
    guard [.main, .complement].contains(before.kind), !scene.hasVerb(in: before.range),
      scene.mentions.contains(where: { before.range.contains($0.range.lowerBound) && $0.canBeSubject }),
      let verb = follows.range.first, scene.hasVerb(in: verb..<(verb + 1))
    else { return nil }
    return before.range
  }

  /// *the treasurer, Paul Dean, said*: the first segment of the words that frame what is told.
  private func frame(_ number: Int, _ source: Range<Int>?) -> Int {
    guard let source, let home = scene.segment(of: source.lowerBound), home < number, !scene.segments[home].hasVerb,
      scene.segments[(home + 1)..<number].allSatisfy({ $0.kind == .relative || !$0.hasVerb })
    else { return number }
    return home
  }

  /// A verb form of its own, or a negation.
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
  func opensContent(_ cue: Range<Int>) -> Bool {
    cue.count > 1 && scene.classes(cue.upperBound - 1).contains(.complementizer)
  }

  /// The quotation that ends where the cue's clause begins, unless it only ends a sentence of the reporter's.
  func quotation(before segment: Segment) -> Range<Int>? {
    guard let quote = scene.text.quotations.quotes.last(where: { $0.content.upperBound <= segment.range.lowerBound }),
      segment.range.lowerBound - quote.content.upperBound <= 3, !gap(quote.content, segment.range).contains(where: { scene.tokens[$0].isWord })
    else { return nil }
    let begins = quote.content.lowerBound - 1
    guard begins <= scene.sentence.lowerBound || !scene.tokens[begins - 1].isWord else { return nil }
    let content = quote.content.clamped(to: scene.sentence)
    return content.isEmpty ? nil : content
  }

  /// *"C1," S said, "C2"*
  func text(after segment: Segment) -> Range<Int>? {
    guard let quote = quotes.first(where: { $0.lowerBound >= segment.range.upperBound }), quote.lowerBound - segment.range.upperBound <= 3 else { return nil }
    return quote
  }

  /// *X had told him, Y said, that ...*: the clause behind belongs to the cue before.
  func opensContent(_ number: Int) -> Bool {
    guard scene.segments.indices.contains(number) else { return false }
    return scene.hits.contains { hit in
      if case .cue = scene.meaning(hit) { scene.segments[number].range.contains(hit.range.lowerBound) } else { false }
    }
  }

  /// Whether the segments before one hold more than a phrase of time or place.
  func hasClause(before number: Int) -> Bool {
    scene.segments[..<number].contains { segment in
      guard let first = segment.range.first(where: { scene.tokens[$0].isWord }) else { return false }
      if scene.text.quotations.membership[first] >= 0 { return true }
      // Where a phrase of time in front turns the order round, no comma follows it.
      let isPhrase = scene.classes(first).contains(.preposition) && !scene.lexicon.pack.inverts && !segment.hasVerb
      return scene.words(in: segment.range) >= 3 && !isPhrase && segment.kind != .subordinate
    }
  }

  /// *No, says Zenda*
  private func answers(_ before: Range<Int>) -> Bool {
    discourse.isAsked && scene.hits.contains { hit in
      if hit.range.lowerBound == before.lowerBound, case .answer = scene.meaning(hit) { true } else { false }
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
    return scene.words(in: segment.range.lowerBound..<start) <= 4
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
      // *said as he arrived*
      if found.contains(.conjunctive), index + 1 < segment.range.upperBound, scene.classes(index + 1).isDisjoint(with: .objective),
        !scene.classes(index + 1).isDisjoint(with: [.he, .she, .they, .we, .firstPerson])
      {
        return nil
      }
      if !found.isDisjoint(with: [.preposition, .by]) {
        index = end(ofPhraseAt: index, in: segment)
        guard segment.range[index..<segment.range.upperBound].contains(where: isFinite) else { return nil }
        continue
      }
      // *told reporters it was*, not *said two men were*
      let isAddressee = found.isEmpty && !scene.tokens[index].capital && index == start && index + 1 < segment.range.upperBound
        && (!scene.classes(index + 1).isEmpty || scene.tokens[index + 1].capital)
      guard isAddressee || found.contains(.auxiliary) && index == start else { break }
      index += 1
    }
    // *told Zenda he would ...*
    if let addressee = scene.mentions.first(where: { $0.range.lowerBound == index }), addressee.isName, addressee.range.upperBound < segment.range.upperBound,
      !scene.classes(addressee.range.upperBound).isDisjoint(with: [.he, .she, .they, .we, .firstPerson, .object])
    { index = addressee.range.upperBound }
    // *told the inquiry he had ...*
    if index < segment.range.upperBound, scene.classes(index).contains(.determiner),
      let pronoun = ((index + 2)..<min(index + 5, segment.range.upperBound)).first(where: { !scene.classes($0).isEmpty }),
      !scene.classes(pronoun).isDisjoint(with: [.he, .she, .they, .we, .firstPerson, .object])
    {
      index = pronoun
    }
    let rest = index..<segment.range.upperBound
    return scene.words(in: rest) >= 3 ? rest : nil
  }

  /// *in a statement*, *on Friday*: up to a pronoun, an article or another preposition.
  func end(ofPhraseAt preposition: Int, in segment: Segment) -> Int {
    var index = preposition + 1
    while index < segment.range.upperBound,
      !scene.classes(index).isDisjoint(with: [
        .determiner, .possessive, .herPossessive, .theirPossessive, .ourPossessive,
      ])
    { index += 1 }
    while index < segment.range.upperBound, scene.tokens[index].isWord, scene.classes(index).isEmpty { index += 1 }
    return max(index, preposition + 1)
  }

  /// Who stands right behind the cue: *told Zenda*.
  func addressee(after cue: Range<Int>, source: Range<Int>?) -> Range<Int>? {
    scene.mentions.first { mention in
      mention.range != source && mention.range.lowerBound >= cue.upperBound && mention.range.lowerBound - cue.upperBound <= 1
    }?.range
  }
}
