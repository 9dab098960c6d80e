internal import CBrotli

/// Payloads that are packed with Brotli (RFC 7932), by Google's library.
enum Brotli {
  /// What was packed, up to `limit` bytes; nil where the data are damaged or cut.
  static func unpacked(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
    guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else { return nil }
    defer { BrotliDecoderDestroyInstance(decoder) }
    var output: [UInt8] = []
    return bytes.withUnsafeBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while true {
        var result = BROTLI_DECODER_RESULT_ERROR
        output += [UInt8](unsafeUninitializedCapacity: 65_536) { chunk, filled in
          var place = chunk.baseAddress
          var room = chunk.count
          result = BrotliDecoderDecompressStream(decoder, &left, &next, &room, &place, nil)
          filled = chunk.count - room
        }
        if result == BROTLI_DECODER_RESULT_SUCCESS { return output }
        guard result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT, output.count <= limit else { return nil }
      }
    }
  }
}
