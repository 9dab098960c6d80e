import Model
import Reading
import Testing

/// Every format with every harm: bounded, and either the article or a problem that names the remedy.
@Suite struct CarrierTests {
  static let sentence = "The delegations met again on Monday, a spokeswoman said, and would go on talking for two days."
  static let umlauts = "Die Gespräche über die Brücke führen zu nichts, sagte ein Sprecher am Dienstag in der Hauptstadt."

  /// A format, as the bytes that it makes of a body.
  struct Carrier: Sendable, CustomTestStringConvertible {
    var name: String
    var isMarkup = true
    /// Elements nest so deep and no deeper.
    var isXML = false
    var pack: @Sendable (_ body: String) -> String
    var testDescription: String { name }

    func bytes(_ body: String) -> [UInt8] { Array(pack(body).utf8) }
  }

  /// What is done to a body, or to the bytes that carry it.
  enum Harm: CaseIterable {
    case none, deep, longTag, manyAttributes, entityBomb, wrongLabel, cutEarly, cutLate, packed, packedAndCut, packedBomb

    /// Whether the article must come out all the same.
    var spares: Bool { self != .cutEarly && self != .cutLate && self != .packedAndCut && self != .packedBomb }
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
  }

  private static func page(_ body: String) -> String {
    "<html><head><meta charset=utf-8><title>Talks resume</title></head><body><h1>Talks resume</h1>\(body)</body></html>"
  }

  private static func record(_ payload: String) -> String {
    let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(payload)"
    return "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(response.utf8.count)\r\n\r\n\(response)\r\n\r\n"
  }

  static let carriers = [
    Carrier(name: "HTML", pack: page),
    Carrier(name: "XHTML") { "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE html>\(page($0))" },
    Carrier(name: "plain text", isMarkup: false) { "Talks resume\n\nBy Ann Doe\n\n\($0)\n" },
    Carrier(name: "WARC") { record(page($0)) + record(page("<p>\(umlauts)</p>")) },
    Carrier(name: "MHTML") { "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(page($0))" },
    Carrier(name: "MHTML of parts") {
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
        + "\(page($0))\r\n--b--\r\n"
    },
    Carrier(name: "RSS") {
      "<?xml version=\"1.0\"?><rss><channel><item><title>Talks resume</title><description>\(escaped($0))</description></item>"
        + "</channel></rss>"
    },
    Carrier(name: "Atom") {
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Talks resume</title><content type=\"html\">\(escaped($0))</content>"
        + "</entry></feed>"
    },
    Carrier(name: "ninjs") { body in
      JSON.object([("headline", .string("Talks resume")), ("body_xhtml", .string(body))]).line
    },
    Carrier(name: "NITF") {
      "<?xml version=\"1.0\"?><nitf><body><body.head><hedline><hl1>Talks resume</hl1></hedline></body.head><body.content>\($0)"
        + "</body.content></body></nitf>"
    },
    Carrier(name: "NewsML-G2") {
      "<newsItem><contentMeta><headline>Talks resume</headline></contentMeta><contentSet><inlineXML><html><body>\($0)</body></html>"
        + "</inlineXML></contentSet></newsItem>"
    },
    Carrier(name: "Nexis text", isMarkup: false) {
      "Talks resume\nThe Morning Herald\nMarch 3, 2031 Monday\n\nLength: 312 words\nBody\n\n\($0)\n\nLoad-Date: March 4, 2031\n\n"
        + "End of Document\n"
    },
    Carrier(name: "Nexis HTML") {
      "<html><body><p>Talks resume</p><p>The Morning Herald</p><p>March 3, 2031</p><p>Length: 312 words</p><p>Body</p>\($0)"
        + "<p>Load-Date: March 4, 2031</p><p>End of Document</p></body></html>"
    },
    Carrier(name: "Factiva", isMarkup: false) {
      "HD Talks resume\nWC 312 words\nPD 3 March 2031\nSN The Morning Herald\nLP\n\($0)\nTD\nNobody expects a deal.\nAN Document X\n"
    },
  ]

