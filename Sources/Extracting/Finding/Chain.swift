/// Which predicates of a sentence bear on an issue's phrase, innermost first.
///
/// There is no parser: what governs what is read from segments, from the order of words, and from the marks between.
struct Chain {
  let scene: Scene

  /// The predicates that bear on an issue's phrase, innermost first.
  func governors(of issue: IssueMention) -> [Governor] {
    guard let home = scene.segment(of: issue.range.lowerBound) else { return [] }
    let adjunct = adjunct(of: issue)
    // *lehnte die Forderung nach X ab*: the word belongs to the noun.
    let hasNoun = adjunct != nil && hasNounAhead(of: issue)
    var found: [(rank: (Int, Int, Int, Int), governor: Governor)] = []
    for hit in scene.hits {
      guard let predicate = scene.predicate(of: hit), !overlaps(hit, issue) else { continue }
      let governor = Governor(hit: hit, predicate: predicate)
      guard governor.predicate.alone != true, governs(governor, issue, home), !isPartOfAsking(governor) else { continue }
      if let adjunct, !hasNoun, !governor.isNoun, governor.predicate.does != .asks, !hit.matched.contains(adjunct) { continue }
      let place = scene.segment(of: hit.range.lowerBound) ?? home
      let distance = hit.range.lowerBound < issue.range.lowerBound
        ? issue.range.lowerBound - hit.range.upperBound : hit.range.lowerBound - issue.range.upperBound
      // Where the verb closes its clause, what stands behind the object is nearer to it than the verb in second place.
      let isAhead = scene.lexicon.pack.inverts && place == home && hit.range.upperBound <= issue.range.lowerBound
      let isBehind = !scene.lexicon.pack.inverts && hit.range.upperBound > issue.range.upperBound
      let kind =
        scene.lexicon.pack.inverts
        ? (governor.isNoun ? 0 : 1)
        : (isBehind && (hasNounAhead(of: issue) || hasGerundAhead(of: issue, before: hit.range)) ? 1 : 0)
      found.append(((abs(home - place), kind, isAhead ? 1 : 0, distance), governor))
    }
    let all = disjoint(found.sorted { $0.rank < $1.rank }.map(\.governor))
    // *agreed on X after weeks of opposition by Y*
    guard let set = all.first(where: { $0.isNoun && self.adjunct(before: $0.hit.range) != nil }), !all.allSatisfy(\.isNoun) else { return all }
    // *sagte X wegen der Weigerung ab, Y zuzustimmen*
    let isWithin = [.infinitive, .complement].contains(scene.segments[home].kind) && !scene.segments[home].range.contains(set.hit.range.lowerBound)
    return all.filter {
      isWithin
        ? scene.segments[home].range.contains($0.hit.range.lowerBound) || $0.hit.range == set.hit.range
        : $0.hit.range != set.hit.range
    }
  }

  /// The *asked* of *asked about*.
  private func isPartOfAsking(_ governor: Governor) -> Bool {
    governor.predicate.does != .asks && scene.hits.contains { hit in
      hit.range.overlaps(governor.hit.range) && scene.predicate(of: hit)?.does == .asks
        && hit.matched.count > governor.hit.matched.count
    }
  }

  /// *the demand for X was rejected*: the noun before is nearer to X than the verb behind.
  private func hasNounAhead(of issue: IssueMention) -> Bool {
    scene.hits.contains { hit in
      (0...8).contains(issue.range.lowerBound - hit.range.upperBound) && scene.predicate(of: hit)?.noun == true
    }
  }

  /// *rejecting X would be a mistake*
  private func hasGerundAhead(of issue: IssueMention, before judgement: Range<Int>) -> Bool {
    scene.hits.contains {
      isPredicateVerb($0) && $0.range.upperBound <= issue.range.lowerBound
        && issue.range.lowerBound - $0.range.upperBound <= 4 && scene.isGerund($0.range, before: judgement)
    }
  }

  /// *trotz der Sanktionen*: the word that makes the phrase no object.
  private func adjunct(of issue: IssueMention) -> Int? {
    adjunct(before: issue.range)
  }

  private func adjunct(before words: Range<Int>) -> Int? {
    var index = words.lowerBound - 1
    while index >= scene.sentence.lowerBound, index >= words.lowerBound - 3, scene.tokens[index].kind == .word {
      if scene.classes(index).contains(.adjunct) { return scene.isWithinIdiom(index) ? nil : index }
      // *after rejecting a ceasefire*
      guard !scene.isProgressive(index), !scene.classes(index).contains(.preposition),
        !scene.classes(index).isEmpty || !scene.tokens[index].capital
      else { return nil }
      index -= 1
    }
    return nil
  }

