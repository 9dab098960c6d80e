internal import CLibXML2

extension String {
  /// Whether the bytes of a word stand in it: a hundred times as fast as `contains`.
  func holds(_ word: String) -> Bool {
    var (text, word) = (self, word)
    return text.withUTF8 { text in word.withUTF8 { position(of: $0, in: UnsafeRawBufferPointer(text)) != nil } }
  }
}

extension ArraySlice<UInt8> {
  func search(_ word: [UInt8]) -> Range<Int>? {
    word.withUnsafeBufferPointer(search)
  }

  func search(_ word: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    withUnsafeBytes { text in
      position(of: word, in: text).map { startIndex + $0..<startIndex + $0 + word.count }
    }
  }
}

/// Where a sequence of bytes first stands, by the C library: the standard library's `firstRange(of:)` takes a hundred
/// times as long.
private func position(of word: UnsafeBufferPointer<UInt8>, in text: UnsafeRawBufferPointer) -> Int? {
  guard let base = text.baseAddress, let wanted = word.baseAddress,
    let found = memmem(base, text.count, wanted, word.count)
  else { return nil }
  return UnsafeRawPointer(found) - base
}
