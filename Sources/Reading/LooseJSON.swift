import Model

/// JSON as pages carry it: comments and CDATA around it, raw line breaks, trailing commas, a cut end.
struct LooseJSON {
  /// How deep values may nest.
  static let deepest = 64

  private let bytes: [UInt8]
  private var at = 0

  /// What could be read; at the first fault everything open is closed.
  static func value(_ bytes: [UInt8]) -> JSON? {
    guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B }) else { return nil }
    var reader = LooseJSON(bytes: bytes, at: start)
    return reader.value(depth: 0)
  }

  private init(bytes: [UInt8], at: Int) {
    self.bytes = bytes
    self.at = at
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skip() {
    while let byte = next, byte <= 0x20 || byte == 0x2C { at += 1 }
  }

  private mutating func value(depth: Int) -> JSON? {
    skip()
    guard depth < LooseJSON.deepest, let byte = next else { return nil }
    switch byte {
    case 0x7B: return object(depth)
    case 0x5B: return array(depth)
    case 0x22: return string().map(JSON.string)
    default: return word()
    }
  }

  private mutating func object(_ depth: Int) -> JSON {
    at += 1
    var fields: [(String, JSON)] = []
    while true {
      skip()
      guard next == 0x22, let key = string() else { break }
      while let byte = next, byte <= 0x20 || byte == 0x3A { at += 1 }
      guard let value = value(depth: depth + 1) else { break }
      fields.append((key, value))
    }
    if next == 0x7D { at += 1 }
    return .object(fields)
  }

  private mutating func array(_ depth: Int) -> JSON {
    at += 1
    var items: [JSON] = []
    while true {
      skip()
      guard next != 0x5D, let value = value(depth: depth + 1) else { break }
      items.append(value)
    }
    if next == 0x5D { at += 1 }
    return .array(items)
  }

  private mutating func word() -> JSON? {
    let start = at
    while let byte = next, byte > 0x20, ![0x2C, 0x7D, 0x5D, 0x7B, 0x5B, 0x22].contains(byte) { at += 1 }
    guard at > start else { return nil }
    switch String(decoding: bytes[start..<at], as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let text: return Int(text).map(JSON.int) ?? Double(text).map(JSON.double) ?? .string(text)
    }
  }

  private mutating func string() -> String? {
    at += 1
    var out: [UInt8] = []
    while let byte = next {
      at += 1
      switch byte {
      case 0x22: return String(decoding: out, as: UTF8.self)
      case 0x5C: escape(into: &out)
      default: out.append(byte)
      }
    }
    return out.isEmpty ? nil : String(decoding: out, as: UTF8.self)
  }

  private mutating func escape(into out: inout [UInt8]) {
    guard let byte = next else { return }
    at += 1
    switch byte {
    case 0x6E, 0x72, 0x74, 0x62, 0x66: out.append(byte == 0x6E ? 0x0A : 0x20)
    case 0x75:
      guard let high = unit() else { return }
      var value = UInt32(high)
      if (0xD800..<0xDC00).contains(high), next == 0x5C, at + 1 < bytes.count, bytes[at + 1] == 0x75 {
        at += 2
        if let low = unit(), (0xDC00..<0xE000).contains(low) {
          value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(low) - 0xDC00)
        }
      }
      if let scalar = Unicode.Scalar(value) { out += UTF8.encode(scalar).map(Array.init) ?? [] }
    default: out.append(byte)
    }
  }

  private mutating func unit() -> UInt16? {
    guard at + 4 <= bytes.count, let value = UInt16(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
    else { return nil }
    at += 4
    return value
  }
}

extension JSON {
  subscript(name: String) -> JSON? {
    if case .object(let fields) = self { fields.first { $0.0 == name }?.1 } else { nil }
  }

  /// The items of an array, or the value itself.
  var items: [JSON] {
    if case .array(let items) = self { items } else { [self] }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
