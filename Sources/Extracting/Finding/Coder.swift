import Model

/// Composes statements from what a sentence says of the issues.
///
/// The stance is what the predicates do to their object, times which way the phrase points, times negation and
/// condition; the holder is the subject of the outermost predicate, or whoever speaks.
struct Coder {
  /// A stance before it is written down.
  struct Finding {
    var holder: Actor
    var issue: Int
    var stance: Stance
    var source: Source
    var mode: Mode
    var earlier: Bool
    var condition: Range<Int>?
    var said: Day?
    var trace: [Step]
    /// Told in a relative clause on the issue's phrase.
    var isBackground = false
    /// Answers a question, with the issue named by the question alone.
    var isAnswer = false
    /// *Davon ist Zenda abgekommen*: gives up what the sentence before told.
    var gaveUp: Bool {
      guard earlier, case .takenUp? = trace.first else { return false }
      return trace.contains { if case .predicate(_, .drops, negated: false) = $0 { true } else { false } }
    }
    /// Predicates that speak for it: more is surer.
    var weight: Int
    /// Told of what holds now, in so many words.
    var isNow = false
    /// Told of what has been so since (*has always rejected it*).
    var hasLasted = false
  }

  let scene: Scene
  let voices: [Voice]
  let discourse: Discourse
  let dates: Dates
  var findings: [Finding] = []
  /// What the sentence asks about.
  var asked: Question?
  /// What was seen of an issue but not counted, and why.
  var notes: [(issue: Int, reason: String)] = []

  /// Finds the stances of the sentence on the issues that it names, takes up, or answers to.
  mutating func code(_ issues: [IssueMention]) {
    for issue in issues { code(issue) }
    weighed(besides: issues)
    answered(besides: issues)
    takeUp(besides: issues)
    contrasted()
    setBack()
    findings = Coder.reconciled(findings, notes: &notes)
  }

  /// Finds what the sentence says of one issue, or notes why it says nothing.
  mutating func code(_ issue: IssueMention) {
    guard let number = scene.segment(of: issue.range.lowerBound) else { return }
    let segment = scene.segments[number]
    if let denying = nest(at: issue.range.lowerBound).first(where: \.isDenied) { return denied(issue, in: segment, by: denying) }
    if isTopic(issue) {
      asked = Question(issue: issue.issue)
      return note(issue, "it is what is spoken about")
    }
    let chain = Chain(scene: scene)
    let governors = chain.governors(of: issue)
    if scene.isQuestion {
      // Who asks in an answer asks nobody. *Will they meet, now that the talks are off?* asks about the meeting.
      let isBeside = asked != nil && [.condition, .temporal, .subordinate, .relative].contains(segment.kind)
      if !voices.contains(where: \.isAnswer), !isBeside { asked = question(issue, governors) }
      return note(issue, "it is a question")
    }
    if conditioned(issue, number, governors, chain) { return }
    if isDeniedOutside(number, governors) {
      if governors.isEmpty, rulesOut(issue, number) { return }
      return note(issue, "it stands under a denial")
    }
    if governors.contains(where: { $0.predicate.does == .asks }) {
      asked = question(issue, governors)
      note(issue, "it is asked about")
    } else if isWithinSupposed(segment), !governors.contains(where: { $0.predicate.does == .undecided }) {
      note(issue, "it is only supposed")
    } else if isPutOff(issue, in: segment, by: governors) {
      putOff(issue)
    } else if opensUntil(segment), isRefusedOutside(segment), !governors.isEmpty,
      governors.allSatisfy({ segment.range.contains($0.hit.range.lowerBound) })
    {
      awaited(issue, in: segment, by: governors)
    } else if isProvided(issue, in: segment, by: governors) {
      provided(issue, in: segment)
    } else if governors.isEmpty {
      asserted(issue, in: segment, chain)
    } else {
      composed(issue, apart: governors, chain)
    }
  }

