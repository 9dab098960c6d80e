/// A stretch of a sentence between its marks and its joining words: roughly a clause.
struct Segment {
  enum Kind {
    case main, complement, condition, temporal, relative, subordinate, coordinate, infinitive, hypothetical
  }

  var range: Range<Int>
  var kind: Kind
  /// What stands before it.
  var mark: Token.Kind?
  /// Has a predicate or a cue of its own.
  var hasVerb = false
  /// Opens with a word of contrast.
  var contrasts = false
}

/// Cuts a sentence into segments, by marks and by the pack's joining words.
struct Segmenter {
  let lexicon: Lexicon
  let tokens: Tokens
  /// Tokens at which a cue or predicate begins.
  let verbs: Set<Int>
  let subjects: Set<Int>
  /// Tokens at which a phrase begins that opens a condition.
  let conditions: Set<Int>
  /// Lists of names, whose marks and joining words divide nothing.
  let within: [Range<Int>]
  /// Tokens at which somebody is told to speak.
  let cues: Set<Int>
  /// Tokens at which a fixed phrase begins that sets no condition.
  let idioms: Set<Int>
  /// Tokens within an issue's phrase (*ein Treffen von Trump und Putin*).
  let joined: Set<Int>

  func segments(of sentence: Range<Int>) -> [Segment] {
    var segments: [Segment] = []
    var start = sentence.lowerBound
    for index in sentence {
      if within.contains(where: { $0.contains(index) }) { continue }
      let isMark = Segmenter.divides(tokens[index].kind) && !isBetweenAdjectives(index) && !numbers(index)
      guard isMark || index > start && opens(index, after: start) else { continue }
      append(start..<index, to: &segments)
      start = isMark ? index + 1 : index
    }
    append(start..<sentence.upperBound, to: &segments)
    carry(&segments)
    suppose(&segments)
    return segments
  }

  /// A verb form of its own, as far as function words tell.
  func isFinite(_ index: Int) -> Bool {
    !classes(index).isDisjoint(with: [.reported, .obligation, .future, .passive, .unreal])
  }

  /// *a full, unconditional ceasefire*
  private func isBetweenAdjectives(_ comma: Int) -> Bool {
    guard tokens[comma].kind == .comma, comma > 1, comma + 2 < tokens.count,
      !classes(comma - 2).isDisjoint(with: [.determiner, .oblique])
    else { return false }
    return [comma - 1, comma + 1].allSatisfy { index in
      tokens[index].kind == .word && !tokens[index].capital && classes(index).isEmpty && !verbs.contains(index)
    } && tokens[comma + 2].kind == .word && classes(comma + 2).isEmpty && !verbs.contains(comma + 2)
  }

  /// *(a) the first thing*: brackets around a letter or a number.
  private func numbers(_ bracket: Int) -> Bool {
    guard tokens[bracket].kind == .bracket else { return false }
    return [(bracket + 1, bracket + 2), (bracket - 1, bracket - 2)].contains { inner, other in
      tokens.indices.contains(other) && tokens[other].kind == .bracket && tokens[inner].isWord && lexicon.words[tokens[inner].word].raw.utf8.count == 1
    }
  }

  private static func divides(_ kind: Token.Kind) -> Bool {
    [.comma, .colon, .semicolon, .dash, .bracket].contains(kind)
  }

  private func append(_ range: Range<Int>, to segments: inout [Segment]) {
    guard range.contains(where: { tokens[$0].isWord }) else { return }
    let before = range.lowerBound - 1
    let mark = before >= 0 && !tokens[before].isWord && tokens[before].kind != .stop ? tokens[before].kind : nil
    let kind = kind(of: range, after: mark)
    let first = firstWord(of: range)
    segments.append(
      Segment(
        range: range, kind: kind, mark: mark, hasVerb: range.contains { verbs.contains($0) },
        contrasts: classes(first).contains(.contrast)))
  }

  func firstWord(of range: Range<Int>) -> Int {
    range.first { tokens[$0].isWord } ?? range.lowerBound
  }

