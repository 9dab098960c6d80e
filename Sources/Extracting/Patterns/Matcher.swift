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

    /// By their start, longer ones first.
    static func precedes(_ one: Hit, _ other: Hit) -> Bool {
      (one.range.lowerBound, -one.range.count, one.entry) < (other.range.lowerBound, -other.range.count, other.entry)
    }
  }

  /// Where patterns begin, and where those do whose object stands before their first word.
  let start: Layout.Node, startAfterObject: Layout.Node
  let links: [Layout.Link]
  let ends: [PatternTree.End]
  private let atoms: [Int32]
  private let targets: [Layout.Node]

  init(_ tree: PatternTree) {
    var layout = Layout(tree)
    start = layout.node(PatternTree.start)
    startAfterObject = layout.node(PatternTree.startAfterObject)
    links = layout.links
    atoms = layout.atoms
    targets = layout.targets
    ends = tree.ends
  }

  /// The node behind a word.
  @inline(__always)
  func target(of atom: Int, after node: Layout.Node) -> Layout.Node? {
    guard node.words & PatternTree.bit(of: atom) != 0 else { return nil }
    var first = Int(node.firstWord)
    var end = Int(node.wordsEnd)
    while first < end {
      let middle = (first + end) / 2
      if atoms[middle] == atom { return targets[middle] }
      if atoms[middle] < atom { first = middle + 1 } else { end = middle }
    }
    return nil
  }

  /// Hits in the order of their start, longer ones first. `closes` tells whether a clause ends before a token.
  func hits(in tokens: [Token], words: Words, closes: (Int) -> Bool) -> [Hit] {
    withoutActuallyEscaping(closes) { closes in
      var walk = Walk(matcher: self, tokens: tokens, words: words, closes: closes)
      return walk.hits().sorted(by: Hit.precedes)
    }
  }
}
