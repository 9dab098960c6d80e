/// Elements that are told apart; each case is named as its tag.
enum Tag: UInt8, CaseIterable {
  /// A text node, an element unknown here, and one with a name of its own making (`amp-img`).
  case text, other, custom
  case html, head, body, title, meta, link
  case a, abbr, b, cite, code, del, em, font, i, ins, label, mark, q, s, small, span, strong, sub, sup, time, u, br
  case address, article, aside, blockquote, button, center, dd, details, dialog, div, dl, dt, fieldset, figcaption,
    figure
  case footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, menu, nav, ol, p, pre, section, summary
  case table, tbody, td, th, tr, ul, video, audio, caption

  init(_ name: UnsafePointer<UInt8>) {
    var packed: UInt64 = 0
    var custom = false
    var at = name
    while at.pointee != 0 {
      if at.pointee == 0x2D || at.pointee == 0x3A { custom = true }
      packed = packed &* 131 &+ UInt64(at.pointee)
      at += 1
    }
    self = custom ? .custom : Tag.named[packed] ?? .other
  }

  private static let named: Lookup<Tag> = {
    var named: [UInt64: Tag] = [:]
    for tag in allCases where tag.rawValue > Tag.custom.rawValue {
      named["\(tag)".utf8.reduce(0) { $0 &* 131 &+ UInt64($1) }] = tag
    }
    return Lookup(named)
  }()

  /// Does not break a line of text.
  var isInline: Bool {
    self == .other || self == .text || (Tag.a.rawValue...Tag.u.rawValue).contains(rawValue)
  }

  var isHeading: Bool {
    (Tag.h1.rawValue...Tag.h6.rawValue).contains(rawValue)
  }
}

extension AttributeName {
  /// The parser hands names down in lower case, and only those that the pre-pass let through.
  init?(_ name: UnsafePointer<UInt8>) {
    var count = 0
    while name[count] != 0, count < 16 { count += 1 }
    self.init(UnsafeBufferPointer(start: name, count: count))
  }

  private init?(_ name: UnsafeBufferPointer<UInt8>) {
    guard let found = AttributeName.known(name, 0..<name.count) else { return nil }
    self = found
  }
}
