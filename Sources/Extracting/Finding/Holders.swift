/// Whose a stance is, where a phrase says so beside the subject.
extension Coder {
  /// *a red line for Kyiv*.
  func concerned(after place: Range<Int>) -> Mention? {
    guard let number = scene.segment(of: place.lowerBound) else { return nil }
    // *For Kyiv, ... is a red line*
    if number > 0, scene.classes(scene.sentence.lowerBound).contains(.concern), let first = scene.mentions.first,
      first.isOblique, first.range.lowerBound - scene.sentence.lowerBound <= 2
    {
      return first
    }
    return scene.mentions.first { mention in
      guard mention.isOblique, scene.segments[number].range.contains(mention.range.lowerBound) else { return false }
      // *Für Kiew ist das eine rote Linie*
      let leads = scene.segments[number].range.lowerBound..<mention.range.lowerBound
      if scene.lexicon.pack.inverts, (1...2).contains(leads.count), scene.classes(leads.lowerBound).contains(.concern) { return true }
      // *kommt für den Kreml nicht infrage*
      if scene.lexicon.pack.inverts, mention.isName, let concern = leads.suffix(2).first(where: { scene.classes($0).contains(.concern) }),
        concern > leads.lowerBound, place.contains(concern) || !scene.classes(concern - 1).isDisjoint(with: [.passive, .reported]) || scene.classes(concern - 1).contains(.auxiliary)
      { return true }
      let between = gap(place, mention.range)
      return mention.range.lowerBound >= place.upperBound && mention.range.lowerBound - place.upperBound <= 3
        && between.contains { scene.classes($0).contains(.concern) }
        && between.allSatisfy { !scene.classes($0).isDisjoint(with: [.concern, .determiner]) || scene.lexicon.pack.inverts && !scene.tokens[$0].capital }
    }
  }

  /// Whose demand: *Moscow's demand*, *die russische Forderung*, *die Forderung Moskaus*.
  func possessor(of noun: Range<Int>) -> Mention? {
    if let before = scene.mentions.last(where: { $0.range.upperBound <= noun.lowerBound && noun.lowerBound - $0.range.upperBound <= 2 }),
      before.isPossessor
    {
      return before
    }
    if let after = scene.mentions.first(where: { $0.range.lowerBound >= noun.upperBound && $0.range.lowerBound - noun.upperBound <= 2 }),
      after.isPossessor || after.isOblique && isGenitive(before: after.range.lowerBound) || after.isAgent
        || after.range.lowerBound - 1 == noun.upperBound && scene.classes(noun.upperBound).contains(.origin)
    {
      return after
    }
    // *das Nein der EU zu ...*
    if let within = scene.mentions.first(where: { noun.contains($0.range.lowerBound) }), within.isPossessor || within.isOblique && isGenitive(before: within.range.lowerBound) {
      return within
    }
    return adjective(before: noun.lowerBound)
  }

  /// *die Forderung der Regierung*, *the demand of the government*.
  func isGenitive(before name: Int) -> Bool {
    let token = name - 1
    guard token >= scene.sentence.lowerBound else { return false }
    if !scene.lexicon.pack.inverts {
      return scene.classes(token).contains(.oblique)
        || scene.classes(token).contains(.determiner) && token > scene.sentence.lowerBound && scene.classes(token - 1).contains(.oblique)
    }
    let isFeminine = scene.classes(token).contains(.feminineOblique) && scene.classes(token + 1).contains(.feminine)
    return (isFeminine || !scene.classes(token).isDisjoint(with: [.oblique, .by])) && scene.classes(token).contains(.determiner)
  }

  func adjective(before noun: Int) -> Mention? {
    for hit in scene.hits where hit.range.upperBound <= noun && noun - hit.range.upperBound <= 1 {
      if case .adjective(let party) = scene.meaning(hit) {
        return Mention(range: hit.range, who: .actor(Actor(party: party, person: nil)), isPossessor: true)
      }
    }
    return nil
  }
}