  /// Of readings of the same words, the longest.
  private func disjoint(_ governors: [Governor]) -> [Governor] {
    func length(_ hit: Matcher.Hit) -> (Int, Int, Int) { (hit.range.count, hit.matched.count, hit.slot == nil ? 0 : 1) }
    return governors.filter { one in
      !governors.contains { other in
        other.hit.entry != one.hit.entry && length(other.hit) > length(one.hit)
          && other.hit.matched.contains { one.hit.matched.contains($0) }
      }
    }.reduce(into: []) { kept, governor in
      if !kept.contains(where: { $0.hit.matched.contains { governor.hit.matched.contains($0) } }) { kept.append(governor) }
    }
  }

  /// Whether a predicate is made of the phrase's own words.
  private func overlaps(_ hit: Matcher.Hit, _ issue: IssueMention) -> Bool {
    if issue.says, hit.matched.allSatisfy(issue.matched.contains) { return true }
    // A noun before an infinitive shares its *to*.
    if issue.says, hit.matched.contains(where: { issue.matched.contains($0) && !scene.classes($0).contains(.infinitive) }) { return true }
    if let slot = hit.slot, slot.overlaps(issue.range) { return false }
    // *Davor warnt Zenda.*
    if issue.isTakenUp, issue.range == scene.sentence.lowerBound..<(scene.sentence.lowerBound + 1) { return false }
    return !issue.says && hit.matched.contains { issue.range.contains($0) && scene.classes($0).isEmpty }
  }

  /// Whether a predicate bears on the phrase, which stands in the segment `home`.
  private func governs(_ governor: Governor, _ issue: IssueMention, _ home: Int) -> Bool {
    let hit = governor.hit
    if isUndone(hit, issue) { return false }
    if let lack = scene.lack, lack.contains(hit.range.lowerBound), hit.range.upperBound <= lack.upperBound { return false }
    // *told the Zenda that to sign would be ...*
    if hit.range.count > hit.matched.count,
      hit.range.dropLast().contains(where: {
        scene.classes($0).contains(.complementizer) && !hit.matched.contains($0)
          && scene.classes($0 + 1).contains(.infinitive)
      })
    {
      return false
    }
    if let slot = hit.slot, !isRelativePronoun(slot) {
      // *demanded a truce before the summit, dropped ...*
      let closes = slot.upperBound >= hit.range.upperBound || slot.last { scene.tokens[$0].isWord }.flatMap(scene.segment) == home
      return slot.contains(issue.range.lowerBound) && closes && !hasBreak(in: gap(hit.range, issue.range))
    }
    // *needs it to win*: what it is for stands behind, and is no part of it.
    if !scene.lexicon.pack.inverts, hit.range.upperBound > issue.range.upperBound,
      hit.range.lowerBound < issue.range.lowerBound, hasInfinitive((hit.range.upperBound - 1)..<hit.range.upperBound)
    {
      return false
    }
    // *is for sanctions against Moscow*: what a pole bears on stands behind it.
    if hit.range.upperBound > issue.range.upperBound, hit.range.lowerBound < issue.range.lowerBound, isPole(hit.range.upperBound - 1) { return false }
    guard let place = scene.segment(of: hit.range.lowerBound), !scene.contrasts.contains(where: { $0.turn == hit.matched.last && $0.number != place })
    else { return false }
    let precedes = hit.range.lowerBound < issue.range.lowerBound
    if governor.predicate.near == true,
      !precedes
        || !(goesOnByPole(issue.range) && hit.matched.contains(where: isPole))
          && (place != home || !(0...3).contains(issue.range.lowerBound - hit.range.upperBound))
    {
      return false
    }
    if place == home { return precedes ? governsAhead(governor, issue) : governsBack(governor, issue) }
    return precedes
      ? reaches(from: place, to: home, governor, issue) : takesUp(governor, at: place, issue, home)
  }

  /// *ohne zu zögern*, *without hesitating*: what is not done, and has no object of its own.
  private func isUndone(_ hit: Matcher.Hit, _ issue: IssueMention) -> Bool {
    var before = hit.range.lowerBound - 1
    if before > scene.sentence.lowerBound, scene.classes(before).contains(.infinitive) { before -= 1 }
    guard before >= scene.sentence.lowerBound, scene.classes(before).contains(.without) else { return false }
    return scene.lexicon.pack.inverts || !(0...4).contains(issue.range.lowerBound - hit.range.upperBound)
      || scene.segment(of: hit.range.lowerBound) != scene.segment(of: issue.range.lowerBound)
  }

  /// Predicate, then object, in one segment.
  private func governsAhead(_ governor: Governor, _ issue: IssueMention) -> Bool {
    let distance = issue.range.lowerBound - governor.hit.range.upperBound
    // *is buying time by refusing it*
    if scene.hits.contains(where: {
      $0.range.lowerBound > governor.hit.range.upperBound && $0.range.upperBound <= issue.range.lowerBound
        && scene.isMeans($0.range) && isPredicateVerb($0)
    }) {
      return false
    }
    // *tore up his invitation and sanctioned two of them*: a verb of its own.
    if !scene.lexicon.pack.inverts, issue.says, opensOwnVerb(issue, behind: governor.hit.range) { return false }
    guard governor.isNoun else { return true }
    // *statt einer Waffenruhe*: what ends in an article is followed by its object.
    let last = governor.hit.range.upperBound - 1
    return distance <= (scene.lexicon.pack.inverts && !scene.classes(last).isDisjoint(with: [.determiner, .preposition]) ? 4 : 8)
  }

