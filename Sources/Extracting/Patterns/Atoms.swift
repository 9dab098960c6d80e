/// Numbers of the atoms that a word form satisfies, ascending.
typealias AtomSet = [Int]

/// The single-word tests of all patterns, each numbered once.
///
/// An atom is a folded word (`truce`), a beginning (`sanction*`), an end (`*sanktionen`), a part (`*waffenruh*`), both
/// ends (`ge*t`), or a form taken letter by letter (`=US`).
struct Atoms: Sendable {
  private enum Shape: UInt8 {
    case whole, literal, beginning, end, part, ends
  }

  private struct Atom {
    let shape: Shape
    let core: [UInt8]
  }

  private var atoms: [Atom] = []
  private var index = HashIndex()
  /// Of the parts, in bytes.
  private var shortest = Int.max, longest = 0
  /// Number, beginning and end.
  private var ends: [(atom: Int, beginning: String, end: String)] = []

  mutating func number(of test: String) -> Int {
    let bytes = test.utf8
    if bytes.first == UInt8(ascii: "=") { return insert(String(test.dropFirst()), as: .literal) }
    let starts = bytes.first == UInt8(ascii: "*")
    let stops = bytes.last == UInt8(ascii: "*") && bytes.count > 1
    let core = fold(starts || stops ? String(test.dropFirst(starts ? 1 : 0).dropLast(stops ? 1 : 0)) : test)
    switch (starts, stops) {
    case (false, false): return insert(core, as: core.utf8.contains(UInt8(ascii: "*")) ? .ends : .whole)
    case (false, true): return insert(core, as: .beginning)
    case (true, false): return insert(core, as: .end)
    case (true, true): return insert(core, as: .part)
    }
  }

  func of(raw: String, folded: String) -> AtomSet {
    var found: AtomSet = []
    let literal = Array(raw.utf8)
    if let atom = find(.literal, hash(literal[...], .literal), literal[...]) { found.append(atom) }
    let word = Array(folded.utf8)
    if let atom = find(.whole, hash(word[...], .whole), word[...]) { found.append(atom) }
    var hash = start(.beginning)
    for (offset, byte) in word.enumerated() {
      hash.add(byte)
      if let atom = find(.beginning, hash.value, word[...offset]) { found.append(atom) }
    }
    hash = start(.end)
    for offset in word.indices.reversed() {
      hash.add(word[offset])
      if let atom = find(.end, hash.value, word[offset...]) { found.append(atom) }
    }
    findParts(of: word, &found)
    for (atom, beginning, end) in ends
    where folded.hasPrefix(beginning) && folded.hasSuffix(end) && folded.count > beginning.count + end.count + 1 {
      found.append(atom)
    }
    return found.sorted()
  }

  private func findParts(of word: [UInt8], _ found: inout AtomSet) {
    for first in word.indices where word.count - first >= shortest {
      var hash = start(.part)
      for last in first..<min(word.count, first + longest) {
        hash.add(word[last])
        if let atom = find(.part, hash.value, word[first...last]), !found.contains(atom) { found.append(atom) }
      }
    }
  }

  private mutating func insert(_ core: String, as shape: Shape) -> Int {
    let bytes = Array(core.utf8)
    let hash = hash(bytes[...], shape)
    if let known = find(shape, hash, bytes[...]) { return known }
    let number = atoms.count
    atoms.append(Atom(shape: shape, core: bytes))
    index.insert(Int32(number), hash)
    if shape == .part {
      shortest = min(shortest, bytes.count)
      longest = max(longest, bytes.count)
    }
    if shape == .ends {
      let parts = core.split(separator: "*", maxSplits: 1).map(String.init)
      ends.append((number, parts[0], parts[1]))
    }
    return number
  }

  private func find(_ shape: Shape, _ hash: UInt64, _ core: ArraySlice<UInt8>) -> Int? {
    index.number(of: hash) { atoms[Int($0)].shape == shape && atoms[Int($0)].core.elementsEqual(core) }.map(Int.init)
  }

  /// Ends are hashed from their last byte on: so the ends of a word, like its beginnings, take one step a byte.
  private func hash(_ core: ArraySlice<UInt8>, _ shape: Shape) -> UInt64 {
    var hash = start(shape)
    if shape == .end {
      for byte in core.reversed() { hash.add(byte) }
    } else {
      for byte in core { hash.add(byte) }
    }
    return hash.value
  }

  private func start(_ shape: Shape) -> ByteHash {
    var hash = ByteHash()
    hash.add(shape.rawValue)
    return hash
  }
}
