import Model

/// Who tells something.
enum Teller: Equatable {
  case actor(Actor)
  /// Unnamed, with the party whose officials they are, where that is told.
  case anonymous(party: Int?)
  /// Somebody who speaks for no party.
  case outsider
}

/// An issue that was asked about, and whether yes is a word against it.
struct Question {
  var issue: Int
  var isAgainst = false
}

/// What an article has said so far that later words lean on.
struct Discourse {
  /// Persons introduced by office and country, by folded surname.
  var introduced: [String: Actor] = [:]
  /// The codebook's persons, by id.
  var known: [String: Codebook.Person] = [:]
  /// Whom alone the sentence before spoke of: a quotation that follows is theirs (*Zenda was blunt. "..."*).
  var announced: Teller?
  /// Issues that the article names by phrases of their own.
  var named: Set<Int> = []
  /// Issues that the headline names.
  var headed: Set<Int> = []
  /// The last phrase of an issue, for *that idea*: which issue, and whether the phrase points against it.
  private(set) var topic: IssueMention?
  private var lastSpoken: [Int: Int] = [:]
  /// Sentences since `topic` was named.
  private var silence = 0
  /// A question was asked, of whatever.
  var isAsked = false
  /// What a question asked about.
  var asked: Question?
  /// Of whom a question asked what they do: *What does Zenda want?*
  var questioned: (actor: Actor, predicate: Pack.Predicate)?
  /// The day of which the text at hand reports, where its form tells: a ticker's entry, an interview.
  var present: Day?
  /// Whose past the sentence before told of, as a lead to what comes: *Five days before he had threatened.*
  var lookingBack: Teller?
  /// The day of which it told.
  var lookedBackTo: Day?
  private(set) var speaker: Teller?
  /// The day that was named last.
  private(set) var day: Day?
  /// The days of which the article has told so far, and the one of which the paragraph tells.
  private var reported: Set<Day> = []
  private(set) var latest: Day?
  /// The day of which the article tells first.
  private(set) var firstReported: Day?
  var published: Day?
  /// The days on which each teller spoke, in the order told.
  private var days: [(teller: Teller, day: Day, sentence: Int)] = []
  /// What persons did of late, and when: the call, the lunch that the next sentences speak of.
  private var events: [(actor: Actor, day: Day, sentence: Int)] = []
  /// The days of which sentences told that name somebody.
  private var dealings: [(person: String, day: Day)] = []
  private(set) var sentences = 0
  private(set) var man: Teller?
  private(set) var woman: Teller?
  /// The last stance of the sentence before, for *he agreed*, *Ungarn winkt ab*.
  var stated: (issue: Int, stance: Stance, party: Int)?
  /// Those named last as one: a party, or all of a list.
  private(set) var together: [Actor] = [] {
    didSet { togetherAt = sentences }
  }
  private(set) var togetherAt = 0
  private(set) var womanAt = 0
  /// The person named last, by party.
  private(set) var persons: [Int: Actor] = [:]
  /// The party that the sentence before was about: the subject of its main clause.
  var ledBy: Int?
  /// The last person who speaks for no state.
  private(set) var stateless: Actor?
  /// The last list of names: *Paris, Berlin and London*.
  private(set) var list: [Actor] = []
  /// The two who were named last in one sentence: persons, or else parties.
  private(set) var pair: [Actor] = []
  /// Who met or called those of the list.
  private(set) var host: [Actor] = []
  /// Within an interviewer's question, and whom it addresses (*Haben Sie zugestimmt?*), or who answers.
  var isAsking = false
  var addressed: Teller?
  /// The text speaks for those who issue it.
  var isRelease = false
  /// Who a list of points belongs to: *The ministers: ...*.
  var lead: [Actor] = []
  /// Who wrote the paper named last, and in which sentence it was named.
  private(set) var authors: [Actor] = []
  private var writtenAt = 0
  /// Whom the article named by an office, in that order.
  private(set) var officeHolders: [Int: [Actor]] = [:]
  /// Whom an office alone meant, until another is named with it.
  private(set) var bearers: [Int: Actor] = [:]
  /// Who of the codebook holds an office on the day of the article.
  var offices: [Int: [Actor]] = [:]
  /// The man whom the sentence before named last, its subject only where it names no other, and the party in whose place
  /// something was.
  private(set) var namedLast: Teller?
  private(set) var placeNamedLast: Int?
  /// The persons of the last sentence.
  private(set) var lastMet: Set<String> = []

