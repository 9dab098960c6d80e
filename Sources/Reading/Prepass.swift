internal import CLibXML2
internal import Glibc

/// One pass over the bytes of a page before the parser sees them.
///
/// Scripts, styles, drawings, comments and void elements go, and so do all attributes that nobody here reads; that leaves
/// a quarter to a half of the bytes. Comments and quotes that never close do not take the rest of the page with them.
struct Prepass {
  /// Well-formed enough for the parser: valid UTF-8, no NUL.
  private(set) var html: [UInt8] = []
  /// The contents of the `application/ld+json` scripts.
  private(set) var linkedData: [[UInt8]] = []

  /// Attributes beyond this number, and tags beyond this length in bytes, are cut: the parser's cost grows with their square.
  static let mostAttributes = 64
  static let longestTag = 65_536

  private let source: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// What was looked for up to the end of the page in vain, and need not be again.
  private var unclosed: Set<UInt64> = []

  /// `utf8` must be valid UTF-8.
  static func run(_ utf8: [UInt8]) -> Prepass {
    utf8.withUnsafeBufferPointer { source in
      var pass = Prepass(source)
      pass.run()
      return pass
    }
  }

  private init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    html.reserveCapacity(source.count / 2 + 64)
  }

  private mutating func run() {
    while at < source.count {
      let open = find(0x3C, from: at) ?? source.count
      copy(at..<open)
      at = open
      if at < source.count { markup() }
    }
  }

  private mutating func markup() {
    switch byte(at + 1) {
    case 0x21: declaration()
    case 0x3F: at = find(0x3E, from: at).map { $0 + 1 } ?? at + 2
    case 0x2F, 0x41...0x5A, 0x61...0x7A: tag()
    default:
      html += [0x26, 0x6C, 0x74, 0x3B]
      at += 1
    }
  }

  /// `<!-- -->`, `<!DOCTYPE>`, `<![CDATA[ ]]>`, `<![if]>`.
  private mutating func declaration() {
    if byte(at + 2) == 0x2D, byte(at + 3) == 0x2D {
      let end = unclosed.contains(0) ? nil : find("-->", from: at + 2)
      if end == nil { unclosed.insert(0) }
      at = end.map { $0 + 3 } ?? at + 4
    } else {
      at = find(0x3E, from: at).map { $0 + 1 } ?? source.count
    }
  }

  private mutating func tag() {
    let closing = byte(at + 1) == 0x2F
    let start = at + (closing ? 2 : 1)
    var end = start
    while isName(byte(end)) { end += 1 }
    let name = ElementName(source, start..<end)
    let close = closeOfTag(from: end)
    defer { if at < close { at = close } }
    if closing {
      if !name.isCut { append("</", start..<end, ">") }
    } else if name.holdsRawText {
      at = close
      raw(name, tag: end..<close)
    } else if !name.isCut {
      html.append(0x3C)
      copy(start..<end)
      attributes(end..<max(end, close - 1), of: name)
      html.append(0x3E)
    }
  }

  /// The element's content is not for the parser; linked data is kept aside.
  private mutating func raw(_ name: ElementName, tag: Range<Int>) {
    let content = at
    guard !unclosed.contains(name.packed), let end = closing(name, from: content) else {
      unclosed.insert(name.packed)
      if name.endsThePage { at = source.count }
      return
    }
    if name == .script, contains("ld+json", in: tag) || contains("schema.org\"", in: content..<min(end, content + 64)) {
      linkedData.append(Array(source[content..<end]))
    }
    at = find(0x3E, from: end).map { $0 + 1 } ?? source.count
  }

  private func closing(_ name: ElementName, from start: Int) -> Int? {
    var at = start
    while let found = find(0x3C, from: at) {
      if byte(found + 1) == 0x2F, name.matches(source, at: found + 2) { return found }
      at = found + 1
    }
    return nil
  }

  /// Past the `>` that ends a tag: quotes are respected unless they never end.
  private func closeOfTag(from start: Int) -> Int {
    var i = start
    while i < source.count, i - start < Prepass.longestTag * 16 {
      switch source[i] {
      case 0x3E: return i + 1
      case 0x22, 0x27:
        guard byte(i - 1) == 0x3D || byte(i - 1) <= 0x20 else { break }
        guard let quote = find(source[i], from: i + 1), quote - start < Prepass.longestTag * 16 else {
          return find(0x3E, from: i).map { $0 + 1 } ?? source.count
        }
        i = quote
      default: break
      }
      i += 1
    }
    return find(0x3E, from: start).map { $0 + 1 } ?? source.count
  }

  private mutating func attributes(_ range: Range<Int>, of element: ElementName) {
    guard range.count <= Prepass.longestTag else { return }
    var (i, kept) = (range.lowerBound, 0)
    while i < range.upperBound, kept < Prepass.mostAttributes {
      while i < range.upperBound, source[i] <= 0x20 || source[i] == 0x2F { i += 1 }
      let name = i
      while i < range.upperBound, source[i] > 0x20, source[i] != 0x3D { i += 1 }
      let nameEnd = i
      var value = i..<i
      if byte(skipSpace(i, range.upperBound)) == 0x3D, skipSpace(i, range.upperBound) < range.upperBound {
        i = skipSpace(skipSpace(i, range.upperBound) + 1, range.upperBound)
        let start = i
        if i < range.upperBound, source[i] == 0x22 || source[i] == 0x27 {
          i = min((find(source[i], from: i + 1) ?? range.upperBound) + 1, range.upperBound)
        } else {
          while i < range.upperBound, source[i] > 0x20 { i += 1 }
        }
        value = start..<i
      }
      if nameEnd == name { i = max(i, name + 1) }
      guard let key = AttributeName(source, name..<nameEnd, on: element) else { continue }
      kept += 1
      write(key, value)
    }
  }

  private mutating func write(_ key: AttributeName, _ value: Range<Int>) {
    if key == .style {
      if hides(value) { html += " hidden=h".utf8 }
      return
    }
    html.append(0x20)
    html += key.written
    guard !value.isEmpty else { return }
    html.append(0x3D)
    copy(value)
  }

  private func hides(_ style: Range<Int>) -> Bool {
    contains("display:none", in: style) || contains("display: none", in: style)
      || contains("visibility:hidden", in: style)
      || contains("clip:rect(", in: style)
  }

  private func skipSpace(_ i: Int, _ end: Int) -> Int {
    var i = i
    while i < end, source[i] <= 0x20 { i += 1 }
    return i
  }

  private func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x3A, 0x5F: true
    default: false
    }
  }

  private func byte(_ index: Int) -> UInt8 {
    index < source.count && index >= 0 ? source[index] : 0
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < source.count, let base = UnsafeRawPointer(source.baseAddress),
      let found = memchr(base + start, Int32(byte), source.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    guard start < source.count, let base = UnsafeRawPointer(source.baseAddress),
      let found = memmem(base + start, source.count - start, text.utf8Start, text.utf8CodeUnitCount)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private func contains(_ text: StaticString, in range: Range<Int>) -> Bool {
    guard !range.isEmpty, let base = source.baseAddress else { return false }
    return memmem(base + range.lowerBound, range.count, text.utf8Start, text.utf8CodeUnitCount) != nil
  }

  private mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty, let base = source.baseAddress else { return }
    if memchr(base + range.lowerBound, 0, range.count) == nil {
      html.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
    } else {
      html += source[range].lazy.filter { $0 != 0 }
    }
  }

  private mutating func append(_ before: StaticString, _ range: Range<Int>, _ after: StaticString) {
    before.withUTF8Buffer { html += $0 }
    copy(range)
    after.withUTF8Buffer { html += $0 }
  }
}
