import Model

/// One sentence with all that was found in it: what attributing and coding work on.
final class Scene {
  let lexicon: Lexicon
  let text: Annotated
  let sentence: Range<Int>
  let segments: [Segment]
  /// Mentions of the sentence.
  private(set) var mentions: [Mention]
  /// Hits of the sentence.
  let hits: [Matcher.Hit]
  /// Names that stand in one list: *Paris, Berlin and London*.
  let lists: [NameList]
  /// Clauses that set somebody against the clause before.
  private(set) lazy var contrasts = findContrasts()
  /// *Without a deal*, at the head of the sentence: which comes first, or else what is told.
  private(set) lazy var lack = findLack()
  /// Tokens within fixed phrases (*no sooner*), where a negation denies nothing.
  private let fixed: Set<Int>

  init(lexicon: Lexicon, text: Annotated, sentence: Range<Int>, mentions: [Mention]) {
    self.lexicon = lexicon
    self.text = text
    self.sentence = sentence
    var mentions = Scene.mentions(of: sentence, among: mentions, in: text, lexicon)
    hits = Scene.hits(of: sentence, in: text, beside: mentions, lexicon)
    var verbs: Set<Int> = []
    var conditions: Set<Int> = []
    var cues: Set<Int> = []
    var idioms: Set<Int> = []
    var joined: Set<Int> = []
    var fixed: Set<Int> = []
    for hit in hits {
      switch lexicon.meanings[hit.entry] {
      case .idiom:
        idioms.insert(hit.range.lowerBound)
        joined.formUnion(hit.matched.dropFirst())
        fixed.formUnion(hit.matched)
      // *Trump und Putin* within *a meeting of Trump and Putin*.
      case .issue: for (one, next) in zip(hit.matched, hit.matched.dropFirst()) where next - one <= 2 { joined.formUnion([one + 1, next]) }
      case .condition where Scene.opensCondition(hit.range, in: text):
        conditions.insert(hit.range.lowerBound)
        joined.formUnion(hit.matched.dropFirst())
      case .cue(let number) where lexicon.pack.says[number].noun != true && lexicon.pack.says[number].source == nil:
        verbs.insert(hit.range.lowerBound)
        cues.insert(hit.range.lowerBound)
      case .predicate(let number) where lexicon.pack.predicates[number].noun != true:
        verbs.insert(hit.range.lowerBound)
      default: break
      }
    }
    self.fixed = fixed
    lists = NameList.lists(of: mentions, in: text)
    for list in lists { list.share(&mentions) }
    let subjects = Set(mentions.lazy.filter(\.canBeSubject).map(\.range.lowerBound))
    segments = Segmenter(
      lexicon: lexicon, tokens: text.tokens, verbs: verbs, subjects: subjects, conditions: conditions,
      within: lists.map(\.range), cues: cues, idioms: idioms, joined: joined
    )
      .segments(of: sentence)
    if lexicon.pack.inverts { Scene.demote(&mentions, in: segments, besides: lists, of: text) }
    for segment in segments where Scene.isCorrection(segment, mentions, in: text) {
      for index in mentions.indices where segment.range.contains(mentions[index].range.lowerBound) { mentions[index].isOblique = true }
    }
    self.mentions = mentions
    if let topic = topic(among: mentions) { (self.mentions[topic].isTopic, self.mentions[topic].isOblique) = (true, false) }
    for segment in segments where !lexicon.pack.inverts { markObjects(in: segment) }
    // *to remind Zenda that ...*
    for (index, mention) in mentions.enumerated() where !lexicon.pack.inverts && mention.isName {
      let verb = mention.range.lowerBound - 1
      if verb > sentence.lowerBound, tokens[verb].kind == .word, classes(verb).isEmpty, !tokens[verb].capital,
        classes(verb - 1).contains(.infinitive)
      {
        self.mentions[index].isObject = true
      }
    }
  }

