/// Names that no codebook knows: beside an office, or introduced by one before.
extension MentionFinder {
  /// *In Berlin, a government spokesman said*, *In Berlin sagte ein Regierungssprecher*
  func seat(of office: Range<Int>) -> Int? {
    var start = office.lowerBound
    while start > 0, office.lowerBound - start < 2,
      !classes(start - 1).isDisjoint(with: [.a, .determiner])
        || tokens[start - 1].kind == .word && !tokens[start - 1].capital && classes(start - 1).isEmpty
          && !isVerb(start - 1)
    { start -= 1 }
    if lexicon.pack.inverts, start > 2, isVerb(start - 1), tokens[start - 1].kind == .word { return place(endingAt: start - 1) }
    return place(before: start)
  }

  /// *In Moscow, Foreign Ministry spokesman A B said*: the place that opens the sentence tells whose office it is.
  func place(before start: Int) -> Int? {
    guard start >= 3, tokens[start - 1].kind == .comma else { return nil }
    return place(endingAt: start - 1)
  }

  private func place(endingAt end: Int) -> Int? {
    for hit in text.hits where hit.range.upperBound == end {
      let before = hit.range.lowerBound - 1
      guard case .party(let number) = lexicon.meanings[hit.entry], before >= 0, classes(before).contains(.preposition),
        before == 0 || !tokens[before - 1].isWord
      else { continue }
      return number
    }
    return nil
  }

  /// *A B, state secretary in the Latvian foreign ministry*: a name that opens a line.
  func opening(before comma: Int) -> Range<Int>? {
    guard (3...4).contains(comma), tokens[comma - 1].kind == .comma, let end = name(at: 0), end == comma - 1 else { return nil }
    return 0..<end
  }

  /// *Estonia's foreign minister, A B, said*, *the state secretary in the defence ministry, A B,*: a name between commas.
  func apposition(at end: Int) -> Range<Int>? {
    let field = classes(end).isDisjoint(with: [.preposition, .concern]) ? 0 : (end..<end + 5).prefix { tokens[$0].isWord && !isVerb($0) }.count
    let comma = end + field
    guard comma + 1 < tokens.count, tokens[comma].kind == .comma, let end = name(at: comma + 1),
      end == tokens.count || !tokens[end].isWord
    else { return nil }
    return (comma + 1)..<end
  }

  /// The end of a run of one to three capitalised words that no pattern knows: a name.
  func name(at start: Int) -> Int? {
    var end = start
    while end < min(start + 3, tokens.count), tokens[end].kind == .word, tokens[end].capital, actorHit(at: end) == nil,
      classes(end).isEmpty
    { end += 1 }
    return end - start >= 2 ? end : nil
  }

  /// *Prime Minister Robert Fico*, where the article has told before whose prime minister that is.
  func known(at start: Int, _ introduced: [String: Actor]) -> (Range<Int>, Actor)? {
    let end = name(at: start) ?? start + 1
    guard end <= tokens.count, tokens[end - 1].kind == .word, tokens[end - 1].capital,
      let actor = introduced[lexicon.words[tokens[end - 1].word].folded]
    else { return nil }
    return (start..<end, actor)
  }

  func introducedName(at index: Int, _ introduced: [String: Actor]) -> (Mention, Int)? {
    guard tokens[index].kind == .word, tokens[index].capital, !introduced.isEmpty else { return nil }
    guard let actor = introduced[lexicon.words[tokens[index].word].folded] else { return nil }
    let range = index..<(index + 1)
    return (placed(Mention(range: range, who: .actor(actor)), genitive: endsInGenitive(range)), index + 1)
  }

  /// The id of a person unknown to the codebook: the surname in lower case ASCII.
  func identifier(_ token: Token) -> String {
    let spelled = lexicon.words[token.word].folded.map { letter -> String in
      switch letter {
      case "ä": "ae"
      case "ö": "oe"
      case "ü": "ue"
      case "ß": "ss"
      default: letter.isASCII ? String(letter) : ""
      }
    }
    return spelled.joined()
  }
}