  /// With the predicates in a relative clause on the phrase apart: what they tell is background.
  private mutating func composed(_ issue: IssueMention, apart governors: [Governor], _ chain: Chain) {
    let (own, relative) = (governors.filter { !chain.isRelative($0, to: issue) }, governors.filter { chain.isRelative($0, to: issue) })
    if !own.isEmpty { composed(issue, own, chain) }
    let middle = findings.count
    // *rejected it, which is a mistake*: that may weigh the rejecting.
    let isOpen = own.contains { $0.predicate.does == .opposes } && relative.allSatisfy { $0.predicate.holder == .speaker }
    if !relative.isEmpty, !isOpen { composed(issue, relative, chain, isBackground: true) }
    let isBefore = relative.contains { scene.segment(of: $0.hit.range.lowerBound).map { holdsPerfect(scene.segments[$0].range) } ?? false }
    for index in middle..<findings.count {
      findings[index].isBackground = true
      if isBefore, isContradicted(findings[index], by: findings[..<middle]) { findings[index].earlier = true }
    }
  }

  /// What stands in a condition, or in the time of what is to come: true where that says all of it.
  private mutating func conditioned(_ issue: IssueMention, _ number: Int, _ governors: [Governor], _ chain: Chain) -> Bool {
    let segment = scene.segments[number]
    if segment.kind == .condition, !governors.contains(where: { $0.predicate.does == .asks || chain.isAbout(segment, $0) }) {
      if segment.range.prefix(3).contains(where: { scene.classes($0).contains(.lasting) }) {
        lasts(issue, governors, chain)
      } else if issue.isTakenUp || !threatened(issue, in: segment, by: governors) {
        conceded(issue, in: segment)
      }
      return true
    }
    guard issue.says, segment.kind == .temporal else { return false }
    if isToCome(number) {
      if isExchanged(segment) { conceded(issue, in: segment) } else { note(issue, "it is only supposed") }
      return true
    }
    let opens = governors.contains { $0.predicate.does == .conditional && $0.hit.range.upperBound - 1 == segment.range.lowerBound }
    if opens { conceded(issue, in: segment) }
    return opens
  }

  /// *will stop when Kyiv withdraws*
  private func isToCome(_ number: Int) -> Bool {
    !scene.lexicon.pack.inverts
      && [number - 1, number + 1].contains {
        scene.segments.indices.contains($0) && scene.segments[$0].range.contains { scene.classes($0).contains(.future) }
      }
  }

  /// *Will Kyiv reject it?*: to say no is to be for it.
  func question(_ issue: IssueMention, _ governors: [Governor]) -> Question {
    var value = Value(against: issue.against)
    for governor in governors where governor.predicate.does == .opposes { value.flip() }
    return Question(issue: issue.issue, isAgainst: value.stance.side < 0)
  }

  /// *Zenda on the summit: "..."*: between a name and a colon, and no stance yet.
  private func isTopic(_ issue: IssueMention) -> Bool {
    voices.contains { voice in
      guard voice.cue == nil || isNoun(voice.cue), let source = voice.source, let content = voice.content.first, content.lowerBound > 0 else { return false }
      return scene.tokens[content.lowerBound - 1].kind == .colon && source.upperBound <= issue.range.lowerBound && issue.range.upperBound < content.lowerBound
    }
  }

  /// *Zenda's verdict on the summit: ...*
  func isNoun(_ cue: Range<Int>?) -> Bool {
    scene.hits.contains { hit in
      if case .cue(let number) = scene.meaning(hit) { hit.range == cue && scene.lexicon.pack.says[number].noun == true } else { false }
    }
  }

  /// *Zenda on the summit: "Not the right time"*: a judgement without its object, on the topic before the colon.
  private mutating func weighed(besides issues: [IssueMention]) {
    guard let topic = issues.last(where: isTopic) else { return }
    for hit in scene.hits {
      guard let predicate = scene.predicate(of: hit), predicate.holder == .speaker, hit.slot == nil,
        let voice = voice(at: hit.range.lowerBound), !issues.contains(where: { voice.covers($0.range.lowerBound) })
      else { continue }
      var value = Value(against: topic.against)
      let isNegated = Chain(scene: scene).isNegated(hit.range, besides: Set(hit.matched))
      guard value.apply(predicate, negated: isNegated) else { continue }
      emit(topic, value, teller: voice, at: hit.range, [step(topic), .predicate(words(hit.matched), predicate.does, negated: isNegated)], weight: 1)
      return
    }
  }