  /// What a segment is, by the words that open it and the mark before it.
  private func kind(of range: Range<Int>, after mark: Token.Kind?) -> Segment.Kind {
    let first = firstWord(of: range)
    let leading = classes(first)
    let second = first + 1 < range.upperBound ? classes(first + 1) : []
    if leading.contains(.concessive), range.dropFirst().prefix(2).contains(where: { classes($0).contains(.condition) }) { return .subordinate }
    if idioms.contains(first), !leading.isDisjoint(with: [.condition, .temporal]) { return .subordinate }
    // *for as long as*
    if let opening = range.prefix(3).first(where: { conditions.contains($0) }) { return joined.contains(opening) ? .subordinate : .condition }
    // *aber nur wenn ...*
    let opening = Array(range.lazy.filter { tokens[$0].isWord }.prefix(3))
    if let word = opening.dropFirst(2).first, classes(word).contains(.condition),
      opening.prefix(2).allSatisfy({ !classes($0).isDisjoint(with: [.contrast, .coordinator, .onlyThen]) })
    {
      return .condition
    }
    if leading.contains(.condition) && hasClause(after: first)
      || second.contains(.condition) && leading.isDisjoint(with: [.determiner, .preposition, .relative])
    {
      return .condition
    }
    if leading.contains(.supposition), mark == nil || mark == .comma || mark == .dash,
      lexicon.pack.inverts
        || range.prefix(3).contains(where: { $0 > first && subjects.contains($0) && ($0 == first + 1 || !classes(first + 1).isEmpty) })
        || first + 1 < range.upperBound && opensSubject(first + 1)
    {
      return .condition
    }
    // *als sei*, *als hätte*
    if leading.contains(.temporal), leading.contains(.commaBound), first + 1 < range.upperBound, isFinite(first + 1) { return .hypothetical }
    if leading.contains(.temporal) { return .temporal }
    // *damit Zenda unterschreibt*, where *Damit war Zenda zufrieden* is a clause of its own
    if leading.contains(.hypothetical), mark == .comma || !leading.contains(.commaBound) { return .hypothetical }
    if leading.contains(.complementizer) { return .complement }
    if leading.contains(.relative), mark == .comma || !leading.contains(.determiner), !isArticle(first, of: range) { return .relative }
    if lexicon.pack.inverts, mark == .comma, leading.contains(.preposition), second.contains(.relative),
      endsInVerb(range), !isArticle(first + 1, of: range)
    {
      return .relative
    }
    // *met in Paris, where it was not discussed*
    if leading.contains(.there), mark == .comma, !lexicon.pack.inverts || endsInVerb(range) && !range.contains(where: isInfinitive) { return .relative }
    // *Da sei das letzte Wort nicht gesprochen*
    let isAdverb = leading.contains(.commaBound) && first + 1 < range.upperBound && isFinite(first + 1)
    // *Seit Montag fordert Zenda ein Abkommen*
    let isPhrase = lexicon.pack.inverts && leading.contains(.preposition) && !endsInVerb(range)
    if leading.contains(.subordinator) && !isAdverb && !isPhrase || opensClause(first) { return .subordinate }
    if !leading.isDisjoint(with: [.coordinator, .contrast]) { return .coordinate }
    // *..., will Paris zustimmen*
    let wills = leading.contains(.will)
    if mark == .comma, !wills, !range.contains(where: { subjects.contains($0) }), range.contains(where: { isInfinitive($0) }) {
      return .infinitive
    }
    // *bat ihn, Zenda Waffen zu liefern*
    if mark == .comma, !wills, lexicon.pack.inverts, !range.contains(where: { isFinite($0) || cues.contains($0) }),
      range.filter({ tokens[$0].isWord }).suffix(2).contains(where: isInfinitive)
    {
      return .infinitive
    }
    return .main
  }

