/// Numbers of the atoms that a word form satisfies, ascending.
typealias AtomSet = [Int]

/// The single-word tests of all patterns, each numbered once.
///
/// An atom is a folded word (`truce`), a beginning (`sanction*`), an end (`*sanktionen`), a part (`*waffenruh*`), or a
/// form taken letter by letter (`=US`).
struct Atoms {
  private(set) var count = 0
  private var exact: [String: Int] = [:]
  private var literal: [String: Int] = [:]
  private var beginnings: [String: Int] = [:]
  private var ends: [String: Int] = [:]
  private var parts: [(String, Int)] = []
  private var longest = 0

  mutating func number(of test: String) -> Int {
    if test.hasPrefix("=") { return insert(String(test.dropFirst()), in: &literal) }
    let starts = test.hasPrefix("*")
    let stops = test.hasSuffix("*") && test.count > 1
    let core = fold(String(test.dropFirst(starts ? 1 : 0).dropLast(stops ? 1 : 0)))
    longest = max(longest, core.utf8.count)
    switch (starts, stops) {
    case (false, false): return insert(core, in: &exact)
    case (false, true): return insert(core, in: &beginnings)
    case (true, false): return insert(core, in: &ends)
    case (true, true):
      if let known = parts.first(where: { $0.0 == core }) { return known.1 }
      parts.append((core, count))
      count += 1
      return count - 1
    }
  }

  func of(raw: String, folded: String) -> AtomSet {
    var found: AtomSet = []
    if let atom = exact[folded] { found.append(atom) }
    if let atom = literal[raw] { found.append(atom) }
    var index = folded.startIndex
    while index < folded.endIndex {
      if let atom = ends[String(folded[index...])] { found.append(atom) }
      index = folded.index(after: index)
      if let atom = beginnings[String(folded[..<index])] { found.append(atom) }
    }
    for (part, atom) in parts where folded.contains(part) { found.append(atom) }
    return found.sorted()
  }

  private mutating func insert(_ core: String, in table: inout [String: Int]) -> Int {
    if let known = table[core] { return known }
    table[core] = count
    count += 1
    return count - 1
  }
}
