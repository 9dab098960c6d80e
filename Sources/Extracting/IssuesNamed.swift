import Model

/// Which issues a sentence names, or takes up from the sentences before.
extension ArticleReader {
  /// The issues that a sentence names or takes up, in the order of its hits.
  func issueMentions(in scene: Scene) -> [IssueMention] {
    var found: [IssueMention] = []
    for hit in scene.hits {
      guard case .issue(let issue, let phrase) = scene.meaning(hit) else { continue }
      if [.never, .topic].contains(phrase.needs) || masked(hit, issue, in: scene) { continue }
      if phrase.needs == .article, !discourse.named.contains(issue) { continue }
      if phrase.needs == .last, issue != found.last?.issue ?? discourse.topic?.issue { continue }
      if phrase.needs == .neighbour, !isNamed(issue, near: scene) { continue }
      let isWithin = found.contains { $0.issue == issue && $0.range.overlaps(hit.range) && $0.says == phrase.says }
      if isWithin || isFirstPart(hit, scene) || Chain(scene: scene).hasTurn(within: hit) { continue }
      found.append(
        IssueMention(
          range: hit.range, matched: hit.matched, issue: issue, against: phrase.against, says: phrase.says && !isNominal(hit, scene),
          holdsIt: phrase.needs == .last))
    }
    // What says something outdoes the name of the thing within it.
    found = found.filter { one in
      one.says || !found.contains { $0.says && $0.issue == one.issue && $0.range.overlaps(one.range) }
    }
    return found + takenUp(in: scene, beside: found)
  }

  /// Whether a phrase that names something else (*the ceasefire in Gaza*) stands there.
  private func masked(_ hit: Matcher.Hit, _ issue: Int, in scene: Scene) -> Bool {
    scene.hits.contains { other in
      if case .issue(issue, let phrase) = scene.meaning(other) { phrase.needs == .never && other.range.overlaps(hit.range) } else { false }
    }
  }

  /// Whether the sentence itself or one of the three before names the issue by a phrase of its own.
  func isNamed(_ issue: Int, near scene: Scene) -> Bool {
    discourse.headed.contains(issue) || discourse.spokeLately(of: issue) || scene.hits.contains { hit in
      if case .issue(issue, let phrase) = scene.meaning(hit) { phrase.names } else { false }
    }
  }

  /// The issues whose matter the sentence names.
  func topics(of scene: Scene) -> [Int] {
    scene.hits.compactMap { hit in
      if case .issue(let issue, let phrase) = scene.meaning(hit), phrase.needs == .topic { issue } else { nil }
    }
  }

  /// Words that take up the issue named last: *that idea*, and *it* right after a predicate.
  func takenUp(in scene: Scene, beside found: [IssueMention]) -> [IssueMention] {
    func topic(before token: Int) -> IssueMention? {
      found.last { $0.range.upperBound <= token } ?? discourse.topic
    }
    var taken: [IssueMention] = []
    for hit in scene.hits {
      let range: Range<Int>
      switch scene.meaning(hit) {
      case .anaphor:
        let next = hit.range.upperBound
        let goesOn = next < scene.sentence.upperBound && !scene.classes(next).isDisjoint(with: [.concern, .complementizer, .infinitive])
        guard !goesOn, !announces(hit, in: scene), !hasOwnClause(hit, in: scene) else { continue }
        range = hit.range
      case .predicate(let number):
        let predicate = lexicon.pack.predicates[number]
        guard let object = scene.object(of: hit, predicate), !scene.isWithinLonger(object, hit), !scene.isExistential(object) else { continue }
        let points = scene.classes(object).contains(.demonstrative)
        if predicate.holder == .speaker, !points, !found.isEmpty || namesParty(before: object, in: scene) { continue }
        range = object..<(object + 1)
      default: continue
      }
      guard let topic = topic(before: range.lowerBound), !(found + taken).contains(where: { $0.range.overlaps(range) }) else {
        continue
      }
      // *He wants the sanctions lifted: they are a mistake*: several are the things, not what becomes of them.
      let isThings =
        scene.mentions.contains { $0.range == range && $0.isPlural == true }
        || scene.classes(range.lowerBound).contains(.they) && scene.classes(range.lowerBound).isDisjoint(with: .she)
      // *want it withdrawn. He is against it, too*: *it* is the thing both times.
      let isThing = isThings || topic.holdsIt && scene.classes(range.lowerBound).isDisjoint(with: .demonstrative)
      taken.append(IssueMention(range: range, matched: Places(range), issue: topic.issue, against: topic.against && !isThing, says: false, isTakenUp: true))
    }
    return taken
  }

