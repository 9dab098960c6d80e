/// The element of a page that holds its article.
enum Container {
  /// An element takes the place of its parent where it holds this share of the parent's text. Between 0.6 and 0.95 the
  /// measured quality changes by less than 0.006; it is best here.
  private static let share = 0.7
  /// A sibling of the same name with this share of an element's text is a part of the same body.
  private static let twin = 0.1

  /// The smallest element that holds the article: from the root down, as long as one child holds most of what its parent
  /// holds. Names that promise an article's body lower what is asked.
  static func find(_ tree: Tree, _ passages: Passages, mass: [Double]) -> Int {
    func weight(of node: Int) -> Double { mass[Int(tree.nodes[node].end)] - mass[node] }
    var node = 0
    while true {
      let parent = weight(of: node)
      var best: (node: Int, mass: Double) = (-1, 0)
      var child = node + 1
      while child < tree.nodes[node].end {
        let own = weight(of: child)
        if own > best.mass { best = (child, own) }
        child = Int(tree.nodes[child].end)
      }
      guard best.node >= 0, parent > 0, tree.nodes[best.node].tag != .p else { break }
      let marks = passages.marks(of: best.node)
      let tag = tree.nodes[best.node].tag
      let promised = marks.contains(.body) || tag == .article || tag == .main
      guard best.mass >= parent * (promised ? 0.5 : share) else { break }
      if !promised, hasTwin(tree, best.node, in: node, weight: weight) { break }
      node = best.node
    }
    return titled(tree, passages, within: node, weight: weight) ?? node
  }

  /// A sibling with text, of the same tag and class: both are parts of one body.
  private static func hasTwin(_ tree: Tree, _ best: Int, in parent: Int, weight: (Int) -> Double) -> Bool {
    guard let name = tree.value(.class, of: best) else { return false }
    var child = parent + 1
    while child < tree.nodes[parent].end {
      if child != best, weight(child) >= weight(best) * twin, tree.nodes[child].tag == tree.nodes[best].tag,
        tree.value(.class, of: child) == name
      {
        return true
      }
      child = Int(tree.nodes[child].end)
    }
    return false
  }

  /// Where several articles follow each other: the one that bears the page's h1, if it is no mere head.
  private static func titled(_ tree: Tree, _ passages: Passages, within node: Int, weight: (Int) -> Double) -> Int? {
    guard let title = passages.all.first(where: { $0.tag == .h1 })?.node, title > node, title < tree.nodes[node].end
    else { return nil }
    var at = Int(tree.nodes[title].parent)
    while at > node, tree.nodes[at].tag != .article { at = Int(tree.nodes[at].parent) }
    return at > node && weight(at) >= max(400, weight(node) * 0.12) ? at : nil
  }
}

extension Passage {
  /// Passages shorter than this, in bytes, do not speak for a container.
  private static let shortest = 40

  /// Text that reads as an article's: paragraphs, and long runs in other elements, without links.
  var weight: Double {
    guard length >= Passage.shortest, linkDensity < 0.4, !tag.isHeading,
      place.isDisjoint(with: [.figure, .caption]),
      marks.isDisjoint(with: [.byline, .caption, .credit]),
      tag == .p || length >= 80
    else { return 0 }
    return Double(min(length, 1200)) * (1 - linkDensity) * (tag == .p ? 1 : 0.7)
  }
}
