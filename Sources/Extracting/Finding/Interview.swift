import Model

/// A conversation in questions and answers, and who gives the answers.
///
/// It is one where at least three questions stand alone in their paragraphs, and either the questions address somebody
/// whom the opening introduced, or the paragraphs are labelled `Q.` and `A.`; an explainer's questions are none.
struct Interview {
  private let held: Day?
  private var answers: [Block: Teller] = [:]
  private let asked: Set<Block>
  /// Whom the questions address.
  let answering: Teller?

  init?(_ blocks: [Annotated], lexicon: Lexicon, day: Day?) {
    let names = Interview.recurring(blocks.map { Interview.name($0, lexicon) })
    let asked = Interview.questions(blocks, names, lexicon)
    guard asked.count(where: \.self) >= 3, let first = asked.firstIndex(of: true) else { return nil }
    var introduced: [String: Actor] = [:]
    func mentions(_ block: Annotated) -> [Mention] {
      MentionFinder(lexicon: lexicon, text: block, day: day).mentions(introduced: &introduced)
    }
    let opening = blocks[...first].flatMap(mentions)
    let persons = opening.compactMap { mention -> Actor? in
      if case .actor(let actor) = mention.who, actor.person != nil { actor } else { nil }
    }
    held =
      Interview.day(of: blocks[..<first], lexicon, day) {
        mentions($0).filter { if case .actor(let actor) = $0.who { actor.person != nil } else { false } }
      } ?? day
    self.asked = Set(zip(blocks, asked).filter(\.1).map(\.0.block))
    let isLabelled = asked.indices.contains { asked[$0] && (Interview.isLabelled(blocks[$0], lexicon) || Interview.label(blocks[$0], names, lexicon) != "") }
    let questions = blocks.filter { Interview.isQuestion($0, lexicon) }
    let addressees = (blocks[..<first] + questions).filter { $0.block.text.utf8.count < 400 }.flatMap { question in
      mentions(question).filter { $0.range.lowerBound <= 2 }.map { (who: $0.who, isCalled: Interview.isCalled($0, question)) }
    }
    let addressed = persons.first { actor in addressees.contains { $0.who == .actor(actor) } }
      ?? officer(among: opening, addressees)
    answering = (addressed ?? (isLabelled ? persons.first : nil)).map(Teller.actor)
    // THE PRESIDENT: ...
    let speakers = blocks.map { block in
      Interview.label(block, names, lexicon) != "" ? mentions(block).lazy.compactMap { Interview.labels($0, block) }.first : nil
    }
    // ANSWER: ...
    let replies = Interview.recurring(zip(blocks, asked).filter { !$0.1 }.map { Interview.label($0.0, names, lexicon) })
    guard isLabelled || addressed != nil || speakers.contains(where: { $0 != nil }) || Interview.addresses(questions) else { return nil }
    for (index, block) in blocks.enumerated() where index > first && !asked[index] && block.block.kind != .subheading {
      let label = Interview.label(block, names, lexicon)
      if let speaker = speakers[index] {
        answers[block.block] = speaker
      } else if let side = side(of: label) {
        answers[block.block] = side
      } else if names.contains(label) {
        answers[block.block] = .outsider
      } else if label == "" || replies.contains(label), !speakers.contains(where: { $0 != nil }) {
        answers[block.block] = answering ?? .outsider
      }
    }

    /// *For the government: Smith, Jones*: a line of the opening names a party and who speaks for it; *Spokeswoman Smith*,
    /// *Jones (Foreign Ministry)*: of the only party that the opening names.
    func side(of label: String) -> Teller? {
      let name = fold(label)
      guard let line = blocks[..<first].first(where: { $0.tokens.contains { lexicon.words[$0.word].folded == name } }) else { return nil }
      func parties(_ mentions: [Mention]) -> Set<Int> {
        Set(mentions.compactMap { if case .actor(let actor) = $0.who, actor.person == nil { actor.party } else { nil } })
      }
      let named = parties(mentions(line))
      let isOfficer = line.tokens.indices.contains { index in
        lexicon.words[line.tokens[index].word].folded == name
          && mentions(line).contains { $0.role != nil && ($0.range.contains(index) || $0.range.lowerBound == index + 2) }
      }
      let sides = named.isEmpty && isOfficer ? parties(blocks[..<first].flatMap(mentions)) : named
      return sides.count == 1 ? sides.first.map { .actor(Actor(party: $0, person: name)) } : nil
    }

    /// *Minister, ...?*: who was introduced by an office.
    func officer(among opening: [Mention], _ addressees: [(who: Mention.Who, isCalled: Bool)]) -> Actor? {
      guard addressees.contains(where: { if case .office = $0.who { $0.isCalled } else { false } }) else { return nil }
      return opening.lazy.filter { $0.role != nil }.compactMap { mention -> Actor? in
        if case .actor(let actor) = mention.who, actor.person != nil { actor } else { nil }
      }.first
    }
  }

  /// Who speaks in a block; nil where it is no answer.
  func speaker(in block: Block) -> Teller? {
    answers[block]
  }

  func asks(in block: Block) -> Bool {
    asked.contains(block)
  }

