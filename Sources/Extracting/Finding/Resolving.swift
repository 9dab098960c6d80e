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
      return referent(of: mention, classes, in: sentence, within: teller, from: start)
    case .document: return authors.count == 1 ? .actor(authors[0]) : nil
    case .group: return nil
    }
  }

  /// Whom a pronoun of these classes means: the teller, somebody named before it in the sentence, or whom the sentences before
  /// left.
  private func referent(
    of mention: Mention, _ classes: WordClasses, in sentence: [Mention], within teller: Teller?, from start: Int
  ) -> Teller? {
    if !classes.isDisjoint(with: [.we, .firstPerson, .ourPossessive]) { return teller }
    if isAsking, mention.isPlural == true { return addressed }
    if classes.contains(.latter) {
      let before = sentence.last { $0.range.upperBound <= mention.range.lowerBound && $0.isName }
      if case .actor(let actor)? = before?.who { return .actor(actor) }
      return before == nil ? namedLast ?? man : nil
    }
    if classes.contains(.there) { return place(before: mention, in: sentence) ?? teller }
    if classes.contains(.they), let seat = seated(around: mention, in: sentence.filter { $0.range.upperBound <= mention.range.lowerBound }) { return seat }
    if classes.contains(.one) { return teller ?? seated(around: mention, in: sentence) ?? (namesOther(before: mention, in: sentence) ? nil : speaker) }
    if !classes.isDisjoint(with: [.he, .possessive]),
      let near = nearest(to: mention, in: sentence, teller, from: start, notOf: "f")
        ?? (teller == nil ? possessor(before: mention, in: sentence) : nil)
    {
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
    if classes.contains([.she, .they]), mention.isPlural != true,
      let woman = named(before: mention, in: sentence, notOf: "m"), case .actor(let actor) = woman,
      actor.person.map({ known[$0]?.gender == "f" }) ?? false
    {
      return woman
    }
    // *Der Kreml teilte mit, er sehe ...*
    // *The Europeans said they would*
    if case .actor(let actor)? = teller, actor.person == nil,
      classes.isDisjoint(with: .they) || together.count < 2 && !names(others: sentence, before: mention, from: start)
    {
      return teller
    }
    if !classes.isDisjoint(with: [.he, .possessive]) { return man ?? (together.count == 1 && togetherAt == sentences ? .actor(together[0]) : nil) }
    // *Die Ukraine sieht es anders. Sie lehnt ab.*
    let isParty =
      classes.contains([.she, .they]) && mention.isPlural == true
      || classes.contains([.she, .they]) && togetherAt == sentences && womanAt < sentences && together.count == 1
    if !classes.isDisjoint(with: [.she, .herPossessive]), !isParty, let woman { return woman }
    if classes.contains(.theirPossessive) || classes.contains(.they) && mention.isPlural == false, let own = owner(before: mention, in: sentence) { return own }
    if !classes.isDisjoint(with: [.they, .theirPossessive]) {
      if case .anonymous? = speaker { return speaker }
      if mention.isPlural == false, authorsJustNamed.count == 1 { return .actor(authorsJustNamed[0]) }
      return together.count == 1 ? .actor(together[0]) : nil
    }
    return nil
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

  /// *Aus dem Pekinger Amt kam der Satz, man lehne ab*: it need not be whoever spoke before.
  private func namesOther(before pronoun: Mention, in sentence: [Mention]) -> Bool {
    sentence.contains { mention in
      guard case .actor(let actor) = mention.who, mention.range.upperBound <= pronoun.range.lowerBound else { return false }
      return speaker != .actor(actor)
    }
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
      return named(before: pronoun, in: sentence.filter { ($0.range.lowerBound >= start || $0.isTopic) && !$0.isObject }, notOf: gender)
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

  /// The last one named before a pronoun who can be its man or woman.
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
      if case .pronoun(let classes) = mention.who {
        classes.contains(.he) && mention.canBeSubject && mention.range.upperBound <= (named.last?.range.lowerBound ?? 0)
      } else {
        false
      }
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
