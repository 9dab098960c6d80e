import Model

/// The day of a stance, and whether it is a former one.
extension Coder {
  /// The day that clause or sentence names; else that of the running report, where they tell of something done or said
  /// in it. What others tell of somebody, what somebody long wants, and *last month* are of no day.
  func said(at place: Range<Int>, by holder: Actor, _ source: Source, _ voice: Voice?) -> Day? {
    if discourse.isRelease, voice?.cue == nil { return discourse.present }
    if case .party = source { return told(at: place) ?? narrated(place, holder) }
    if source == .unnamed {
      if let day = told(at: place) ?? narrated(place, holder) { return day }
      // *had given its consent, the paper reported on Friday*
      if scene.isParticiple(place), let home = scene.segment(of: place.lowerBound), holdsPerfect(scene.segments[home].range) { return nil }
    }
    let before = voice?.runsOn == true ? discourse.latest : nil
    if let day = named(at: place, voice) ?? voice?.day ?? sameDay(at: place, voice) ?? before ?? discourse.present { return day }
    guard let voice else { return runningReport(place) }
    if voice.teller == discourse.lookingBack, let day = discourse.lookedBackTo { return day }
    // *It is believed that he told her in the call ...*: the call of which the sentences before spoke.
    guard source == .holder else { return party(voice.teller) == holder.party ? discourse.recentDay(of: voice.teller) : nil }
    if !isReported(voice) {
      return voice.cue.map { cue in
        isPluperfect(cue) || isVague(scene.segment(of: cue.lowerBound).map { scene.segments[$0].range } ?? cue)
      } ?? true ? nil : discourse.spoken(by: voice.teller) ?? discourse.recentDay(of: voice.teller)
    }
    return discourse.spoken(by: voice.teller) ?? discourse.recentDay(of: voice.teller) ?? (voice.isInside ? nil : discourse.report)
  }

  /// *He told her that ..., according to officials*: done when the two last met.
  private func narrated(_ place: Range<Int>, _ holder: Actor) -> Day? {
    let deeds = [place] + voices.filter { $0.teller == .actor(holder) }.compactMap(\.cue)
    guard let person = holder.person, deeds.contains(where: isEvent) else { return nil }
    return discourse.lastDealing(of: person)
  }

  /// The day within what is told: not the one on which it is told.
  private func told(at place: Range<Int>) -> Day? {
    guard let home = scene.segment(of: place.lowerBound) else { return nil }
    let inside = scene.segments[...home].reversed().filter { segment in voices.contains { $0.covers(segment.range.lowerBound) } }
    let day = inside.lazy.filter {
      ![.condition, .temporal, .relative].contains($0.kind) || $0.range == scene.segments[home].range
    }.compactMap { dates.day(in: $0.range) }.first
    return day.flatMap { day in dates.published.map { day <= $0 } ?? true ? day : nil }
  }

  /// The day that the clause names, or else the cue's clause, or else a main clause.
  private func named(at place: Range<Int>, _ voice: Voice?) -> Day? {
    guard let home = scene.segment(of: place.lowerBound) else { return nil }
    if voice.map({ !$0.covers(place.lowerBound) }) ?? true, let day = dates.day(in: scene.segments[home].range) ?? dayBefore(home) { return day }
    // *would meet the man whom he had rebuffed, he said on Monday*
    let clause = scene.segments[home].range
    if isPluperfect(place) || voice == nil && (isVague(clause) || scene.segments[home].kind == .relative && isIndefinite(clause)) { return nil }
    if let cue = voice?.cue, let home = scene.segment(of: cue.lowerBound) {
      let day = dates.day(in: scene.segments[home].range)
      if day != nil || home > 0 && scene.segments[home].kind == .subordinate || scene.segments[home].kind == .relative || isPluperfect(cue) { return day }
    }
    let outside = scene.segments.filter { segment in
      voice.map { !$0.covers(segment.range.lowerBound) || isBeside(segment, quoted: place, by: $0) } ?? true
    }
    let told = outside.filter { voice != nil || ![.relative, .subordinate, .condition, .temporal].contains($0.kind) }
    // *when they spoke on Thursday*
    let past = outside.filter { $0.kind == .temporal && scene.isPast($0.range) }
    return (told + past).lazy.compactMap { dates.day(in: $0.range) }.first
  }

  /// *The Friday before, he had refused*: a time that opens the sentence.
  private func dayBefore(_ home: Int) -> Day? {
    guard home == 1, scene.segments[1].kind == .main, !scene.segments[0].hasVerb else { return nil }
    return dates.day(in: scene.segments[0].range)
  }

  /// *On Monday, asked about it, he said, "..."*: a time before the cue is no part of what is quoted behind it.
  private func isBeside(_ segment: Segment, quoted place: Range<Int>, by voice: Voice) -> Bool {
    let quotations = scene.text.quotations.membership
    guard let cue = voice.cue, segment.range.upperBound <= cue.lowerBound, cue.upperBound <= place.lowerBound else { return false }
    return !segment.hasVerb && quotations[segment.range.lowerBound] < 0 && quotations[place.lowerBound] >= 0
  }

  /// Whether something is told as said once, near the day of the report.
  private func isReported(_ voice: Voice) -> Bool {
    if let cue = voice.cue { return voice.isAside || isEvent(cue) }
    return voice.runsOn || !scene.segments.contains { !voice.covers($0.range.lowerBound) && (isVague($0.range) || holdsPerfect($0.range)) }
  }

