/// FNV-1a over 64 bits (Fowler, Noll, Vo), in 16 hexadecimal digits: names things by content, guards nothing.
public enum Fingerprint {
  public static func of(_ parts: some Sequence<String>) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ byte: UInt8) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    for part in parts {
      for byte in part.utf8 { mix(byte) }
      mix(0)
    }
    return digits(of: hash)
  }

  /// Of the bytes of a file, eight at a time. Each step folds the upper half of the product back, which FNV leaves where
  /// it is.
  public static func of(bytes: [UInt8]) -> String {
    var hash = UInt64(bytes.count) ^ 0xcbf2_9ce4_8422_2325
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x100_0000_01b3
      hash ^= hash >> 29
    }
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count / 8
      for index in 0..<words { mix(bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)) }
      for byte in bytes[(words * 8)...] { mix(UInt64(byte)) }
    }
    return digits(of: hash)
  }

  private static func digits(of hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
