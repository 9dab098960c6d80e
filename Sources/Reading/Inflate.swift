internal import CZlib

/// Compressed data of gzip, zlib and raw deflate, by zlib.
enum Inflate {
  enum End { case complete, cutShort, damaged, tooLarge }

  /// Window bits as zlib counts them: 47 finds out gzip or zlib by its header, -15 is deflate without one.
  enum Wrapping: Int32 {
    case detected = 47
    case none = -15
  }

  /// One member from the beginning of `bytes`: what came out, how many bytes it took, how it ended.
  static func member(
    _ bytes: ArraySlice<UInt8>, limit: Int, wrapping: Wrapping = .detected
  ) -> (output: [UInt8], used: Int, end: End) {
    var output: [UInt8] = []
    let (used, end) = append(bytes, to: &output, limit: limit, wrapping: wrapping)
    return (output, used, end)
  }

  /// The members of a gzip file one after another, as one: what came out, how the last one ended.
  static func members(_ bytes: [UInt8], limit: Int) -> (output: [UInt8], end: End) {
    var output: [UInt8] = []
    var (at, end) = (0, End.complete)
    repeat {
      let (used, ended) = append(bytes[at...], to: &output, limit: limit, wrapping: .detected)
      at += used
      end = ended
    } while end == .complete && bytes[at...].starts(with: [0x1F, 0x8B])
    return (output, end)
  }

  private static func append(
    _ bytes: ArraySlice<UInt8>, to output: inout [UInt8], limit: Int, wrapping: Wrapping
  ) -> (used: Int, end: End) {
    guard let inflater = Inflater(wrapping) else { return (0, .damaged) }
    return bytes.withUnsafeBufferPointer { input in
      var at = 0
      while true {
        let (piece, state) = inflater.next(input, from: &at)
        output += piece
        if output.count > limit { return (at, .tooLarge) }
        switch state {
        case .complete: return (at, .complete)
        case .damaged: return (at, .damaged)
        case .goesOn: if piece.isEmpty { return (at, .cutShort) }
        }
      }
    }
  }
}

/// One member of compressed data as it is unpacked, piece by piece.
final class Inflater {
  enum State { case goesOn, complete, damaged }

  private var stream = z_stream()
  private static let piece = 65_536

  /// Nil where there is no memory for it.
  init?(_ wrapping: Inflate.Wrapping) {
    guard inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
  }

  deinit { inflateEnd(&stream) }

  /// What comes out next of the packed bytes from `at` on; `at` moves behind those that were taken. Nothing comes out
  /// where more of them are needed.
  func next(_ packed: UnsafeBufferPointer<UInt8>, from at: inout Int) -> (output: [UInt8], state: State) {
    var status = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: Inflater.piece) { chunk, filled in
      stream.next_in = packed.baseAddress.map { UnsafeMutablePointer(mutating: $0 + at) }
      stream.avail_in = UInt32(clamping: packed.count - at)
      stream.next_out = chunk.baseAddress
      stream.avail_out = UInt32(chunk.count)
      let offered = Int(stream.avail_in)
      status = inflate(&stream, Z_NO_FLUSH)
      at += offered - Int(stream.avail_in)
      filled = chunk.count - Int(stream.avail_out)
    }
    switch status {
    case Z_STREAM_END: return (output, .complete)
    case Z_OK, Z_BUF_ERROR: return (output, .goesOn)
    default: return (output, .damaged)
    }
  }
}
