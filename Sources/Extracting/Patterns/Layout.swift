/// A tree of patterns as a walk wants it in memory: each word and link holds what may follow it, near what that leads to.
struct Layout {
  /// What may follow a place.
  struct Node {
    /// The bits of the words that may follow.
    var words: PatternTree.Bits = 0
    /// These words, ascending by their atoms, as places in `atoms` and `targets`.
    var firstWord: Int32 = 0, wordsEnd: Int32 = 0
    /// The first link, beside which the others stand; -1 for none.
    var link: Int32 = -1
    /// The first end; -1 for none.
    var end: Int32 = -1
  }

  struct Link {
    /// The bits of the words that may come next behind it, and of a pattern's end.
    var ahead: PatternTree.Bits
    var target = Node()
    var step: PatternTree.Step
    /// More than words may follow it at once.
    var leadsOn: Bool
    var isLast: Bool
  }

  private(set) var atoms: [Int32] = []
  private(set) var targets: [Node] = []
  private(set) var links: [Link] = []
  private let tree: PatternTree
  /// By node of the tree, what was found so far.
  private var laid: [Node?]
  private var known: [PatternTree.Bits]

  init(_ tree: PatternTree) {
    self.tree = tree
    laid = Array(repeating: nil, count: tree.nodes.count)
    atoms.reserveCapacity(tree.words.count)
    targets.reserveCapacity(tree.words.count)
    links.reserveCapacity(tree.links.count)
    known = Array(repeating: 0, count: tree.nodes.count)
  }

  /// Lays a node of the tree down, with all that follows it.
  mutating func node(_ number: Int32) -> Node {
    if let known = laid[Int(number)] { return known }
    let place = tree.nodes[Int(number)]
    let words = tree.words(from: place.word)
    let ways = place.link < 0 ? [] : ways(from: place.link)
    let (word, link) = (atoms.count, links.count)
    for word in words { atoms.append(word.atom) }
    targets += repeatElement(Node(), count: words.count)
    for (number, way) in ways.enumerated() {
      let target = tree.nodes[Int(way.target)]
      let leadsOn = target.link >= 0 || target.end >= 0
      links.append(Link(ahead: ahead(of: way.target), step: way.step, leadsOn: leadsOn, isLast: number == ways.count - 1))
    }
    for (number, follower) in words.enumerated() { targets[word + number] = node(follower.target) }
    for (number, way) in ways.enumerated() { links[link + number].target = node(way.target) }
    let node = Node(words: place.words, firstWord: Int32(word), wordsEnd: Int32(word + words.count), link: ways.isEmpty ? -1 : Int32(link), end: place.end)
    laid[Int(number)] = node
    return node
  }

  /// A link by nothing to a node that has but links is those.
  private func ways(from first: Int32) -> [PatternTree.Link] {
    tree.links(from: first).flatMap { link in
      let target = tree.nodes[Int(link.target)]
      return link.step == .nothing && target.words == 0 && target.end < 0 ? ways(from: target.link) : [link]
    }
  }

  /// The bits of the words that may come next from a node on, and of a pattern's end.
  private mutating func ahead(of number: Int32) -> PatternTree.Bits {
    if known[Int(number)] != 0 { return known[Int(number)] }
    let node = tree.nodes[Int(number)]
    var bits = node.words | (node.end >= 0 ? PatternTree.endBit : 0)
    for link in tree.links(from: node.link) { bits |= ahead(of: link.target) }
    known[Int(number)] = bits
    return bits
  }
}

extension PatternTree {
  /// Ascending by their atoms.
  fileprivate func words(from first: Int32) -> [Word] {
    var row = PatternTree.row(words, from: first, \.next)
    if row.count > 1 { row.sort { $0.atom < $1.atom } }
    return row
  }

  fileprivate func links(from first: Int32) -> [Link] { PatternTree.row(links, from: first, \.next) }

  /// Items of which each names the next.
  private static func row<Item>(_ items: [Item], from first: Int32, _ next: (Item) -> Int32) -> [Item] {
    var row: [Item] = []
    var place = first
    while place >= 0 {
      row.append(items[Int(place)])
      place = next(items[Int(place)])
    }
    return row
  }
}
