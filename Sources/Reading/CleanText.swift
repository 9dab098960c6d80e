/// Text as blocks keep it: single spaces, composed letters (NFC), nothing invisible.
enum CleanText {
  /// White space of every kind becomes one space, soft hyphens, zero-width and directional marks go, C1 controls become
  /// the windows-1252 characters that were meant, letters with combining marks are composed.
  static func of(_ text: String) -> String {
    var text = text
    return text.withUTF8 { of(UnsafeBufferPointer(rebasing: $0[...])) }
  }

  /// The same, of valid UTF-8.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if plain(bytes, from: 0) == bytes.count { return String(decoding: bytes, as: UTF8.self) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var marks = false
    var space = false
    var i = 0
    while i < bytes.count {
      let run = plain(bytes, from: i)
      if run > i {
        append(space: &space, to: &out)
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[i..<run]))
        i = run
        continue
      }
      let (byte, next, third) = (bytes[i], at(bytes, i + 1), at(bytes, i + 2))
      var length = 1
      var kept = true
      switch (byte, next) {
      case (0...0x20, _):
        kept = false
        space = true
      case (0x7F, _): kept = false
      case (0xC2, 0x80...0xA0), (0xC2, 0xAD):
        length = 2
        kept = false
        if next == 0xA0 || next == 0x85 { space = true }
        if let meant = windows1252[next] {
          append(space: &space, to: &out)
          out += meant
        }
      case (0xE2, 0x80):
        length = 3
        switch third {
        case 0x80...0x8A, 0xA8, 0xA9, 0xAF:
          kept = false
          space = true
        case 0x8B, 0x8E, 0x8F, 0xAA...0xAE: kept = false
        default: break
        }
      case (0xE2, 0x81) where third == 0x9F, (0xE3, 0x80) where third == 0x80:
        length = 3
        kept = false
        space = true
      case (0xE2, 0x81) where (0xA0...0xAF).contains(third), (0xEF, 0xBB) where third == 0xBF:
        length = 3
        kept = false
      default:
        if byte == 0xCC || byte == 0xCD { marks = true }
      }
      if kept {
        append(space: &space, to: &out)
        for k in i..<min(i + length, bytes.count) { out.append(bytes[k]) }
      }
      i += length
    }
    let text = String(decoding: out, as: UTF8.self)
    return marks ? composed(text) : text
  }

  /// Where the visible ASCII from here on ends, with the single spaces in it.
  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] > 0x20 && bytes[i] < 0x7F || bytes[i] == 0x20 && i > start && bytes[i - 1] > 0x20 {
      i += 1
    }
    return i > start && bytes[i - 1] == 0x20 ? i - 1 : i
  }

  private static func at(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  private static func append(space: inout Bool, to out: inout [UInt8]) {
    if space, !out.isEmpty { out.append(0x20) }
    space = false
  }

  /// `&#150;` and its like: what browsers show for the references 128 to 159 (WHATWG, "numeric character reference").
  private static let windows1252: [UInt8: [UInt8]] = {
    let meant = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"
    var table: [UInt8: [UInt8]] = [:]
    for (index, character) in meant.enumerated() where character != " " {
      table[0x80 + UInt8(index)] = Array(String(character).utf8)
    }
    return table
  }()

  /// Swift's characters are equal when they are canonically equivalent: the precomposed form is found by its pieces.
  private static func composed(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.flatMap { character -> [Unicode.Scalar] in
          let scalars = Array(character.unicodeScalars)
          return scalars.count > 1 ? precomposed[character].map { [$0] } ?? scalars : scalars
        }))
  }

  private static let precomposed: [Character: Unicode.Scalar] = {
    var table: [Character: Unicode.Scalar] = [:]
    for range in [0xC0...0x24F, 0x386...0x3CE, 0x400...0x4FF, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for scalar in range.lazy.compactMap(Unicode.Scalar.init) where table[Character(scalar)] == nil {
        table[Character(scalar)] = scalar
      }
    }
    return table
  }()
}
