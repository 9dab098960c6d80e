import Model

/// Whom pronouns, offices, papers and groups mean, by what the article has said so far.
extension Discourse {
  /// Who a mention means here; nil where that stays open. A pronoun takes the nearest subject before it in the sentence,
  /// else what the sentences before leave.
  func resolve(_ mention: Mention, in sentence: [Mention], within teller: Teller?, from start: Int = 0) -> Teller? {
    switch mention.who {
    case .actor(let actor): return mention.isDemonym ? compatriot(actor.party).map { .actor($0) } : .actor(actor)
    case .anonymous(let party): return .anonymous(party: party)
    case .outsider: return .outsider
    case .office(let role):
      // *his foreign ministry*
      if let owner = sentence.last(where: { $0.isPossessor && $0.range.upperBound == mention.range.lowerBound }), case .pronoun = owner.who,
        case .actor(let actor)? = resolve(owner, in: sentence, within: teller, from: start)
      {
        return .actor(Actor(party: actor.party, person: nil))
      }
      return officer(role, mention, in: sentence, within: teller)
    case .pronoun(let classes):
      if !classes.isDisjoint(with: [.we, .firstPerson, .ourPossessive]) { return teller }
      if isAsking, mention.isPlural == true { return addressed }
      if classes.contains(.latter) {
        let before = sentence.last { $0.range.upperBound <= mention.range.lowerBound && $0.isName }
        if case .actor(let actor)? = before?.who { return .actor(actor) }
        return before == nil ? namedLast ?? man : nil
      }
      if classes.contains(.there) { return place(before: mention, in: sentence) ?? teller }
      if classes.contains(.one) { return teller ?? seated(around: mention, in: sentence) ?? speaker }
      if !classes.isDisjoint(with: [.he, .possessive]), let near = nearest(to: mention, in: sentence, teller, from: start, notOf: "f") ?? (teller == nil ? possessor(before: mention, in: sentence) : nil) {
        return near
      }
      // *Ungarn steht mit seinem Nein allein*
      if classes.contains(.possessive), let own = owner(before: mention, in: sentence) { return own }
      if !classes.isDisjoint(with: [.she, .herPossessive]), classes.isDisjoint(with: [.they, .theirPossessive]),
        let near = nearest(to: mention, in: sentence, teller, from: start, notOf: "m")
      {
        return near
      }
      // *Kallas gab Trump recht und lobte, was sie sah*
      if classes.contains([.she, .they]), mention.isPlural != true, let woman = named(before: mention, in: sentence, notOf: "m"), case .actor(let actor) = woman, actor.person.map({ known[$0]?.gender == "f" }) ?? false { return woman }
      // *Der Kreml teilte mit, er sehe ...*
      // *The Europeans said they would*
      if case .actor(let actor)? = teller, actor.person == nil, classes.isDisjoint(with: .they) || together.count < 2 && !names(others: sentence, before: mention, from: start) { return teller }
      if !classes.isDisjoint(with: [.he, .possessive]) { return man ?? (together.count == 1 && togetherAt == sentences ? .actor(together[0]) : nil) }
      // *Die Ukraine sieht es anders. Sie lehnt ab.*
      let isParty = classes.contains([.she, .they]) && mention.isPlural == true || classes.contains([.she, .they]) && togetherAt == sentences && womanAt < sentences && together.count == 1
      if !classes.isDisjoint(with: [.she, .herPossessive]), !isParty, let woman { return woman }
      if classes.contains(.theirPossessive) || classes.contains(.they) && mention.isPlural == false, let own = owner(before: mention, in: sentence) { return own }
      if !classes.isDisjoint(with: [.they, .theirPossessive]) {
        if case .anonymous? = speaker { return speaker }
        if mention.isPlural == false, authorsJustNamed.count == 1 { return .actor(authorsJustNamed[0]) }
        return together.count == 1 ? .actor(together[0]) : nil
      }
      return nil
    case .document: return authors.count == 1 ? .actor(authors[0]) : nil
    case .group: return nil
    }
  }

