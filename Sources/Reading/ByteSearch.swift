internal import CLibXML2

extension String {
  /// Whether the bytes of a word stand in it: a hundred times as fast as `contains`.
  func holds(_ word: String) -> Bool {
    Array(utf8)[...].search(Array(word.utf8)) != nil
  }
}

extension ArraySlice<UInt8> {
  /// Where a sequence of bytes first stands, by the C library: the standard library's `firstRange(of:)` takes a hundred
  /// times as long.
  func search(_ word: [UInt8]) -> Range<Int>? {
    withUnsafeBytes { text in
      word.withUnsafeBytes { word in
        guard let base = text.baseAddress, let wanted = word.baseAddress,
          let found = memmem(base, text.count, wanted, word.count)
        else { return nil }
        let start = startIndex + (UnsafeRawPointer(found) - base)
        return start..<(start + word.count)
      }
    }
  }
}