  /// Whether a verb tells of something that happened once, near the day of the report.
  private func isEvent(_ verb: Range<Int>) -> Bool {
    guard let number = scene.segment(of: verb.lowerBound), ![.relative, .subordinate].contains(scene.segments[number].kind) else { return false }
    let clause = scene.segments[number].range
    let isDone = scene.isPast(verb) || scene.isParticiple(verb) && clause.contains { scene.classes($0).contains(.auxiliary) }
    return isDone && !isVague(clause) && !holdsPerfect(clause) && !isIndefinite(clause)
  }

  /// *last month*: tells of no day.
  private func isVague(_ clause: Range<Int>) -> Bool {
    clause.contains { dates.isVague(at: $0) }
  }

  /// *has*, with a participle: tells of no day.
  func isIndefinite(_ clause: Range<Int>) -> Bool {
    clause.contains { scene.classes($0).contains(.indefinite) }
  }

  /// *had*, *hatte*: tells, with a participle, what was before.
  func holdsPerfect(_ clause: Range<Int>) -> Bool {
    clause.contains { scene.classes($0).contains(.perfect) }
  }

  /// Of the day on which whoever just spoke did so, or else of the report's.
  private func runningReport(_ place: Range<Int>) -> Day? {
    guard !scene.isHearsay, isEvent(place), case .mention(let mention)? = scene.subject(of: place), let teller = resolve(mention, nil),
      case .actor = teller
    else { return nil }
    if case .pronoun = mention.who, teller == discourse.speaker, let day = discourse.spoken(by: teller) { return day }
    return discourse.report
  }

  /// *the same day*: the day named last.
  private func sameDay(at place: Range<Int>, _ voice: Voice?) -> Day? {
    let homes = [place.lowerBound, voice?.cue?.lowerBound].compactMap { $0.flatMap(scene.segment) }
    let isSame = scene.hits.contains { hit in
      if case .sameDay = scene.meaning(hit), let home = scene.segment(of: hit.range.lowerBound) {
        homes.contains(home) || !scene.hasVerb(in: scene.segments[home].range)
      } else {
        false
      }
    }
    return isSame ? discourse.day : nil
  }

  /// *had demanded*, *hatte ... gefordert*.
  func isPluperfect(_ verb: Range<Int>) -> Bool {
    guard let number = scene.segment(of: verb.lowerBound) else { return false }
    let segment = scene.segments[number].range
    // In a main clause it is but the past of a past tense, unless *but* follows.
    if scene.lexicon.pack.inverts {
      let isBackground = scene.segments[number].kind == .relative
        || segment.contains { scene.classes($0).contains(.lingering) && !scene.isWithinIdiom($0) }
        || scene.isParticiple(verb) && ((segment.upperBound)..<scene.sentence.upperBound).contains { scene.classes($0).contains(.contrast) }
      return isBackground && segment.contains { scene.classes($0).contains(.perfect) }
    }
    let window = max(segment.lowerBound, verb.lowerBound - 4)..<verb.lowerBound
    return scene.isParticiple(verb) && window.contains { scene.classes($0).contains(.perfect) }
  }

  /// The *gestern noch* of *gestern noch einmal*.
  private func endsWithinIdiom(_ hit: Matcher.Hit) -> Bool {
    scene.hits.contains { other in
      if case .idiom = scene.meaning(other) { other.range.contains(hit.range.upperBound - 1) && other.range.upperBound > hit.range.upperBound } else { false }
    }
  }

  func isEarlier(at place: Range<Int>, _ issue: Range<Int>, _ voice: Voice?, said: Day?) -> Bool {
    if let teller = voice?.teller, teller == discourse.lookingBack { return true }
    // *It used to be for it; now it is against it*
    if isNow(at: place), !isPluperfect(place) { return false }
    let homes = Set([place, issue].compactMap { scene.segment(of: $0.lowerBound) })
    for hit in scene.hits {
      guard case .earlier = scene.meaning(hit), !endsWithinIdiom(hit), let number = scene.segment(of: hit.range.lowerBound) else { continue }
      if homes.contains(number) || hit.range.lowerBound - scene.sentence.lowerBound <= 3 { return true }
      // *Until recently, ...*
      if number == 0, !scene.segments[0].hasVerb, homes.contains(1) { return true }
      // *They used to see it so: ...*
      if let home = homes.min(), number < home, scene.segments[number].kind != .relative,
        scene.segments[number + 1...home].contains(where: { $0.mark == .colon }),
        scene.text.quotations.membership[place.lowerBound] < 0
      { return true }
    }
    // *By October he had come round to it*: it holds from then on.
    if !scene.lexicon.pack.inverts, scene.classes(scene.sentence.lowerBound).contains(.by),
      scene.segments[0].range.contains(place.lowerBound) || !scene.segments[0].hasVerb
    {
      return false
    }
    // *He said she had refused* is told of what was near when he said it.
    let isTold = voice.map { $0.cue != nil && $0.covers(place.lowerBound) } ?? false
    let isRetold = voice?.cue.map { cue in voices.contains { $0.cue != nil && $0.cue != cue && $0.covers(cue.lowerBound) } } ?? false
    // *agreed in Strelsau, where, according to him, Zenda had said ...*
    if isTold, (scene.sentence.lowerBound..<place.lowerBound).contains(where: { scene.classes($0).contains(.there) }),
      ([place] + nest(at: place.lowerBound).compactMap(\.cue)).contains(where: isPluperfect)
    { return true }
    guard
      (isRetold ? [] : isTold ? [voice?.cue] : [place, voice?.cue]).contains(where: { $0.map(isPluperfect) ?? false }),
      let published = dates.published
    else { return false }
    return said.map { published - $0 > 4 } ?? true
  }
}