  /// What a sentence spoke of, which ends soon; `topics` are the issues whose matter it named.
  mutating func spoke(of issues: [IssueMention], besides topics: [Int]) {
    for issue in issues.map(\.issue) + topics { lastSpoken[issue] = sentences }
    silence = issues.isEmpty ? silence + 1 : 0
    if !issues.isEmpty || silence > 1 || topics.contains(where: { $0 != topic?.issue }) {
      topic = issues.last { !$0.isTakenUp } ?? issues.last
    }
  }

  /// Something else is asked about.
  mutating func changeTopic() {
    topic = nil
  }

  /// Whether one of the last three sentences was about an issue.
  func spokeLately(of issue: Int) -> Bool {
    lastSpoken[issue].map { sentences - $0 <= 3 } ?? false
  }

  /// Somebody spoke: later pronouns mean the speaker first.
  mutating func heard(_ teller: Teller, on day: Day?) {
    speaker = teller
    if case .actor(let actor) = teller, let person = actor.person {
      let gender = known[person]?.gender
      if gender != "f" { man = teller }
      if gender != "m" {
        woman = teller
        womanAt = sentences
      }
    }
    guard let day else { return }
    self.day = day
    days.append((teller, day, sentences))
  }

  /// A paragraph begins.
  mutating func begin() {
    latest = nil
  }

  /// A main clause told of something on a day.
  mutating func reported(on day: Day) {
    reported.insert(day)
    latest = day
    firstReported = firstReported ?? day
  }

  /// The day of the running report: the last of the paragraph, or else the one that the article names, where that is of the publication or the day before.
  var report: Day? {
    latest ?? (reported.count == 1 ? reported.first.flatMap { day in published.map { $0 - day <= 1 } ?? false ? day : nil } : nil)
  }

  /// The last day on which somebody spoke, if the text is still near it.
  func spoken(by teller: Teller) -> Day? {
    days.last { $0.teller == teller && sentences - $0.sentence <= 12 }?.day
  }

  /// The day of something that a person did within the last three sentences.
  func recentDay(of teller: Teller) -> Day? {
    events.last { .actor($0.actor) == teller && sentences - $0.sentence <= 3 }?.day
  }

  /// The last day, not after `end`, on which somebody spoke or did something that the article dates.
  func lastDay(of actor: Actor, until end: Day?) -> Day? {
    let all = days.filter { $0.teller == .actor(actor) }.map(\.day) + events.filter { $0.actor == actor }.map(\.day)
    return all.filter { day in end.map { day <= $0 } ?? true }.max()
  }

  /// The day of the last sentence that named somebody and a day.
  func lastDealing(of person: String) -> Day? {
    dealings.last { $0.person == person }?.day
  }

  /// A paper was named, and whose it is where that was told.
  mutating func wrote(_ actors: [Actor]) {
    if !actors.isEmpty { authors = actors }
    writtenAt = sentences
  }

  /// Whether it is known who wrote a paper.
  func isWritten(_ paper: Mention) -> Bool {
    if case .document = paper.who { !authors.isEmpty } else { true }
  }

  /// Who wrote the paper that the sentence before named.
  var authorsJustNamed: [Actor] { sentences - writtenAt <= 1 ? authors : [] }

  /// A new topic begins: nobody speaks on.
  mutating func pause() {
    announced = nil
    speaker = nil
    topic = nil
    asked = nil
  }