  /// *seine Bitte, ihm zu helfen*, *wies den Plan zurück, ihm zu helfen*: says itself what it is about.
  private func hasOwnClause(_ hit: Matcher.Hit, in scene: Scene) -> Bool {
    guard lexicon.pack.inverts, let home = scene.segment(of: hit.range.lowerBound), home + 1 < scene.segments.count else { return false }
    let (next, rest) = (scene.segments[home + 1], scene.words(in: hit.range.upperBound..<scene.segments[home].range.upperBound))
    guard next.mark == .comma, [.infinitive, .complement].contains(next.kind) else { return false }
    return rest == 0 || rest <= 4 && hit.range.count > 1 && scene.classes(next.range.lowerBound).isDisjoint(with: .preposition)
  }

  /// *Europe must stop it, and it should do so soon*: the pronoun may mean the party.
  private func namesParty(before pronoun: Int, in scene: Scene) -> Bool {
    scene.mentions.contains { mention in
      guard case .actor(let actor) = mention.who, mention.canBeSubject,
        let home = scene.segment(of: mention.range.lowerBound), scene.segments[home].kind == .main
      else { return false }
      return actor.person == nil && mention.range.upperBound <= pronoun
        && mention.range.lowerBound - scene.segments[home].range.lowerBound <= 1 && scene.segment(of: pronoun) != home
    }
  }

  /// *darauf ..., dass*: stands for the clause behind.
  func announces(_ anaphor: Matcher.Hit, in scene: Scene) -> Bool {
    guard anaphor.range.count == 1, let home = scene.segment(of: anaphor.range.lowerBound), home + 1 < scene.segments.count else { return false }
    return [.complement, .infinitive, .hypothetical].contains(scene.segments[home + 1].kind) || scene.segments[home + 1].mark == .colon
  }

  /// Of a compound whose second part is another thing: *Tomahawk-Angriffe*.
  private func isFirstPart(_ hit: Matcher.Hit, _ scene: Scene) -> Bool {
    let last = hit.range.upperBound - 1
    return scene.tokens[last].joined && hit.range.upperBound < scene.sentence.upperBound && !scene.isWanted(hit.range)
  }

  /// A verb as a noun: *withdrawing would be a mistake*, but not *is withdrawing*.
  func isNominal(_ hit: Matcher.Hit, _ scene: Scene) -> Bool {
    guard let first = hit.matched.first else { return false }
    if isNamedThing(hit, scene) { return true }
    guard scene.isProgressive(first) else { return false }
    let finite: WordClasses = [.future, .obligation, .auxiliary]
    if hit.matched.contains(where: { !scene.classes($0).isDisjoint(with: finite) }) { return false }
    if let number = scene.segment(of: first), scene.isParticipial(first..<(first + 1), in: scene.segments[number]), acts(number, in: scene) { return false }
    if first == scene.sentence.lowerBound { return true }
    let isTold = scene.hits.contains { hit in
      if case .cue = scene.meaning(hit) { hit.range.upperBound == first } else { false }
    }
    return !isTold && !scene.classes(first - 1).contains(.passive)
  }

  /// *about the surrender of the east*, *the surrender of the east has no place here*: what looks like a verb, between an article
  /// and a preposition, behind another preposition or at the head of a clause that denies something.
  private func isNamedThing(_ hit: Matcher.Hit, _ scene: Scene) -> Bool {
    let (word, article) = (hit.range.lowerBound, hit.range.lowerBound - 1)
    guard !lexicon.pack.inverts, article >= scene.sentence.lowerBound, hit.range.count > 1,
      scene.classes(article).contains(.determiner), scene.classes(article).isDisjoint(with: .object)
    else { return false }
    let finite: WordClasses = [.future, .obligation, .auxiliary]
    guard scene.classes(word + 1).contains(.of), hit.matched.allSatisfy({ scene.classes($0).isDisjoint(with: finite) }) else { return false }
    if let number = scene.segment(of: article), case let clause = scene.segments[number].range, [article, article - 1].contains(clause.lowerBound) {
      return clause.contains { $0 >= hit.range.upperBound && scene.classes($0).contains(.negation) }
    }
    return scene.classes(article - 1).contains(.preposition) && scene.classes(article - 1).isDisjoint(with: [.pro, .against, .by, .infinitive])
  }

  /// *By imposing sanctions, Zenda ...*, *Zenda acted, imposing sanctions*: a clause that somebody's acting goes with.
  func acts(_ number: Int, in scene: Scene) -> Bool {
    guard !scene.classes(scene.segments[number].range.lowerBound).contains(.until),
      number > 0 || !scene.classes(scene.sentence.lowerBound).isDisjoint(with: [.preposition, .by])
    else { return false }
    let beside = number == 0 ? scene.segments.dropFirst().prefix(1) : scene.segments[..<number]
    guard let main = beside.first(where: { $0.kind == .main && scene.hasVerb(in: $0.range) && scene.isTold($0) }) else { return false }
    return scene.mentions.contains { main.range.contains($0.range.lowerBound) && $0.canBeSubject }
  }
}
