import Model

/// How one party's position on one issue goes from day to day: one fold over its dated statements.
///
/// A change needs two words of the party itself, each with its day. Whatever else differs from the position in force is
/// told as an apparent change; where nothing firmer is known it stands in as a provisional position, until the first own
/// word.
struct Course {
  private(set) var changes: [Change] = []
  private(set) var position: Position?
  private let speakers: Set<String>
  /// A former stance that was in force before the first dated word.
  private var opening: Statement?
  /// What the position in force rests on.
  private var standing = Standing.ascribed
  /// The texts that first told what took or confirmed it.
  private var origins: Set<String> = []
  /// The last day on which a loud voice took or confirmed the position.
  private var loudDay: Day?
  /// The own words of loud voices, by day.
  private var loudWords: [Entry] = []

  private let rankDays: Int

  /// `statements`: of one holder on one issue, in the ledger's order; `rankDays`: see `Codebook.rankDays`.
  init(_ statements: [Statement], speakers: Set<String>, rankDays: Int) {
    self.speakers = speakers
    self.rankDays = rankDays
    let entries = distinct(statements)
    opening = formerStance(among: entries)
    loudWords = entries.filter { $0.standing == .own && isLoud($0.statement) }
    for day in Set(entries.map(\.day)).sorted() {
      let ofDay = entries.filter { $0.day == day }
      follow(ofDay.filter { $0.standing == .own }, on: day)
      for entry in ofDay where entry.standing != .own && entry.statement != opening { weigh(entry) }
    }
  }

  // MARK: What moves

  private mutating func follow(_ entries: [Entry], on day: Day) {
    guard !entries.isEmpty else { return }
    let own = entries.map(\.statement)
    let loud = own.filter(isLoud)
    let voices = loud.isEmpty ? own : loud
    let stance = prevailing(among: own, voices)
    let word = best(of: own.filter { $0.stance == stance })
    if let position, position.firm {
      if let contrary = contradiction(among: voices, to: position.current) {
        disagree(contrary)
        return tell(position.current, contrary, .conflicting, day, "both sides on one day, in the party's own words")
      }
      if stance != position.current.stance, loud.isEmpty, isFresh(on: day) || isUpheld(position.current.stance, after: day) {
        disagree(word)
        return tellApparent(word, day, "a voice of lower rank, within a week of the head's word")
      }
    }
    take(word, on: day)
    for entry in entries where entry.statement.stance == stance { agree(entry) }
    if !loud.isEmpty { loudDay = day }
    let contrary = changes.last?.kind == .new ? contradiction(among: voices, to: word) : nil
    if let contrary {
      disagree(contrary)
      tell(word, contrary, .conflicting, day, "both sides on one day, in the party's own words")
    }
    for other in Stance.allCases where other != stance && other != contrary?.stance {
      let minority = own.filter { $0.stance == other }
      if !minority.isEmpty {
        disagree(best(of: minority))
        tellApparent(best(of: minority), day, "most of that day's own words say otherwise")
      }
    }
  }

  /// Records the party's own dated word.
  private mutating func take(_ word: Statement, on day: Day) {
    guard let position, position.firm else {
      if let opening, opening.stance != word.stance, isLoud(word) || !isLoud(opening) {
        tell(opening, word, Change.Kind(from: opening.stance, to: word.stance), day, Standing.own.why)
      } else {
        tell(nil, word, .new, day, Standing.own.why)
      }
      return enter(word, on: day, as: .own)
    }
    tell(position.current, word, Change.Kind(from: position.current.stance, to: word.stance), day, Standing.own.why)
    enter(word, on: day, as: .own)
  }

  /// The head's word for the position in force is of late.
  private func isFresh(on day: Day) -> Bool {
    loudDay.map { day - $0 <= rankDays } ?? false
  }

  /// The head's next word comes soon, and is for `stance`.
  private func isUpheld(_ stance: Stance, after day: Day) -> Bool {
    guard let next = loudWords.first(where: { $0.day > day })?.day, next - day <= rankDays else { return false }
    return loudWords.allSatisfy { $0.day != next || $0.statement.stance == stance }
  }

  // MARK: What is told beside it

