import Model

/// Whose an office is where no country stands beside it.
extension Discourse {
  /// *Oslo would do more, Foreign Minister A B announced*: the only party that is a subject of the sentence.
  private func onlyParty(in sentence: [Mention]) -> Actor? {
    let parties = sentence.filter { $0.canBeSubject && !$0.isDocument }.compactMap {
      if case .actor(let actor) = $0.who { actor.person == nil ? actor.party : nil } else { nil }
    }
    return Set(parties).count == 1 ? Actor(party: parties[0], person: nil) : nil
  }

  /// *the president*: of the teller's own side, or of the party spoken of last, or who was named last.
  func officer(_ role: Int, _ mention: Mention, in sentence: [Mention], within teller: Teller?) -> Teller? {
    if mention.isPlural == true { return nil }
    if mention.isStranger {
      return onlyParty(in: sentence).map { .actor($0) } ?? .outsider
    }
    func fits(_ actor: Actor) -> Bool {
      guard let isWoman = mention.isWoman, let gender = actor.person.flatMap({ known[$0]?.gender }) else { return true }
      return (gender == "f") == isWoman
    }
    let own = (offices[role] ?? []).filter(fits)
    let before = sentence.lazy.filter { $0.canBeSubject && $0.range.upperBound < mention.range.lowerBound }.compactMap {
      if case .actor(let actor) = $0.who { actor } else { nil }
    }.first
    let speaker = switch teller ?? (isAsking ? nil : addressed) {
    case .actor(let actor)?: actor
    case .anonymous(let party?)?: Actor(party: party, person: nil)
    default: before?.person == nil ? nil : before
    }
    if let one = own.first(where: { $0.party == speaker?.party }), one != speaker { return .actor(one) }
    // *Rassendyll rang. The president wanted a truce. Zenda was silent. The president ...*
    if let bearer = bearers[role], fits(bearer) { return .actor(bearer) }
    // *The White House warmed to it. The president ...*
    let isMet = if case .actor(let actor)? = man { actor.person.map(lastMet.contains) ?? false } else { false }
    if !isMet, let one = own.first(where: { $0.party == ledBy }) { return .actor(one) }
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
      // *In Beijing the ministry rejected it*
      let seat = sentence.last { $0.isPlace && (0...4).contains(mention.range.lowerBound - $0.range.upperBound) }
      if case .actor(let actor)? = seat?.who, actor.person == nil { return .actor(actor) }
      if case .actor(let speaker)? = teller, holders.isEmpty || holders.contains(where: { $0.party == speaker.party }) {
        return .actor(Actor(party: speaker.party, person: nil))
      }
      let told = sentence.filter { $0.range.upperBound <= mention.range.lowerBound }
      if holders.isEmpty, togetherAt < sentences || together.count != 1, let party = onlyParty(in: told) { return .actor(party) }
    }
    // *Berlin said the chancellor believed ...*
    return (holders.last ?? (own.count == 1 ? own.first : own.first { $0.party == before?.party })).map { .actor($0) }
  }
}