  /// The day of the conversation, as the opening tells it, or else of the publication.
  func day(of block: Block) -> Day? {
    answers[block] == nil ? nil : held
  }

  /// *Today* in a question or an answer.
  func today(in block: Block) -> Day? {
    answers[block] != nil || asked.contains(block) ? held : nil
  }

  /// *Minister, was it a test?*, *Mr President, ...*
  private static func isCalled(_ mention: Mention, _ question: Annotated) -> Bool {
    mention.range.lowerBound <= 1 && mention.range.upperBound < question.tokens.count && question.tokens[mention.range.upperBound].kind == .comma
  }

  /// *MS. SMITH: ...*
  private static func labels(_ mention: Mention, _ block: Annotated) -> Teller? {
    guard case .actor(let actor) = mention.who, mention.range.lowerBound <= 1, mention.range.upperBound < block.tokens.count,
      block.tokens[mention.range.upperBound].kind == .colon
    else { return nil }
    return .actor(actor)
  }

  /// Which blocks ask: those that end in a question mark, those with the label of such, and where question and answer
  /// take turns, each that has its turn.
  private static func questions(_ blocks: [Annotated], _ names: Set<String>, _ lexicon: Lexicon) -> [Bool] {
    let marked = blocks.map { isQuestion($0, lexicon) }
    let asking = blocks.indices.filter { marked[$0] }
    guard let first = asking.first, asking.count >= 3 else { return marked }
    let labels = recurring(asking.map { label(blocks[$0], names, lexicon) })
    let takeTurns = labels.isEmpty && asking.allSatisfy { ($0 - first) % 2 == 0 }
    return blocks.indices.map { index in
      marked[index] || labels.contains(label(blocks[index], names, lexicon))
        || takeTurns && index > first && (index - first) % 2 == 0 && index < (asking.last ?? first)
    }
  }

  /// Labels that stand before three blocks or more.
  private static func recurring(_ labels: [String]) -> Set<String> {
    Set(Dictionary(grouping: labels) { $0 }.filter { !$0.key.isEmpty && $0.value.count >= 3 }.keys)
  }

  /// The capitals, or one of the names, before a colon; empty where there are none.
  private static func label(_ block: Annotated, _ names: Set<String>, _ lexicon: Lexicon) -> String {
    let name = name(block, lexicon)
    if names.contains(name) { return name }
    return isLabel(block, lexicon) ? block.tokens.prefix { $0.kind != .colon }.map { lexicon.words[$0.word].raw }.joined(separator: " ") : ""
  }

  /// The last of up to three capitalised words before a colon that opens a block: a surname.
  private static func name(_ block: Annotated, _ lexicon: Lexicon) -> String {
    let words = block.tokens.prefix(4).prefix { $0.kind != .colon }
    guard let last = words.last, words.count <= 3, words.count < block.tokens.count, block.tokens[words.count].kind == .colon,
      words.allSatisfy({ $0.kind == .word && $0.capital })
    else { return "" }
    return lexicon.words[last.word].raw
  }

  /// The day that the sentences on those who talk name last, or else the first of their block, next above the questions.
  private static func day(of opening: ArraySlice<Annotated>, _ lexicon: Lexicon, _ day: Day?, persons: (Annotated) -> [Mention]) -> Day? {
    for block in opening.reversed() {
      let dates = Dates(lexicon: lexicon, text: block, published: day)
      let named = persons(block)
      let told = block.sentences.filter { sentence in named.contains { sentence.contains($0.range.lowerBound) } }
      if let day = told.reversed().lazy.compactMap({ dates.day(in: $0) }).first ?? dates.day(in: block.tokens.indices) { return day }
    }
    return nil
  }

  private static func isQuestion(_ block: Annotated, _ lexicon: Lexicon) -> Bool {
    guard block.block.kind != .headline, block.quotations.quotes.isEmpty else { return false }
    return block.tokens.last.map { lexicon.words[$0.word].raw == "?" } ?? false
  }

  /// `Q.`, `Q:`, *Q Does he ...?*
  private static func isLabelled(_ block: Annotated, _ lexicon: Lexicon) -> Bool {
    guard block.tokens.count > 2, !block.tokens[1].isWord || block.tokens[1].capital else { return false }
    return lexicon.words[block.tokens[0].word].raw.count == 1 && block.tokens[0].capital
  }

  /// *OUR NOTE: ...*: the paper speaks.
  private static func isLabel(_ block: Annotated, _ lexicon: Lexicon) -> Bool {
    guard let colon = block.tokens.prefix(5).firstIndex(where: { $0.kind == .colon }), colon > 0 else { return false }
    return block.tokens[..<colon].allSatisfy { token in
      let raw = lexicon.words[token.word].raw
      return raw.utf8.count > 1 && raw == raw.uppercased()
    }
  }

  /// Somebody unknown is addressed at the head of a question: *Professor Halm, ...*
  private static func addresses(_ questions: [Annotated]) -> Bool {
    questions.contains { question in
      question.tokens.count > 3 && question.tokens[0].capital && question.tokens[1].capital
        && question.tokens[2].kind == .comma
    }
  }
}
