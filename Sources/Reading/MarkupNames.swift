/// The names of elements that matter before parsing, packed into 64 bits: the first eight letters in lower case.
struct ElementName: Equatable {
  let packed: UInt64
  private let length: Int

  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    packed = source[range].prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
    length = range.count
  }

  init(_ name: StaticString) {
    packed = name.withUTF8Buffer { $0.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
    length = name.utf8CodeUnitCount
  }

  static let script = ElementName("script")
  private static let raw = [
    "script", "style", "svg", "noscript", "template", "textarea", "iframe", "math", "select", "object",
  ]
  .map(pack)
  private static let pageEnds = ["script", "style"].map(pack)
  /// Without text of their own, or with none that is read.
  private static let cut = Lookup(
    Dictionary(
      uniqueKeysWithValues: [
        "img", "source", "input", "picture", "embed", "param", "track", "col", "area", "wbr", "base", "path", "amp-img",
        "amp-ad", "script", "style", "svg", "noscript", "template", "textarea", "iframe", "math", "select", "object",
      ].map { (pack($0), ()) }))

  private static func pack(_ name: String) -> UInt64 {
    name.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  var holdsRawText: Bool { ElementName.raw.contains(packed) }
  var endsThePage: Bool { ElementName.pageEnds.contains(packed) }
  var isCut: Bool { ElementName.cut[packed] != nil }

  func matches(_ source: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    start + length <= source.count && ElementName(source, start..<(start + length)) == self
  }
}

/// The attributes that are read.
enum AttributeName: UInt8 {
  case `class`, id, hidden, role, itemprop, property, name, content, datetime, rel, href, lang, style, test

  var written: [UInt8] { AttributeName.spelled[Int(rawValue)] }

  private static let spelled: [[UInt8]] = [
    "class", "id", "hidden", "role", "itemprop", "property", "name", "content", "datetime", "rel", "href",
    "lang", "style", "test",
  ].map { Array($0.utf8) }

  /// Nil for an attribute that is not read, or not on this element.
  init?(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, on element: ElementName) {
    guard let found = AttributeName.known(source, range) else { return nil }
    switch found {
    case .href where element != .link: return nil
    case .name where element != .meta: return nil
    default: self = found
    }
  }

  static func known(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> AttributeName? {
    guard (2...20).contains(range.count) else { return nil }
    let packed = source[range].prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1 | 0x20) }
    return table[packed]
  }

  /// By the first eight letters; `data-testid`, `data-component` and their like name parts as classes do.
  private static let table: Lookup<AttributeName> = {
    var table: [UInt64: AttributeName] = [:]
    for (index, name) in spelled.enumerated() {
      table[name.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }] = AttributeName(rawValue: UInt8(index))
    }
    for name in ["data-tes", "data-com", "data-qa", "test"] {
      table[name.utf8.reduce(0) { $0 << 8 | UInt64($1) }] = .test
    }
    return Lookup(table)
  }()
}

extension ElementName {
  static let link = ElementName("link")
  static let meta = ElementName("meta")
}
