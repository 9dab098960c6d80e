/// The words of a line as hashes of their lower-case letters: for looking phrases up without comparing strings.
struct Wording {
  struct Word {
    var hash: UInt64
    /// Offsets in the line's UTF-8.
    var start: Int
    var end: Int
  }

  private(set) var words: [Word] = []

  /// A phrase of the tables may have so many words.
  static let longestPhrase = 6

  /// Letters and digits make words; everything else parts them. No more than the first `most` words are looked at.
  init(_ line: some StringProtocol, upTo most: Int = .max) {
    words.reserveCapacity(min(most, line.utf8.count / 5 + 1))
    Wording.scan(line) { scanner in
      while words.count < most, let word = scanner.next() { words.append(word) }
    }
  }

  /// The words that begin within the last so many bytes of a line.
  init(endOf line: String, bytes length: Int) {
    Wording.scan(line) { scanner in
      scanner.skip(allBut: length + 1)
      while let word = scanner.next() {
        if scanner.bytes.count - word.start <= length { words.append(word) }
      }
    }
  }

  static func scan<Result>(_ line: some StringProtocol, _ body: (inout Scanner) -> Result) -> Result {
    func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
      var scanner = Scanner(bytes)
      return body(&scanner)
    }
    return line.utf8.withContiguousStorageIfAvailable(scan) ?? Array(line.utf8).withUnsafeBufferPointer(scan)
  }

  /// The words of valid UTF-8, one after another.
  struct Scanner: IteratorProtocol {
    let bytes: UnsafeBufferPointer<UInt8>
    private var at = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
    }

    /// Goes on at the first character that begins within the last so many bytes, or around their beginning.
    mutating func skip(allBut last: Int) {
      at = max(0, bytes.count - last)
      while at > 0, bytes[at] & 0xC0 == 0x80 { at -= 1 }
    }

    mutating func next() -> Word? {
      var hash = CommonWords.seed
      var start = -1
      while at < bytes.count {
        let byte = bytes[at]
        let length: Int
        switch byte {
        case 0x30...0x39, 0x61...0x7A:
          hash = CommonWords.mix(byte, into: hash)
          length = 1
        case 0x41...0x5A:
          hash = CommonWords.mix(byte | 0x20, into: hash)
          length = 1
        case 0x00...0x7F, 0xC2, 0xE2:
          if start >= 0 { return Word(hash: hash, start: start, end: at) }
          at += byte < 0x80 ? 1 : byte == 0xC2 ? 2 : 3
          continue
        default:
          length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
          hash = CommonWords.mix(byte, into: hash)
          for next in bytes[min(at + 1, bytes.count)..<min(at + length, bytes.count)] {
            hash = CommonWords.mix(Scanner.folded(next, after: byte), into: hash)
          }
        }
        if start < 0 { start = at }
        at = min(at + length, bytes.count)
      }
      return start < 0 ? nil : Word(hash: hash, start: start, end: at)
    }

    /// Small letters of Latin-1 and, within one lead byte, of Cyrillic.
    private static func folded(_ byte: UInt8, after lead: UInt8) -> UInt8 {
      switch (lead, byte) {
      case (0xC3, 0x80...0x9E), (0xD0, 0x90...0x9F): byte | 0x20
      default: byte
      }
    }
  }

  /// The phrase of a table that a line begins with.
  struct Opening<Value: Sendable> {
    var value: Value
    /// How many words it takes, and where it stands in the line's UTF-8.
    var words: Int
    var start: Int
    var end: Int
  }

  /// The longest phrase of a table that the line begins with.
  static func opening<Value: Sendable>(of line: some StringProtocol, in table: Lookup<Value>) -> Opening<Value>? {
    scan(line) { opening(of: &$0, in: table) }
  }

  static func opening<Value: Sendable>(of bytes: ArraySlice<UInt8>, in table: Lookup<Value>) -> Opening<Value>? {
    bytes.withUnsafeBufferPointer {
      var scanner = Scanner($0)
      return opening(of: &scanner, in: table)
    }
  }

  private static func opening<Value: Sendable>(
    of words: inout some IteratorProtocol<Word>, in table: Lookup<Value>
  ) -> Opening<Value>? {
    var (hash, start) = (CommonWords.seed, 0)
    var found: Opening<Value>?
    for count in 1...longestPhrase {
      guard let word = words.next() else { break }
      if count == 1 { start = word.start }
      hash = phrase(hash, word)
      if let value = table[hash] { found = Opening(value: value, words: count, start: start, end: word.end) }
    }
    return found
  }

  func opening<Value: Sendable>(in table: Lookup<Value>) -> Opening<Value>? {
    var words = words.makeIterator()
    return Wording.opening(of: &words, in: table)
  }

  /// The value for words that are one phrase of the table and nothing else.
  static func whole<Value: Sendable>(_ words: some Collection<Word>, in table: Lookup<Value>) -> Value? {
    guard !words.isEmpty, words.count <= longestPhrase else { return nil }
    return table[words.reduce(CommonWords.seed, phrase)]
  }

  private static func phrase(_ opening: UInt64, _ word: Word) -> UInt64 {
    (opening ^ word.hash) &* 0x100_0000_01b3
  }

  /// One phrase a field, fields separated by `|`.
  static func table<Value: Sendable>(_ rows: [(Value, String)]) -> Lookup<Value> {
    var table: [UInt64: Value] = [:]
    for (value, phrases) in rows {
      for phrase in phrases.split(separator: "|") {
        table[Wording(phrase).words.reduce(CommonWords.seed, Wording.phrase)] = value
      }
    }
    return Lookup(table)
  }

  /// The same for single words, to look up by their own hash.
  static func words<Value: Sendable>(_ rows: [(Value, String)]) -> Lookup<Value> {
    var table: [UInt64: Value] = [:]
    for (value, phrases) in rows {
      for word in Wording(phrases).words { table[word.hash] = value }
    }
    return Lookup(table)
  }
}
