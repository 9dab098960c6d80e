/// A tree of patterns as a walk wants it in memory: what lies behind a node lies near it.
struct Layout {
  /// What may follow a place; one more stands behind the last.
  struct Node {
    /// The bits of the words that may follow.
    var words: PatternTree.Bits = 0
    /// The first of these words. Those of one node stand side by side by their atoms, up to the first one of the next node.
    var word: Int32
    /// The first link, beside which the others stand; -1 for none.
    var link: Int32 = -1
    /// The first end; -1 for none.
    var end: Int32 = -1
  }

  struct Word {
    var atom: Int32
    var target: Int32
  }

  struct Link {
    /// The bits of the words that may come next behind it, and of a pattern's end.
    var ahead: PatternTree.Bits
    var target: Int32
    var step: PatternTree.Step
    /// More than words may follow it at once.
    var leadsOn: Bool
    var isLast: Bool
  }

  private(set) var nodes: [Node] = []
  private(set) var words: [Word] = []
  private(set) var links: [Link] = []
  private let tree: PatternTree
  /// By node of the tree: its number here, and what `ahead(of:)` found; -1 and none where that is not known yet.
  private var numbers: [Int32]
  private var known: [PatternTree.Bits]

  init(_ tree: PatternTree) {
    self.tree = tree
    numbers = Array(repeating: -1, count: tree.nodes.count)
    known = Array(repeating: 0, count: tree.nodes.count)
    nodes.reserveCapacity(tree.nodes.count + 1)
    words.reserveCapacity(tree.words.count)
    links.reserveCapacity(tree.links.count)
    append(PatternTree.start)
    append(PatternTree.startAfterObject)
    appendAll(behind: PatternTree.start)
    appendAll(behind: PatternTree.startAfterObject)
    nodes.append(Node(word: Int32(words.count)))
    for index in words.indices { words[index].target = numbers[Int(words[index].target)] }
    for index in links.indices { links[index].target = numbers[Int(links[index].target)] }
  }

  private mutating func appendAll(behind number: Int32) {
    let node = tree.nodes[Int(number)]
    for word in tree.words(from: node.word) where numbers[Int(word.target)] < 0 {
      append(word.target)
      appendAll(behind: word.target)
    }
    for link in tree.links(from: node.link) where numbers[Int(link.target)] < 0 {
      append(link.target)
      appendAll(behind: link.target)
    }
  }

  private mutating func append(_ number: Int32) {
    let node = tree.nodes[Int(number)]
    numbers[Int(number)] = Int32(nodes.count)
    nodes.append(Node(words: node.words, word: Int32(words.count), link: node.link < 0 ? -1 : Int32(links.count), end: node.end))
    let first = words.count
    for word in tree.words(from: node.word) { words.append(Word(atom: word.atom, target: word.target)) }
    if words.count - first > 1 { words[first...].sort { $0.atom < $1.atom } }
    appendLinks(from: node.link)
    if node.link >= 0 { links[links.count - 1].isLast = true }
  }

  /// A link by nothing to a node that has but links is those.
  private mutating func appendLinks(from first: Int32) {
    for link in tree.links(from: first) {
      let target = tree.nodes[Int(link.target)]
      if link.step == .nothing, target.words == 0, target.end < 0 {
        appendLinks(from: target.link)
      } else {
        let leadsOn = target.link >= 0 || target.end >= 0
        links.append(Link(ahead: ahead(of: link.target), target: link.target, step: link.step, leadsOn: leadsOn, isLast: false))
      }
    }
  }

  private mutating func ahead(of number: Int32) -> PatternTree.Bits {
    if known[Int(number)] != 0 { return known[Int(number)] }
    let node = tree.nodes[Int(number)]
    var bits = node.words | (node.end >= 0 ? PatternTree.endBit : 0)
    for link in tree.links(from: node.link) { bits |= ahead(of: link.target) }
    known[Int(number)] = bits
    return bits
  }
}

/// Items of which each names the next.
private struct Row<Item>: Sequence, IteratorProtocol {
  let items: [Item]
  let following: (Item) -> Int32
  var place: Int32

  mutating func next() -> Item? {
    guard place >= 0 else { return nil }
    let item = items[Int(place)]
    place = following(item)
    return item
  }
}

extension PatternTree {
  fileprivate func words(from first: Int32) -> Row<Word> { Row(items: words, following: \.next, place: first) }

  fileprivate func links(from first: Int32) -> Row<Link> { Row(items: links, following: \.next, place: first) }
}
