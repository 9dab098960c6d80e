/// What is asked of another, which is the stance of who asks.
extension Coder {
  /// *Moscow must accept it, he said*: what is asked of somebody is the stance of who asks.
  func isObliged(_ subject: Mention, _ place: Range<Int>, _ voice: Voice?) -> Bool {
    if voice?.isDocument == true { return isAnother(subject, than: voice) }
    guard let number = scene.segment(of: place.lowerBound), obliges(scene.segments[number], voice) else { return false }
    let isHearsay = scene.hits.contains { if case .hearsay = scene.meaning($0) { scene.segments[number].range.contains($0.range.lowerBound) } else { false } }
    return !isHearsay && isAnother(subject, than: voice)
  }

  /// Whether a subject is of another party than the voice.
  func isAnother(_ subject: Mention, than voice: Voice?) -> Bool {
    party(resolve(subject, voice)) != party(voice?.teller)
  }

  /// *Kyiv does not need it*, said of another, may also tell what Kyiv says; *does not need it to win* weighs.
  func isPurposeful(_ trace: [Step], _ place: Range<Int>) -> Bool {
    guard case .predicate(_, _, negated: true)? = trace.last, let number = scene.segment(of: place.lowerBound) else { return true }
    return scene.segments[number].range.contains { $0 >= place.lowerBound && scene.classes($0).contains(.infinitive) }
  }

  /// *must*, *hat ... zu räumen*, *is to*, told by somebody.
  func obliges(_ segment: Segment, _ voice: Voice?) -> Bool {
    segment.range.contains { scene.classes($0).contains(.obligation) }
      || segment.range.dropLast().contains { scene.classes($0).contains(.have) } && endsInInfinitive(segment)
      || voice != nil && segment.range.dropLast().contains(where: scene.isBid)
  }

  /// *hat ... zu räumen*
  private func endsInInfinitive(_ segment: Segment) -> Bool {
    guard let last = segment.range.last(where: { scene.tokens[$0].isWord }), last > segment.range.lowerBound, !scene.tokens[last].capital else { return false }
    return scene.classes(last).contains(.infinitive)
      || scene.classes(last - 1).contains(.infinitive) && !scene.classes(last).contains(.have)
        && !scene.isParticiple(last..<last + 1)
  }

  /// *It will be adopted next week, she announced*: the speaker's side will, where nobody else is named.
  func announces(_ governor: Governor, _ voice: Voice?) -> Bool {
    guard voice != nil, !scene.lexicon.pack.inverts, governor.predicate.does == .supports, governor.predicate.presses != true,
      scene.isPassive(governor.hit.range)
    else { return false }
    let before = max(scene.sentence.lowerBound, governor.hit.range.lowerBound - 3)..<governor.hit.range.lowerBound
    return before.contains { scene.classes($0).contains(.future) }
  }
}