  /// *as soon as possible* opens no clause; *on one condition* needs none, and may have its verb behind it.
  private static func opensCondition(_ words: Range<Int>, in text: Annotated) -> Bool {
    let next = text.tokens[words.upperBound...].prefix(2)
    guard text.tokens[words.upperBound - 1].classes.isEmpty else { return next.allSatisfy(\.isWord) }
    let finite: WordClasses = [.reported, .unreal, .potential, .future, .have, .obligation]
    return next.first.map { $0.classes.isDisjoint(with: finite) } ?? true
  }

  /// Where subjects stand before verbs, names further on that no verb follows are objects.
  private func markObjects(in segment: Segment) {
    guard let first = mentions.firstIndex(where: { segment.range.contains($0.range.lowerBound) && $0.canBeSubject }) else { return }
    // *who met Zenda*
    if segment.kind == .relative, mentions[first].isName, mentions[first].range.lowerBound > segment.range.lowerBound + 1 { mentions[first].isObject = true }
    for index in mentions.indices.dropFirst(first + 1) where segment.range.contains(mentions[index].range.lowerBound) && mentions[index].isName {
      if lists.contains(where: { $0.members.contains(index) }) { continue }
      let next = mentions[index].range.upperBound
      let isJoined = gap(mentions[index - 1].range, mentions[index].range).contains { classes($0).contains(.coordinator) }
      let isSubject = segment.range.contains(next) && hasVerb(in: next..<(next + 1))
      mentions[index].isObject = !isJoined && !isSubject
    }
  }

  /// Where objects may stand before the verb, whoever is second in a clause is no subject, unless joined to the first.
  private static func demote(_ mentions: inout [Mention], in segments: [Segment], besides lists: [NameList], of text: Annotated) {
    func acts(_ mention: Mention) -> Bool {
      let classes = text.tokens[mention.range.lowerBound].classes
      guard case .pronoun = mention.who, mention.canBeSubject else { return false }
      return !classes.isDisjoint(with: [.he, .firstPerson, .one, .we, .latter]) && classes.isDisjoint(with: .objective)
    }
    for segment in segments {
      // *bat ihn, Zenda Waffen zu liefern*: nobody acts in an infinitive.
      if segment.kind == .infinitive {
        for index in mentions.indices
        where segment.range.contains(mentions[index].range.lowerBound) && mentions[index].isName {
          mentions[index].isOblique = true
        }
      }
      // *Zenda verweigerte er die Waffen*
      if let pronoun = mentions.firstIndex(where: { segment.range.contains($0.range.lowerBound) && acts($0) }) {
        for index in mentions[..<pronoun].indices where segment.range.contains(mentions[index].range.lowerBound) { mentions[index].isOblique = true }
      }
      var first: Mention?
      for index in mentions.indices where segment.range.contains(mentions[index].range.lowerBound) && mentions[index].canBeSubject {
        guard let before = first else {
          first = mentions[index]
          continue
        }
        let between = gap(before.range, mentions[index].range)
        let isJoined =
          lists.contains {
            $0.range.contains(before.range.lowerBound) && $0.range.contains(mentions[index].range.lowerBound)
          } || between.contains { text.tokens[$0].classes.contains(.coordinator) } && between.count <= 3
        if isJoined { first = mentions[index] } else if case .pronoun = mentions[index].who {} else { mentions[index].isOblique = true }
      }
    }
  }

  /// The sentence's mentions; whoever stands with a cue that has no verb (*according to S*) is no subject.
  private static func mentions(
    of sentence: Range<Int>, among mentions: [Mention], in text: Annotated, _ lexicon: Lexicon
  ) -> [Mention] {
    let found = text.hits(in: sentence)
    let cues = found.compactMap { hit -> (range: Range<Int>, reach: Int, isHearsay: Bool)? in
      switch lexicon.meanings[hit.entry] {
      case .cue(let number): lexicon.pack.says[number].source.map { (hit.range, $0 == "after" ? 2 : 0, false) }
      case .hearsay: (hit.range, 0, true)
      default: nil
      }
    }
    return mentions.filter { sentence.contains($0.range.lowerBound) }.map { mention in
      var mention = mention
      let isSource = cues.contains { cue in
        guard !cue.range.overlaps(mention.range) else { return cue.isHearsay && mention.isAnonymous }
        if cue.isHearsay, !mention.isAnonymous { return false }
        if mention.range.lowerBound < cue.range.lowerBound { return mention.range.upperBound == cue.range.lowerBound }
        let between = gap(cue.range, mention.range)
        let isVerb = found.contains { hit in
          if case .predicate = lexicon.meanings[hit.entry] { between.contains(hit.range.lowerBound) } else { false }
        }
        return cue.reach > 0 && between.count <= cue.reach && !isVerb && !mentions.contains { between.contains($0.range.lowerBound) }
      }
      if isSource { mention.isOblique = true }
      return mention
    }
  }

