/// The tokens at which a pattern's words stand, ascending, as bits from the first one on.
struct Places: BidirectionalCollection, Equatable {
  let startIndex: Int
  private var bits: UInt128

  /// From the first token to the last there are no more.
  static let widest = UInt128.bitWidth

  init(_ token: Int) {
    startIndex = token
    bits = 1
  }

  /// All tokens of a range that is not empty, as far as it is not too wide.
  init(_ range: Range<Int>) {
    startIndex = range.lowerBound
    bits = .max >> (Places.widest - Swift.min(range.count, Places.widest))
  }

  /// With a later token, unless that is too far.
  func adding(_ token: Int) -> Places? {
    guard token - startIndex < Places.widest else { return nil }
    var longer = self
    longer.bits |= 1 << (token - startIndex)
    return longer
  }

  var endIndex: Int { startIndex + Places.widest - bits.leadingZeroBitCount }
  var count: Int { bits.nonzeroBitCount }

  subscript(token: Int) -> Int { token }

  func contains(_ token: Int) -> Bool {
    token >= startIndex && token - startIndex < Places.widest && bits >> (token - startIndex) & 1 != 0
  }

  func index(after token: Int) -> Int {
    let rest = bits >> (token - startIndex + 1)
    return rest == 0 ? endIndex : token + 1 + rest.trailingZeroBitCount
  }

  func index(before token: Int) -> Int {
    token - 1 - (bits << (Places.widest - (token - startIndex))).leadingZeroBitCount
  }
}
