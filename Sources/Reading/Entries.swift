import Model

/// The entries of a live blog, each with the day that its own `time` element tells.
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

  func day(of node: Int) -> Day? {
    found.last { $0.nodes.contains(node) }?.day
  }
}
