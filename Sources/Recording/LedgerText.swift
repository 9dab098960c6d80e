public import Model

/// A ledger as a folder of text: format `ledger`, number 1, see `docs/formats.md`.
extension Ledger {
  /// The name and the whole content of the file that says what the folder is.
  public static let mark = (name: "format", text: "demarche ledger 1\n")

  /// `mark`, then one file of statements a holder and the text of the balances, in the order of their names.
  public func files(with balances: Balances) -> [(name: String, text: String)] {
    let holders = Dictionary(grouping: statements, by: \.holder).map { holder, statements in
      (name: Ledger.file(of: holder), text: statements.reduce(into: "") { $0 += $1.entry.line + "\n" })
    }
    let texts = holders + [(name: "positions", text: balances.text)]
    return [Ledger.mark] + texts.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The inverse of `files`: reads files of statements, and one problem for each line that cannot be read.
  public static func read(_ files: [(name: String, bytes: [UInt8])]) -> (ledger: Ledger, problems: [Problem]) {
    let read = files.map { NDJSON.read(Statement.self, from: $0.bytes, named: $0.name) }
    return (Ledger(read.flatMap(\.values)), read.flatMap(\.problems))
  }

  /// Bytes other than lower-case letters, digits and hyphens become `_` and two hexadecimal digits, so that no holder's
  /// name leaves the folder or meets another's.
  private static func file(of holder: String) -> String {
    let hex = Array("0123456789abcdef".utf8)
    let name = holder.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): [byte]
      default: [UInt8(ascii: "_"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return (name.isEmpty ? "_" : String(decoding: name, as: UTF8.self)) + ".ndjson"
  }
}
