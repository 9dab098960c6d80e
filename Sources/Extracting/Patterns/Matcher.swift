/// Finds where patterns hold.
struct Matcher: Sendable {
  /// A place where a pattern holds.
  struct Hit {
    /// Tokens, half open.
    var range: Range<Int>
    /// Number of the entry whose pattern it is.
    var entry: Int
    /// Tokens at which the words of the pattern stand (gaps left out).
    var matched: Places
    /// The tokens of the object, for patterns with a slot.
    var slot: Range<Int>?
  }

  /// A link of the tree, beside those of the same node.
  struct Link {
    /// The bits of the words that may come next behind it, and of a pattern's end.
    var ahead: UInt64
    var target: Int32
    var step: PatternTree.Step
    /// More than words may follow it at once.
    var leadsOn: Bool
    var isLast: Bool
  }

  let nodes: [PatternTree.Node]
  /// Those of one node side by side, from the node's `link` on.
  let links: [Link]
  let ends: [PatternTree.End]
  private let words: HashIndex

  init(_ tree: PatternTree) {
    var nodes = tree.nodes
    var links: [Link] = []
    /// By node; none for those not yet asked for.
    var known = Array(repeating: UInt64(0), count: nodes.count)
    func ahead(of number: Int32) -> UInt64 {
      if known[Int(number)] != 0 { return known[Int(number)] }
      let node = tree.nodes[Int(number)]
      var bits = node.words | (node.end >= 0 ? PatternTree.endBit : 0)
      var place = node.link
      while place >= 0 {
        bits |= ahead(of: tree.links[Int(place)].target)
        place = tree.links[Int(place)].next
      }
      known[Int(number)] = bits
      return bits
    }
    func append(_ first: Int32) {
      var place = first
      while place >= 0 {
        let link = tree.links[Int(place)]
        let target = tree.nodes[Int(link.target)]
        let leadsOn = target.link >= 0 || target.end >= 0
        if link.step == .nothing, target.words == 0, target.end < 0 {
          append(target.link)
        } else {
          links.append(Link(ahead: ahead(of: link.target), target: link.target, step: link.step, leadsOn: leadsOn, isLast: false))
        }
        place = link.next
      }
    }
    for node in nodes.indices where nodes[node].link >= 0 {
      let first = links.count
      append(nodes[node].link)
      links[links.count - 1].isLast = true
      nodes[node].link = Int32(first)
    }
    self.nodes = nodes
    self.links = links
    ends = tree.ends
    words = tree.words
  }

  /// The node behind a word.
  @inline(__always)
  func target(of atom: Int, after node: Int32) -> Int32? {
    guard nodes[Int(node)].words & PatternTree.bit(of: atom) != 0 else { return nil }
    return words.number(of: PatternTree.key(node, atom))
  }

  /// Hits in the order of their start, longer ones first. `closes` tells whether a clause ends before a token.
  func hits(in tokens: [Token], words: Words, closes: (Int) -> Bool) -> [Hit] {
    withoutActuallyEscaping(closes) { closes in
      var walk = Walk(matcher: self, tokens: tokens, words: words, closes: closes)
      return walk.hits().sorted {
        ($0.range.lowerBound, -$0.range.count, $0.entry) < ($1.range.lowerBound, -$1.range.count, $1.entry)
      }
    }
  }
}