  /// The sentence's hits without cues and predicates within names, and without cues that open a longer predicate.
  private static func hits(
    of sentence: Range<Int>, in text: Annotated, beside mentions: [Mention], _ lexicon: Lexicon
  ) -> [Matcher.Hit] {
    let hits = text.hits(in: sentence)
    /// *a call on Saturday*
    func opensDate(_ hit: Matcher.Hit) -> Bool {
      let last = hit.range.upperBound - 1
      guard hit.range.count > 1, text.tokens[last].classes.contains(.preposition) else { return false }
      return hits.contains { other in
        guard other.range.lowerBound == hit.range.upperBound else { return false }
        switch lexicon.meanings[other.entry] {
        case .weekday, .month, .day: return true
        default: return false
        }
      }
    }
    /// *let it be known*
    func opensCue(_ hit: Matcher.Hit) -> Bool {
      guard let last = hit.matched.last, text.tokens[last].classes.contains(.object) else { return false }
      return hits.contains { other in
        guard case .cue(let number) = lexicon.meanings[other.entry], lexicon.pack.says[number].noun != true,
          lexicon.pack.says[number].source == nil
        else { return false }
        return other.matched.count > hit.matched.count && hit.matched.allSatisfy { other.matched.contains($0) }
      }
    }
    return hits.filter { hit in
      switch lexicon.meanings[hit.entry] {
      case .cue:
        let isLonger = !isNounCue(hit, lexicon) && hits.contains { other in
          guard case .predicate = lexicon.meanings[other.entry] else { return false }
          guard other.matched.count > hit.matched.count else { return false }
          // *put pressure on*, *lässt sich nicht sagen*
          return other.range.lowerBound == hit.range.lowerBound ? other.matched.dropFirst(hit.matched.count).first == hit.range.upperBound
            : hit.matched.allSatisfy { other.matched.contains($0) }
        }
        let isImpersonal = text.tokens[hit.range.upperBound - 1].classes.contains(.impersonal)
        if isImpersonal, !mentions.contains(where: \.isOblique) { return false }
        return !isLonger && !isNoun(hit, in: text, lexicon) && !mentions.contains { $0.isName && $0.range.contains(hit.range.lowerBound) }
      case .predicate:
        return !opensDate(hit) && !opensCue(hit) && !isNamed(hit, in: text, lexicon)
          && !mentions.contains {
            $0.isName && $0.range.contains(hit.range.lowerBound) && $0.range.count >= hit.range.count
          }
      default: return true
      }
    }
  }

  private static func isNounCue(_ hit: Matcher.Hit, _ lexicon: Lexicon) -> Bool {
    if case .cue(let number) = lexicon.meanings[hit.entry] { lexicon.pack.says[number].noun == true } else { false }
  }

  /// *a snub*, *the ban*: one word after an article, of a verb that may be a noun.
  private static func isNamed(_ hit: Matcher.Hit, in text: Annotated, _ lexicon: Lexicon) -> Bool {
    guard !lexicon.pack.inverts, hit.range.count == 1, hit.range.lowerBound > 0, case .predicate(let number) = lexicon.meanings[hit.entry],
      lexicon.pack.predicates[number].noun != true, lexicon.pack.predicates[number].holder != .speaker, lexicon.pack.predicates[number].adjective != true
    else { return false }
    let isArticle = text.tokens[hit.range.lowerBound - 1].classes.intersection([.determiner, .relative, .demonstrative, .auxiliary]) == .determiner
    return isArticle && !text.hits(in: hit.range.prefix(1)).contains { other in
      if case .participle = lexicon.meanings[other.entry] { true } else { false }
    }
  }

