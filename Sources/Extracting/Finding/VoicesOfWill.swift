/// Belief and intention: what somebody wants, demands or hopes, told by a predicate and a clause or an infinitive.
///
/// They are no voices for the coder, which composes them itself; they are attributions all the same.
extension VoiceFinder {
  func wills(besides voices: [Voice]) -> [Voice] {
    var found: [Voice] = []
    for hit in scene.hits {
      guard case .predicate(let number) = scene.meaning(hit), voices.allSatisfy({ $0.cue.map { !$0.overlaps(hit.range) } ?? true }) else { continue }
      let predicate = scene.lexicon.pack.predicates[number]
      guard predicate.noun != true, predicate.holder != .speaker, ![.drops, .asks].contains(predicate.does), hit.slot == nil,
        !isNoun(hit.range.lowerBound), !found.contains(where: { $0.cue?.overlaps(hit.range) ?? false }), let content = clause(after: hit.range), !(voices + found).contains(where: { $0.content == [content] })
      else { continue }
      let (tellers, source) = tellers(of: hit.range)
      guard let teller = tellers.first else { continue }
      found.append(Voice(teller: teller, source: source, cue: hit.range.clamped(to: hit.range.lowerBound..<max(content.lowerBound, hit.range.lowerBound + 1)), content: [content]))
    }
    return found
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
    scene.lexicon.pack.capitalisesNouns && scene.tokens[token].capital && token > scene.sentence.lowerBound
  }

  /// *hopes that ...*, *will das Abkommen unterzeichnen*: the clause that the predicate opens.
  private func clause(after verb: Range<Int>) -> Range<Int>? {
    guard let number = scene.segment(of: verb.lowerBound) else { return nil }
    if scene.classes(verb.upperBound - 1).contains(.complementizer) { return (verb.upperBound - 1)..<scene.sentence.upperBound }
    let next = (scene.segment(of: verb.upperBound - 1) ?? number) + 1
    if scene.segments.indices.contains(next), [.complement, .infinitive, .hypothetical].contains(scene.segments[next].kind) {
      return scene.segments[next].range.lowerBound..<scene.sentence.upperBound
    }
    let rest = verb.upperBound..<max(verb.upperBound, scene.segments[number].range.upperBound)
    let opens = scene.classes(verb.upperBound - 1).contains(.infinitive) ? verb.upperBound - 1 : rest.first { scene.tokens[$0].isWord }
    guard !scene.lexicon.pack.inverts, let opens, scene.classes(opens).contains(.infinitive) else { return nil }
    return opens..<scene.sentence.upperBound
  }
}
