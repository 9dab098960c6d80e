/// All patterns of a lexicon, in one tree by their elements: what they begin with alike is compared once.
struct Matcher: Sendable {
  /// A place where a pattern holds.
  struct Hit {
    /// Tokens, half open.
    var range: Range<Int>
    /// Number of the entry whose pattern it is.
    var entry: Int
    /// Tokens at which the words of the pattern stand (gaps left out).
    var matched: [Int]
    /// The tokens of the object, for patterns with a slot.
    var slot: Range<Int>?
  }

  /// One element of the patterns, what may follow it, and what may stand in its place. Links are indices, -1 for none.
  fileprivate struct Node: Sendable {
    var step: Step
    var child: Int32 = -1
    var sibling: Int32
  }

  fileprivate enum Step: Hashable, Sendable {
    case element(Pattern.Element)
    /// A pattern of this entry is complete, or all but the object that is to follow.
    case end(entry: Int, objectFollows: Bool)
  }

  fileprivate private(set) var nodes: [Node] = []
  /// By the atom of the first word: what follows it in patterns that begin there, and in those with the object before.
  private var heads: [(plain: Int32, afterObject: Int32)] = []

  mutating func add(_ pattern: Pattern, entry: Int) {
    for elements in pattern.sequences {
      guard let offset = elements.firstIndex(where: { if case .atom = $0 { true } else { false } }),
        case .atom(let atom) = elements[offset]
      else { continue }
      while heads.count <= atom { heads.append((-1, -1)) }
      let objectFollows = elements.last == .slot
      let inner = elements.dropFirst(offset + 1).dropLast(objectFollows ? 1 : 0)
      let steps = inner.map(Step.element) + [.end(entry: entry, objectFollows: objectFollows)]
      if offset == 0 {
        heads[atom].plain = insert(steps[...], into: heads[atom].plain)
      } else {
        heads[atom].afterObject = insert(steps[...], into: heads[atom].afterObject)
      }
    }
  }

  /// Returns the first of the siblings among which the steps now are.
  private mutating func insert(_ steps: ArraySlice<Step>, into first: Int32) -> Int32 {
    guard let step = steps.first else { return first }
    var place = first
    while place >= 0, nodes[Int(place)].step != step { place = nodes[Int(place)].sibling }
    let isNew = place < 0
    if isNew {
      place = Int32(nodes.count)
      nodes.append(Node(step: step, sibling: first))
    }
    nodes[Int(place)].child = insert(steps.dropFirst(), into: nodes[Int(place)].child)
    return isNew ? place : first
  }

  /// Hits in the order of their start, longer ones first. `closes` tells whether a clause ends before a token.
  func hits(in tokens: [Token], words: Words, closes: (Int) -> Bool) -> [Hit] {
    withoutActuallyEscaping(closes) { closes in
      var walk = Walk(nodes: nodes, tokens: tokens, words: words, closes: closes)
      for index in tokens.indices {
        for place in walk.bounds[index]..<walk.bounds[index + 1] where walk.atoms[place] < heads.count {
          let (plain, afterObject) = heads[walk.atoms[place]]
          walk.begin(at: index)
          walk.follow(plain, at: index + 1, slot: nil, mustClose: false)
          walk.follow(afterObject, at: index + 1, slot: 0..<index, mustClose: false)
        }
      }
      return walk.hits.sorted {
        ($0.range.lowerBound, -$0.range.count, $0.entry) < ($1.range.lowerBound, -$1.range.count, $1.entry)
      }
    }
  }
}

/// One look at a block's tokens.
private struct Walk {
  let nodes: [Matcher.Node]
  let tokens: [Token]
  /// The atoms of all tokens, one after the other; those of token `i` from `bounds[i]` up to `bounds[i + 1]`.
  let atoms: [Int]
  let bounds: [Int]
  let closes: (Int) -> Bool
  var hits: [Matcher.Hit] = []
  private var matched: [Int] = []
  /// Ends of patterns that were reached from the present start; only the nearest way to one counts.
  private var reached: [Int32] = []

  init(nodes: [Matcher.Node], tokens: [Token], words: Words, closes: @escaping (Int) -> Bool) {
    self.nodes = nodes
    self.tokens = tokens
    self.closes = closes
    var atoms: [Int] = []
    var bounds = [0]
    for token in tokens {
      atoms += words[token.word].atoms
      bounds.append(atoms.count)
    }
    self.atoms = atoms
    self.bounds = bounds
  }

  mutating func begin(at index: Int) {
    matched = [index]
    reached.removeAll(keepingCapacity: true)
  }

  /// Goes on at `index` with every step from `first` on that may come there.
  mutating func follow(_ first: Int32, at index: Int, slot: Range<Int>?, mustClose: Bool) {
    var place = first
    while place >= 0 {
      let node = nodes[Int(place)]
      switch node.step {
      case .end(let entry, let objectFollows):
        guard !reached.contains(place), !mustClose || closes(index) else { break }
        reached.append(place)
        let slot = objectFollows ? index..<tokens.count : slot
        hits.append(Matcher.Hit(range: matched[0]..<index, entry: entry, matched: matched, slot: slot))
      case .element(.atom(let atom)):
        guard has(atom, at: index) else { break }
        matched.append(index)
        follow(node.child, at: index + 1, slot: slot, mustClose: mustClose)
        matched.removeLast()
      case .element(.gap(let most)):
        for next in index...(index + most) {
          follow(node.child, at: next, slot: slot, mustClose: mustClose)
          guard next < tokens.count, tokens[next].isWord || tokens[next].kind == .closeQuote || tokens[next].kind == .openQuote
          else { break }
        }
      case .element(.bracket):
        for next in index..<max(index, min(tokens.count, index + 30)) {
          guard tokens[next].kind != .stop, tokens[next].kind != .semicolon else { break }
          follow(node.child, at: next, slot: slot, mustClose: true)
        }
      case .element(.slot):
        for next in (index + 1)...(index + 12) {
          guard next <= tokens.count, tokens[next - 1].kind != .stop else { break }
          follow(node.child, at: next, slot: index..<next, mustClose: mustClose)
        }
      }
      place = node.sibling
    }
  }

  private func has(_ atom: Int, at index: Int) -> Bool {
    guard index < tokens.count else { return false }
    for place in bounds[index]..<bounds[index + 1] where atoms[place] == atom { return true }
    return false
  }
}