  /// Takes note of a sentence's mentions; later pronouns lean on its first subject, or else on its last name.
  mutating func met(_ mentions: [Mention], on day: Day?, lexicon: Lexicon) {
    sentences += 1
    if let day { self.day = day }
    for mention in mentions {
      if let role = mention.role, case .actor(let actor) = mention.who, actor.person != nil {
        bearers[role] = mention.isOfficeAlone || bearers[role] == actor ? actor : nil
      }
    }
    lastMet = Set(mentions.compactMap { if case .actor(let actor) = $0.who { actor.person } else { nil } })
    if let day { dealings += lastMet.map { ($0, day) } }
    let actors = mentions.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap {
      if case .actor(let actor) = $0.who {
        (actor: actor, isPlace: $0.isPlace, isSubject: $0.canBeSubject && !$0.isObject)
      } else {
        nil
      }
    }
    let men = actors.filter { one in one.actor.person.map { known[$0]?.gender != "f" } ?? false }
    let persons = actors.map(\.actor).filter { $0.person != nil }
    pair = [persons, actors.map(\.actor)].lazy.map(Discourse.parties).first { $0.count == 2 } ?? pair
    namedLast = (men.last { !$0.isSubject } ?? men.last).map { .actor($0.actor) }
    placeNamedLast = actors.last(where: \.isPlace)?.actor.party
    for mention in mentions {
      if let day, case .actor(let actor) = mention.who, actor.person != nil, mention.canBeSubject {
        events.append((actor, day, sentences))
      }
    }
    lean(on: mentions, lexicon)
  }

  /// Whom later pronouns and offices mean.
  private mutating func lean(on mentions: [Mention], _ lexicon: Lexicon) {
    // *mit Trump sei er einig*: whom the subject means stays meant.
    let keepsMan = mentions.contains { mention in
      if case .pronoun(let classes) = mention.who { classes.contains(.he) && mention.canBeSubject } else { false }
    }
    var isTaken: (man: Bool, woman: Bool) = (false, false)
    for mention in mentions {
      if mention.who == .outsider, mention.canBeSubject, !isTaken.man, !isTaken.woman {
        metStranger()
        isTaken = (true, true)
      }
      guard case .actor(let actor) = mention.who else { continue }
      if let role = mention.role { officeHolders[role, default: []].append(actor) }
      if actor.person == nil, mention.role.map({ lexicon.roles[$0] == "ministry" }) ?? false { continue }
      guard let id = actor.person ?? (mention.role == nil ? nil : "") else {
        if mention.canBeSubject, !mention.isDocument { together = [actor] }
        continue
      }
      let person = known[id]
      if actor.person != nil, mention.canBeSubject || self.persons[actor.party] == nil {
        self.persons[actor.party] = actor
        if lexicon.pack.countries[lexicon.parties[actor.party]] == nil { stateless = actor }
      }
      if mention.canBeSubject, mention.role == nil { holds(person?.roles.map(\.name) ?? [], actor, lexicon.roles) }
      let gender = person?.gender
      if gender != "f", !isTaken.man, mention.canBeSubject || !keepsMan {
        man = .actor(actor)
        isTaken.man = mention.canBeSubject
      }
      if gender != "m", !isTaken.woman {
        woman = .actor(actor)
        womanAt = sentences
        isTaken.woman = mention.canBeSubject
      }
    }
  }

  /// One of each party, the first named.
  private static func parties(_ actors: [Actor]) -> [Actor] {
    actors.reduce(into: []) { found, actor in
      if !found.contains(where: { $0.party == actor.party }) { found.append(actor) }
    }
  }

  private mutating func holds(_ names: [String], _ actor: Actor, _ roles: [String]) {
    for (number, role) in roles.enumerated() where names.contains(where: { $0 == role || role == "minister" && $0.hasSuffix("-minister") }) {
      officeHolders[number, default: []].append(actor)
    }
  }

  /// Somebody who speaks for no party is who *he* and *she* now mean.
  mutating func metStranger() {
    man = .outsider
    woman = .outsider
  }

  /// A spokesman is asked: *he* is whom the answers speak for.
  mutating func isAsked(about chief: Actor) {
    if chief.person.map({ known[$0]?.gender == "f" }) ?? false { woman = .actor(chief) } else { man = .actor(chief) }
  }

  /// Names stand in one list.
  mutating func listed(_ actors: [Actor], by host: Actor?) {
    list = actors
    self.host = host.map { one in actors.contains { $0.party == one.party } ? [] : [one] } ?? []
    together = actors
  }
}
