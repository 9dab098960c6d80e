/// Cuts a block's tokens into sentences.
///
/// A full stop ends none after an abbreviation, an initial or an ordinal, nor before a small letter; marks that close a
/// quotation belong to the sentence that they follow.
struct Sentences {
  let words: Words
  /// Folded words that carry a full stop within a sentence.
  let abbreviations: Set<String>
  /// A number with a full stop is an ordinal (*das 19. Paket*).
  var hasOrdinals = false
  /// Atoms of the months: *21. Oktober* goes on.
  let isMonth: (Words.ID) -> Bool

  func ranges(of tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      guard tokens[index].kind == .stop, ends(tokens, index) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < tokens.count, tokens[end].kind == .stop || closes(tokens, end) { end += 1 }
      ranges.append(start..<end)
      start = end
      index = end
    }
    if start < tokens.count { ranges.append(start..<tokens.count) }
    return ranges
  }

  private func closes(_ tokens: [Token], _ index: Int) -> Bool {
    switch tokens[index].kind {
    case .closeQuote, .openQuote: tokens[index].start <= tokens[index - 1].end
    case .bracket: words[tokens[index].word].raw == ")" || words[tokens[index].word].raw == "]"
    default: false
    }
  }

  private func ends(_ tokens: [Token], _ index: Int) -> Bool {
    var next = index + 1
    while next < tokens.count, tokens[next].kind == .stop || closes(tokens, next) { next += 1 }
    guard next < tokens.count else { return true }
    let follower = tokens[next]
    if follower.kind == .comma || follower.kind == .semicolon || follower.kind == .dash && next > index + 1 { return false }
    if follower.kind == .word, !follower.capital { return false }
    let mark = words[tokens[index].word].raw
    guard mark == ".", index > 0, tokens[index - 1].end == tokens[index].start else { return true }
    let before = tokens[index - 1]
    switch before.kind {
    case .number:
      if hasOrdinals, words[before.word].raw.count <= 2, index > 1, tokens[index - 2].kind == .word, !tokens[index - 2].capital { return false }
      return !(follower.kind == .word && isMonth(follower.word)) && !(follower.kind == .number && follower.start == tokens[index].end)
    case .word:
      let form = words[before.word]
      if abbreviations.contains(form.folded) { return false }
      return !(form.raw.count == 1 && before.capital)
    default: return true
    }
  }
}
