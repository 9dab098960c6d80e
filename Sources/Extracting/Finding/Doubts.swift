/// Why what a predicate does is not told as wanted.
extension Coder {
  /// Why what a predicate does is not told as wanted; nil where it is.
  func doubt(of issue: IssueMention, under governor: Governor, _ value: Value, _ all: [Governor]) -> String? {
    if isJudged(governor.hit.range, besides: all) { return "it is not known what is said of it" }
    if isUnrealised(governor.hit.range, issue) || isUnreal(governor) { return "it is only supposed" }
    if isForecast(issue, under: governor) { return "it is foretold of another" }
    return isMerelyPossible(governor, value) ? "it is only said to be possible" : nil
  }

  /// *does not believe that Zenda will sign*, but *that he should sign*, *that we will sign*
  private func isForecast(_ issue: IssueMention, under governor: Governor) -> Bool {
    guard issue.says, governor.predicate.does == .opposes, governor.hit.range.upperBound <= issue.range.lowerBound,
      governor.hit.matched.contains(where: { scene.classes($0).contains(.negation) }), let home = scene.segment(of: issue.range.lowerBound)
    else { return false }
    let clause = max(governor.hit.range.upperBound, scene.segments[home].range.lowerBound)..<scene.segments[home].range.upperBound
    guard let doer = scene.mentions.first(where: { $0.canBeSubject && clause.contains($0.range.lowerBound) && $0.range.upperBound <= issue.range.lowerBound }),
      !scene.classes(doer.range.upperBound).contains(.infinitive)
    else { return false }
    let voice = voice(at: issue.range.lowerBound)
    return !clause.contains { scene.classes($0).contains(.obligation) } && party(resolve(doer, voice)) != party(voice?.teller)
  }

  /// *They could adopt it*, says the article.
  private func isMerelyPossible(_ governor: Governor, _ value: Value) -> Bool {
    guard voice(at: governor.hit.range.lowerBound) == nil, value.stance == .supports,
      let place = scene.segment(of: governor.hit.range.lowerBound)
    else { return false }
    return scene.segments[place].range.contains {
      scene.classes($0).contains(.potential) && (scene.classes($0).contains(.unreal) || !scene.lexicon.pack.inverts)
        && !governor.hit.matched.contains($0)
    }
  }
}
