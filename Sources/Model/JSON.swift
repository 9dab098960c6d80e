import FoundationEssentials

/// A JSON value that keeps its fields in the order given, so that equal values print to equal bytes.
public indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  public static func optional(_ text: String?) -> JSON {
    text.map(JSON.string) ?? .null
  }

  public static func strings(_ texts: [String]) -> JSON {
    .array(texts.map(JSON.string))
  }

  /// One line, without white space between tokens; all but quotes, backslashes and controls stays as it is.
  public var line: String {
    var out: [UInt8] = []
    write(to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(to out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .int(let value): out += String(value).utf8
    case .double(let value): out += (value.isFinite ? String(value) : "null").utf8
    case .string(let text): JSON.write(text, to: &out)
    case .array(let values):
      JSON.write(values, between: "[", "]", to: &out) { $0.write(to: &$1) }
    case .object(let fields):
      JSON.write(fields, between: "{", "}", to: &out) { field, out in
        JSON.write(field.0, to: &out)
        out.append(0x3A)
        field.1.write(to: &out)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], between open: String, _ close: String, to out: inout [UInt8],
    each: (Item, inout [UInt8]) -> Void
  ) {
    out += open.utf8
    for (index, item) in items.enumerated() {
      if index > 0 { out.append(0x2C) }
      each(item, &out)
    }
    out += close.utf8
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    defer { out.append(0x22) }
    // Without a way out of the loop it takes sixteen bytes at a time.
    let isPlain = text.utf8.withContiguousStorageIfAvailable {
      $0.reduce(UInt8(0)) { $0 | ($1 < 0x20 || $1 == 0x22 || $1 == 0x5C ? 1 : 0) } == 0
    }
    if isPlain == true { return out += text.utf8 }
    let hex = Array("0123456789abcdef".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: out += [0x5C, byte]
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20: out += "\\u00".utf8 + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
  }
}

/// NDJSON: one JSON object a line, blank lines passed over.
public enum NDJSON {
  /// Values in the order of the lines, and one problem for each line that could not be read.
  public static func read<Value: Decodable>(
    _ type: Value.Type, from bytes: some Sequence<UInt8>, named file: String
  ) -> (values: [Value], problems: [Problem]) {
    var values: [Value] = []
    var problems: [Problem] = []
    let decoder = JSONDecoder()
    for (index, line) in Array(bytes).split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) else { continue }
      do {
        values.append(try decoder.decode(type, from: Data(line)))
      } catch {
        problems.append(Problem(.error, at: "\(file):\(index + 1)", NDJSON.reason(of: error)))
      }
    }
    return (values, problems)
  }

  private static func reason(of error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, _): "the field `\(key.stringValue)` is missing"
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.codingPath.last.map { "the field `\($0.stringValue)` is not of its form" } ?? "this line is not JSON"
    default: "this line is not JSON"
    }
  }
}
