/// Clauses that their verb opens, and infinitives that open a sentence, told by the clause behind them.
extension Segmenter {
  /// *under the condition that ...*: the clause is the condition.
  func carry(_ segments: inout [Segment]) {
    for number in segments.indices.dropLast() {
      let (one, next) = (segments[number], segments[number + 1])
      // *vorausgesetzt, Paris liefert*
      let isWord = one.range.count == 1 && next.kind == .main && next.mark == .comma
      if one.kind == .condition, one.range.count <= 5, isWord || [.complement, .temporal].contains(next.kind) { segments[number + 1].kind = .condition }
      // *whether the truce or the treaty comes first*
      if one.kind == .hypothetical, next.kind == .coordinate, next.mark == nil { segments[number + 1].kind = .hypothetical }
    }
  }

  /// *Verweigere sich Moskau, werde man handeln*: a clause that its verb opens, before one that its verb opens, is a condition.
  func suppose(_ segments: inout [Segment]) {
    guard lexicon.pack.inverts else { return }
    for number in segments.indices.dropLast() {
      if segments[number].kind == .main, segments[number].mark == nil, segments[number + 1].mark == .comma,
        endsInInfinitive(segments[number], before: segments[number + 1])
      {
        segments[number].kind = .infinitive
        continue
      }
      guard segments[number].kind == .main, segments[number].mark != .comma, segments[number + 1].mark == .comma,
        tokens[segments[number].range.upperBound - 1].kind != .closeQuote, opensWithVerb(segments[number]),
        opensFinite(segments[number + 1]) || answers(segments[number + 1], to: segments[number])
      else { continue }
      segments[number].kind = .condition
    }
  }

  /// *..., werde man handeln*, *..., dann werde man handeln*
  private func opensFinite(_ segment: Segment) -> Bool {
    let first = firstWord(of: segment.range)
    return isFinite(first) || !classes(first).isDisjoint(with: [.will, .have, .potential])
      || classes(first).contains(.auxiliary) && segment.range.contains(first + 1) && isFinite(first + 1)
  }

  /// *Den Donbass zu räumen, ...*, *Moskau mit dem Donbass zu belohnen, sei ...*
  private func endsInInfinitive(_ segment: Segment, before next: Segment) -> Bool {
    guard segment.range.suffix(2).contains(where: { classes($0).contains(.infinitive) }), !segment.range.contains(where: { isFinite($0) }) else { return false }
    if !segment.range.contains(where: { subjects.contains($0) && !classes($0).contains(.object) }) { return true }
    return opensFinite(next) && !segment.range.contains { !classes($0).isDisjoint(with: [.have, .auxiliary, .perfect]) || cues.contains($0) }
  }

  /// *Verweigere sich Moskau, ...*
  private func opensWithVerb(_ segment: Segment) -> Bool {
    let first = firstWord(of: segment.range)
    // *Was Kiew brauche, sei ...*
    guard let last = segment.range.last(where: { tokens[$0].isWord }), last == first || !isFinite(last) else { return false }
    return isFinite(first) || classes(first).isEmpty && (verbs.contains(first) || isSubject(after: first))
      || !classes(first).isDisjoint(with: [.will, .have, .unreal]) && isSubject(after: first)
  }

  /// *Verlassen sie den Donbass nicht, ...*
  private func isSubject(after verb: Int) -> Bool {
    !subjects.contains(verb)
      && (subjects.contains(verb + 1)
        || subjects.contains(verb + 2) && verb + 1 < tokens.count && classes(verb + 1).contains(.determiner))
  }

  /// *..., holen wir ihn*, *..., geht der Krieg weiter*: a verb that tells nothing, and its subject.
  private func answers(_ segment: Segment, to condition: Segment) -> Bool {
    let first = firstWord(of: segment.range)
    guard tokens[first].kind == .word, !tokens[first].capital, classes(first).isEmpty, !cues.contains(first),
      first + 1 < segment.range.upperBound
    else { return false }
    if lexicon.pack.capitalisesNouns, tokens[first + 1].capital, segment.range.upperBound - first <= 4 { return true }
    return isSubject(after: first)
      || isSubject(after: firstWord(of: condition.range))
        && classes(first + 1).isDisjoint(with: [.oblique, .preposition, .coordinator])
  }
}
