import Model

/// Finds the mentions of a block.
struct MentionFinder {
  let lexicon: Lexicon
  let text: Annotated
  let day: Day?

  var tokens: Tokens { text.tokens }

  /// Persons that the article introduced by office and country, by folded surname.
  func mentions(introduced: inout [String: Actor]) -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    while index < tokens.count {
      if let (mention, end) = nounPhrase(at: index, &introduced) {
        mentions.append(beside(mentions.last, mention))
        index = end
      } else {
        let mention = pronoun(at: index)
        if let mention { mentions.append(mention) }
        index = mention?.range.upperBound ?? index + 1
      }
    }
    return mentions
  }

  /// *von Trump und Putin*: the second stands as the first does.
  private func beside(_ before: Mention?, _ mention: Mention) -> Mention {
    guard let before, before.isOblique || before.isAgent || before.isExcepted, mention.canBeSubject, before.range.upperBound + 1 == mention.range.lowerBound,
      classes(before.range.upperBound).contains(.coordinator)
    else { return mention }
    var mention = mention
    mention.isOblique = before.isOblique
    mention.isAgent = before.isAgent
    mention.isExcepted = before.isExcepted
    return mention
  }

  // MARK: - Noun phrases

  /// What the words at one place say of somebody.
  private struct Facts {
    var party: Int?
    var person: Int?
    var role: Int?
    var isPlural = false
    /// The last word of the office.
    var office = ""
    var anonymous = false
    var outsider = false
    var document = false
    var named = false
    var genitive = false
    /// The last word is a genitive: the phrase is a possessor, not an apposition to one.
    var endsInGenitive = false
  }

  /// What the words from `start` on tell of one who is named there, and where they end.
  private func facts(from start: Int) -> (Facts, end: Int) {
    var facts = Facts()
    var end = start
    while end < tokens.count, let (meaning, hit) = actorHit(at: end) {
      // A party's name after a person begins somebody new; so does a second person.
      if facts.document { break }
      if let number = facts.person, facts.genitive, case .role = meaning {
        // *Trump's envoy*
        facts.party = lexicon.partyOfPerson[number]
        facts.person = nil
        facts.genitive = false
      }
      if case .document = meaning {
        if facts.role != nil || facts.anonymous || facts.outsider || facts.person != nil && !facts.genitive { break }
      } else if let number = facts.person, case .anonymous = meaning, !facts.genitive {
        // *Trump insiders*
        facts.party = lexicon.partyOfPerson[number]
        facts.person = nil
      } else if facts.person != nil || facts.anonymous {
        break
      }
      if case .party = meaning, facts.party != nil, facts.role == nil { break }
      // *hatte der Präsident Kiew gedrängt*
      if case .party = meaning, facts.role != nil, facts.party == nil, lexicon.pack.inverts, !lexicon.genitives.contains(hit.entry) { break }
      if case .role = meaning, facts.genitive, facts.role != nil { break }
      note(meaning, hit, &facts)
      end = hit.range.upperBound
      if end < tokens.count, isGenitiveMark(end) {
        facts.genitive = true
        end += 1
      }
      end = skipToOffice(end, facts)
    }
    return (facts, end)
  }

  /// The mention that begins at `start`, and where it ends.
  private func nounPhrase(at start: Int, _ introduced: inout [String: Actor]) -> (Mention, Int)? {
    var (facts, end) = facts(from: start)
    if end == start { return introducedName(at: start, introduced) }
    let head = end
    if facts.role != nil || facts.document || facts.anonymous, facts.person == nil { end = country(after: end, &facts) }
    if facts.document { return (document(start..<end, head: start..<head, facts), end) }
    if facts.person == nil, facts.role != nil, facts.party == nil, let (range, actor) = known(at: end, introduced) {
      let whole = start..<range.upperBound
      return (placed(Mention(range: whole, who: .actor(actor), role: facts.role), genitive: endsInGenitive(whole)), whole.upperBound)
    }
    if facts.person == nil, facts.role != nil, facts.party == nil, name(at: end) != nil { facts.party = place(before: start) }
    // *Spain's Pedro Sánchez*
    if facts.genitive, facts.party != nil, facts.person == nil, facts.role == nil, let last = name(at: end), last - end == 2 {
      let actor = Actor(party: facts.party ?? 0, person: identifier(tokens[last - 1]))
      introduced[lexicon.words[tokens[last - 1].word].folded] = actor
      return (placed(Mention(range: start..<last, who: .actor(actor)), genitive: endsInGenitive(start..<last)), last)
    }
    let isOffice = facts.person == nil && facts.role != nil && facts.party != nil
    let surname = isOffice ? name(at: end) : nil
    if facts.person == nil, facts.role != nil, facts.party == nil, !facts.outsider, !facts.anonymous,
      let last = name(at: end), let role = facts.role, !isPerson(near: last)
    {
      return (placed(Mention(range: start..<last, who: .office(role), role: role, isStranger: true), genitive: endsInGenitive(start..<last)), last)
    }
    // *das Treffen der Präsidenten Russlands*
    if facts.role != nil, start > 1, classes(start - 1).contains(.feminineOblique), tokens[start - 2].kind == .word,
      tokens[start - 2].capital, facts.genitive || isInflected(facts.office)
    {
      facts.endsInGenitive = true
    }
    let before = isOffice && surname == nil ? opening(before: start) : nil
    let range = (before?.lowerBound ?? start)..<(surname ?? end)
    let name = surname.map { end..<$0 } ?? (isOffice ? apposition(at: end) : nil) ?? before
    guard let who = who(facts, in: range, surname: name, &introduced) else { return nil }
    let isWoman = facts.role == nil ? nil : lexicon.pack.feminine.map(facts.office.hasSuffix)
    // *Staats- und Regierungschefs*
    let isPlural =
      facts.party == nil && isInflected(facts.office) && range.lowerBound > 0
      && (!tokens[range.lowerBound - 1].isWord || classes(range.lowerBound - 1).contains(.coordinator))
    let mention = Mention(
      range: range, who: who, isPlural: isPlural || facts.isPlural && facts.party == nil ? true : nil, role: facts.role,
      isWoman: isWoman, isDemonym: isDemonym(facts))
    return (placed(mention, genitive: facts.endsInGenitive || endsInGenitive(range)), range.upperBound)
  }

  /// Hits that begin at a token.
  func hits(at index: Int) -> ArraySlice<Matcher.Hit> {
    index < tokens.count ? text.hits(in: index..<(index + 1)) : []
  }

  /// The first reading of the words at a token by which they name somebody.
  func actorHit(at index: Int) -> (Meaning, Matcher.Hit)? {
    for hit in hits(at: index) {
      let meaning = lexicon.meanings[hit.entry]
      switch meaning {
      case .person, .party, .adjective, .role, .anonymous, .outsider: return (meaning, hit)
      case .document where !governs(hit): return (meaning, hit)
      default: continue
      }
    }
    return nil
  }

  /// *a plan to ...*, *ein Plan für ...*: a noun with an object of its own is no mere paper.
  private func governs(_ document: Matcher.Hit) -> Bool {
    let next = document.range.upperBound
    if next < tokens.count, !classes(next).isDisjoint(with: [.concern, .infinitive]) { return true }
    return text.hits.contains { hit in
      guard case .predicate(let number) = lexicon.meanings[hit.entry], hit.range.overlaps(document.range) else { return false }
      return lexicon.pack.predicates[number].noun == true && hit.range.upperBound > document.range.upperBound
    }
  }

  /// *the American draft*, *Trump's plan*, *the draft*.
  private func document(_ range: Range<Int>, head: Range<Int>, _ facts: Facts) -> Mention {
    let author = facts.person.map { Actor(party: lexicon.partyOfPerson[$0], person: lexicon.codebook.persons[$0].id) }
      ?? facts.party.map { Actor(party: $0, person: nil) }
    var mention = placed(Mention(range: head, who: author.map { .actor($0) } ?? .document, isDocument: true), genitive: endsInGenitive(range))
    mention.range = range
    return mention
  }

  private func note(_ meaning: Meaning, _ hit: Matcher.Hit, _ facts: inout Facts) {
    switch meaning {
    case .document: facts.document = true
    case .person(let number): facts.person = number
    case .party(let number):
      facts.party = number
      facts.named = true
    case .adjective(let number): facts.party = number
    case .role(let number):
      facts.role = number
      facts.office = lexicon.words[tokens[hit.range.upperBound - 1].word].folded
      // *the heads of state*
      facts.isPlural =
        !lexicon.pack.inverts
        && [facts.office, lexicon.words[tokens[hit.range.lowerBound].word].folded].contains {
          $0.hasSuffix("s") && !$0.hasSuffix("ss") && !$0.hasSuffix("'s")
        }
    case .anonymous: facts.anonymous = true
    case .outsider: facts.outsider = true
    default: break
    }
    // *die Außenminister Deutschlands* are no possessor.
    let isOwner = lexicon.genitives.contains(hit.entry)
    facts.endsInGenitive = isOwner && facts.role == nil
    if isOwner { facts.genitive = true }
  }

  /// *Hungary's foreign minister*, *Russia's longtime foreign minister*: at most one word between.
  private func skipToOffice(_ index: Int, _ facts: Facts) -> Int {
    guard facts.party != nil, facts.person == nil, facts.role == nil, index + 1 < tokens.count, tokens[index].kind == .word,
      actorHit(at: index) == nil, !isVerb(index), case .role? = actorHit(at: index + 1)?.0
    else { return index }
    return index + 1
  }

  /// *In Kyiv demanded Foreign Minister A B ...*
  func isVerb(_ index: Int) -> Bool {
    hits(at: index).contains { hit in
      switch lexicon.meanings[hit.entry] {
      case .cue, .attitude, .past: true
      case .predicate(let number): lexicon.pack.predicates[number].noun != true
      default: false
      }
    }
  }

  /// *the foreign minister of Russia*, *der Sprecher des Kremls*.
  private func country(after end: Int, _ facts: inout Facts) -> Int {
    guard facts.party == nil else { return end }
    var index = end
    while index < min(end + 2, tokens.count), !classes(index).isDisjoint(with: [.oblique, .preposition, .determiner, .by]) { index += 1 }
    guard index > end, index < tokens.count, let (meaning, hit) = actorHit(at: index) else { return end }
    // *a spokeswoman for the Russian foreign ministry*
    if case .adjective(let number) = meaning, case .role? = actorHit(at: hit.range.upperBound)?.0,
      let office = actorHit(at: hit.range.upperBound)?.1
    {
      facts.party = number
      return office.range.upperBound
    }
    switch meaning {
    case .party(let number):
      facts.party = number
      // *a spokeswoman for Russia's foreign ministry*
      if hit.range.upperBound < tokens.count, isGenitiveMark(hit.range.upperBound),
        let (meaning, office) = actorHit(at: hit.range.upperBound + 1), case .role = meaning
      {
        return office.range.upperBound
      }
    case .person(let number) where facts.document: facts.person = number
    // *a spokesman for Chancellor Zenda*
    case .person(let number) where isOf(index - 1): facts.party = lexicon.partyOfPerson[number]
    case .role where isOf(index - 1):
      guard let (meaning, name) = actorHit(at: hit.range.upperBound), case .person(let number) = meaning else { return end }
      facts.party = lexicon.partyOfPerson[number]
      return name.range.upperBound
    default: return end
    }
    return hit.range.upperBound
  }

  private func isOf(_ index: Int) -> Bool {
    !classes(index).isDisjoint(with: [.of, .by, .oblique, .concern])
  }

  private func who(_ facts: Facts, in range: Range<Int>, surname: Range<Int>?, _ introduced: inout [String: Actor]) -> Mention.Who? {
    if facts.outsider { return .outsider }
    if let number = facts.person {
      let person = lexicon.codebook.persons[number]
      return .actor(Actor(party: lexicon.partyOfPerson[number], person: person.id))
    }
    if facts.anonymous { return .anonymous(party: facts.party ?? seat(of: range)) }
    if let role = facts.role {
      // *a minister*
      guard let party = facts.party else {
        let isAny = range.lowerBound > 0 && classes(range.lowerBound - 1).contains(.a) && lexicon.offices.count { $0.role == role } != 1
        return isAny ? seat(of: range).map { .actor(Actor(party: $0, person: nil)) } ?? .outsider : .office(role)
      }
      if let surname {
        let actor = Actor(party: party, person: identifier(tokens[surname.upperBound - 1]))
        introduced[lexicon.words[tokens[surname.upperBound - 1].word].folded] = actor
        return .actor(actor)
      }
      return .actor(Actor(party: party, person: person(party: party, role: role)))
    }
    guard let party = facts.party, facts.named && !isAdjective(range) || isNoun(range) else { return nil }
    if isDemonym(facts), classes(range.lowerBound - 1).contains(.a) { return .anonymous(party: party) }
    return .actor(Actor(party: party, person: nil))
  }

  /// *the Russian*, *der Russe*
  private func isDemonym(_ facts: Facts) -> Bool {
    facts.party != nil && !facts.named && facts.role == nil && facts.person == nil && !facts.outsider && !facts.anonymous
  }

  /// *told a U.S. network*: a name that is an adjective as well, behind an article and before a noun.
  private func isAdjective(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    guard !lexicon.pack.inverts, range.lowerBound > 0, classes(range.lowerBound - 1).contains(.a), next < tokens.count,
      tokens[next].kind == .word, !tokens[next].capital,
      classes(next).isEmpty
    else { return false }
    return hits(at: range.lowerBound).contains { if case .adjective = lexicon.meanings[$0.entry] { true } else { false } }
  }

  private func person(party: Int, role: Int) -> String? {
    lexicon.offices.first { $0.role == role && $0.holder.party == party && $0.term.isHeld(on: day) }?.holder.person
  }
}
