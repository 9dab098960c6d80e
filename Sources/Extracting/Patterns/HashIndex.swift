/// Numbers by the hashes of their keys.
///
/// Open addressing with linear probing. Where different keys can have one hash, the caller compares the keys.
struct HashIndex: Sendable {
  private struct Slot {
    var hash: UInt64 = 0
    /// -1 where the slot is free.
    var number: Int32 = -1
  }

  private var slots = Array(repeating: Slot(), count: 64)
  private var count = 0

  /// The number with this hash that is the one looked for.
  @inline(__always)
  func number(of hash: UInt64, where isSame: (Int32) -> Bool = { _ in true }) -> Int32? {
    var place = place(of: hash)
    while slots[place].number >= 0 {
      if slots[place].hash == hash, isSame(slots[place].number) { return slots[place].number }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a number under a key that has none yet.
  mutating func insert(_ number: Int32, _ hash: UInt64) {
    count += 1
    if count * 2 > slots.count {
      let full = slots
      slots = Array(repeating: Slot(), count: full.count * 2)
      for slot in full where slot.number >= 0 { put(slot) }
    }
    put(Slot(hash: hash, number: number))
  }

  private mutating func put(_ slot: Slot) {
    var place = place(of: slot.hash)
    while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
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