  /// *Oslo would do more, Foreign Minister A B announced*: the only party that is a subject of the sentence.
  func party(besides mention: Mention, in sentence: [Mention]) -> Actor? {
    let parties = sentence.filter { $0.canBeSubject && !$0.isDocument }.compactMap { if case .actor(let actor) = $0.who { actor.person == nil ? actor.party : nil } else { nil } }
    return Set(parties).count == 1 ? Actor(party: parties[0], person: nil) : nil
  }

  /// *the president*: of the teller's own side, or of the party spoken of last, or who was named last.
  private func officer(_ role: Int, _ mention: Mention, in sentence: [Mention], within teller: Teller?) -> Teller? {
    if mention.isPlural == true { return nil }
    if mention.isStranger {
      return party(besides: mention, in: sentence).map { .actor($0) } ?? .outsider
    }
    func fits(_ actor: Actor) -> Bool {
      guard let isWoman = mention.isWoman, let gender = actor.person.flatMap({ known[$0]?.gender }) else { return true }
      return (gender == "f") == isWoman
    }
    let own = (offices[role] ?? []).filter(fits)
    let before = sentence.lazy.filter { $0.canBeSubject && $0.range.upperBound < mention.range.lowerBound }.compactMap { if case .actor(let actor) = $0.who { actor } else { nil } }.first
    let speaker = switch teller {
    case .actor(let actor)?: actor
    case .anonymous(let party?)?: Actor(party: party, person: nil)
    default: before?.person == nil ? nil : before
    }
    if let one = own.first(where: { $0.party == speaker?.party }), one != speaker { return .actor(one) }
    // *The White House warmed to it. The president ...*
    let isMet = if case .actor(let actor)? = man { actor.person.map(lastMet.contains) ?? false } else { false }
    if !isMet, together.count == 1, togetherAt == sentences, let one = own.first(where: { $0.party == together[0].party }) { return .actor(one) }
    let holders = (officeHolders[role] ?? []).filter(fits)
    // *Zenda asked Rassendyll for it. The president said ...*
    if Set((holders + own).filter { $0.person.map(lastMet.contains) ?? false }).count > 1 { return nil }
    if case .actor(let actor)? = man, holders.contains(actor) {
      // *The president told him ...*
      let isOther = sentence.contains { other in
        if case .pronoun(let classes) = other.who { classes.contains(.he) && other.isOblique } else { false }
      }
      if !isOther { return man }
      let others = Set(holders + own).subtracting([actor])
      return others.count == 1 ? others.first.map { .actor($0) } : nil
    }
    // *China is for it, the ministry said*
    if offices[role] == nil {
      if case .actor(let speaker)? = teller, holders.isEmpty || holders.contains(where: { $0.party == speaker.party }) { return .actor(Actor(party: speaker.party, person: nil)) }
      let told = sentence.filter { $0.range.upperBound <= mention.range.lowerBound }
      if holders.isEmpty, togetherAt < sentences || together.count != 1, let party = party(besides: mention, in: told) { return .actor(party) }
    }
    // *Berlin said the chancellor believed ...*
    return (holders.last ?? (own.count == 1 ? own.first : own.first { $0.party == before?.party })).map { .actor($0) }
  }

  /// *the Russian*; *the Estonian*, who may speak for more than her country.
  private func compatriot(_ country: Int) -> Actor? {
    persons[country] ?? stateless
  }

  /// *In Kiew ist man dafür. Dort hofft man auf mehr.*
  private func place(before pronoun: Mention, in sentence: [Mention]) -> Teller? {
    let named = sentence.last { $0.isPlace && $0.range.upperBound <= pronoun.range.lowerBound }
    if case .actor(let actor)? = named?.who { return .actor(Actor(party: actor.party, person: nil)) }
    return placeNamedLast.map { .actor(Actor(party: $0, person: nil)) }
  }

  /// *In Kiew hofft man*, *hofft man in Kiew*.
  private func seated(around pronoun: Mention, in sentence: [Mention]) -> Teller? {
    let place = sentence.first { mention in
      mention.isPlace && pronoun.range.lowerBound - mention.range.upperBound <= 4 && mention.range.lowerBound - pronoun.range.upperBound <= 4
    }
    if case .actor(let actor)? = place?.who, actor.person == nil { return .actor(actor) }
    return nil
  }