  /// *As long as Moscow rejects it, ...*: it does; but what would have to be granted is not.
  private mutating func lasts(_ issue: IssueMention, _ governors: [Governor], _ chain: Chain) {
    let before = findings.count
    let isNobody = scene.segment(of: issue.range.lowerBound).map { scene.segments[$0].range.contains { scene.classes($0).contains(.nobody) } } ?? false
    if governors.isEmpty || isNobody { return note(issue, "it is only a condition") }
    composed(issue, governors, chain)
    findings[before...].removeAll { $0.stance != .opposes }
  }

  /// *called off a summit that he had agreed to*: what is told beside it was so before.
  func isContradicted(_ one: Finding, by others: ArraySlice<Finding>) -> Bool {
    others.contains { $0.holder.party == one.holder.party && $0.issue == one.issue && $0.stance.side * one.stance.side < 0 }
  }

  /// *Nobody should count on it that ...*: a negation before a content clause, by none of the known predicates.
  private func isDeniedOutside(_ number: Int, _ governors: [Governor]) -> Bool {
    guard number > 0, scene.segments[number].kind == .complement, !scene.isSecond(number) else { return false }
    let before = scene.segments[number - 1].range
    // *Nobody who has met Zenda believes that ...*
    if scene.followsNobody(number - 1) { return true }
    if hasCue(number - 1) || governors.contains(where: { before.contains($0.hit.range.lowerBound) }) { return false }
    return before.contains { scene.classes($0).contains(.negation) }
  }

  /// *Asked about it, he said: "No, not really."*
  mutating func answered(besides issues: [IssueMention]) {
    let demand = discourse.stated.flatMap { asked == nil && discourse.asked == nil && $0.stance == .supports ? $0 : nil }
    // *On the truce he was shorter: "Not now."*
    let named = issues.last { !$0.isTakenUp }.map { Question(issue: $0.issue, isAgainst: $0.against) }
    guard let question = asked ?? discourse.asked.map({ named ?? $0 }) ?? demand.map({ Question(issue: $0.issue) }) else { return }
    let answers = scene.hits.filter { if case .answer = scene.meaning($0) { true } else { false } }
    for hit in answers where !answers.contains(where: { $0.range.overlaps(hit.range) && $0.range.count > hit.range.count }) {
      guard case .answer(let stance) = scene.meaning(hit), let voice = voice(at: hit.range.lowerBound), opens(hit.range, voice),
        isWhole(hit.range), demand == nil || isAll(hit.range, of: voice)
      else { continue }
      var value = Value(stance)
      if question.isAgainst { value.flip() }
      let mention = IssueMention(range: hit.range, matched: hit.matched, issue: question.issue, against: false, says: true, isAnswer: true)
      let start = findings.count
      defer { for index in start..<findings.count { findings[index].isAnswer = true } }
      emit(mention, value, teller: voice, at: hit.range, [.answered(words(hit.range))], weight: 1)
      if let demand { findings[start...].removeAll { $0.holder.party == demand.party } }
    }
  }

  /// *Moscow demanded it. "No," Zenda said*: a demand is answered by a word, and nothing more.
  private func isAll(_ answer: Range<Int>, of voice: Voice) -> Bool {
    !voice.isAnswer && !voice.runsOn && voice.content.allSatisfy { piece in piece.allSatisfy { answer.contains($0) || !scene.tokens[$0].isWord } }
  }

  /// *No.*, *I would not*: what could go on as a clause of its own is an answer only where it ends.
  private func isWhole(_ answer: Range<Int>) -> Bool {
    let opens: WordClasses = [.auxiliary, .future, .negation, .passive, .perfect]
    guard answer.count == 1 || !scene.classes(answer.upperBound - 1).isDisjoint(with: opens) else { return true }
    return answer.upperBound >= scene.sentence.upperBound || !scene.tokens[answer.upperBound].isWord
  }

  /// An answer stands where the quotation or the sentence begins, if after a word or two.
  func opens(_ answer: Range<Int>, _ voice: Voice) -> Bool {
    let quote = scene.text.quotations.quote(at: answer.lowerBound)?.content.lowerBound
    return [quote, scene.sentence.lowerBound, voice.content.first?.lowerBound].contains { start in
      start.map { (0...3).contains(answer.lowerBound - $0) } ?? false
    }
  }