  /// *tore up his invitation and sanctioned two of them*
  private func opensOwnVerb(_ issue: IssueMention, behind verb: Range<Int>) -> Bool {
    let between = gap(verb, issue.range)
    guard between.count > 1, !hasInfinitive(between) else { return false }
    if scene.classes(issue.range.lowerBound - 1).contains(.coordinator) { return scene.isParticiple(issue.range.lowerBound..<issue.range.lowerBound + 1) }
    // *drops it and has troops withdraw*
    return between.dropLast().contains {
      scene.classes($0).contains(.coordinator)
        && !scene.classes($0 + 1).isDisjoint(with: [.indefinite, .passive, .future, .obligation])
    }
  }

  /// A predicate that is no noun.
  func isPredicateVerb(_ hit: Matcher.Hit) -> Bool {
    scene.predicate(of: hit).map { $0.noun != true } ?? false
  }

  /// Object, then predicate, in one segment.
  private func governsBack(_ governor: Governor, _ issue: IssueMention) -> Bool {
    if governor.isNoun { return governor.hit.range.lowerBound == issue.range.upperBound && scene.isWanted(issue.range) }
    // *Anyone who delivers them will have to pay*: of whoever does it.
    if issue.says, governor.predicate.does == .supports,
      (issue.range.upperBound..<governor.hit.range.upperBound).contains(where: { !scene.classes($0).isDisjoint(with: [.obligation, .future]) }),
      let home = scene.segment(of: issue.range.lowerBound), scene.isStrangers(scene.segments[home], before: issue.range.lowerBound + 1)
    { return false }
    if governor.predicate.isOfSubject || scene.lexicon.pack.inverts { return true }
    if scene.isPassive(governor.hit.range) { return true }
    // *the missiles Kyiv seeks*
    if issue.range.overlaps(governor.hit.range) { return true }
    let between = gap(issue.range, governor.hit.range)
    // *a ceasefire is what Kyiv wants*
    if let what = between.first(where: { scene.classes($0).contains(.interrogative) }),
      scene.mentions.contains(where: { $0.range.lowerBound == what + 1 && $0.canBeSubject })
    {
      return true
    }
    if between.count <= 3, scene.isReduced(governor.hit.range) { return true }
    return !issue.isTakenUp && between.count <= 4 && scene.mentions.contains { between.contains($0.range.lowerBound) && $0.canBeSubject }
  }

  /// Whether a governor stands in a relative clause on the phrase, apart from those that govern the phrase itself.
  func isRelative(_ governor: Governor, to issue: IssueMention) -> Bool {
    guard let place = scene.segment(of: governor.hit.range.lowerBound), let home = scene.segment(of: issue.range.lowerBound) else {
      return false
    }
    // *Dass ..., schloss er aus*
    if scene.lexicon.pack.inverts, scene.segments[place].kind == .main { return false }
    if place == home { return governor.hit.range.lowerBound >= issue.range.upperBound && scene.isReduced(governor.hit.range) }
    return place == home + 1 && governor.hit.slot.map(isRelativePronoun) ?? true
  }

  /// *auf die Zenda dringt*: the object stands before the clause.
  private func isRelativePronoun(_ slot: Range<Int>) -> Bool {
    guard let home = scene.segment(of: slot.lowerBound), scene.segments[home].kind == .relative else { return false }
    let first = scene.segments[home].range.lowerBound
    return slot.lowerBound == first + 1 && scene.classes(first).contains(.preposition) && scene.classes(slot.lowerBound).contains(.relative)
  }

  /// Whether somebody who can be a subject stands in a segment, other than within `thing`.
  func hasSubject(_ segment: Segment, besides thing: Range<Int>? = nil) -> Bool {
    scene.mentions.contains { mention in
      // *would ruin Ruritania*: behind the verb, where subjects stand before.
      segment.range.contains(mention.range.lowerBound) && mention.canBeSubject && !(thing?.contains(mention.range.lowerBound) ?? false)
        && (scene.lexicon.pack.inverts || !scene.hasVerb(in: segment.range.lowerBound..<mention.range.lowerBound))
    }
  }

  /// Another verb stands between a predicate and the clause behind: *forced to show that ...*.
  func hasInfinitive(_ range: Range<Int>) -> Bool {
    range.contains { scene.classes($0).contains(.infinitive) }
  }

  private func hasBreak(in range: Range<Int>) -> Bool {
    range.contains { scene.tokens[$0].kind == .semicolon || scene.classes($0).contains(.contrast) }
  }
}

/// The tokens between two ranges; none where they touch or overlap.
func gap(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
  let start = min(a.upperBound, b.upperBound)
  return start..<max(a.lowerBound, b.lowerBound)
}
