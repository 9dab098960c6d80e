import Model

/// A word or a mark of a block, with its place in the article's text.
struct Token {
  enum Kind: UInt8 {
    case word, number, comma, stop, colon, semicolon, dash, openQuote, closeQuote, bracket, mark
  }

  var start: Int
  var end: Int
  var kind: Kind
  /// Meaningful for words, numbers and marks alike.
  var word: Words.ID
  /// Of function words, those to which it belongs.
  let classes: WordClasses
  var capital: Bool
  /// Joined to the next token by a hyphen (*US-Präsident*).
  var joined = false

  var isWord: Bool { kind == .word || kind == .number }

  static let none = Token(start: 0, end: 0, kind: .mark, word: Words.none, classes: [], capital: false)
}

/// Cuts a text into tokens.
///
/// Words keep inner apostrophes and points between letters (`U.S.`, `J.`). The pack's clitics (`'s`, `n't`), its elisions (`l'`) and the parts
/// of a hyphenated compound are tokens of their own. Which quotation mark opens and which closes is left to `Quotations`.
struct Tokenizer {
  let words: Words
  /// Endings that are words of their own, as bytes.
  let clitics: [[UInt8]]
  /// Beginnings that are words of their own, with their apostrophe, as bytes.
  var elisions: [[UInt8]] = []
  let base: Int

  func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var text = text
    text.withUTF8 { utf8 in
      let bytes = UnsafeRawBufferPointer(utf8)
      tokens.reserveCapacity(bytes.count / 5)
      var at = 0
      while at < bytes.count {
        let (scalar, width) = decode(bytes, at)
        if Tokenizer.isLetter(scalar) || Tokenizer.isDigit(scalar) {
          at = word(bytes, from: at, into: &tokens)
        } else {
          if let kind = Tokenizer.kind(ofMark: scalar) {
            append(bytes, at, at + width, kind, &tokens)
          }
          at += width
        }
      }
    }
    return tokens
  }

  private func word(_ bytes: UnsafeRawBufferPointer, from start: Int, into tokens: inout [Token]) -> Int {
    var end = start
    var digits = true
    while end < bytes.count {
      let (scalar, width) = decode(bytes, end)
      if Tokenizer.isLetter(scalar) {
        digits = false
      } else if !Tokenizer.isDigit(scalar) {
        guard end > start, end + width < bytes.count else { break }
        let (next, _) = decode(bytes, end + width)
        let joins = Tokenizer.isLetter(next) || Tokenizer.isDigit(next)
        switch scalar {
        case "'", "’":
          guard joins else { return finish(bytes, start, end, digits, &tokens) }
        case "-", "‑", "‐":
          let after = finish(bytes, start, end, digits, &tokens)
          guard joins else { return after }
          tokens[tokens.count - 1].joined = true
          return after + width
        case ".", ",":
          // 3.5, U.S., z.B.; a full stop between a word and a capital is a glued sentence.
          guard joins, digits ? Tokenizer.isDigit(next) : isInitial(bytes, start, end) && scalar == "." else {
            return finish(bytes, start, end, digits, &tokens)
          }
        default:
          return finish(bytes, start, end, digits, &tokens)
        }
      }
      end += width
    }
    return finish(bytes, start, end, digits, &tokens)
  }

  private func finish(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ digits: Bool, _ tokens: inout [Token]
  ) -> Int {
    let kind: Token.Kind = digits ? .number : .word
    if let cut = elision(bytes, start, end) {
      append(bytes, start, cut, kind, &tokens)
      return finish(bytes, cut, end, digits, &tokens)
    }
    if let cut = clitic(bytes, start, end) {
      append(bytes, start, cut, kind, &tokens)
      append(bytes, cut, end, kind, &tokens)
    } else {
      append(bytes, start, end, kind, &tokens)
    }
    return end
  }

  /// Where a beginning that is a word of its own ends (*l'accord*).
  private func elision(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
    elisions.first { opening in
      end - start > opening.count && opening.indices.allSatisfy { bytes[start + $0] | 0x20 == opening[$0] | 0x20 }
    }.map { start + $0.count }
  }

  /// Where an ending that is a word of its own begins.
  private func clitic(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
    guard bytes[start..<end].contains(where: { $0 == 0x27 || $0 == 0xE2 }) else { return nil }
    for ending in clitics where end - start > ending.count {
      let from = end - ending.count
      if (0..<ending.count).allSatisfy({ bytes[from + $0] | 0x20 == ending[$0] | 0x20 }) { return from }
    }
    return nil
  }

  /// Whether what stands before a point is a single letter, or letters with points (`U.S`).
  private func isInitial(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
    if end - start == 1 { return true }
    return end - start >= 3 && bytes[end - 2] == 0x2E
  }

  private func append(
    _ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int, _ kind: Token.Kind, _ tokens: inout [Token]
  ) {
    let slice = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    let (first, _) = decode(bytes, start)
    let word = words.intern(slice)
    tokens.append(
      Token(
        start: base + start, end: base + end, kind: kind, word: word, classes: words[word].classes,
        capital: kind == .word && Tokenizer.isCapital(first)))
  }

  private static func kind(ofMark scalar: Unicode.Scalar) -> Token.Kind? {
    switch scalar {
    case " ", "\t", "\n", "\r", "\u{A0}", "\u{202F}", "\u{2009}", "\u{AD}", "\u{200B}", "\u{FEFF}": nil
    case ",": .comma
    case ".", "!", "?", "…": .stop
    case ":": .colon
    case ";": .semicolon
    case "–", "—", "-", "‐", "‑": .dash
    case "„", "«", "‹", "‚": .openQuote
    case "“", "”", "\"", "»", "›", "‟", "'", "‘", "’": .closeQuote
    case "(", ")", "[", "]", "{", "}": .bracket
    default: .mark
    }
  }

  @inline(__always) static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x30 && scalar.value <= 0x39
  }

  @inline(__always) static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    if value < 0xC0 { return value == 0xAA || value == 0xB5 || value == 0xBA }
    if value < 0x250 { return value != 0xD7 && value != 0xF7 }
    return scalar.properties.isAlphabetic
  }

  @inline(__always) private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? scalar.value >= 0x41 && scalar.value <= 0x5A : scalar.properties.isUppercase
  }

  @inline(__always)
  private func decode(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> (Unicode.Scalar, Int) {
    let first = bytes[at]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }
}
