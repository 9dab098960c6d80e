/// How much Reading takes on; what is larger gets one clear problem.
enum Limits {
  /// Bytes of one page or text, after unpacking.
  static let page = 128 << 20
  /// Bytes that a compressed file may unpack to, archives apart.
  static let unpacked = 256 << 20
  /// Bytes of one record of an archive, after unpacking.
  static let record = 64 << 20
  /// Archives and packed files may lie in one another so deep.
  static let nesting = 4
  /// After so many damaged records an archive is given up.
  static let damagedRecords = 100
  /// Elements of XML nest so deep; deeper documents are cut there.
  static let depth = 256
}
