/// The two sides that one verb can take (*voted for the plan and against the deal*).
extension Chain {
  /// Whether the issue stands on the other side than that of the governor's own words.
  func isTurned(_ issue: IssueMention, from governor: Governor) -> Bool {
    guard let own = pole(before: issue.range), let other = pole(of: governor, besides: own),
      scene.classes(own).contains(.against) != scene.classes(other).contains(.against)
    else { return false }
    return isJoined(max(own, other))
  }

  /// *and against the deal*, *, but not for missiles*: goes on with the verb before.
  func goesOnByPole(_ thing: Range<Int>) -> Bool {
    pole(before: thing).map(isJoined) ?? false
  }

  /// *but no retreat*, *nicht aber eine Waffenruhe*: a phrase that takes its verb from the clause before, and denies it.
  func goesOnDenied(_ number: Int) -> Bool {
    let segment = scene.segments[number]
    let quotes = scene.text.quotations.membership
    guard !segment.hasVerb, !hasSubject(segment),
      number == 0 || quotes[segment.range.lowerBound] == quotes[scene.segments[number - 1].range.lowerBound]
    else { return false }
    let opening = segment.range.lazy.filter { scene.tokens[$0].isWord }.prefix(2)
    return opening.contains { scene.classes($0).contains(.negation) }
  }

  /// The *for* or *against* right before a thing, with nothing but its adjectives between.
  private func pole(before thing: Range<Int>) -> Int? {
    (max(scene.sentence.lowerBound, thing.lowerBound - 4)..<thing.lowerBound).last { isPole($0) || !scene.tokens[$0].isWord }.flatMap { isPole($0) ? $0 : nil }
  }

  /// The one that the governor has, or is followed by.
  private func pole(of governor: Governor, besides own: Int) -> Int? {
    let hit = governor.hit
    let within = hit.matched.filter(isPole)
    if !within.isEmpty { return within.last { $0 != own } }
    return scene.sentence.suffix(from: min(hit.range.upperBound, scene.sentence.upperBound)).prefix(2).first { isPole($0) && $0 != own }
  }

  func isPole(_ token: Int) -> Bool {
    !scene.classes(token).isDisjoint(with: [.pro, .against])
  }

  /// *talks, but against a freeze, along the line*: words that stand apart make no phrase.
  func hasTurn(within hit: Matcher.Hit) -> Bool {
    hit.range.count > hit.matched.count && hit.range.contains { isPole($0) && !hit.matched.contains($0) && isJoined($0) }
  }

  /// Goes on with the words before, behind a comma or a joining word.
  private func isJoined(_ pole: Int) -> Bool {
    for token in (max(scene.sentence.lowerBound, pole - 3)..<pole).reversed() {
      if scene.tokens[token].kind == .comma || !scene.classes(token).isDisjoint(with: [.coordinator, .contrast]) { return true }
      if scene.classes(token).isDisjoint(with: [.negation, .adverb, .still]) { return false }
    }
    return false
  }
}
