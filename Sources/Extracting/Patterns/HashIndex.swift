/// Finds things by the hashes of their keys; things are numbered in the order in which they come.
///
/// Open addressing with linear probing. Where different keys can have one hash, the caller compares the keys.
struct HashIndex: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var hashes: [UInt64] = []

  /// The number of the thing with this hash that is the one looked for.
  @inline(__always)
  func number(of hash: UInt64, where isSame: (Int) -> Bool = { _ in true }) -> Int? {
    var slot = place(of: hash)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isSame(number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Its number is how many there were before.
  mutating func append(_ hash: UInt64) {
    hashes.append(hash)
    if hashes.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for number in hashes.indices { put(number) }
    } else {
      put(hashes.count - 1)
    }
  }

  private mutating func put(_ number: Int) {
    var slot = place(of: hashes[number])
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash >> 24) & (slots.count - 1)
  }
}

/// The 64-bit hash of Fowler, Noll and Vo (FNV-1a), which grows byte by byte.
struct ByteHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
