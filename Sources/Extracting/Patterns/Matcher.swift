/// Finds all patterns of a lexicon in a block's tokens.
struct Matcher: Sendable {
  /// A place where a pattern holds.
  struct Hit {
    /// Tokens, half open.
    var range: Range<Int>
    /// Number of the entry whose pattern it is.
    var entry: Int
    /// Tokens at which the words of the pattern stand (gaps left out).
    var matched: [Int]
    /// The tokens of the object, for patterns with a slot.
    var slot: Range<Int>?
  }

  private struct Sequence: Sendable {
    var elements: [Pattern.Element]
    var entry: Int
  }

  private var sequences: [Sequence] = []
  /// Sequences by the atom that they are looked up by.
  private var anchored: [[(sequence: Int, offset: Int)]] = []

  mutating func add(_ pattern: Pattern, entry: Int) {
    for elements in pattern.sequences {
      guard let offset = elements.firstIndex(where: { if case .atom = $0 { true } else { false } }),
        case .atom(let atom) = elements[offset]
      else { continue }
      while anchored.count <= atom { anchored.append([]) }
      anchored[atom].append((sequences.count, offset))
      sequences.append(Sequence(elements: elements, entry: entry))
    }
  }

  /// Hits in the order of their start, longer ones first.
  func hits(in tokens: [Token], words: Words, closes: (Int) -> Bool) -> [Hit] {
    var hits: [Hit] = []
    for index in tokens.indices {
      for atom in words[tokens[index].word].atoms where atom < anchored.count {
        for (number, offset) in anchored[atom] {
          let sequence = sequences[number]
          guard
            let match = tail(sequence.elements[...].dropFirst(offset), at: index, tokens, words, closes)
          else { continue }
          var slot = match.slot
          if offset > 0 { slot = 0..<index }
          hits.append(Hit(range: index..<match.end, entry: sequence.entry, matched: match.words.reversed(), slot: slot))
        }
      }
    }
    return hits.sorted { ($0.range.lowerBound, -$0.range.count, $0.entry) < ($1.range.lowerBound, -$1.range.count, $1.entry) }
  }

  /// Matches what is left of a sequence from `index` on; nil where it does not hold. The words come last first.
  private func tail(
    _ elements: ArraySlice<Pattern.Element>, at index: Int, _ tokens: [Token], _ words: Words, _ closes: (Int) -> Bool
  ) -> (end: Int, words: [Int], slot: Range<Int>?)? {
    guard let element = elements.first else { return (index, [], nil) }
    let rest = elements.dropFirst()
    switch element {
    case .atom(let atom):
      guard index < tokens.count, words[tokens[index].word].atoms.contains(atom) else { return nil }
      guard var match = tail(rest, at: index + 1, tokens, words, closes) else { return nil }
      match.words.append(index)
      return match
    case .gap(let most):
      for skipped in 0...most {
        let next = index + skipped
        if let match = tail(rest, at: next, tokens, words, closes) { return match }
        guard next < tokens.count, tokens[next].isWord || tokens[next].kind == .closeQuote || tokens[next].kind == .openQuote
        else { return nil }
      }
      return nil
    case .bracket:
      var next = index
      while next < min(tokens.count, index + 30), tokens[next].kind != .stop, tokens[next].kind != .semicolon {
        if let match = tail(rest, at: next, tokens, words, closes), closes(match.end) { return match }
        next += 1
      }
      return nil
    case .slot:
      guard !rest.isEmpty else { return (index, [], index..<tokens.count) }
      for skipped in 1...12 {
        let next = index + skipped
        guard next <= tokens.count, tokens[next - 1].kind != .stop else { return nil }
        if let match = tail(rest, at: next, tokens, words, closes) { return (match.end, match.words, index..<next) }
      }
      return nil
    }
  }
}
