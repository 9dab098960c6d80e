import Model

/// A step of the reasoning that leads to a statement. Its wording is what `demarche explain` shows, and nowhere else.
enum Step: Equatable {
  /// The words for the issue, which way they point, and whether to say or do them is a stance.
  case named(String, against: Bool, says: Bool)
  /// Words that stand for the issue spoken of before.
  case takenUp(String)
  /// The issue was asked about in a question, and these words answer it.
  case answered(String)
  /// What a condition asks of somebody else.
  case price(String)
  case negated
  /// Joined to what stands on the other side.
  case turned
  case predicate(String, Pack.Predicate.Effect, negated: Bool)
  /// The holder is reported to do it.
  case deed
  /// Asked of somebody else, so it is what the speaker wants.
  case wanted
  /// Who is meant by a pronoun, or by an office alone.
  case meant(String, String)
  /// The speaker is the one of the sentences before.
  case speaksOn
  /// The day, and the words of the sentence that name it; nil where it is taken from elsewhere in the article.
  case dated(String?)
  /// Told as a stance of before.
  case former
  /// The article tells the contrary of a later day, or as the main thing.
  case overtaken

  var text: String {
    switch self {
    case .named(let words, let against, says: true): "“\(words)” says \(against ? "no" : "yes") to what is asked"
    case .named(let words, against: false, says: false): "“\(words)” is what is asked"
    case .named(let words, against: true, says: false): "“\(words)” is the contrary of what is asked"
    case .takenUp(let words): "“\(words)” is what is asked, spoken of before"
    case .answered(let words): "“\(words)” answers a question about what is asked"
    case .price(let words): "“\(words)” is the price that is asked of the other side"
    case .negated: "a negation turns it round"
    case .turned: "it is set against that"
    case .predicate(let words, let effect, let negated):
      "“\(words)” \(effect.text)\(negated ? ", but is negated" : "")"
    case .deed: "it is reported as done"
    case .wanted: "it is asked of another, so it is what the speaker wants"
    case .meant(let words, let who): "“\(words)” is \(who)"
    case .speaksOn: "the speaker of the sentences before speaks on"
    case .dated(let words?): "“\(words)” tells the day"
    case .dated(nil): "the day stands elsewhere in the article"
    case .former: "it is told as a stance of before"
    case .overtaken: "the article tells the contrary as what holds now"
    }
  }

  /// Who or what is meant stands elsewhere.
  fileprivate var isAssumption: Bool {
    switch self {
    case .takenUp, .answered, .meant, .speaksOn: true
    default: false
    }
  }

  fileprivate var isPredicate: Bool {
    if case .predicate = self { true } else { false }
  }
}

extension Statement.Kind {
  init(of finding: Coder.Finding, in block: Block.Kind) {
    self =
      switch (finding.source, finding.mode) {
      case (.unnamed, _): .unnamed
      case (.party, _): .ascribed
      case _ where [.headline, .standfirst, .subheading].contains(block): .headline
      case _ where finding.trace.contains(where: \.isAssumption): .inferred
      case _ where !finding.trace.contains(where: \.isPredicate): .outright
      case (_, .direct): .quoted
      case (_, .indirect): .reported
      case (_, .paraphrase): .summarised
      }
  }
}

extension Pack.Predicate.Effect {
  fileprivate var text: String {
    switch self {
    case .supports: "speaks for it"
    case .opposes: "speaks against it"
    case .undecided: "leaves it open"
    case .conditional: "ties it to a condition"
    case .drops, .yields: "gives it up"
    case .asks: "asks about it"
    case .nothing: "leaves it open"
    }
  }
}