  /// The several whom a mention means at once: *they* after a list of names, *the signatories*; none where it means one.
  func several(_ mention: Mention, isTold: Bool = false) -> [Actor] {
    switch mention.who {
    case .group(2): return pair
    case .group(let count?): return [list, list + host].first { $0.count == count } ?? []
    case .group: return list
    case .document: return authors.count > 1 ? authors : []
    case .pronoun(.they) where mention.isPlural == false: return authorsJustNamed.count > 1 ? authorsJustNamed : []
    case .pronoun(let classes) where isRelease && !isTold && !classes.isDisjoint(with: [.we, .ourPossessive]): return list
    case .pronoun where isAsking && mention.isPlural == true: return []
    case .pronoun(let classes) where classes.contains(.they) && mention.isPlural != false && !(speaker.map(isUnnamed) ?? false):
      return together.count > 1 && (classes == .they || mention.isPlural == true) ? together : []
    default: return []
    }
  }

  /// Whether somebody is named within what is told, before a pronoun.
  private func names(others sentence: [Mention], before pronoun: Mention, from start: Int) -> Bool {
    sentence.contains { $0.isName && start <= $0.range.lowerBound && $0.range.upperBound <= pronoun.range.lowerBound }
  }

  private func isUnnamed(_ teller: Teller) -> Bool {
    if case .anonymous = teller { true } else { false }
  }

  /// Within what is told, somebody named there, else the teller.
  private func nearest(
    to pronoun: Mention, in sentence: [Mention], _ teller: Teller?, from start: Int, notOf gender: String
  ) -> Teller? {
    if case .actor(let actor)? = teller, actor.person != nil {
      return named(before: pronoun, in: sentence.filter { $0.range.lowerBound >= start && !$0.isObject }, notOf: gender)
        ?? (actor.person.map { known[$0]?.gender == gender } ?? false ? nil : teller)
    }
    return named(before: pronoun, in: sentence, notOf: gender)
  }

  /// *Moscow ... its demand*.
  private func owner(before pronoun: Mention, in sentence: [Mention]) -> Teller? {
    let owners = sentence.filter { mention in
      guard case .actor(let actor) = mention.who, mention.canBeSubject else { return false }
      return actor.person == nil && mention.range.upperBound <= pronoun.range.lowerBound
    }
    let before = owners.last { !$0.isObject } ?? owners.last
    if case .actor(let actor)? = before?.who { return .actor(actor) }
    return nil
  }

  /// *It was Zenda's idea: for weeks he had called for it*: where nobody else acts before.
  private func possessor(before pronoun: Mention, in sentence: [Mention]) -> Teller? {
    guard pronoun.canBeSubject, !sentence.contains(where: { $0.canBeSubject && $0.range.upperBound <= pronoun.range.lowerBound }) else { return nil }
    let owners = sentence.compactMap { mention -> Actor? in
      guard case .actor(let actor) = mention.who, mention.isPossessor, mention.range.upperBound <= pronoun.range.lowerBound else { return nil }
      return actor.person.map { known[$0]?.gender != "f" } ?? false ? actor : nil
    }
    return Set(owners).count == 1 ? .actor(owners[0]) : nil
  }

  private func named(before pronoun: Mention, in sentence: [Mention], notOf gender: String) -> Teller? {
    let named = sentence.filter { mention in
      guard mention.range.upperBound <= pronoun.range.lowerBound, mention.canBeSubject, !mention.isDocument else { return false }
      switch mention.who {
      case .actor(let actor):
        if let id = actor.person, known[id]?.gender == gender { return false }
        return actor.person != nil || mention.role != nil || mention.isDemonym
      case .outsider, .office: return true
      default: return false
      }
    }
    // *He told Zenda that he would sign*
    let isOther = sentence.contains { mention in
      if case .pronoun(let classes) = mention.who { classes.contains(.he) && mention.canBeSubject && mention.range.upperBound <= (named.last?.range.lowerBound ?? 0) } else { false }
    }
    let before = named.last { !$0.isObject } ?? (isOther ? nil : named.last)
    switch before?.who {
    case .office?: return before.flatMap { resolve($0, in: sentence, within: nil) }
    case .actor(let actor)?: return .actor(before?.isDemonym == true ? compatriot(actor.party) ?? actor : actor)
    case .outsider?: return .outsider
    default: return nil
    }
  }
}
