/// A head of `Name: value` lines, a blank line, a body: HTTP responses, records of web archives, parts of mail.
struct HTTPMessage {
  let start: String
  private let fields: [(name: String, value: String)]
  private(set) var body: ArraySlice<UInt8>

  /// A head longer than this is none.
  private static let longestHead = 65_536

  /// Nil where no head ends within its limit. `hasStartLine`: the first line is no field ("HTTP/1.1 200 OK").
  init?(_ bytes: ArraySlice<UInt8>, hasStartLine: Bool = true) {
    let head = bytes.prefix(HTTPMessage.longestHead)
    let crlf = head.search(Array("\r\n\r\n".utf8))
    let lf = head.search(Array("\n\n".utf8))
    guard let end = [crlf, lf].compactMap({ $0 }).min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    var lines: [String] = []
    for line in String(decoding: head[..<end.lowerBound], as: UTF8.self).split(whereSeparator: \.isNewline) {
      if line.first == " " || line.first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += " " + line.trimming()
      } else {
        lines.append(String(line))
      }
    }
    start = hasStartLine ? lines.first ?? "" : ""
    fields = lines.dropFirst(hasStartLine ? 1 : 0).compactMap { line in
      line.firstIndex(of: ":").map { (line[..<$0].lowercased(), line[line.index(after: $0)...].trimming()) }
    }
    body = bytes[end.upperBound...]
  }

  /// The same head with another body.
  func with(_ body: ArraySlice<UInt8>) -> HTTPMessage {
    var message = self
    message.body = body
    return message
  }

  subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  var length: Int? {
    self["content-length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  var isSuccess: Bool {
    start.split(separator: " ").dropFirst().first == "200"
  }

  var isPage: Bool {
    guard let type = self["content-type"]?.lowercased() else { return true }
    return ["html", "text/plain", "xml"].contains(where: type.contains)
  }

  /// A parameter of the content type: `charset`, `boundary`.
  func parameter(_ name: String) -> String? {
    self["content-type"]?.split(separator: ";").lazy.map { $0.trimming() }.first {
      $0.lowercased().hasPrefix(name + "=")
    }
    .map { $0.dropFirst(name.count + 1).trimming("\"'") }
  }

  var charset: String? { parameter("charset") }

  /// The body as it was before the transfer; nil where it is packed in a way that is not known here.
  var payload: [UInt8]? {
    var bytes = Array(body)
    if self["transfer-encoding"]?.lowercased().contains("chunked") == true { bytes = HTTPMessage.unchunked(bytes) }
    switch self["content-encoding"]?.lowercased() {
    case nil, "", "identity", "none": return bytes
    case "gzip", "x-gzip": return Gzip.isGzip(bytes) ? Inflate.member(bytes[...], limit: Limits.record).output : bytes
    case "deflate":
      let whole = Inflate.member(bytes[...], limit: Limits.record)
      return whole.end == .damaged
        ? Inflate.member(bytes[...], limit: Limits.record, wrapping: .none).output : whole.output
    case "br": return Brotli.unpacked(bytes, limit: Limits.record) ?? (isPlain(bytes) ? bytes : nil)
    default: return isPlain(bytes) ? bytes : nil
    }
  }

  /// Some archives hold payloads unpacked, and say otherwise.
  private func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.contains(0x3C) && Decoding.utf8(bytes) != nil
  }

  /// Where the sizes do not read as such, the bytes were stored without them.
  private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard let end = bytes[at...].prefix(20).firstIndex(of: 0x0A),
        let size = Int(String(decoding: bytes[at..<end], as: UTF8.self).prefix { $0.isHexDigit }, radix: 16)
      else { return out.isEmpty ? bytes : out }
      if size == 0 { break }
      let last = min(end + 1 + size, bytes.count)
      out += bytes[(end + 1)..<last]
      at = last
      while at < bytes.count, bytes[at] == 0x0D || bytes[at] == 0x0A { at += 1 }
    }
    return out
  }
}