  /// *once more* opens no clause.
  private func hasClause(after index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].isWord && tokens[index + 2].isWord
  }

  /// *after Paris withdrew its veto*: a preposition that joins a clause, right before a subject.
  private func opensClause(_ index: Int) -> Bool {
    // *before there can be a deal*
    if !lexicon.pack.inverts, classes(index).contains(.until), index + 2 < tokens.count,
      classes(index + 1).contains(.impersonal),
      !classes(index + 2).isDisjoint(with: [.auxiliary, .potential, .future, .passive])
    {
      return true
    }
    // *before it agrees*
    if !lexicon.pack.inverts, classes(index).contains(.until), index + 2 < tokens.count,
      classes(index + 1).contains(.object),
      classes(index + 1).isDisjoint(with: [.determiner, .objective, .demonstrative]), tokens[index + 2].kind == .word,
      classes(index + 2).isDisjoint(with: [.preposition, .determiner, .coordinator])
    { return true }
    return classes(index).contains(.conjunctive) && subjects.contains(index + 1) && !(1...3).contains { conditions.contains(index - $0) }
  }

  /// Whether a word that opens a relative clause or is an article (*der*, *die*) is the article here: its clause has its
  /// verb in second place, or none but an infinitive.
  private func isArticle(_ first: Int, of range: Range<Int>) -> Bool {
    guard classes(first).contains(.determiner) else { return false }
    if subjects.contains(first) { return true }
    // *sagte, die Sanktionen schadeten ...*: what is relative follows a noun, and its verb comes last.
    let before = first - 2
    if lexicon.pack.inverts, before >= 0, tokens[before].kind == .word, !tokens[before].capital, verbs.contains(before),
      classes(first + 1).isEmpty
    {
      return true
    }
    guard let last = range.last(where: { tokens[$0].isWord }) else { return false }
    // *den Paris vorgelegt hat* ends in its verb.
    if first + 3 < range.upperBound, tokens[first + 1].capital, verbs.contains(first + 2), classes(first + 2).isEmpty,
      classes(last).isDisjoint(with: [.auxiliary, .perfect])
    { return true }
    let finite: WordClasses = [.reported, .obligation, .future, .passive]
    if range.contains(where: { isInfinitive($0) && $0 > first }), classes(last).isDisjoint(with: finite) { return true }
    return ((first + 1)..<last).contains { !classes($0).isDisjoint(with: finite) && !isCommonWithNext($0) }
  }

  /// *gegen die sich Ungarn sträubt*: a verb closes the clause, and none stands in it before.
  private func endsInVerb(_ range: Range<Int>) -> Bool {
    let words = range.filter { tokens[$0].isWord }
    guard words.count > 3, let last = words.last, !tokens[last].capital, tokens[last].kind == .word else { return false }
    let before = words.dropLast(2).dropFirst(2)
    return (classes(last).isEmpty || isFinite(last) || !classes(last).isDisjoint(with: [.auxiliary, .have, .perfect]))
      && !before.contains { isFinite($0) || classes($0).contains(.have) || cues.contains($0) || verbs.contains($0) && !tokens[$0].capital }
  }

  /// *werden müsse*: verbs that close a clause together.
  private func isCommonWithNext(_ index: Int) -> Bool {
    index + 1 < tokens.count && !classes(index + 1).isDisjoint(with: [.reported, .obligation, .future, .passive])
  }

  /// *to sign*, *zu räumen*, not *to Kyiv*.
  private func isInfinitive(_ index: Int) -> Bool {
    // *Kiew stimmte zu*
    if lexicon.pack.inverts, classes(index).contains(.preposition), index + 1 >= tokens.count || !tokens[index + 1].isWord { return false }
    return classes(index).contains(.infinitive) && (index + 1 >= tokens.count || !tokens[index + 1].capital || tokens[index + 1].kind != .word
      || !classes(index).contains(.preposition))
  }

  /// Whether a segment begins at a word in the midst of one that began at `start`.
  private func opens(_ index: Int, after start: Int) -> Bool {
    guard tokens[index].kind == .word else { return false }
    // *but only when ...* is one clause.
    if conditions.contains(index) { return (start..<index).contains { tokens[$0].isWord && classes($0).isDisjoint(with: [.contrast, .coordinator]) } }
    if joined.contains(index) { return false }
    let found = classes(index)
    if opensClause(index) || closesCondition(from: start, at: index) { return true }
    if found.contains(.condition), !hasClause(after: index) { return false }
    if !found.isDisjoint(with: [.complementizer, .condition, .temporal, .subordinator, .hypothetical]) {
      if found.contains(.commaBound), index > start, classes(index - 1).isDisjoint(with: [.coordinator, .contrast]) { return false }
      // *at once*
      let isPhrase = index > start && !classes(index - 1).isDisjoint(with: [.preposition, .relative, .auxiliary, .perfect])
      // *will be over if Moscow agrees*
      let isClause = !lexicon.pack.inverts && subjects.contains(index + 1) && !classes(index - 1).contains(.conjunctive)
      return found.isDisjoint(with: [.determiner, .preposition]) && !(isPhrase && found.contains(.condition) && !isClause)
    }
    // *..., should Moscow refuse*
    if found.contains(.supposition), !lexicon.pack.inverts, found.isDisjoint(with: [.perfect, .passive]) {
      return opensSubject(index + 1) && !subjects.contains(index - 1)
    }
    if found.contains(.relative), !found.contains(.determiner) { return !lexicon.pack.inverts || index + 1 < tokens.count && tokens[index + 1].isWord }
    if !found.isDisjoint(with: [.coordinator, .contrast]) {
      if joinsNouns(index) || joinsOblique(index) { return false }
      // *all but Paris*
      if found.contains(.except), index > start, !classes(index - 1).isDisjoint(with: [.all, .nobody, .a]) { return false }
      // *lehnte aber ab*
      if lexicon.pack.inverts, found.contains(.contrast), index > start { return false }
      let near = ((index + 1)..<min(index + 4, tokens.count)).prefix { tokens[$0].isWord }
      return near.contains { verbs.contains($0) } || subjects.contains(index + 1)
    }
    return false
  }

  /// *should Moscow refuse*, *should the talks fail*, *should there be none*
  private func opensSubject(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    if subjects.contains(index) || classes(index).contains(.impersonal) { return true }
    if classes(index).contains(.determiner) { return classes(index).isDisjoint(with: .demonstrative) }
    return tokens[index].kind == .word && tokens[index].capital && classes(index).isEmpty && !tokens[index - 1].capital
  }

  /// *if the war goes on he will send them*: the subject of another clause, without a comma before it.
  private func closesCondition(from start: Int, at index: Int) -> Bool {
    guard !lexicon.pack.inverts, subjects.contains(index) || classes(index).contains(.impersonal), index - start >= 4,
      index + 1 < tokens.count, classes(firstWord(of: start..<index)).contains(.condition)
    else { return false }
    // *if there was one he would like it to be here*
    if classes(firstWord(of: start..<index) + 1).contains(.adverb) { return false }
    let finite: WordClasses = [.passive, .perfect, .future, .obligation, .indefinite]
    guard !classes(index + 1).isDisjoint(with: [.future, .potential]),
      classes(index - 1).isDisjoint(with: [.coordinator, .relative, .complementizer])
    else { return false }
    return (start..<index).contains { !classes($0).isDisjoint(with: finite) || verbs.contains($0) || $0 - start < 4 && $0 > start && subjects.contains($0) }
  }

  /// *Rosneft und Lukoil*: where nouns are capitalised, a joining word between two that are nobody's names.
  private func joinsNouns(_ index: Int) -> Bool {
    guard lexicon.pack.inverts, index > 0, index + 1 < tokens.count else { return false }
    return [index - 1, index + 1].allSatisfy { tokens[$0].kind == .word && tokens[$0].capital && classes($0).isEmpty }
      && !subjects.contains(index + 1)
  }

  /// *Russlands und der USA*: what no subject can be goes on with the phrase before.
  private func joinsOblique(_ index: Int) -> Bool {
    guard lexicon.pack.inverts, index > 0, index + 2 < tokens.count, tokens[index - 1].capital, !subjects.contains(index + 2) else { return false }
    return !classes(index + 1).isDisjoint(with: [.oblique, .feminineOblique]) && tokens[index + 2].capital
  }

  func classes(_ index: Int) -> WordClasses {
    tokens[index].classes
  }
}
