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

  /// With an `ending`, only readings whose last word takes it, with it; words that end in one of the `clitics` are two, as
  /// they are in texts. Throws a message that says what is wrong.
  init(_ text: String, ending: String? = nil, clitics: [String] = [], atoms: inout Atoms) throws(PatternError) {
    let (words, readings) = try Pattern.readings(of: text, clitics)
    let elements = words.map { Pattern.element($0, atoms: &atoms) }
    guard let ending else {
      sequences = readings.map { $0.map { elements[$0] } }
      return
    }
    sequences = readings.compactMap { reading in
      guard let last = reading.last, !words[last].hasSuffix("*"), !words[last].hasSuffix(ending) else { return nil }
      return reading.dropLast().map { elements[$0] } + [Pattern.element(words[last] + ending, atoms: &atoms)]
    }
  }

  /// Throws a message that says what is wrong with a pattern.
  static func check(_ text: String) throws(PatternError) {
    _ = try readings(of: text)
  }

  /// The words of a pattern, each once for every place where it is written, and its readings as their numbers.
  private static func readings(of text: String, _ clitics: [String] = []) throws(PatternError) -> (words: [String], readings: [[Int]]) {
    var scanner = Scanner(rest: Array(text.utf8)[...], clitics: clitics)
    let readings = try scanner.alternatives()
    guard scanner.rest.isEmpty else { throw PatternError(message: "the pattern `\(text)` has a bracket too many") }
    let isWord = scanner.words.map { $0 != "{}" && $0 != ".." && !$0.hasPrefix("~") }
    guard readings.allSatisfy({ $0.contains { isWord[$0] } }) else {
      throw PatternError(message: "the pattern `\(text)` holds no word")
    }
    return (scanner.words, readings)
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
    let clitics: [String]
    var words: [String] = []

    mutating func alternatives() throws(PatternError) -> [[Int]] {
      var all: [[Int]] = []
      repeat { all += try sequence() } while take("|")
      return all
    }

    private mutating func sequence() throws(PatternError) -> [[Int]] {
      var heads: [[Int]] = [[]]
      while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
        if take(" ") { continue }
        let tails = try part()
        if tails.count == 1 {
          for index in heads.indices { heads[index] += tails[0] }
        } else {
          heads = heads.flatMap { head in tails.map { head + $0 } }
        }
        guard heads.count <= 4096 else { throw PatternError(message: "the pattern has more than 4096 readings") }
      }
      return heads
    }

    private mutating func part() throws(PatternError) -> [[Int]] {
      if take("(") {
        var inner = try alternatives()
        guard take(")") else { throw PatternError(message: "a bracket is not closed") }
        if take("?") { inner.append([]) }
        return inner
      }
      let end = rest.firstIndex { " |()".utf8.contains($0) } ?? rest.endIndex
      let word = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[end...]
      if word.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }), let clitic = clitics.first(where: { word.count > $0.count && fold(word).hasSuffix($0) }) {
        words += [String(word.dropLast(clitic.count)), clitic]
        return [[words.count - 2, words.count - 1]]
      }
      let endings = word.split(separator: "+", omittingEmptySubsequences: false)
      let first = words.count
      words += [String(endings[0])] + endings.dropFirst().map { "\(endings[0])\($0)" }
      return (first..<words.count).map { [$0] }
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
