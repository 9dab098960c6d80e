import Model

/// Who tells something.
enum Teller: Equatable {
  case actor(Actor)
  /// Unnamed, with the party whose officials they are, where that is told.
  case anonymous(party: Int?)
  /// Somebody who speaks for no party.
  case outsider
}

/// What an article has said so far that later words lean on.
struct Discourse {
  /// Persons introduced by office and country, by folded surname.
  var introduced: [String: Actor] = [:]
  /// Issues that the article names by phrases of their own.
  var named: Set<Int> = []
  /// The last issue spoken of, for *that idea*.
  var issue: Int?
  /// The issue that a question asked about.
  var asked: Int?
  private(set) var speaker: Teller?
  private(set) var spoken: Day?
  private var man: Actor?
  private var woman: Actor?
  private var group: Actor?
  private var officeHolders: [Int: Actor] = [:]

  mutating func heard(_ teller: Teller, on day: Day?) {
    if teller != speaker || day != nil { spoken = day }
    speaker = teller
  }

  /// A new topic begins: nobody speaks on.
  mutating func pause() {
    speaker = nil
    spoken = nil
    issue = nil
    asked = nil
  }

  mutating func met(_ mention: Mention, codebook: Codebook) {
    guard case .actor(let actor) = mention.who else { return }
    if let role = mention.role { officeHolders[role] = actor }
    guard let id = actor.person else {
      if mention.canBeSubject { group = actor }
      return
    }
    switch codebook.persons.first(where: { $0.id == id })?.gender {
    case "f": woman = actor
    case "m": man = actor
    default:
      man = actor
      woman = actor
    }
  }

  /// Who a mention means here; nil where that stays open.
  func resolve(_ mention: Mention, within teller: Teller?) -> Teller? {
    switch mention.who {
    case .actor(let actor): return .actor(actor)
    case .anonymous(let party): return .anonymous(party: party)
    case .outsider: return .outsider
    case .office(let role): return officeHolders[role].map { .actor($0) }
    case .pronoun(let classes):
      if !classes.isDisjoint(with: [.we, .firstPerson, .ourPossessive]) { return teller }
      if classes.contains(.one) { return teller ?? speaker }
      if !classes.isDisjoint(with: [.he, .possessive]), let man { return .actor(man) }
      if !classes.isDisjoint(with: [.she, .herPossessive]), let woman { return .actor(woman) }
      if !classes.isDisjoint(with: [.they, .theirPossessive]) {
        if case .anonymous? = speaker { return speaker }
        return group.map { .actor($0) }
      }
      return nil
    }
  }
}