  /// Who keeps it open may do so with whatever was spoken of before: that has no side.
  private func leftOpen(by predicate: Pack.Predicate) -> (issue: Int, stance: Stance, party: Int)? {
    guard predicate.does == .undecided else { return nil }
    return discourse.topic.map { ($0.issue, .supports, -1) }
  }

  /// *Washington wants a summit. Moscow agreed.*
  private mutating func takeUp(besides issues: [IssueMention]) {
    for hit in scene.hits {
      guard let predicate = scene.predicate(of: hit), predicate.alone == true, isBare(hit, besides: issues),
        let stated = findings.last.map({ (issue: $0.issue, stance: $0.stance, party: $0.holder.party) }) ?? discourse.stated
          ?? (asked ?? discourse.asked).map({ (issue: $0.issue, stance: $0.isAgainst ? .opposes : .supports, party: -1) })
          ?? leftOpen(by: predicate),
        stated.stance != .undecided
      else { continue }
      let governor = Governor(hit: hit, predicate: predicate)
      let yields = governor.predicate.does == .yields
      if yields, gaveWay(governor) { continue }
      var value = Value(against: stated.stance == .opposes && !isSetAgainst(governor))
      // *Washington wants a summit. Moscow gave way*: it had stood against what others want.
      if yields, subjectParty(of: governor) != stated.party { value.flip() }
      let isNegated = Chain(scene: scene).isNegated(hit.range, besides: Set(hit.matched))
      // *Paris rejected it. Zenda was sceptical*: of the thing, or of its rejection.
      if stated.party >= 0, stated.stance == .opposes, governor.predicate.does == .opposes { continue }
      guard value.apply(governor.predicate, negated: isNegated) else { continue }
      let mention = IssueMention(range: hit.range, matched: hit.matched, issue: stated.issue, against: false, says: false)
      let start = findings.count
      emit(mention, value, governor, [.takenUp(words(hit.range)), .predicate(words(hit.range), governor.predicate.does, negated: isNegated)], weight: 1)
      if !yields { findings[start...].removeAll { $0.holder.party == stated.party } }
    }
  }

  /// *Budapest, which had blocked it, gave way*: what the sentence told of them was so before. False where it told nothing.
  private mutating func gaveWay(_ governor: Governor) -> Bool {
    guard let party = subjectParty(of: governor) else { return true }
    let own = findings.indices.filter { findings[$0].holder.party == party }
    for index in own {
      if findings[index].stance == .opposes {
        var successor = findings[index]
        (successor.stance, successor.earlier) = (.supports, false)
        findings.append(successor)
      }
      findings[index].earlier = true
    }
    return !own.isEmpty
  }

  /// The party of a predicate's subject.
  private func subjectParty(of governor: Governor) -> Int? {
    guard case .mention(let subject)? = scene.subject(of: governor.hit.range) else { return nil }
    return party(resolve(subject, voice(at: governor.hit.range.lowerBound)))
  }

  /// Nothing stands beside the predicate that it could be about.
  private func isBare(_ hit: Matcher.Hit, besides issues: [IssueMention]) -> Bool {
    guard let number = scene.segment(of: hit.range.lowerBound) else { return false }
    if [.condition, .temporal, .hypothetical].contains(scene.segments[number].kind) || scene.isQuestion { return false }
    let segment = scene.segments[number].range
    if issues.contains(where: { segment.contains($0.range.lowerBound) }) { return false }
    if number + 1 < scene.segments.count, [.complement, .infinitive, .hypothetical].contains(scene.segments[number + 1].kind) { return false }
    let beside = (hit.range.lowerBound..<segment.upperBound).filter { !hit.matched.contains($0) && scene.tokens[$0].isWord }
    return beside.allSatisfy { token in
      if scene.classes(token).contains(.interrogative) { return false }
      return !scene.classes(token).isEmpty || scene.mentions.contains { $0.range.contains(token) }
        || scene.hits.contains { $0.range.contains(token) && isTimeOrOffice($0) }
    }
  }

  private func isTimeOrOffice(_ hit: Matcher.Hit) -> Bool {
    switch scene.meaning(hit) {
    case .role, .adjective, .weekday, .month, .day, .sameDay, .nextWeek, .lastWeek: true
    default: false
    }
  }
}
