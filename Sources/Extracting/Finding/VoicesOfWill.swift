/// Belief and intention: what somebody wants, demands or hopes, told by a predicate and a clause or an infinitive.
///
/// They are no voices for the coder, which composes them itself; they are attributions all the same.
extension VoiceFinder {
  /// What the sentence tells of somebody's will or belief, where no voice tells it already.
  func wills(besides voices: [Voice]) -> [Voice] {
    var found: [Voice] = []
    for hit in scene.hits {
      let isAttitude = if case .attitude = scene.meaning(hit) { true } else { false }
      guard isAttitude || isWill(hit), !(voices + found).contains(where: { $0.cue?.overlaps(hit.range) ?? false }),
        !isNoun(hit.range.lowerBound), !(isAttitude && isInfinite(hit.range.lowerBound))
      else { continue }
      let (tellers, source) = tellers(of: hit.range)
      let clause = clause(after: hit.range) ?? (isAttitude ? content(of: hit.range, source: source).first { $0.contains(where: isFinite) } : nil)
      let quote = scene.text.quotations.quote(at: hit.range.lowerBound)?.content
      guard let teller = tellers.first, source != nil || !isAttitude, let content = clause ?? (isAttitude ? fragment(after: hit.range) : nil),
        !(voices + found).contains(where: { $0.content == [content] }), quote.map({ $0.contains(content.lowerBound) }) ?? true
      else { continue }
      let cue = hit.range.clamped(to: hit.range.lowerBound..<max(content.lowerBound, hit.range.lowerBound + 1))
      found.append(Voice(teller: teller, source: source, cue: cue, content: [content]))
    }
    return found
  }

  /// A verb of what its subject wants of a thing.
  private func isWill(_ hit: Matcher.Hit) -> Bool {
    guard let predicate = scene.predicate(of: hit) else { return false }
    return predicate.noun != true && predicate.holder != .speaker && ![.drops, .yields, .asks, .nothing].contains(predicate.does) && hit.slot == nil
  }

  /// *dismissed the report as "nonsense"*: the words quoted in the verb's own clause.
  private func fragment(after verb: Range<Int>) -> Range<Int>? {
    guard let number = scene.segment(of: verb.lowerBound) else { return nil }
    return scene.text.quotations.quotes.lazy.map(\.content).first { quote in
      quote.lowerBound >= verb.upperBound && scene.segments[number].range.contains(quote.lowerBound) && quote.upperBound <= scene.sentence.upperBound
        && scene.words(in: quote) > 0
    }
  }

  /// Of several cues of one source each tells up to the next: *said it was late and asked to leave*.
  func split(_ voices: [Voice]) -> [Voice] {
    voices.map { voice in
      guard let cue = voice.cue, let source = voice.source else { return voice }
      var voice = voice
      for other in voices {
        guard let next = other.cue, other.source == source, next.lowerBound > cue.upperBound, voice.covers(next.lowerBound), !voice.covers(source.lowerBound),
          let number = scene.segment(of: next.lowerBound), scene.segments[number].kind == .coordinate
        else { continue }
        let end = scene.segments[number].range.lowerBound
        voice.content = voice.content.map { $0.clamped(to: min($0.lowerBound, end)..<end) }.filter { !$0.isEmpty }
      }
      return voice
    }
  }

  /// *In a paper it is said that ...*, *hieß es*: told by nobody who is named, or by what a preposition names.
  func hearsay(besides voices: [Voice]) -> [Voice] {
    for hit in scene.hits {
      guard case .hearsay = scene.meaning(hit), let number = scene.segment(of: hit.range.lowerBound) else { continue }
      let content = clause(beside: number)
      guard let content, !voices.contains(where: { $0.covers(content.lowerBound) || $0.covers(hit.range.lowerBound) }) else { continue }
      let source = scene.phrases(in: scene.segments[number].range).first { $0.isOblique && !$0.range.overlaps(hit.range) }?.range
      return [Voice(teller: .anonymous(party: nil), source: source, cue: hit.range, content: [content])]
    }
    return []
  }

  /// The clauses behind one of few words, or before it.
  private func clause(beside number: Int) -> Range<Int>? {
    let segment = scene.segments[number]
    if number + 1 < scene.segments.count, ![.relative, .subordinate, .temporal].contains(scene.segments[number + 1].kind) {
      return scene.segments[number + 1].range.lowerBound..<scene.sentence.upperBound
    }
    return number > 0 && scene.words(in: segment.range) <= 8 ? scene.sentence.lowerBound..<segment.range.lowerBound : nil
  }

  private func isNoun(_ token: Int) -> Bool {
    if scene.lexicon.pack.capitalisesNouns { return scene.tokens[token].capital && token > scene.sentence.lowerBound }
    return token > scene.sentence.lowerBound && !scene.classes(token - 1).isDisjoint(with: [.determiner, .possessive, .theirPossessive, .ourPossessive])
  }

  /// *wanted to know*
  private func isInfinite(_ token: Int) -> Bool {
    token > scene.sentence.lowerBound && scene.classes(token - 1).contains(.infinitive)
  }

  /// *hopes that ...*, *will das Abkommen unterzeichnen*: the clause that the predicate opens.
  private func clause(after verb: Range<Int>) -> Range<Int>? {
    guard let number = scene.segment(of: verb.lowerBound) else { return nil }
    if scene.classes(verb.upperBound - 1).contains(.complementizer) { return (verb.upperBound - 1)..<scene.sentence.upperBound }
    let next = (scene.segment(of: verb.upperBound - 1) ?? number) + 1
    if scene.segments.indices.contains(next), [.complement, .infinitive, .hypothetical].contains(scene.segments[next].kind) {
      return scene.segments[next].range.lowerBound..<scene.sentence.upperBound
    }
    let rest = verb.upperBound..<scene.segments[number].range.upperBound
    guard !scene.lexicon.pack.inverts else { return nil }
    let opens = opensInfinitive(verb.upperBound - 1) ? verb.upperBound - 1 : rest.first(where: opensInfinitive)
    guard let opens, scene.words(in: verb.upperBound..<opens) <= 6 else { return nil }
    return opens..<scene.sentence.upperBound
  }

  /// *to sign*, not *to the mayor*, *to Kyiv*.
  private func opensInfinitive(_ token: Int) -> Bool {
    guard scene.classes(token).contains(.infinitive), token + 1 < scene.sentence.upperBound else { return false }
    return !scene.tokens[token + 1].capital
      && scene.classes(token + 1).isDisjoint(with: [
        .determiner, .possessive, .theirPossessive, .ourPossessive, .demonstrative,
      ])
  }
}
