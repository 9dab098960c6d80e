import Model

/// The day of a stance, and whether it is a former one.
extension Coder {
  func said(at place: Range<Int>, _ voice: Voice?) -> Day? {
    if let home = scene.segment(of: place.lowerBound), voice.map({ !$0.covers(place.lowerBound) }) ?? true,
      let day = dates.day(in: scene.segments[home].range)
    {
      return day
    }
    if let voice {
      if let cue = voice.cue, let home = scene.segment(of: cue.lowerBound), home > 0, scene.segments[home].kind == .subordinate {
        return dates.day(in: scene.segments[home].range)
      }
      for segment in scene.segments
      where !voice.covers(segment.range.lowerBound) || voice.cue.map({ segment.range.contains($0.lowerBound) }) ?? false {
        if let day = dates.day(in: segment.range) { return day }
      }
      return sameDay() ?? discourse.present ?? discourse.spoken(by: voice.teller)
        ?? discourse.recentDay(of: voice.teller)
    }
    for segment in scene.segments where ![.relative, .subordinate, .condition, .temporal].contains(segment.kind) {
      if let day = dates.day(in: segment.range) { return day }
    }
    return sameDay() ?? discourse.present ?? runningReport(place)
  }

  /// Told of whoever just spoke, by a pronoun: of the same day.
  func runningReport(_ place: Range<Int>) -> Day? {
    guard case .mention(let mention)? = scene.subject(of: place), case .pronoun = mention.who,
      let teller = resolve(mention, nil), teller == discourse.speaker
    else { return nil }
    return discourse.spoken(by: teller)
  }

  /// *the same day*: the day named last.
  func sameDay() -> Day? {
    let isSame = scene.hits.contains { if case .sameDay = scene.meaning($0) { true } else { false } }
    return isSame ? discourse.day : nil
  }

  /// *had demanded*, *hatte ... gefordert*.
  func isPluperfect(_ verb: Range<Int>) -> Bool {
    guard let number = scene.segment(of: verb.lowerBound) else { return false }
    let segment = scene.segments[number].range
    // In a main clause it is but the past of a past tense, unless *but* follows.
    if scene.lexicon.pack.inverts {
      let isBackground = scene.segments[number].kind == .relative
        || segment.contains { scene.classes($0).contains(.lingering) }
        || scene.isParticiple(verb) && ((segment.upperBound)..<scene.sentence.upperBound).contains { scene.classes($0).contains(.contrast) }
      return isBackground && segment.contains { scene.classes($0).contains(.perfect) }
    }
    let window = max(segment.lowerBound, verb.lowerBound - 4)..<verb.lowerBound
    return scene.isParticiple(verb) && window.contains { scene.classes($0).contains(.perfect) }
  }

  func isEarlier(at place: Range<Int>, _ issue: Range<Int>, _ voice: Voice?, said: Day?) -> Bool {
    if let teller = voice?.teller, teller == discourse.lookingBack { return true }
    let homes = Set([place, issue].compactMap { scene.segment(of: $0.lowerBound) })
    for hit in scene.hits {
      guard case .earlier = scene.meaning(hit), let number = scene.segment(of: hit.range.lowerBound) else { continue }
      if homes.contains(number) || hit.range.lowerBound - scene.sentence.lowerBound <= 3 { return true }
      // *Until recently, ...*
      if number == 0, !scene.segments[0].hasVerb, homes.contains(1) { return true }
    }
    // *He said she had refused* is told of what was near when he said it.
    let isTold = voice.map { $0.cue != nil && $0.covers(place.lowerBound) } ?? false
    let isRetold = voice?.cue.map { cue in voices.contains { $0.cue != nil && $0.cue != cue && $0.covers(cue.lowerBound) } } ?? false
    guard (isRetold ? [] : isTold ? [voice?.cue] : [place, voice?.cue]).contains(where: { $0.map(isPluperfect) ?? false }), let published = dates.published else { return false }
    return said.map { published - $0 > 4 } ?? true
  }
}
