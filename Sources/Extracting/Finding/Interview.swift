import Model

/// A conversation in questions and answers, and who gives the answers.
///
/// It is one where at least three questions stand alone in their paragraphs, and either the questions address somebody
/// whom the opening introduced, or the paragraphs are labelled `Q.` and `A.`; an explainer's questions are none.
struct Interview {
  private let answering: Teller
  private let held: Day?
  private var answers: Set<Block> = []

  init?(_ blocks: [Annotated], lexicon: Lexicon, day: Day?) {
    let asked = blocks.map { Interview.isQuestion($0, lexicon) }
    guard asked.count(where: \.self) >= 3, let first = asked.firstIndex(of: true) else { return nil }
    var introduced: [String: Actor] = [:]
    func mentions(_ block: Annotated) -> [Mention] {
      MentionFinder(lexicon: lexicon, tokens: block.tokens, hits: block.hits, day: day).mentions(introduced: &introduced)
    }
    let opening = blocks[...first].flatMap(mentions).compactMap { mention -> Actor? in
      if case .actor(let actor) = mention.who, actor.person != nil { actor } else { nil }
    }
    held = blocks[..<first].reversed().lazy.compactMap { block in
      Dates(lexicon: lexicon, tokens: block.tokens, hits: block.hits, published: day).day(in: block.tokens.indices)
    }.first
    let isLabelled = asked.indices.contains { asked[$0] && Interview.isLabelled(blocks[$0], lexicon) }
    let questions = zip(blocks, asked).filter(\.1).map(\.0)
    let addressed = opening.first { actor in
      questions.contains { question in
        question.block.text.utf8.count < 400 && mentions(question).contains { mention in
          mention.who == .actor(actor) && mention.range.lowerBound <= 2
        }
      }
    }
    answering = (addressed ?? (isLabelled ? opening.first : nil)).map { .actor($0) } ?? .outsider
    guard isLabelled || addressed != nil || Interview.addresses(questions, lexicon) else { return nil }
    for (index, block) in blocks.enumerated() where index > first && !asked[index] && block.block.kind != .subheading && !Interview.isLabel(block, lexicon) {
      answers.insert(block.block)
    }
  }

  /// Who speaks in a block; nil where it is no answer.
  func speaker(in block: Block) -> Teller? {
    answers.contains(block) ? answering : nil
  }

  /// The day of the conversation, as the opening tells it.
  func day(of block: Block) -> Day? {
    answers.contains(block) ? held : nil
  }

  private static func isQuestion(_ block: Annotated, _ lexicon: Lexicon) -> Bool {
    guard block.block.kind != .headline, block.quotations.quotes.isEmpty else { return false }
    return block.tokens.last.map { lexicon.words[$0.word].raw == "?" } ?? false
  }

  /// `Q.`, `Q:`
  private static func isLabelled(_ block: Annotated, _ lexicon: Lexicon) -> Bool {
    guard block.tokens.count > 2, !block.tokens[1].isWord else { return false }
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
  private static func addresses(_ questions: [Annotated], _ lexicon: Lexicon) -> Bool {
    questions.contains { question in
      question.tokens.count > 3 && question.tokens[0].capital && question.tokens[1].capital
        && question.tokens[2].kind == .comma
    }
  }
}
