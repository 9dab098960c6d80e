import Model

/// Names that a sentence sets apart: *Zenda, not Rassendyll, wants it*; *Paris wants it, Berlin not*; *as for Berlin, ...*.
extension Scene {
  /// A clause that is a name and what sets it against the clause before, without a verb.
  struct Contrast {
    let number: Int
    let name: Mention
    /// *not*; or *for*, *against*.
    let turn: Int
  }

  /// *, not Rassendyll,*: put in to say who does not.
  static func isCorrection(_ segment: Segment, _ mentions: [Mention], in text: Annotated) -> Bool {
    guard segment.mark == .comma, segment.range.count <= 5, let name = alone(in: segment, mentions) else { return false }
    let opening = segment.range.lowerBound..<name.range.lowerBound
    return name.range.upperBound == segment.range.upperBound && opening.contains { text.tokens[$0].classes.contains(.negation) }
      && opening.allSatisfy { !text.tokens[$0].classes.isDisjoint(with: [.negation, .coordinator, .contrast, .determiner]) }
  }

  /// The clauses that set somebody against the clause before: *Berlin not*, *but not Berlin*, *Berlin against it*.
  func findContrasts() -> [Contrast] {
    segments.indices.dropFirst().compactMap { number in
      let segment = segments[number]
      guard segment.mark == .comma || segment.mark == .semicolon, segment.range.count <= 6, [.main, .coordinate, .relative].contains(segment.kind),
        let name = Scene.alone(in: segment, mentions), name.isName, name.canBeSubject
      else { return nil }
      let words = segment.range.filter { tokens[$0].isWord && !name.range.contains($0) }
      let small: WordClasses = [.negation, .coordinator, .contrast, .adverb, .auxiliary, .determiner, .object, .pro, .against]
      guard words.allSatisfy({ !classes($0).isDisjoint(with: small) }),
        let turn = words.last(where: { classes($0).contains(.negation) }) ?? words.last(where: { !classes($0).isDisjoint(with: [.pro, .against]) }),
        turn >= name.range.upperBound
      else { return nil }
      return Contrast(number: number, name: name, turn: turn)
    }
  }

  /// *As for Zenda, ...*
  func topic(among mentions: [Mention]) -> Int? {
    guard segments.count > 1, segments[1].mark == .comma, case let opening = segments[0].range, opening.count > 2,
      classes(opening.lowerBound).contains(.conjunctive), classes(opening.lowerBound + 1).contains(.concern)
    else { return nil }
    return mentions.firstIndex { $0.isName && $0.range == (opening.lowerBound + 2)..<opening.upperBound }
  }

  /// The only mention of a clause, apart from pronouns for things.
  private static func alone(in segment: Segment, _ mentions: [Mention]) -> Mention? {
    let within = mentions.filter { segment.range.contains($0.range.lowerBound) && $0.isName }
    return within.count == 1 ? within[0] : nil
  }
}

/// Stances of those who are set against another.
extension Coder {
  /// *Paris wants it, Berlin not*, *Paris is for it, Berlin against it*: with the verb of the clause before.
  mutating func contrasted() {
    for contrast in scene.contrasts {
      let before = scene.segments[contrast.number - 1].range
      guard let last = findings.last, [.supports, .opposes].contains(last.stance),
        let other = scene.mentions.first(where: { before.contains($0.range.lowerBound) && $0.canBeSubject }),
        party(resolve(other, voice(at: other.range.lowerBound))) == last.holder.party,
        let own = party(resolve(contrast.name, voice(at: contrast.name.range.lowerBound))), !findings.contains(where: { $0.holder.party == own })
      else { continue }
      var value = Value(against: last.stance == .opposes)
      guard isTurned(contrast, from: before, last.stance) else { continue }
      value.flip()
      let words = contrast.turn..<(contrast.turn + 1)
      let mention = IssueMention(range: words, matched: Places(words), issue: last.issue, against: false, says: false)
      emit(mention, value, by: contrast.name, at: words, [.takenUp(self.words(words)), .turned], weight: 1)
    }
  }

  /// *Moscow rejected it, Kyiv agreed*: to the thing, where *Moscow rejected it. Berlin agreed* shares the rejection.
  func isSetAgainst(_ governor: Governor) -> Bool {
    guard !findings.isEmpty, governor.predicate.does == .supports, let number = scene.segment(of: governor.hit.range.lowerBound) else { return false }
    let segment = scene.segments[number]
    return segment.contrasts || segment.kind == .main && (segment.mark == .comma || segment.mark == .semicolon)
  }

  /// Denied, or on the other side than the *for* or *against* of the clause before.
  private func isTurned(_ contrast: Scene.Contrast, from before: Range<Int>, _ stance: Stance) -> Bool {
    guard !scene.classes(contrast.turn).contains(.negation) else { return true }
    let pole = before.last { !scene.classes($0).isDisjoint(with: [.pro, .against]) }
    return (pole.map { scene.classes($0).contains(.against) } ?? (stance == .opposes)) != scene.classes(contrast.turn).contains(.against)
  }
}
