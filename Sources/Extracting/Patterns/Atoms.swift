/// Numbers of the atoms that a word form satisfies, ascending.
typealias AtomSet = [Int]

/// The single-word tests of all patterns, each numbered once.
///
/// An atom is a folded word (`truce`), a beginning (`sanction*`), an end (`*sanktionen`), a part (`*waffenruh*`), both
/// ends (`ge*t`), or a form taken letter by letter (`=US`).
struct Atoms: Sendable {
  private enum Shape: Hashable {
    case whole, literal, beginning, end, part, ends
  }

  private var count = 0
  private var tables: [Shape: [String: Int]] = [:]

  mutating func number(of test: String) -> Int {
    if test.hasPrefix("=") { return insert(String(test.dropFirst()), as: .literal) }
    let starts = test.hasPrefix("*")
    let stops = test.hasSuffix("*") && test.count > 1
    let core = fold(String(test.dropFirst(starts ? 1 : 0).dropLast(stops ? 1 : 0)))
    switch (starts, stops) {
    case (false, false) where core.contains("*"): return insert(core, as: .ends)
    case (false, false): return insert(core, as: .whole)
    case (false, true): return insert(core, as: .beginning)
    case (true, false): return insert(core, as: .end)
    case (true, true): return insert(core, as: .part)
    }
  }

  func of(raw: String, folded: String) -> AtomSet {
    var found: AtomSet = []
    if let atom = tables[.whole]?[folded] { found.append(atom) }
    if let atom = tables[.literal]?[raw] { found.append(atom) }
    var index = folded.startIndex
    while index < folded.endIndex {
      if let atom = tables[.end]?[String(folded[index...])] { found.append(atom) }
      index = folded.index(after: index)
      if let atom = tables[.beginning]?[String(folded[..<index])] { found.append(atom) }
    }
    for (part, atom) in tables[.part] ?? [:] where folded.contains(part) { found.append(atom) }
    for (ends, atom) in tables[.ends] ?? [:] {
      let parts = ends.split(separator: "*", maxSplits: 1)
      if folded.count > ends.count, folded.hasPrefix(parts[0]), folded.hasSuffix(parts[1]) { found.append(atom) }
    }
    return found.sorted()
  }

  private mutating func insert(_ core: String, as shape: Shape) -> Int {
    if let known = tables[shape]?[core] { return known }
    tables[shape, default: [:]][core] = count
    count += 1
    return count - 1
  }
}