  private static func body(_ harm: Harm, _ isMarkup: Bool) -> String {
    let paragraph = isMarkup ? "<p>\(sentence)</p>" : sentence
    switch (harm, isMarkup) {
    case (.deep, true): return String(repeating: "<div>", count: 100_000) + paragraph
    case (.deep, false): return "\(String(repeating: "> ", count: 100_000))\n\n\(paragraph)"
    case (.longTag, true): return "<div class=\"\(String(repeating: "a ", count: 500_000))\">\(paragraph)</div>"
    case (.longTag, false): return "\(String(repeating: "a", count: 1_000_000))\n\n\(paragraph)"
    case (.manyAttributes, true):
      return "<div \((0..<20_000).map { "a\($0)=\"x\"" }.joined(separator: " "))>\(paragraph)</div>"
    case (.manyAttributes, false): return "\(String(repeating: "Field: value\n", count: 20_000))\n\(paragraph)"
    case (.entityBomb, _): return isMarkup ? "<p>&e20; \(sentence)</p>" : "&e20;\n\n\(sentence)"
    case (.wrongLabel, _): return isMarkup ? "<p>\(umlauts)</p>" : umlauts
    default: return paragraph
    }
  }

  private static let bomb =
    "<!DOCTYPE x [<!ENTITY e0 \"ha\">"
    + (1...20).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined() + "]>"

  private static func bytes(_ carrier: Carrier, _ harm: Harm) -> [UInt8] {
    let plain = carrier.bytes(body(harm, carrier.isMarkup))
    switch harm {
    case .cutEarly: return Array(plain.prefix(plain.count / 3))
    case .cutLate: return Array(plain.dropLast(plain.count / 6))
    case .wrongLabel: return latin1(plain)
    case .entityBomb:
      let text = String(decoding: plain, as: UTF8.self)
      let end = text.hasPrefix("<?xml") ? text.firstRange(of: "?>")?.upperBound ?? text.startIndex : text.startIndex
      return carrier.isMarkup && text.hasPrefix("<") ? Array((text[..<end] + bomb + text[end...]).utf8) : plain
    case .packed: return Packing.gzip(plain)
    case .packedAndCut: return Array(Packing.gzip(plain).dropLast(plain.count / 2))
    case .packedBomb: return Packing.gzip(plain, zeros: 1_000_000)
    default: return plain
    }
  }

  private static func latin1(_ bytes: [UInt8]) -> [UInt8] {
    String(decoding: bytes, as: UTF8.self).unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test(arguments: carriers, Harm.allCases) func theArticleOrAProblem(_ carrier: Carrier, _ harm: Harm) {
    let (articles, problems) = Reader.read(Self.bytes(carrier, harm), named: "x")
    let sentence = harm == .wrongLabel ? Self.umlauts : Self.sentence
    let found = articles.contains { $0.text.contains(sentence) }
    if harm.spares { #expect(found) }
    let isCut = !harm.spares && !articles.isEmpty
    #expect(found || isCut || problems.contains { $0.severity == .error && $0.remedy != nil })
    for article in articles { #expect(article.text.utf8.count < 2_000_000) }
  }
}

/// Packed data of the simplest sort: gzip (RFC 1952).
enum Packing {
  /// Stored as it is; then as many times 258 zeros as `zeros` says, in 13 bits each.
  static func gzip(_ bytes: [UInt8], zeros: Int = 0) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
    var rest = bytes[...]
    repeat {
      let piece = rest.prefix(65_535)
      rest = rest.dropFirst(piece.count)
      let count = UInt16(piece.count)
      out.append(rest.isEmpty && zeros == 0 ? 1 : 0)
      for word in [count, ~count] { out += [UInt8(word & 0xFF), UInt8(word >> 8)] }
      out += piece
    } while !rest.isEmpty
    if zeros > 0 { out += run(of: zeros) }
    return out + littleEndian(zeros == 0 ? checksum(bytes) : 0) + littleEndian(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// A last block in the fixed code: a literal zero, then matches of length 258 at distance 1.
  private static func run(of zeros: Int) -> [UInt8] {
    var out: [UInt8] = []
    var (word, count) = (UInt64(0), UInt64(0))
    func push(_ bits: UInt64, _ length: UInt64) {
      word |= bits << count
      count += length
      while count >= 8 {
        out.append(UInt8(word & 0xFF))
        word >>= 8
        count -= 8
      }
    }
    push(0b011, 3)
    push(0b0000_1100, 8)
    for _ in 0..<zeros { push(0b0_0000_1010_0011, 13) }
    push(0, 7)
    push(0, 7)
    return out
  }

  /// Brotli (RFC 7932): stored as it is, up to 65,536 bytes.
  static func brotli(_ bytes: [UInt8]) -> [UInt8] {
    littleEndian(UInt32(bytes.count - 1) << 4 | 1 << 20).prefix(3) + bytes + [3]
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum & 1 == 1) ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
