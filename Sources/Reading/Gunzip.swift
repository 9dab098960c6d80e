import Model

/// What the members of a gzip file hold, piece by piece; behind a damaged member it goes on with the next.
final class Gunzip {
  /// Where in the file the member begins that is being read.
  private(set) var member = 0

  private let file: Counted
  private var packed: [UInt8] = []
  private var at = 0
  /// Where in `packed` the member begins, as long as that is held.
  private var opening: Int?
  /// Of the member that is being read.
  private var inflater: Inflater?
  /// The last piece was a gap: what is passed over next belongs to it.
  private var isTorn = false

  /// A damaged member may have taken the next one for its own: from its beginning on is searched, if that is no further back.
  private static let memory = 1 << 20
  private static let magic: [UInt8] = [0x1F, 0x8B, 0x08]

  init(_ file: Counted) {
    self.file = file
  }

  /// Leaves the member; the next begins where its sign stands.
  func leave() {
    inflater = nil
    isTorn = true
  }

  func next() throws(Problem) -> ByteStream.Piece {
    while true {
      if inflater == nil {
        let passed = try findMember()
        guard inflater != nil else { return .end }
        if passed, !isTorn { return .gap }
        isTorn = false
      }
      if at == packed.count, try !refill() { return tear() }
      guard let (output, state) = packed.withUnsafeBufferPointer({ inflater?.next($0, from: &at) }) else { continue }
      switch state {
      case .goesOn: break
      case .complete: inflater = nil
      case .damaged: return tear()
      }
      if !output.isEmpty { return .bytes(output) }
    }
  }

  private func tear() -> ByteStream.Piece {
    inflater = nil
    isTorn = true
    if let opening { at = opening + Gunzip.magic.count }
    return .gap
  }

  /// Opens the next member; whether bytes that are none were passed over.
  private func findMember() throws(Problem) -> Bool {
    var passed = false
    while true {
      while packed.count - at < Gunzip.magic.count, try refill() {}
      guard packed.count - at >= Gunzip.magic.count else { return passed }
      if packed[at...].starts(with: Gunzip.magic) { break }
      if packed[at] != 0 { passed = true }
      at += 1
    }
    member = file.count - (packed.count - at)
    opening = at
    inflater = Inflater(.detected)
    return passed
  }

  /// False at the end of the file.
  private func refill() throws(Problem) -> Bool {
    let bytes = try file.next()
    if let begin = opening, inflater == nil || at - begin > Gunzip.memory { opening = nil }
    let passed = opening ?? at
    packed.removeFirst(passed)
    at -= passed
    if opening != nil { opening = 0 }
    packed += bytes
    return !bytes.isEmpty
  }
}
