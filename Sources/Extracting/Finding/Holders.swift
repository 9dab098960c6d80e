/// Whose a stance is, where a phrase says so beside the subject.
extension Coder {
  /// *a red line for Kyiv*.
  func concerned(after place: Range<Int>) -> Mention? {
    guard let number = scene.segment(of: place.lowerBound) else { return nil }
    // *For Kyiv, ... is a red line*
    if number > 0 || !scene.lexicon.pack.inverts, scene.classes(scene.sentence.lowerBound).contains(.concern), let first = scene.mentions.first,
      first.isOblique, first.range.lowerBound - scene.sentence.lowerBound <= 2,
      number > 0 || !scene.classes(first.range.upperBound).contains(.infinitive)
        && !scene.mentions.contains(where: { $0.canBeSubject && $0.range.upperBound <= place.lowerBound })
    {
      return first
    }
    return scene.mentions.first { mention in
      guard mention.isOblique, scene.segments[number].range.contains(mention.range.lowerBound), !isOfIssue(mention, besides: place) else { return false }
      // *Für Kiew ist das eine rote Linie*
      let leads = scene.segments[number].range.lowerBound..<mention.range.lowerBound
      if scene.lexicon.pack.inverts, (1...2).contains(leads.count), scene.classes(leads.lowerBound).contains(.concern) { return true }
      // *kommt für den Kreml nicht infrage*
      if scene.lexicon.pack.inverts, mention.isName, let concern = leads.suffix(2).first(where: { scene.classes($0).contains(.concern) }),
        concern > leads.lowerBound,
        place.contains(concern) && mention.range.lowerBound < place.upperBound
          || !scene.classes(concern - 1).isDisjoint(with: [.passive, .reported])
          || scene.classes(concern - 1).contains(.auxiliary)
      { return true }
      let between = gap(place, mention.range)
      return mention.range.lowerBound >= place.upperBound && mention.range.lowerBound - place.upperBound <= 3
        && (between.contains { scene.classes($0).contains(.concern) }
          // *important to Kyiv that ...*
          || scene.classes(place.upperBound - 1).contains(.concern) && scene.classes(mention.range.upperBound).contains(.complementizer))
        && between.allSatisfy { !scene.classes($0).isDisjoint(with: [.concern, .determiner]) || scene.lexicon.pack.inverts && !scene.tokens[$0].capital }
    }
  }

  /// *Waffen für Kiew wären ein Fehler*: who gets the thing.
  private func isOfIssue(_ mention: Mention, besides place: Range<Int>) -> Bool {
    scene.hits.contains { hit in
      guard case .issue = scene.meaning(hit), !hit.range.contains(place.upperBound - 1) else { return false }
      return (1...2).contains(mention.range.lowerBound - hit.range.upperBound) && scene.classes(hit.range.upperBound).contains(.concern)
    }
  }

  /// *stieß in Moskau auf Ablehnung*, *met with rejection in Moscow*.
  func seat(beside place: Range<Int>) -> Mention? {
    guard let number = scene.segment(of: place.lowerBound) else { return nil }
    let seats = scene.mentions.filter { mention in
      guard scene.segments[number].range.contains(mention.range.lowerBound), mention.isOblique, mention.isName else { return false }
      let before = max(scene.sentence.lowerBound, mention.range.lowerBound - 2)..<mention.range.lowerBound
      return before.contains { !scene.classes($0).isDisjoint(with: [.place, .origin]) }
    }
    return seats.min { gap($0.range, place).count < gap($1.range, place).count }
  }
}

/// Whose a thing is.
extension Scene {
  /// *They called on Moscow*, *The president pressed Kyiv*: whom the clause names besides is none of them.
  func names(oneOf several: [Actor], beside mention: Mention) -> Bool {
    guard !several.isEmpty, mention.isPointer, let home = segment(of: mention.range.lowerBound) else { return false }
    return mentions.contains { other in
      guard case .actor(let actor) = other.who, actor.person == nil || !mention.isOffice,
        segments[home].range.contains(other.range.lowerBound)
      else { return false }
      // *In Beijing the ministry refused*
      return several.contains { $0.party == actor.party && !(other.isPlace && mention.isOffice && $0.person == nil) }
    }
  }

