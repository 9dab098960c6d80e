/// All patterns of a lexicon, in one tree: what they begin with alike is there once. A `Matcher` looks for them.
struct PatternTree {
  /// A place that patterns come to, with what may follow it: words and links.
  struct Node {
    /// The bits of the words that may follow.
    var words: Bits = 0
    /// The last of these words; -1 for none.
    var word: Int32 = -1
    /// The first link; -1 for none.
    var link: Int32 = -1
    /// The first end; -1 for none.
    var end: Int32 = -1
  }

  /// What may stand between two words.
  enum Step: Hashable {
    case nothing
    /// Up to so many words.
    case gap(UInt8)
    /// Any words of the sentence; what follows must close its clause.
    case bracket
    /// The place of the object.
    case slot
  }

  /// A word that may follow a node.
  struct Word {
    var atom: Int32
    var target: Int32
    var next: Int32
  }

  struct Link {
    var step: Step
    var target: Int32
    var next: Int32
  }

  /// A pattern of an entry is complete, or all but the object that is to follow.
  struct End {
    var entry: Int32
    var objectFollows: Bool
    var next: Int32
  }

  /// A pattern's element, its word as an atom.
  fileprivate enum Element {
    case word(Int)
    case step(Step)
  }

  /// Where patterns begin, and where those do whose object stands before their first word.
  static let start: Int32 = 0, startAfterObject: Int32 = 1

  private(set) var nodes = [Node(), Node()]
  private(set) var words: [Word] = []
  private(set) var links: [Link] = []
  private(set) var ends: [End] = []
  /// The nodes behind words, by `key`.
  private var targets = HashIndex()

  /// A place that one reading of a pattern has come to.
  private struct Way {
    var node: Int32
    /// The element read last, which is not in the tree yet: where it is a pattern's last, it may be another there.
    var last: Int?
  }

  /// With an `ending`, only readings whose last word takes it, with it.
  mutating func add(_ pattern: Pattern, entry: Int, ending: String? = nil, atoms: inout Atoms) {
    let elements = pattern.elements.map { $0.numbered(&atoms) }
    for way in insert(pattern.tree, elements, after: [Way(node: PatternTree.start)]) {
      guard let last = way.last else { continue }
      switch (pattern.elements[last], ending) {
      case (.slot, _): close(way.node, entry, objectFollows: true)
      case (.word(let word), let ending?):
        if word.hasSuffix("*") || word.hasSuffix(ending) { continue }
        close(follow(way.node, atoms.number(of: word + ending)), entry)
      default: close(passed(way, elements), entry)
      }
    }
  }

  private mutating func insert(_ tree: Pattern.Tree, _ elements: [Element], after ways: [Way]) -> [Way] {
    switch tree {
    case .element(let element):
      return joined(ways, elements).map { Way(node: $0, last: element) }
    case .sequence(let parts):
      var ways = ways
      for part in parts { ways = insert(part, elements, after: ways) }
      return ways
    case .choice(let choices):
      let behind = joined(ways, elements).map { Way(node: $0) }
      return choices.flatMap { $0.isEmpty ? ways : insert($0, elements, after: behind) }
    }
  }

  /// Behind the last elements; where several readings go on, they do so from one node.
  private mutating func joined(_ ways: [Way], _ elements: [Element]) -> [Int32] {
    if ways.count == 1 { return [passed(ways[0], elements)] }
    var nodes: [Int32] = []
    for way in ways {
      let node = passed(way, elements)
      if !nodes.contains(node) { nodes.append(node) }
    }
    let begun = nodes.filter { $0 > PatternTree.startAfterObject }
    if begun.count < 2 { return nodes }
    let joint = append()
    for node in begun {
      links.append(Link(step: .nothing, target: joint, next: self.nodes[Int(node)].link))
      self.nodes[Int(node)].link = Int32(links.count - 1)
    }
    return nodes.filter { $0 <= PatternTree.startAfterObject } + [joint]
  }

  /// The node behind the last element. What stands before the first word is the object.
  private mutating func passed(_ way: Way, _ elements: [Element]) -> Int32 {
    guard let last = way.last else { return way.node }
    switch elements[last] {
    case .word(let atom): return follow(way.node, atom)
    case .step where way.node <= PatternTree.startAfterObject: return PatternTree.startAfterObject
    case .step(let step): return follow(way.node, step)
    }
  }

  /// The node behind a word of this atom, which is made where there is none.
  private mutating func follow(_ node: Int32, _ atom: Int) -> Int32 {
    let key = PatternTree.key(node, atom)
    if let known = targets.number(of: key) { return known }
    let target = append()
    targets.insert(target, key)
    words.append(Word(atom: Int32(atom), target: target, next: nodes[Int(node)].word))
    nodes[Int(node)].word = Int32(words.count - 1)
    nodes[Int(node)].words |= PatternTree.bit(of: atom)
    return target
  }

  /// The node behind a step, which is made where there is none.
  private mutating func follow(_ node: Int32, _ step: Step) -> Int32 {
    var place = nodes[Int(node)].link
    while place >= 0 {
      if links[Int(place)].step == step { return links[Int(place)].target }
      place = links[Int(place)].next
    }
    let target = append()
    links.append(Link(step: step, target: target, next: nodes[Int(node)].link))
    nodes[Int(node)].link = Int32(links.count - 1)
    return target
  }

  private mutating func close(_ node: Int32, _ entry: Int, objectFollows: Bool = false) {
    ends.append(End(entry: Int32(entry), objectFollows: objectFollows, next: nodes[Int(node)].end))
    nodes[Int(node)].end = Int32(ends.count - 1)
  }

  private mutating func append() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }

  /// Words by one of 128 bits for each atom: most that may not follow are told from these alone.
  typealias Bits = UInt128

  static func bit(of atom: Int) -> Bits { 1 << Bits(atom & 127) }

  /// Stands among the bits of words for a pattern's end.
  static var endBit: Bits { 1 }

  /// Different for every node and atom: an odd factor takes no two numbers to one.
  private static func key(_ node: Int32, _ atom: Int) -> UInt64 {
    (UInt64(node) << 32 | UInt64(atom)) &* 0x9e37_79b9_7f4a_7c15
  }
}

extension Pattern.Element {
  fileprivate func numbered(_ atoms: inout Atoms) -> PatternTree.Element {
    switch self {
    case .word(let word): .word(atoms.number(of: word))
    case .gap(let most): .step(.gap(UInt8(clamping: most)))
    case .bracket: .step(.bracket)
    case .slot: .step(.slot)
    }
  }
}