  /// *in a post*, *the claim*: after an article no verb.
  private static func isNoun(_ hit: Matcher.Hit, in text: Annotated, _ lexicon: Lexicon) -> Bool {
    guard hit.range.lowerBound > 0, case .cue(let number) = lexicon.meanings[hit.entry], lexicon.pack.says[number].source == nil,
      !isNounCue(hit, lexicon)
    else { return false }
    if lexicon.pack.capitalisesNouns, text.tokens[hit.range.lowerBound].capital, text.tokens[hit.range.lowerBound - 1].isWord { return true }
    let before = text.tokens[hit.range.lowerBound - 1].classes
    return before.contains(.determiner) && before.isDisjoint(with: [.relative, .demonstrative])
      || !before.isDisjoint(with: [.possessive, .herPossessive, .theirPossessive, .ourPossessive])
  }

  var tokens: Tokens { text.tokens }

  /// The word classes of a token; within a fixed phrase nothing denies.
  func classes(_ token: Int) -> WordClasses {
    let found = tokens[token].classes
    return found.contains(.negation) && fixed.contains(token) ? found.subtracting(.negation) : found
  }

  func meaning(_ hit: Matcher.Hit) -> Meaning {
    lexicon.meanings[hit.entry]
  }

  func segment(of token: Int) -> Int? {
    segments.firstIndex { $0.range.contains(token) }
  }

  /// Whether a finite verb stands there, as far as patterns and function words tell.
  func hasVerb(in range: Range<Int>) -> Bool {
    let finite: WordClasses = [.auxiliary, .passive, .perfect, .future, .obligation]
    return range.contains { !classes($0).isDisjoint(with: finite) }
      || hits.contains { range.contains($0.range.lowerBound) && isVerb($0) }
  }

  /// A cue, or a predicate that is no noun.
  func isVerb(_ hit: Matcher.Hit) -> Bool {
    if case .cue = meaning(hit) { true } else { predicate(of: hit).map { $0.noun != true } ?? false }
  }

  func predicate(of hit: Matcher.Hit) -> Pack.Predicate? {
    if case .predicate(let number) = meaning(hit) { lexicon.pack.predicates[number] } else { nil }
  }

  /// Whether a verb of the past begins there, and no noun that looks like one (*Städte*).
  func isPast(_ words: Range<Int>) -> Bool {
    hits.contains { hit in
      guard words.contains(hit.range.lowerBound), case .past = meaning(hit) else { return false }
      return !lexicon.pack.capitalisesNouns || !tokens[hit.range.lowerBound].capital || hit.range.lowerBound == sentence.lowerBound
    }
  }

  func words(in range: Range<Int>) -> Int {
    range.count { tokens[$0].isWord }
  }

  /// Told as hearsay, without a source: *reportedly*.
  var isHearsay: Bool {
    hits.contains { if case .hearsay = meaning($0) { true } else { false } }
  }

  /// Outside quotations a verb has the mood of what is told.
  func isTold(by mood: WordClasses) -> Bool {
    sentence.contains { classes($0).contains(mood) && text.quotations.membership[$0] < 0 && !isCapitalNoun($0) }
  }

  /// *an Ort und Stelle*: looks like a verb.
  private func isCapitalNoun(_ token: Int) -> Bool {
    lexicon.pack.capitalisesNouns && tokens[token].capital && token > sentence.lowerBound && tokens[token - 1].isWord
  }

  var isQuestion: Bool {
    tokens[sentence].last { $0.kind == .stop }.map { lexicon.words[$0.word].raw == "?" } ?? false
  }

  /// A question, or told of one: *asked about X, ...*.
  var asks: Bool {
    isQuestion || hits.contains { predicate(of: $0)?.does == .asks }
  }
}
