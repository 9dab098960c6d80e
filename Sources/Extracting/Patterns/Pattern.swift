/// A phrase pattern. The notation is explained in `docs/patterns.md`:
///
///     freez* (front line|conflict)      words, beginnings, alternatives in brackets
///     reject+s+ed                       a word and its endings: reject, rejects, rejected
///     (the)? line of contact            an optional part
///     give* ~3 up                       up to three words between
///     lehn* .. ab                       any words between, the last one closing its clause
///     {} first                          the object of a predicate stands at {}
struct Pattern {
  enum Element {
    /// A word, or a part of one, with the marks of `Atoms`.
    case word(String)
    /// Up to so many words may stand between.
    case gap(Int)
    /// Any words of the sentence; what follows must close its clause.
    case bracket
    /// The place of the object.
    case slot

    init(_ text: String) {
      self =
        switch text.utf8.first {
        case UInt8(ascii: "{") where text == "{}": .slot
        case UInt8(ascii: ".") where text == "..": .bracket
        case UInt8(ascii: "~"): .gap(Int(text.dropFirst()) ?? 4)
        // *U.S.*: the last point is no part of the word.
        default: .word(text.last == "." ? String(text.dropLast()) : text)
        }
    }

    var isWord: Bool {
      if case .word = self { true } else { false }
    }
  }

  /// How the elements follow each other.
  indirect enum Tree {
    /// By its number.
    case element(Int)
    case sequence([Tree])
    case choice([Tree])

    var isEmpty: Bool {
      if case .sequence(let parts) = self { parts.isEmpty } else { false }
    }
  }

  /// Each once for every place where it is written.
  let elements: [Element]
  let tree: Tree

  /// Words that end in one of the `clitics` are two, as they are in texts. Throws a message that says what is wrong.
  init(_ text: String, clitics: [String] = []) throws(PatternError) {
    var scanner = Scanner(rest: Array(text.utf8)[...], clitics: clitics)
    let whole = try scanner.choice()
    guard scanner.rest.isEmpty else { throw PatternError(message: "the pattern `\(text)` has a bracket too many") }
    guard !whole.canBeWordless else { throw PatternError(message: "the pattern `\(text)` holds no word") }
    elements = scanner.elements
    tree = whole.tree
  }

  /// Reads the notation.
  private struct Scanner {
    /// What was read.
    struct Part {
      var tree: Tree
      /// In how many ways it can be read.
      var readings = 1
      var canBeWordless = true
    }

    /// UTF-8; all signs of the notation are ASCII.
    var rest: ArraySlice<UInt8>
    let clitics: [String]
    var elements: [Element] = []

    mutating func choice() throws(PatternError) -> Part {
      var parts: [Part] = []
      repeat { parts.append(try sequence()) } while take("|")
      return Scanner.choice(parts)
    }

    private static func choice(_ parts: [Part]) -> Part {
      if parts.count == 1 { return parts[0] }
      return Part(
        tree: .choice(parts.map(\.tree)), readings: parts.reduce(0) { $0 + $1.readings },
        canBeWordless: parts.contains(where: \.canBeWordless))
    }

    private mutating func sequence() throws(PatternError) -> Part {
      var whole = Part(tree: .sequence([]))
      var trees: [Tree] = []
      while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
        if take(" ") { continue }
        let part = try part()
        trees.append(part.tree)
        whole.readings *= part.readings
        whole.canBeWordless = whole.canBeWordless && part.canBeWordless
        guard whole.readings <= 4096 else { throw PatternError(message: "the pattern has more than 4096 readings") }
      }
      whole.tree = trees.count == 1 ? trees[0] : .sequence(trees)
      return whole
    }

    private mutating func part() throws(PatternError) -> Part {
      if take("(") {
        let inner = try choice()
        guard take(")") else { throw PatternError(message: "a bracket is not closed") }
        return take("?") ? Scanner.choice([inner, Part(tree: .sequence([]))]) : inner
      }
      let end = rest.firstIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") } ?? rest.endIndex
      let word = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[end...]
      if word.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }),
        let clitic = clitics.first(where: { word.count > $0.count && fold(word).hasSuffix($0) })
      {
        return Part(tree: .sequence([element(String(word.dropLast(clitic.count))).tree, element(clitic).tree]), canBeWordless: false)
      }
      guard word.utf8.contains(UInt8(ascii: "+")) else { return element(word) }
      let endings = word.split(separator: "+", omittingEmptySubsequences: false)
      let stem = String(endings[0])
      return Scanner.choice([element(stem)] + endings.dropFirst().map { element(stem + String($0)) })
    }

    private mutating func element(_ text: String) -> Part {
      elements.append(Element(text))
      return Part(tree: .element(elements.count - 1), canBeWordless: !elements[elements.count - 1].isWord)
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