  private mutating func weigh(_ entry: Entry) {
    let (statement, day, standing) = (entry.statement, entry.day, entry.standing)
    let current = position?.current
    let isProvisional = self.standing != .own && standing != .former
    if let current, current.stance == statement.stance {
      guard isProvisional || standing == .undated else { return }
      tell(current, statement, .reaffirmed, day, standing.why, apparent: isProvisional)
      enter(statement, on: day, as: min(standing, self.standing))
      agree(entry)
    } else if isProvisional, standing <= self.standing {
      tell(nil, statement, .new, day, standing.why, apparent: true)
      enter(statement, on: day, as: standing)
      agree(entry)
    } else {
      tellApparent(statement, day, standing.why)
    }
  }

  // MARK: The books

  private mutating func enter(_ statement: Statement, on day: Day, as standing: Standing) {
    self.standing = standing
    if let position, position.current.stance == statement.stance, position.firm == (standing == .own) {
      self.position?.current = statement
      self.position?.confirmed = day
    } else {
      position = Position(
        holder: statement.holder, issue: statement.issue, current: statement, since: day, confirmed: day, support: 0,
        appearances: 0, firm: standing == .own)
      origins = []
    }
  }

  /// A statement of the stance in force: where its voice had said otherwise, it no longer does.
  private mutating func agree(_ entry: Entry) {
    origins.insert(entry.origin)
    position?.support += 1
    position?.appearances = origins.count
    position?.dissent.removeAll { $0.person == entry.statement.person }
  }

  private mutating func disagree(_ statement: Statement) {
    position?.dissent.removeAll { $0.person == statement.person }
    position?.dissent.append(statement)
  }

  private mutating func tellApparent(_ to: Statement, _ day: Day, _ why: String) {
    guard let from = position?.current else { return }
    guard !changes.contains(where: { $0.apparent && $0.on == day && $0.to.stance == to.stance && $0.why == why })
    else { return }
    tell(from, to, Change.Kind(from: from.stance, to: to.stance), day, why, apparent: true)
  }

  private mutating func tell(
    _ from: Statement?, _ to: Statement, _ kind: Change.Kind, _ day: Day, _ why: String, apparent: Bool = false
  ) {
    changes.append(Change(from: from, to: to, kind: kind, on: day, apparent: apparent, why: why))
  }

  // MARK: Voices

  /// The head, who speaks for the head, or the party with no person named.
  private func isLoud(_ statement: Statement) -> Bool {
    statement.person.map(speakers.contains) ?? true
  }

  /// The stance that most of a day's statements take; in a tie the one in force, else the one that most voices take.
  private func prevailing(among own: [Statement], _ voices: [Statement]) -> Stance {
    func count(_ statements: [Statement], _ stance: Stance) -> Int {
      statements.count { $0.stance == stance }
    }
    func rank(_ stance: Stance) -> (Int, Int, Int) {
      (count(own, stance), stance == position?.current.stance ? 1 : 0, count(voices, stance))
    }
    return Stance.allCases.reduce(own[0].stance) { rank($1) > rank($0) ? $1 : $0 }
  }

  /// The best word on the other side of `word`, where the party itself stands on both on one day, and no act decides
  /// between them.
  private func contradiction(among voices: [Statement], to word: Statement) -> Statement? {
    let present = voices.filter { $0.source == .holder && !$0.earlier }
    let acts = voices.filter { $0.source == .narrator && !$0.earlier }
    guard Set(present.map(\.stance.side)).isSuperset(of: [1, -1]), Set(acts.map(\.stance.side)).count != 1
    else { return nil }
    return best(of: present.filter { $0.stance.side == (word.stance.side == 1 ? -1 : 1) })
  }

  /// The statement to show: the loudest voice, in the most literal words.
  private func best(of statements: [Statement]) -> Statement {
    func rank(_ statement: Statement) -> (Int, Int, Int, Int) {
      (
        statement.earlier ? 1 : 0, isLoud(statement) ? 0 : 1, statement.source == .holder ? 0 : 1,
        Mode.allCases.firstIndex(of: statement.mode) ?? 0
      )
    }
    return statements.dropFirst().reduce(statements[0]) { rank($1) < rank($0) ? $1 : $0 }
  }
}
