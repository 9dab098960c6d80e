/// Values by 64-bit hashes: one probe in a flat table, where a dictionary would hash the hash again.
struct Lookup<Value: Sendable>: Sendable {
  private var slots: [(key: UInt64, value: Value)?]
  private let shift: UInt64

  init(_ entries: [UInt64: Value]) {
    let bits = UInt64(64 - (entries.count * 2).leadingZeroBitCount)
    shift = 64 - bits
    slots = Array(repeating: nil, count: 1 << bits)
    for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
      var slot = first(key)
      while slots[slot] != nil { slot = next(slot) }
      slots[slot] = (key, value)
    }
  }

  subscript(key: UInt64) -> Value? {
    var slot = first(key)
    while let held = slots[slot] {
      if held.key == key { return held.value }
      slot = next(slot)
    }
    return nil
  }

  /// The upper bits of the product with the golden ratio (D. Knuth, "The Art of Computer Programming", volume 3, 6.4).
  private func first(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift) }
  private func next(_ slot: Int) -> Int { (slot + 1) & (slots.count - 1) }
}
