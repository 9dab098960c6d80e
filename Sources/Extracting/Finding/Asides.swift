/// What is put into a clause, and clauses that go on behind it.
extension Scene {
  /// *, he said,*
  func isAside(_ segment: Segment) -> Bool {
    segment.mark == .comma && words(in: segment.range) <= 6 && hits.contains { hit in
      if case .cue = meaning(hit) { segment.range.overlaps(hit.range) } else { false }
    }
  }

  /// *Niemand, der bei Sinnen ist, werde ...*: a clause that goes on with its verb, of nobody.
  func isNobody(_ number: Int) -> Bool {
    guard number > 1, segments[number].kind == .main, segments[number].mark == .comma, segments[number - 1].kind == .relative, !segments[number - 2].hasVerb else { return false }
    return segments[number - 2].range.contains { classes($0).contains(.nobody) }
  }

  /// *and that ...*: a content clause beside another.
  func isSecond(_ number: Int) -> Bool {
    let first = segments[number].range.lowerBound
    return segments[number].kind == .complement && first > sentence.lowerBound && classes(first - 1).contains(.coordinator)
  }

  /// *X, so Zenda, sei Y*: what tells it stands within a clause.
  func isPutIn(_ number: Int) -> Bool {
    lexicon.pack.inverts && number > 0 && number + 1 < segments.count && segments[number + 1].mark == .comma && isAside(segments[number])
      && !segments[number - 1].hasVerb && goesOn(segments[number + 1])
  }

  /// *Zenda, the minister, refused*: who acts stands before what is put beside the name, where a verb opens the clause behind.
  func apposed(to verb: Range<Int>, _ number: Int) -> Subject? {
    guard lexicon.pack.inverts, number > 1, segments[number].kind == .main, [.comma, .bracket].contains(segments[number].mark), verb.lowerBound == segments[number].range.lowerBound, !isCue(verb),
      !segments[number - 1].hasVerb, let phrase = interruptedPhrase(number), phrase.upperBound <= segments[number - 1].range.lowerBound
        || segments[number - 2].range.overlaps(phrase)
    else { return nil }
    if isThing(phrase) { return nil }
    return mentions.first { $0.canBeSubject && $0.range.overlaps(phrase) }.map { .mention($0) } ?? .unknown
  }

  /// *Zenda, who had flown in, told the cameras ...*
  func followsRelative(_ cue: Range<Int>) -> Bool {
    guard !lexicon.pack.inverts, let number = segment(of: cue.lowerBound), number > 0 else { return false }
    return segments[number - 1].kind == .relative && segments[number].mark == .comma
  }

  /// Whether a clause begins with its verb.
  func goesOn(_ segment: Segment) -> Bool {
    segment.kind == .main && segment.range.first { tokens[$0].isWord }.map { first in
      !classes(first).isDisjoint(with: [.reported, .obligation, .future, .passive, .unreal, .perfect])
        || isVerb(first)
    } ?? false
  }

  /// Opens with a small word of no class: a verb that no pattern knows.
  func opensUnknown(_ segment: Segment) -> Bool {
    segment.range.first { tokens[$0].isWord }.map { tokens[$0].kind == .word && !tokens[$0].capital && classes($0).isEmpty } ?? false
  }

  /// *The veterans' club sees it otherwise: ...*: what follows is told by somebody whom no pattern knows.
  var opensWithStranger: Bool {
    guard segments.count > 1, segments[0].kind == .main, segments[1].mark == .colon, let subject = phrases(in: segments[0].range).first(where: { !$0.isOblique })?.range
    else { return false }
    return !mentions.contains { $0.range.overlaps(subject) }
  }

  /// *..., beschied ihm der Gastgeber*: told by a verb that no pattern knows.
  var closesWithUnknown: Bool {
    guard lexicon.pack.inverts, let last = segments.last else { return false }
    let noun = last.range.last { tokens[$0].isWord }.map { tokens[$0].capital } ?? false
    return segments.count > 1 && last.kind == .main && last.mark == .comma && noun && opensUnknown(last) && !isVerb(last.range.lowerBound)
  }
}
