/// What papers say, told by those who wrote them.
extension VoiceFinder {
  /// *In dem Entwurf heißt es, ...*, *Danach soll ...*: what a paper says is told by those who wrote it.
  func written() -> Voice? {
    let opens = scene.sentence.first { scene.tokens[$0].isWord }.map { scene.classes($0).contains(.therein) } ?? false
    let wants: WordClasses = [.obligation, .reported, .unreal]
    let leads = scene.mentions.first(where: \.isName).map { $0.isDocument && $0.isOblique } ?? false
    guard opens || leads && scene.sentence.contains(where: { !scene.classes($0).isDisjoint(with: wants) || scene.isBid(at: $0) }) else { return nil }
    let tellers = (leads ? discourse.authors : discourse.authorsJustNamed).map(Teller.actor)
    guard let first = tellers.first else { return nil }
    return Voice(teller: first, others: Array(tellers.dropFirst()), content: [scene.sentence], isInside: true, isDocument: true)
  }

  /// *heißt es in der Erklärung*: a cue without a subject, and the paper in which it stands.
  func paper(beside cue: Range<Int>) -> Mention? {
    guard scene.classes(cue.upperBound - 1).contains(.impersonal), let number = scene.segment(of: cue.lowerBound) else { return nil }
    return scene.mentions.first { $0.isDocument && $0.isOblique && scene.segments[number].range.contains($0.range.lowerBound) }
  }

  /// Whether a paper stands there.
  func isDocument(_ source: Range<Int>) -> Bool {
    scene.mentions.contains { $0.isDocument && $0.range.overlaps(source) }
  }
}
