/// Questions to a line of clean text. Where it is ASCII, as most are, its bytes answer; Swift's characters take twenty times as long.
extension StringProtocol {
  var isASCII: Bool { utf8.withContiguousStorageIfAvailable { $0.reduce(0, |) < 0x80 } ?? utf8.allSatisfy { $0 < 0x80 } }

  /// How many characters it has.
  var length: Int { isASCII ? utf8.count : count }

  var hasLetter: Bool { utf8.contains(where: isASCIILetter) || !isASCII && contains(where: \.isLetter) }

  var hasSmallLetter: Bool {
    utf8.contains { (0x61...0x7A).contains($0) } || !isASCII && contains(where: \.isLowercase)
  }

  var hasNumber: Bool { utf8.contains(where: isASCIIDigit) || !isASCII && contains(where: \.isNumber) }

  /// Its first characters, as many as that.
  func beginning(_ length: Int) -> SubSequence {
    let end = utf8.index(startIndex, offsetBy: length, limitedBy: endIndex) ?? endIndex
    return self[..<end].isASCII ? self[..<end] : prefix(length)
  }

  /// What stands between its spaces.
  var words: [SubSequence] { utf8.split(separator: 0x20).map { self[$0.startIndex..<$0.endIndex] } }

  var wordCount: Int {
    var (count, last) = (0, UInt8(0x20))
    for byte in utf8 {
      if byte != 0x20, last == 0x20 { count += 1 }
      last = byte
    }
    return count
  }

  func begins(with marks: String) -> Bool {
    unicodeScalars.first.map(marks.unicodeScalars.contains) ?? false
  }

  func ends(in marks: String) -> Bool {
    unicodeScalars.last.map(marks.unicodeScalars.contains) ?? false
  }

  /// More than six words that end as sentences do: no byline and no date line.
  var isSentence: Bool {
    ends(in: ".!?”“") && utf8.count { $0 == 0x20 } > 5
  }

  /// Whether there are more characters than that; no further ones are counted.
  func exceeds(_ length: Int) -> Bool {
    guard utf8.count > length else { return false }
    return isASCII || index(startIndex, offsetBy: length + 1, limitedBy: endIndex) != nil
  }

  /// Without the given characters and white space at both ends.
  func trimming(_ characters: String = "") -> String {
    let set = characters.unicodeScalars
    func goes(_ scalar: Unicode.Scalar) -> Bool { scalar.isWhite || set.contains(scalar) }
    guard let first = unicodeScalars.firstIndex(where: { !goes($0) }),
      let last = unicodeScalars.lastIndex(where: { !goes($0) })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// What stands between any of the marks, without empty parts.
  func parts(between marks: String) -> [Substring] {
    let marks = marks.unicodeScalars
    return unicodeScalars.split { marks.contains($0) }.map { Substring($0) }
  }
}

extension Unicode.Scalar {
  var isWhite: Bool { isASCII ? self == " " || (0x09...0x0D).contains(value) : properties.isWhitespace }
  var isLetter: Bool { isASCII ? isASCIILetter(UInt8(value)) : properties.isAlphabetic }
}

func isASCIILetter(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20)
}

func isASCIIDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte)
}
