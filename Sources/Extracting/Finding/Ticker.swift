/// Flashes and live blogs: entries that open with the time of day.
enum Ticker {
  /// `19:46 ...`, `9.05 Uhr`
  static func startsWithTime(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(6))
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    guard (1...2).contains(digits), bytes.count >= digits + 3, bytes[digits] == 0x3A || bytes[digits] == 0x2E else { return false }
    let minutes = bytes[(digits + 1)...].prefix { (0x30...0x39).contains($0) }.count
    guard minutes == 2 else { return false }
    return digits + 3 == bytes.count || bytes[digits + 3] == 0x20
  }
}
