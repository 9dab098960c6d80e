import Model

/// What an article's sentence leaves to the next: who was named, who spoke, on which day, and of what.
extension ArticleReader {
  /// The one person whom a sentence names, as its subject, or else the party that opens it.
  private func onlyPerson(in scene: Scene) -> Teller? {
    let persons = scene.mentions.filter { if case .actor(let actor) = $0.who { actor.person != nil } else { false } }
    let named = persons.isEmpty ? scene.mentions.filter { mention in
      if case .actor = mention.who { mention.range.lowerBound == scene.sentence.lowerBound } else { false }
    } : persons
    guard named.count == 1, let one = named.first, one.canBeSubject, !scene.isQuestion else { return nil }
    return discourse.resolve(one, in: scene.mentions, within: nil)
  }

  /// Takes note of a sentence that was read.
  mutating func remember(_ issues: [IssueMention], _ topics: [Int], _ scene: Scene, _ voices: [Voice], _ dates: Dates) {
    // Pronouns mean the subject of the main clause rather than one before it.
    let isMain = { (mention: Mention) in
      scene.segment(of: mention.range.lowerBound).map { [.main, .coordinate].contains(scene.segments[$0].kind) } ?? false
    }
    let day = dates.day(in: scene.sentence)
    let known = meant(scene, voices)
    let host = host(of: scene, voices)
    discourse.met(known.filter(isMain) + known.filter { !isMain($0) }, on: day, lexicon: lexicon)
    discourse.ledBy = leadingParty(scene, voices)
    if let voice = voices.last(where: { !$0.runsOn && !$0.isAnswer }) {
      let outside = scene.segments.filter { !voice.covers($0.range.lowerBound) }
      if voice.teller == .outsider, voice.source == nil { discourse.metStranger() }
      discourse.heard(voice.teller, on: outside.lazy.compactMap { dates.day(in: $0.range) }.first)
    }
    if let day = reportedDay(scene, voices, dates) { discourse.reported(on: day) }
    if voices.isEmpty || !voices.allSatisfy(\.runsOn) { discourse.announced = voices.isEmpty ? onlyPerson(in: scene) : nil }
    let list = scene.list
    if !list.isEmpty { discourse.listed(list, by: host) }
    let lead = leads(scene)
    if !lead.isEmpty { discourse.lead = lead }
    discourse.lookingBack = issues.isEmpty ? lookingBack(scene, voices) : nil
    discourse.lookedBackTo = day
    if issues.isEmpty, scene.isQuestion { discourse.changeTopic() }
    discourse.isAsked = scene.asks || interview != nil && discourse.isAsked
    discourse.questioned = questioned(scene)
    discourse.spoke(of: issues, besides: topics)
  }

  /// *The White House warmed to it*: a bare party as the first subject of a main clause.
  private func leadingParty(_ scene: Scene, _ voices: [Voice]) -> Int? {
    guard let first = scene.mentions.first(where: { $0.canBeSubject && !$0.isObject }),
      case .actor(let actor) = first.who, actor.person == nil, !first.isDocument,
      let home = scene.segment(of: first.range.lowerBound), scene.segments[home].kind == .main, !voices.contains(where: { $0.covers(first.range.lowerBound) })
    else { return nil }
    return actor.party
  }

  /// *She spoke with the ministers of France and Poland*: who is the subject.
  private func host(of scene: Scene, _ voices: [Voice]) -> Actor? {
    guard voices.isEmpty, let subject = scene.mentions.first(where: { $0.canBeSubject && !$0.isObject }),
      case .actor(let actor)? = discourse.resolve(subject, in: scene.mentions, within: nil)
    else { return nil }
    return actor
  }

  /// The mentions with those for whom an office or a people stands (*the president*, *der Ungar*); of a question without a
  /// verb only what it asks about (*A summit with Zenda?*).
  private func meant(_ scene: Scene, _ voices: [Voice]) -> [Mention] {
    let isTopic = scene.isQuestion && !scene.hasVerb(in: scene.sentence)
    return scene.mentions.filter { !isTopic || $0.canBeSubject }.map { mention in
      var mention = mention
      let role: Int? = if case .office(let role) = mention.who { role } else { nil }
      let voice = voices.last { $0.covers(mention.range.lowerBound) }
      if role != nil || mention.isDemonym, case .actor(let actor)? = discourse.resolve(mention, in: scene.mentions, within: voice?.teller) {
        mention.who = .actor(actor)
        if role != nil {
          mention.role = role
          mention.isOfficeAlone = true
        }
      }
      return mention
    }
  }

  /// The day that a main clause names outside what is told, unless it is still to come.
  func reportedDay(_ scene: Scene, _ voices: [Voice], _ dates: Dates) -> Day? {
    let named = scene.segments.lazy.filter { segment in
      segment.kind == .main && !voices.contains { $0.covers(segment.range.lowerBound) && !($0.cue.map { segment.range.contains($0.lowerBound) } ?? false) }
    }.compactMap { dates.day(in: $0.range) }.first
    return named.flatMap { day in article.published.map { day <= $0.day } ?? true ? day : nil }
  }

  /// *What does Zenda want?*
  private func questioned(_ scene: Scene) -> (actor: Actor, predicate: Pack.Predicate)? {
    guard scene.isQuestion, let first = scene.sentence.first(where: { scene.tokens[$0].isWord }),
      scene.classes(first).contains(.interrogative)
    else { return nil }
    for hit in scene.hits {
      guard let predicate = scene.predicate(of: hit), predicate.noun != true, (predicate.holder ?? .subject) == .subject,
        case .mention(let subject)? = scene.subject(of: hit.range), case .actor(let actor)? = discourse.resolve(subject, in: scene.mentions, within: nil)
      else { continue }
      return (actor, predicate)
    }
    return nil
  }

  /// The subject of a sentence in the pluperfect; not of *said that he had decided*.
  private func lookingBack(_ scene: Scene, _ voices: [Voice]) -> Teller? {
    for segment in scene.segments where segment.kind == .main {
      let isPluperfect = segment.range.contains { token in scene.classes(token).contains(.perfect) && !voices.contains { $0.covers(token) } }
        && scene.hits.contains { hit in
          if case .participle = scene.meaning(hit) { segment.range.contains(hit.range.lowerBound) } else { false }
        }
      guard isPluperfect,
        let subject = scene.mentions.first(where: { segment.range.contains($0.range.lowerBound) && $0.canBeSubject })
      else { continue }
      // *Die Zeitung hatte berichtet*: of today is what she tells further on.
      if case .actor(let actor)? = discourse.resolve(subject, in: scene.mentions, within: nil) { return .actor(actor) }
    }
    return nil
  }

  /// Whom a line without a verb names before its colon, for the points that follow.
  private func leads(_ scene: Scene) -> [Actor] {
    guard let last = scene.sentence.last, scene.tokens[last].kind == .colon, scene.words(in: scene.sentence) <= 20,
      let mention = scene.mentions.first(where: \.canBeSubject)
    else { return [] }
    let several = discourse.several(mention)
    if several.isEmpty, case .actor(let actor)? = discourse.resolve(mention, in: scene.mentions, within: nil) { return [actor] }
    return several
  }
}
