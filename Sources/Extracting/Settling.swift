import Model

/// What can only be said of a statement once the whole article is read.
extension ArticleReader {
  /// *He is for it. The condition is that ...*: what a party supports in the sentence before, it supports on a condition.
  /// *He was for it. That was our line*: it is a former stance.
  mutating func amend(_ scene: Scene, _ voices: [Voice], besides issues: [IssueMention]) {
    guard let stated = discourse.stated, stated.party >= 0,
      let last = extraction.statements.lastIndex(where: { one in
        !one.earlier && one.stance == stated.stance && one.holder == lexicon.parties[stated.party] && one.issue == lexicon.codebook.issues[stated.issue].id
      }),
      voices.allSatisfy({ voice in if case .actor(let actor) = voice.teller { actor.party == stated.party } else { false } })
    else { return }
    for hit in scene.hits where hit.range.lowerBound - scene.sentence.lowerBound <= 2 {
      switch scene.meaning(hit) {
      case .proviso where stated.stance == .supports && issues.isEmpty:
        extraction.statements[last].stance = .conditional
        extraction.statements[last].condition = verbatim(scene.sentence, scene)
      case .bygone:
        extraction.statements[last].earlier = true
        extraction.statements[last].trace.append(Step.overtaken.text)
      default: continue
      }
      return
    }
  }

  /// A headline is of the day of the same stance in the text; headline and lead that name none, of the day of the same
  /// stance further down, or else of what the actor did last.
  mutating func dateHeads(_ blocks: [Annotated]) {
    let paragraph = blocks.first { $0.block.kind == .paragraph }?.tokens
    guard let start = paragraph?.first?.start, let lead = paragraph?.last?.end else { return }
    for index in extraction.statements.indices {
      let statement = extraction.statements[index]
      guard !statement.earlier, statement.evidence.span.end <= lead, let party = lexicon.parties.firstIndex(of: statement.holder) else { continue }
      let dated = extraction.statements.indices.filter { other in
        let one = extraction.statements[other]
        return one.said != nil && !one.earlier && one.holder == statement.holder && one.issue == statement.issue && one.stance == statement.stance
      }
      let below = dated.first { extraction.statements[$0].evidence.span.start >= start }.flatMap { extraction.statements[$0].said }
      let isHeadline = statement.evidence.span.end <= start
      let said: Day?
      if isHeadline, let below {
        said = below
      } else if statement.said == nil, statement.source == .holder || statement.source == .narrator {
        let actor = Actor(party: party, person: statement.person)
        let above = dated.first { $0 < index }.flatMap { extraction.statements[$0].said }
        said = below ?? above ?? (isHeadline && !past.contains(index) ? newsDay : nil) ?? discourse.lastDay(of: actor, until: article.published?.day)
      } else {
        continue
      }
      guard said != statement.said else { continue }
      extraction.statements[index].said = said
      extraction.statements[index].trace.append(Step.dated(nil).text)
    }
  }

  /// The day of which the article tells first, where it is that of news: not past when it was published.
  private var newsDay: Day? {
    guard let day = discourse.firstReported, let published = article.published?.day else { return nil }
    return published - day <= 3 ? day : nil
  }

  /// A stance that the same article reports as given up on a later day is a former one, and so is what a relative clause
  /// tells to the contrary (*the summit to which he had agreed*). A timeline's entries are each of their day.
  mutating func overtake() {
    let all = extraction.statements
    for (index, one) in all.enumerated() where !one.earlier {
      let isOvertaken = all.enumerated().contains { number, other in
        guard !other.earlier, other.holder == one.holder, other.issue == one.issue, other.stance.side * one.stance.side < 0
        else { return false }
        if background.contains(index), !background.contains(number) { return true }
        guard !isTimeline, one.source == .holder || one.source == .narrator, let before = one.said, let after = other.said else { return false }
        return before < after && (other.source == .holder || other.source == .narrator)
      }
      guard isOvertaken else { continue }
      extraction.statements[index].earlier = true
      extraction.statements[index].trace.append(Step.overtaken.text)
    }
  }

  /// *We'll see*, from one who asks for it: open is what others will do, not what the speaker wants.
  mutating func dropOpenAnswersOfSupporters() {
    let all = extraction.statements
    extraction.statements = all.enumerated().filter { index, one in
      guard answers.contains(index), one.stance == .undecided else { return true }
      return !all.contains { $0.holder == one.holder && $0.issue == one.issue && $0.stance == .supports && !$0.earlier }
    }.map(\.element)
  }
}
