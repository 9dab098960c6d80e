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
    var stream = z_stream()
    guard inflateInit2_(&stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return ([], 0, .damaged)
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    let end: End = bytes.withUnsafeBufferPointer { input in
      stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
      stream.avail_in = UInt32(clamping: input.count)
      while true {
        let (status, made) = chunk.withUnsafeMutableBufferPointer { chunk in
          stream.next_out = chunk.baseAddress
          stream.avail_out = UInt32(chunk.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          return (status, chunk.count - Int(stream.avail_out))
        }
        output += chunk[..<made]
        if output.count > limit { return .tooLarge }
        if status == Z_STREAM_END { return .complete }
        if status != Z_OK && status != Z_BUF_ERROR { return .damaged }
        if made == 0, stream.avail_in == 0 || status == Z_BUF_ERROR { return .cutShort }
      }
    }
    return (output, Int(stream.total_in), end)
  }
}