  /// *the paper of Paris and Berlin*, *their paper*, *the paper that Paris presented*, *Paris presented a paper*; nil where
  /// the sentence does not tell.
  func authors(of paper: Mention, _ discourse: Discourse) -> [Actor]? {
    if case .actor(let actor) = paper.who { return list.contains(actor) ? list : [actor] }
    let owner = mentions.last { $0.isPossessor && $0.range.upperBound == paper.range.lowerBound }
    let relative = segments.first {
      $0.kind == .relative && (0...2).contains($0.range.lowerBound - paper.range.upperBound)
        && !classes($0.range.lowerBound - 1).contains(.preposition)
    }
    let subject = mentions.first { mention in
      mention.canBeSubject && mention.isName
        && (relative.map { $0.range.contains(mention.range.lowerBound) }
          ?? (mention.range.upperBound <= paper.range.lowerBound))
    }
    guard let author = owner ?? (relative != nil || discourse.authors.isEmpty ? subject : nil) else { return nil }
    let several = discourse.several(author)
    return several.isEmpty ? joined(to: author).compactMap { mention in
      if case .actor(let actor)? = discourse.resolve(mention, in: mentions, within: nil) { actor } else { nil }
    } : several
  }

  /// Whose demand: *Moscow's demand*, *die russische Forderung*, *die Forderung Moskaus*.
  func possessor(of noun: Range<Int>) -> Mention? {
    if let before = mentions.last(where: { $0.range.upperBound <= noun.lowerBound && noun.lowerBound - $0.range.upperBound <= 2 }),
      before.isPossessor
    {
      return before
    }
    if let after = mentions.first(where: { $0.range.lowerBound >= noun.upperBound && $0.range.lowerBound - noun.upperBound <= 2 }),
      after.isPossessor || after.isOblique && isGenitive(before: after.range.lowerBound) || after.isAgent
        || (noun.upperBound..<after.range.lowerBound).prefix(1).contains(where: { !classes($0).isDisjoint(with: [.origin, .place]) })
    {
      return after
    }
    // *das Nein der EU zu ...*
    if let within = mentions.first(where: { noun.contains($0.range.lowerBound) }),
      within.isPossessor || within.isPlace
        || within.isOblique
          && (isGenitive(before: within.range.lowerBound) || classes(within.range.lowerBound - 1).contains(.origin))
    {
      return within
    }
    // *die Absage des Gipfels durch Zenda*
    if let home = segment(of: noun.lowerBound),
      let agent = mentions.first(where: { $0.isAgent && $0.range.lowerBound >= noun.upperBound && segments[home].range.contains($0.range.lowerBound) }),
      !hasVerb(in: noun.upperBound..<agent.range.lowerBound), !isOfThing(agent)
    {
      return agent
    }
    return adjective(before: noun.lowerBound)
  }

  /// *bekam von Zenda keine Zusage*, *Widerstand kommt aus Zenda*: from whom comes what the noun names.
  func giver(of noun: Range<Int>) -> Mention? {
    guard let home = segment(of: noun.lowerBound) else { return nil }
    let within = mentions.filter { segments[home].range.contains($0.range.lowerBound) }
    if let agent = within.last(where: { $0.isAgent && $0.range.upperBound <= noun.lowerBound && !isOfThing($0) }) { return agent }
    guard !within.contains(where: \.canBeSubject) else { return nil }
    return within.last { $0.range.lowerBound >= noun.upperBound && classes($0.range.lowerBound - 1).contains(.origin) }
  }

  /// *die Forderung der Regierung*, *the demand of the government*.
  private func isGenitive(before name: Int) -> Bool {
    let token = name - 1
    guard token >= sentence.lowerBound else { return false }
    if !lexicon.pack.inverts {
      return classes(token).contains(.oblique)
        || classes(token).contains(.determiner) && token > sentence.lowerBound && classes(token - 1).contains(.oblique)
    }
    let isFeminine = classes(token).contains(.feminineOblique) && classes(token + 1).contains(.feminine)
    return (isFeminine || !classes(token).isDisjoint(with: [.oblique, .by])) && classes(token).contains(.determiner)
  }

  func adjective(before noun: Int) -> Mention? {
    adjective(within: max(sentence.lowerBound, noun - 2)..<noun)
  }

  /// *from the Russian point of view*
  func adjective(within range: Range<Int>) -> Mention? {
    for hit in hits where range.contains(hit.range.upperBound - 1) {
      if case .adjective(let party) = meaning(hit) {
        return Mention(range: hit.range, who: .actor(Actor(party: party, person: nil)), isPossessor: true)
      }
    }
    return nil
  }
}
