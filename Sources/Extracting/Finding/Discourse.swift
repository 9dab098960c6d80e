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
  /// `m` or `f`, by person id.
  var genders: [String: String] = [:]
  /// Issues that the article names by phrases of their own.
  var named: Set<Int> = []
  /// The last issue spoken of, for *that idea*.
  private(set) var issue: Int?
  /// Sentences since `issue` was named.
  private var silence = 0
  /// The issue that a question asked about.
  var asked: Int?
  private(set) var speaker: Teller?
  /// The day that was named last.
  private(set) var day: Day?
  /// The days on which each teller spoke, in the order told.
  private var days: [(teller: Teller, day: Day)] = []
  /// What persons did of late, and when: the call, the lunch that the next sentences speak of.
  private var events: [(actor: Actor, day: Day, sentence: Int)] = []
  private var sentences = 0
  private var man: Teller?
  private var woman: Teller?
  private var group: Actor?
  private var officeHolders: [Int: Actor] = [:]

  /// What a sentence spoke of: nil for none, which soon ends the topic.
  mutating func spoke(of issue: Int?) {
    silence = issue == nil ? silence + 1 : 0
    if issue != nil || silence > 1 { self.issue = issue }
  }

  /// Somebody spoke: later pronouns mean the speaker first.
  mutating func heard(_ teller: Teller, on day: Day?, codebook: Codebook) {
    speaker = teller
    if case .actor(let actor) = teller, let person = actor.person {
      let gender = codebook.persons.first { $0.id == person }?.gender
      if gender != "f" { man = teller }
      if gender != "m" { woman = teller }
    }
    guard let day else { return }
    self.day = day
    days.append((teller, day))
  }

  /// The last day on which somebody spoke, as told so far.
  func spoken(by teller: Teller) -> Day? {
    days.last { $0.teller == teller }?.day
  }

  /// The day of something that a person did within the last three sentences.
  func recentDay(of teller: Teller) -> Day? {
    events.last { .actor($0.actor) == teller && sentences - $0.sentence <= 3 }?.day
  }

  /// The first day on which a party's person, or anybody of the party, spoke.
  func firstSpoken(by actor: Actor) -> Day? {
    days.first { $0.teller == .actor(actor) }?.day
  }

  /// A new topic begins: nobody speaks on.
  mutating func pause() {
    speaker = nil
    issue = nil
    asked = nil
  }

  /// Takes note of a sentence's mentions; later pronouns lean on its first subject, or else on its last name.
  mutating func met(_ mentions: [Mention], on day: Day?, codebook: Codebook) {
    sentences += 1
    for mention in mentions {
      if let day, case .actor(let actor) = mention.who, actor.person != nil, mention.canBeSubject {
        events.append((actor, day, sentences))
      }
    }
    var isTaken: (man: Bool, woman: Bool) = (false, false)
    for mention in mentions {
      if mention.who == .outsider, mention.canBeSubject, !isTaken.man, !isTaken.woman {
        metStranger()
        isTaken = (true, true)
      }
      guard case .actor(let actor) = mention.who else { continue }
      if let role = mention.role { officeHolders[role] = actor }
      guard let id = actor.person ?? (mention.role == nil ? nil : "") else {
        if mention.canBeSubject { group = actor }
        continue
      }
      let gender = codebook.persons.first { $0.id == id }?.gender
      if gender != "f", !isTaken.man {
        man = .actor(actor)
        isTaken.man = mention.canBeSubject
      }
      if gender != "m", !isTaken.woman {
        woman = .actor(actor)
        isTaken.woman = mention.canBeSubject
      }
    }
  }

  /// Somebody who speaks for no party is who *he* and *she* now mean.
  mutating func metStranger() {
    man = .outsider
    woman = .outsider
  }

  /// Who a mention means here; nil where that stays open. A pronoun takes the nearest subject before it in the sentence,
  /// else what the sentences before leave.
  func resolve(_ mention: Mention, in sentence: [Mention], within teller: Teller?) -> Teller? {
    switch mention.who {
    case .actor(let actor): return .actor(actor)
    case .anonymous(let party): return .anonymous(party: party)
    case .outsider: return .outsider
    case .office(let role): return officeHolders[role].map { .actor($0) }
    case .pronoun(let classes):
      if !classes.isDisjoint(with: [.we, .firstPerson, .ourPossessive]) { return teller }
      if classes.contains(.one) { return teller ?? speaker }
      if !classes.isDisjoint(with: [.he, .possessive]), let near = nearest(to: mention, in: sentence, notOf: "f") { return near }
      if !classes.isDisjoint(with: [.she, .herPossessive]), classes.isDisjoint(with: [.they, .theirPossessive]),
        let near = nearest(to: mention, in: sentence, notOf: "m")
      {
        return near
      }
      if !classes.isDisjoint(with: [.he, .possessive]), let man { return man }
      if !classes.isDisjoint(with: [.she, .herPossessive]), let woman { return woman }
      if classes.contains(.theirPossessive), let own = owner(before: mention, in: sentence) { return own }
      if !classes.isDisjoint(with: [.they, .theirPossessive]) {
        if case .anonymous? = speaker { return speaker }
        return group.map { .actor($0) }
      }
      return nil
    }
  }

  /// *Moscow ... its demand*.
  private func owner(before pronoun: Mention, in sentence: [Mention]) -> Teller? {
    let before = sentence.last { mention in
      guard case .actor(let actor) = mention.who, mention.canBeSubject else { return false }
      return actor.person == nil && mention.range.upperBound <= pronoun.range.lowerBound
    }
    if case .actor(let actor)? = before?.who { return .actor(actor) }
    return nil
  }

  private func nearest(to pronoun: Mention, in sentence: [Mention], notOf gender: String) -> Teller? {
    let before = sentence.last { mention in
      guard mention.range.upperBound <= pronoun.range.lowerBound, mention.canBeSubject else { return false }
      switch mention.who {
      case .actor(let actor):
        if let id = actor.person, genders[id] == gender { return false }
        return actor.person != nil || mention.role != nil
      case .outsider: return true
      default: return false
      }
    }
    switch before?.who {
    case .actor(let actor)?: return .actor(actor)
    case .outsider?: return .outsider
    default: return nil
    }
  }
}
