internal import CZlib
import Model

/// What the members of a gzip file hold, piece by piece, by zlib; behind a damaged member it goes on with the next.
final class Gunzip {
  /// Where in the file the member begins that is being read.
  private(set) var member = 0

  private let file: Counted
  private var packed: [UInt8] = []
  private var at = 0
  /// Where in `packed` the member begins, as long as that is held.
  private var opening: Int?
  private var stream = z_stream()
  private var isOpen = false
  /// The last piece was a gap: what is passed over next belongs to it.
  private var isTorn = false

  /// A damaged member may have taken the next one for its own: from its beginning on is searched, if that is no further back.
  private static let memory = 1 << 20
  private static let magic: [UInt8] = [0x1F, 0x8B, 0x08]

  init(_ file: Counted) {
    self.file = file
  }

  deinit { close() }

  /// Leaves the member; the next begins where its sign stands.
  func leave() {
    close()
    isTorn = true
  }

  func next() throws(Problem) -> ByteStream.Piece {
    while true {
      if !isOpen {
        let passed = try findMember()
        guard isOpen else { return .end }
        if passed, !isTorn { return .gap }
        isTorn = false
      }
      if at == packed.count, try !refill() { return tear() }
      let (output, status) = step()
      if status == Z_STREAM_END {
        close()
      } else if status != Z_OK, status != Z_BUF_ERROR {
        return tear()
      }
      if !output.isEmpty { return .bytes(output) }
    }
  }

  private func tear() -> ByteStream.Piece {
    close()
    isTorn = true
    if let opening { at = opening + Gunzip.magic.count }
    return .gap
  }

  private func step() -> (output: [UInt8], status: Int32) {
    var status = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: 65_536) { chunk, filled in
      packed.withUnsafeMutableBufferPointer { input in
        stream.next_in = input.baseAddress.map { $0 + at }
        stream.avail_in = UInt32(input.count - at)
        stream.next_out = chunk.baseAddress
        stream.avail_out = UInt32(chunk.count)
        status = inflate(&stream, Z_NO_FLUSH)
        at = input.count - Int(stream.avail_in)
      }
      filled = chunk.count - Int(stream.avail_out)
    }
    return (output, status)
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
    stream = z_stream()
    isOpen = inflateInit2_(&stream, Inflate.Wrapping.detected.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    return passed
  }

  /// False at the end of the file.
  private func refill() throws(Problem) -> Bool {
    let bytes = try file.next()
    if let begin = opening, !isOpen || at - begin > Gunzip.memory { opening = nil }
    let passed = opening ?? at
    packed.removeFirst(passed)
    at -= passed
    if opening != nil { opening = 0 }
    packed += bytes
    return !bytes.isEmpty
  }

  private func close() {
    if isOpen { inflateEnd(&stream) }
    isOpen = false
  }
}
