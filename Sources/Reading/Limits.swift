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
  /// Elements of XML nest so deep; what lies deeper is taken as text of the deepest.
  static let depth = 256
}
