/// Cuts a block's tokens into sentences.
///
/// A full stop ends none after an abbreviation, an initial or an ordinal, nor before a small letter, but for one with points
/// within before an article or a pronoun (*in the U.S. He said*); marks that close a quotation belong to the sentence that
/// they follow.
struct Sentences {
  let words: Words
  /// Folded words that carry a full stop within a sentence.
  let abbreviations: Set<String>
  /// A number with a full stop is an ordinal (*das 19. Paket*).
  var hasOrdinals = false
  /// Atoms of the months: *21. Oktober* goes on.
  let isMonth: (Words.ID) -> Bool

  /// The tokens without the full stops of abbreviations, which become part of their words; not that of *Q.* and *A.*, which open a block.
  func joined(_ tokens: [Token]) -> [Token] {
    var joined: [Token] = []
    joined.reserveCapacity(tokens.count)
    for index in tokens.indices {
      if index > (words[tokens[0].word].raw.utf8.count == 1 ? 1 : 0), tokens[index].kind == .stop,
        tokens[index - 1].kind == .word, tokens[index - 1].end == tokens[index].start,
        isShort(tokens[index - 1], before: index + 1 < tokens.count ? tokens[index + 1] : nil), !ends(tokens, index)
      {
        joined[joined.count - 1].end = tokens[index].end
      } else {
        joined.append(tokens[index])
      }
    }
    return joined
  }

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
      if hasOrdinals, words[before.word].raw.count <= 2, index > 1, tokens[index - 2].kind == .word,
        !tokens[index - 2].capital || !classes(tokens[index - 2]).isDisjoint(with: [.determiner, .preposition])
      { return false }
      return !(follower.kind == .word && isMonth(follower.word)) && !(follower.kind == .number && follower.start == tokens[index].end)
    case .word: return !isShort(before, before: follower) || mayEnd(before) && opens(follower)
    default: return true
    }
  }

  /// An abbreviation or an initial; what is a word besides (*no*) is one before a number only.
  private func isShort(_ token: Token, before next: Token?) -> Bool {
    let form = words[token.word]
    if form.raw.utf8.count == 1 { return !form.classes.contains(.firstPerson) || next?.kind == .word && next?.capital == true }
    guard abbreviations.contains(form.folded) else { return false }
    return form.classes.isEmpty || next?.kind == .number
  }

  /// *U.S.*, *p.m.*, *Plan B.*, but no title.
  private func mayEnd(_ abbreviation: Token) -> Bool {
    let raw = words[abbreviation.word].raw
    return raw.utf8.count == 1 || raw.utf8.contains(UInt8(ascii: "."))
  }

  /// *The*, *He*, *But*: nothing that a name begins with.
  private func opens(_ follower: Token) -> Bool {
    follower.capital && !classes(follower).isDisjoint(with: [.determiner, .he, .she, .they, .we, .object, .contrast])
      && words[follower.word].raw.utf8.dropFirst().contains { $0 >= UInt8(ascii: "a") }
  }

  private func classes(_ token: Token) -> WordClasses {
    token.classes
  }
}
