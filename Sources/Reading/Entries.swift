import Model

/// The entries of a live blog, each with the day that its own `time` element tells, or, where it opens with a bare time
/// of day, with that of the page.
struct Entries {
  private var found: [(nodes: Range<Int>, day: Day)] = []

  /// An entry is the smallest element around a `time` that has text of its own, if it is not the article itself.
  init(_ tree: Tree, within container: Int, weight: (Int) -> Double) {
    for (index, node) in tree.nodes.enumerated() where node.tag == .time && index > container {
      guard let day = tree.string(.datetime, of: index).flatMap({ Day(iso: $0) }) else { continue }
      var entry = Int(node.parent)
      while entry > container, weight(entry) == 0 { entry = Int(tree.nodes[entry].parent) }
      guard entry > container, index < tree.nodes[container].end else { continue }
      found.append((entry..<Int(tree.nodes[entry].end), day))
    }
    if found.count < 2 { found = [] }
  }

  /// Adds the elements that open with a time of day alone (`20:31 Uhr`, `9.05 am`), if at least three do.
  mutating func addClocks(of passages: Passages, _ tree: Tree, within container: Int, on day: Day) {
    guard found.isEmpty else { return }
    let clocks = passages.all.lazy.filter { $0.node > container && $0.length <= 14 && Entries.isClock(passages.string($0)) }
    let entries = clocks.map { clock in
      passages.size(of: clock.node) > clock.length + 20 ? clock.node : Int(tree.nodes[clock.node].parent)
    }.filter { $0 > container }
    guard entries.count >= 3 else { return }
    found = entries.map { ($0..<Int(tree.nodes[$0].end), day) }
  }

  /// One or two digits, a colon or a point, two digits, and at most one short word.
  private static func isClock(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard (1...2).contains(words.count), words.count == 1 || words[1].count <= 4 else { return false }
    let parts = words[0].split(whereSeparator: { $0 == ":" || $0 == "." }).map(String.init)
    guard parts.count == 2, let hour = Int(parts[0]), let minute = Int(parts[1]), parts[1].count == 2 else { return false }
    return (0..<24).contains(hour) && (0..<60).contains(minute)
  }

  func day(of node: Int) -> Day? {
    found.last { $0.nodes.contains(node) }?.day
  }
}
