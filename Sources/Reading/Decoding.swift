internal import CLibXML2

/// Bytes of any encoding to valid UTF-8.
///
/// A byte order mark decides; then valid UTF-8 wins over any label; then a label other than UTF-8, read by the WHATWG
/// table; then a guess. Nothing is lost because of one bad byte: it becomes U+FFFD.
enum Decoding {
  /// Valid UTF-8 without byte order mark; nil where the bytes are no text.
  static func utf8(_ bytes: [UInt8], label: @autoclosure () -> String? = nil) -> [UInt8]? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(bytes[3...]) }
    if bytes.starts(with: [0xFF, 0xFE]) { return convert(bytes[2...], from: "UTF-16LE") }
    if bytes.starts(with: [0xFE, 0xFF]) { return convert(bytes[2...], from: "UTF-16BE") }
    if let name = wide(bytes) { return convert(bytes[...], from: name) }
    if isBinary(bytes.prefix(probe)) { return nil }
    let faults = Faults(in: bytes)
    if faults.bad == 0 { return bytes }
    if faults.bad * 2 <= faults.good { return repaired(bytes[...]) }
    let named = label().flatMap(encoding(labelled:))
    return convert(bytes[...], from: named.flatMap { $0 == "UTF-8" ? nil : $0 } ?? guess(bytes))
  }

  /// The encoding that a page or an XML declaration names within its first bytes.
  static func label(in bytes: [UInt8]) -> String? {
    guard bytes.prefix(probe).contains(0x3C) else { return nil }
    let head = String(decoding: bytes.prefix(probe), as: UTF8.self).lowercased()
    let name = head.hasPrefix("<?xml") ? "encoding" : "charset"
    guard let found = head.firstRange(of: name) else { return nil }
    let rest = head[found.upperBound...].drop { " =\"'".contains($0) }
    let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
    return label.isEmpty ? nil : String(label)
  }

  /// The name that iconv knows for a label of the web (https://encoding.spec.whatwg.org/#names-and-labels).
  static func encoding(labelled label: String) -> String? {
    let label = label.lowercased().filter { !" \"'\t\r\n".contains($0) }
    return labels.first { $0.labels.contains(label) }?.name
  }

  private static let labels: [(name: String, labels: Set<String>)] = [
    ("UTF-8", ["utf-8", "utf8", "unicode-1-1-utf-8"]),
    (
      "CP1252",
      [
        "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "ascii",
        "us-ascii", "x-cp1252", "ansi",
      ]
    ),
    ("CP1250", ["windows-1250", "cp1250", "x-cp1250"]),
    ("CP1251", ["windows-1251", "cp1251", "x-cp1251", "win-1251"]),
    ("CP1253", ["windows-1253", "cp1253"]),
    ("CP1254", ["windows-1254", "cp1254", "iso-8859-9", "latin5"]),
    ("CP1255", ["windows-1255", "cp1255"]),
    ("CP1256", ["windows-1256", "cp1256"]),
    ("CP1257", ["windows-1257", "cp1257"]),
    ("CP1258", ["windows-1258", "cp1258"]),
    ("CP874", ["windows-874", "tis-620", "iso-8859-11"]),
    ("CP866", ["ibm866", "cp866", "866"]),
    ("ISO-8859-2", ["iso-8859-2", "iso8859-2", "latin2"]),
    ("ISO-8859-5", ["iso-8859-5", "iso8859-5", "cyrillic"]),
    ("ISO-8859-6", ["iso-8859-6", "arabic"]),
    ("ISO-8859-7", ["iso-8859-7", "greek"]),
    ("ISO-8859-8", ["iso-8859-8", "iso-8859-8-i", "hebrew"]),
    ("ISO-8859-15", ["iso-8859-15", "iso8859-15", "latin9"]),
    ("KOI8-R", ["koi8-r", "koi8", "koi"]),
    ("KOI8-U", ["koi8-u", "koi8-ru"]),
    ("MACINTOSH", ["macintosh", "mac", "x-mac-roman"]),
    ("GB18030", ["gb18030", "gbk", "gb2312", "gb_2312-80", "x-gbk", "chinese"]),
    ("BIG5-HKSCS", ["big5", "big5-hkscs", "x-x-big5"]),
    ("EUC-JP", ["euc-jp", "x-euc-jp"]),
    ("CP932", ["shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"]),
    ("ISO-2022-JP", ["iso-2022-jp"]),
    ("CP949", ["euc-kr", "ks_c_5601-1987", "windows-949", "korean"]),
    ("UTF-16LE", ["utf-16", "utf-16le"]),
    ("UTF-16BE", ["utf-16be"]),
  ]

  /// How many bytes are looked at to guess an encoding.
  private static let probe = 65_536

  /// More than every twentieth byte is a control. Whether any is, is asked first, without a way out of the loop: so it takes
  /// sixteen bytes at a time.
  private static func isBinary(_ sample: ArraySlice<UInt8>) -> Bool {
    sample.withUnsafeBufferPointer {
      $0.reduce(UInt8(0)) { $0 | (isControl($1) ? 1 : 0) } != 0 && $0.count(where: isControl) > $0.count / 20
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B
  }

  /// UTF-16 without its mark: every second byte of Western or Cyrillic text is 0 or 4.
  private static func wide(_ bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 16, sample.contains(0) else { return nil }
    var high = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 || byte == 4 {
      if index % 2 == 0 { high.even += 1 } else { high.odd += 1 }
    }
    let half = sample.count / 2
    if high.odd * 10 > half * 7, high.even * 10 < half * 3 { return "UTF-16LE" }
    if high.even * 10 > half * 7, high.odd * 10 < half * 3 { return "UTF-16BE" }
    return nil
  }

  /// Counts of well-formed and ill-formed sequences beyond ASCII.
  private struct Faults {
    var good = 0
    var bad = 0

    init(in bytes: [UInt8]) {
      guard (try? UTF8Span(validating: bytes.span)) == nil else { return }
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        if scalar == "\u{FFFD}" { bad += 1 } else if scalar.value > 0x7F { good += 1 }
      }
    }
  }

  private static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Between the single-byte encodings of Western, Central European and Cyrillic text.
  ///
  /// Cyrillic fills whole words with high bytes; windows-1251 keeps its small letters at 0xE0 to 0xFF, KOI8-R at 0xC0 to
  /// 0xDF. Polish and Czech have letters where windows-1252 has signs that do not stand inside words.
  private static func guess(_ bytes: [UInt8]) -> String {
    var (high, ascii, upper, lower, central) = (0, 0, 0, 0, 0)
    var last: UInt8 = 0x20
    for byte in bytes.prefix(probe) {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: ascii += 1
      case 0xC0...0xDF: upper += 1
      case 0xE0...0xFF: lower += 1
      case 0x9C where last > 0x40, 0x9F where last > 0x40, 0xB3 where last > 0x40, 0xB9 where last > 0x40: central += 1
      default: break
      }
      if byte > 0x7F { high += 1 }
      last = byte
    }
    if high > ascii { return upper > lower ? "KOI8-R" : "CP1251" }
    return central * 4 > high ? "CP1250" : "CP1252"
  }

  private static func convert(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    guard let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = Array(bytes).map(CChar.init(bitPattern:))
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 2)
    var chunk = [CChar](repeating: 0, count: 65_536)
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        chunk.withUnsafeMutableBufferPointer { chunk in
          var place = chunk.baseAddress
          var room = chunk.count
          let failed = iconv(converter, &next, &left, &place, &room) == -1
          output += chunk[..<(chunk.count - room)].lazy.map(UInt8.init(bitPattern:))
          guard failed, room >= 16, left > 0 else { return }
          output += [0xEF, 0xBF, 0xBD]
          next = next?.successor()
          left -= 1
        }
      }
    }
    return output.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(output.dropFirst(3)) : output
  }
}
