/// One look for patterns at a block's tokens.
struct Walk {
  private let matcher: Matcher
  private let tokens: [Token]
  /// Of all words met: what patterns see in them.
  private let forms: [Words.Form]
  private let atoms: [Int]
  private let starts: [Layout.Node]
  /// By token: the bits of its atoms; none behind the last one.
  private let bits: [PatternTree.Bits]
  /// By token, and for the end: the bits from it on in its sentence, and that of a pattern's end.
  private let ahead: [PatternTree.Bits]
  /// By token, and for the end: where the words from it on end, where their clause may end at the latest, and the sentence.
  private let wordsEnd: [Int], clauseEnd: [Int], sentenceEnd: [Int]
  private let closes: (Int) -> Bool
  private var found: [Matcher.Hit] = []
  private var matched = Places(0)
  /// Ends of patterns that were reached from the present start, and the hits found so; of those with as many words only the nearest counts.
  private var reached: [(end: Int32, hit: Int)] = []

  init(matcher: Matcher, tokens: [Token], words: Words, closes: @escaping (Int) -> Bool) {
    self.matcher = matcher
    self.tokens = tokens
    forms = words.forms
    atoms = words.atoms
    starts = words.starts
    bits = tokens.map { words[$0.word].bits } + [0]
    var ahead = Array(repeating: PatternTree.endBit, count: bits.count)
    for index in tokens.indices.reversed() { ahead[index] |= bits[index] | (tokens[index].kind == .stop ? 0 : ahead[index + 1]) }
    self.ahead = ahead
    wordsEnd = Walk.ends(in: tokens) { !$0.isWord && $0.kind != .closeQuote && $0.kind != .openQuote }
    clauseEnd = Walk.ends(in: tokens) { $0.kind == .stop || $0.kind == .semicolon }
    sentenceEnd = Walk.ends(in: tokens) { $0.kind == .stop }
    self.closes = closes
  }

  /// By token, and for the end: the first token from it on that ends something.
  private static func ends(in tokens: [Token], _ isEnd: (Token) -> Bool) -> [Int] {
    var ends = Array(repeating: tokens.count, count: tokens.count + 1)
    for index in tokens.indices.reversed() { ends[index] = isEnd(tokens[index]) ? index : ends[index + 1] }
    return ends
  }

  mutating func hits() -> [Matcher.Hit] {
    for index in tokens.indices {
      if bits[index] == 0 { continue }
      reached.removeAll(keepingCapacity: true)
      matched = Places(index)
      let form = tokens[index].word
      for place in forms[form].starts { follow(starts[place], at: index + 1, slot: nil, mustClose: false) }
      for place in forms[form].startsAfterObject { follow(starts[place], at: index + 1, slot: 0..<index, mustClose: false) }
    }
    return found
  }

  private mutating func followWords(_ node: Layout.Node, at index: Int, slot: Range<Int>?, mustClose: Bool) {
    guard let longer = matched.adding(index) else { return }
    let before = matched
    for place in forms[tokens[index].word].atoms {
      guard let next = matcher.target(of: atoms[place], after: node) else { continue }
      matched = longer
      follow(next, at: index + 1, slot: slot, mustClose: mustClose)
      matched = before
    }
  }

  /// Goes on at `index` with every step from `node` on that may come there.
  private mutating func follow(_ node: Layout.Node, at index: Int, slot: Range<Int>?, mustClose: Bool) {
    if node.end >= 0, !mustClose || closes(index) { end(node.end, at: index, slot: slot) }
    if node.words & bits[index] != 0 { followWords(node, at: index, slot: slot, mustClose: mustClose) }
    guard node.link >= 0 else { return }
    for link in matcher.links[Int(node.link)...] {
      pass(link, at: index, slot: slot, mustClose: mustClose)
      if link.isLast { break }
    }
  }

  private mutating func pass(_ link: Layout.Link, at index: Int, slot: Range<Int>?, mustClose: Bool) {
    guard link.ahead & ahead[index] != 0 else { return }
    switch link.step {
    case .nothing:
      goOn(link, at: index, slot: slot, mustClose: mustClose)
    case .gap(let most):
      for next in index...min(index + Int(most), wordsEnd[index]) { goOn(link, at: next, slot: slot, mustClose: mustClose) }
    case .bracket:
      for next in index..<min(index + 30, clauseEnd[index]) { goOn(link, at: next, slot: slot, mustClose: true) }
    case .slot:
      guard index < sentenceEnd[index] else { return }
      for next in (index + 1)...min(index + 12, sentenceEnd[index]) { goOn(link, at: next, slot: index..<next, mustClose: mustClose) }
    }
  }

  @inline(__always)
  private mutating func goOn(_ link: Layout.Link, at index: Int, slot: Range<Int>?, mustClose: Bool) {
    if link.ahead & (link.leadsOn ? ahead[index] : bits[index]) != 0 { follow(link.target, at: index, slot: slot, mustClose: mustClose) }
  }

  private mutating func end(_ first: Int32, at index: Int, slot: Range<Int>?) {
    var place = first
    while place >= 0 {
      let end = matcher.ends[Int(place)]
      if let known = reached.first(where: { $0.end == place && found[$0.hit].matched.count == matched.count })?.hit {
        // *called the truce prudent*: what stands in a gap behind the object belongs to it.
        if found[known].matched == matched, let slot, slot.count > found[known].slot?.count ?? .max { found[known].slot = slot }
      } else {
        reached.append((place, found.count))
        let slot = end.objectFollows ? index..<tokens.count : slot
        found.append(Matcher.Hit(range: matched.startIndex..<index, entry: Int(end.entry), matched: matched, slot: slot))
      }
      place = end.next
    }
  }
}
