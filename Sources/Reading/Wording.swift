/// The words of a line as hashes of their lower-case letters: for looking phrases up without comparing strings.
struct Wording {
  struct Word {
    var hash: UInt64
    /// Offsets in the line's UTF-8.
    var start: Int
    var end: Int
  }

  private(set) var words: [Word] = []
  /// Hash of the first n + 1 words with single spaces between them.
  private(set) var openings: [UInt64] = []

  /// A phrase of the tables may have so many words.
  static let longestPhrase = 6

  /// Letters and digits make words; everything else parts them. No more than the first `most` words are looked at.
  init(_ line: some StringProtocol, upTo most: Int = .max) {
    var hash = CommonWords.seed
    var opening = CommonWords.seed
    var start = -1
    var at = 0
    words.reserveCapacity(min(most, line.utf8.count / 5 + 1))
    var (lead, third) = (UInt8(0), false)
    for byte in line.utf8 {
      let letter: Bool
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: letter = true
      case 0xC2, 0xE2: letter = false
      case 0x80...0xBF: letter = lead != 0xC2 && !third
      default: letter = byte >= 0xC3
      }
      third = byte == 0xE2 || third && byte < 0xC0 && byte >= 0x80
      if letter {
        if start < 0 {
          start = at
          if !words.isEmpty { opening = CommonWords.mix(0x20, into: opening) }
        }
        let folded = Wording.folded(byte, after: lead)
        hash = CommonWords.mix(folded, into: hash)
        if words.count < Wording.longestPhrase { opening = CommonWords.mix(folded, into: opening) }
      } else if start >= 0 {
        close(hash, opening, start, at)
        if words.count == most { return }
        hash = CommonWords.seed
        start = -1
      }
      lead = byte
      at += 1
    }
    if start >= 0 { close(hash, opening, start, at) }
  }

  private mutating func close(_ hash: UInt64, _ opening: UInt64, _ start: Int, _ end: Int) {
    words.append(Word(hash: hash, start: start, end: end))
    if openings.count < Wording.longestPhrase { openings.append(opening) }
  }

  /// Small letters of ASCII, of Latin-1 and, within one lead byte, of Cyrillic.
  private static func folded(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    switch (lead, byte) {
    case (_, 0x41...0x5A), (0xC3, 0x80...0x9E), (0xD0, 0x90...0x9F): byte | 0x20
    default: byte
    }
  }

  /// The hash of a phrase as `openings` has it.
  static func hash(_ phrase: some StringProtocol) -> UInt64? {
    let wording = Wording(phrase)
    return wording.words.count == wording.openings.count ? wording.openings.last : nil
  }

  /// The longest phrase of a table that the line begins with, and how many words it takes.
  func opening<Value>(in table: [UInt64: Value]) -> (value: Value, words: Int)? {
    for count in openings.indices.reversed() {
      if let value = table[openings[count]] { return (value, count + 1) }
    }
    return nil
  }

  /// The value for a line that is nothing but a phrase of the table.
  func whole<Value>(in table: [UInt64: Value]) -> Value? {
    words.count == openings.count ? openings.last.flatMap { table[$0] } : nil
  }

  /// One phrase a field, fields separated by `|`.
  static func table<Value>(_ rows: [(Value, String)]) -> [UInt64: Value] {
    var table: [UInt64: Value] = [:]
    for (value, phrases) in rows {
      for phrase in phrases.split(separator: "|") {
        if let hash = hash(phrase) { table[hash] = value }
      }
    }
    return table
  }
}
