/// Pages saved by browsers as one file (RFC 2557), and mails with a text in them.
enum MHTML: Format {
  static func recognises(_ source: Source) -> Bool {
    source.opens(with: ["mime-version:"]) && HTTPMessage(source.bytes[...], hasStartLine: false)?["content-type"] != nil
  }

  static func read(_ source: Source) -> Findings {
    guard let message = HTTPMessage(source.bytes[...], hasStartLine: false), let part = text(of: message, depth: 0)
    else {
      return Findings(problems: [.wordless(source.file)])
    }
    let url = part["content-location"] ?? message["snapshot-content-location"]
    return source.part(decoded(part), url: url, label: part.charset).read()
  }

  /// The first part that is HTML, else the first that is plain text.
  private static func text(of message: HTTPMessage, depth: Int) -> HTTPMessage? {
    guard depth <= Limits.nesting, let boundary = message.parameter("boundary") else {
      return message.isPage ? message : nil
    }
    var parts: [HTTPMessage] = []
    var rest = message.body
    let mark = Array("--\(boundary)".utf8)
    while let open = rest.search(mark) {
      rest = rest[open.upperBound...]
      let end = rest.search(mark)?.lowerBound ?? rest.endIndex
      let content = rest[..<end].drop { $0 == 0x0D || $0 == 0x0A }
      if let part = HTTPMessage(content, hasStartLine: false), let text = text(of: part, depth: depth + 1) {
        parts.append(text)
      }
    }
    return parts.first { $0["content-type"]?.lowercased().contains("html") == true } ?? parts.first
  }

  private static func decoded(_ part: HTTPMessage) -> [UInt8] {
    switch part["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": quotedPrintable(part.body)
    case "base64": base64(part.body)
    default: Array(part.body)
    }
  }

  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == 0x3D else {
        out.append(byte)
        continue
      }
      if rest.first == 0x0D || rest.first == 0x0A {
        if rest.popFirst() == 0x0D, rest.first == 0x0A { rest.removeFirst() }
      } else if let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        out.append(value)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte)
      }
    }
    return out
  }

  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var values = [UInt8?](repeating: nil, count: 256)
    for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
    var out: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in bytes {
      guard let value = values[Int(byte)] else { continue }
      bits = (bits << 6 | Int(value)) & 0xFFFFFF
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return out
  }
}
