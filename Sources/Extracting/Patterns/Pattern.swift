/// A phrase pattern, expanded into plain sequences. The notation is explained in `docs/patterns.md`:
///
///     freez* (front line|conflict)      words, beginnings, alternatives in brackets
///     reject+s+ed                       a word and its endings: reject, rejects, rejected
///     (the)? line of contact            an optional part
///     give* ~3 up                       up to three words between
///     lehn* .. ab                       any words between, the last one closing its clause
///     {} first                          the object of a predicate stands at {}
struct Pattern {
  enum Element: Hashable, Sendable {
    case atom(Int)
    /// Up to so many words may stand between.
    case gap(Int)
    /// Any words of the sentence; what follows must close its clause.
    case bracket
    /// The place of the object.
    case slot
  }

  let sequences: [[Element]]

  /// With an `ending`, only readings whose last word takes it, with it. Throws a message that says what is wrong.
  init(_ text: String, ending: String? = nil, atoms: inout Atoms) throws(PatternError) {
    var scanner = Scanner(rest: Array(text.utf8)[...])
    let alternatives = try scanner.alternatives()
    guard scanner.rest.isEmpty else { throw PatternError(message: "the pattern `\(text)` has a bracket too many") }
    var sequences: [[Element]] = []
    for var words in alternatives {
      if let ending {
        guard let last = words.last, !last.hasSuffix("*"), !last.hasSuffix(ending) else { continue }
        words[words.count - 1] = last + ending
      }
      let elements = words.map { Pattern.element($0, atoms: &atoms) }
      guard elements.contains(where: { if case .atom = $0 { true } else { false } }) else {
        throw PatternError(message: "the pattern `\(text)` holds no word")
      }
      sequences.append(elements)
    }
    self.sequences = sequences
  }

  private static func element(_ word: String, atoms: inout Atoms) -> Element {
    if word == "{}" { return .slot }
    if word == ".." { return .bracket }
    if word.hasPrefix("~") { return .gap(Int(word.dropFirst()) ?? 4) }
    return .atom(atoms.number(of: word))
  }

  /// Turns the notation into lists of words.
  private struct Scanner {
    /// UTF-8; all signs of the notation are ASCII.
    var rest: ArraySlice<UInt8>

    mutating func alternatives() throws(PatternError) -> [[String]] {
      var all: [[String]] = []
      repeat { all += try sequence() } while take("|")
      return all
    }

    private mutating func sequence() throws(PatternError) -> [[String]] {
      var heads: [[String]] = [[]]
      while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
        if take(" ") { continue }
        let tails = try part()
        heads = heads.flatMap { head in tails.map { head + $0 } }
        guard heads.count <= 4096 else { throw PatternError(message: "the pattern has more than 4096 readings") }
      }
      return heads
    }

    private mutating func part() throws(PatternError) -> [[String]] {
      if take("(") {
        var inner = try alternatives()
        guard take(")") else { throw PatternError(message: "a bracket is not closed") }
        if take("?") { inner.append([]) }
        return inner
      }
      let end = rest.firstIndex { " |()".utf8.contains($0) } ?? rest.endIndex
      let word = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[end...]
      let endings = word.split(separator: "+", omittingEmptySubsequences: false)
      return [[String(endings[0])]] + endings.dropFirst().map { ["\(endings[0])\($0)"] }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: sign) else { return false }
      rest.removeFirst()
      return true
    }
  }
}

struct PatternError: Error {
  var message: String
}
