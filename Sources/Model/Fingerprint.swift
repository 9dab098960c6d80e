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
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
