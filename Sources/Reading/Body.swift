import Model

/// Which passages of a page are its article, and what each of them is.
struct Body {
  private let tree: Tree
  private let passages: Passages
  private let title: String?
  private let summary: String?
  /// The article's blocks in order.
  private(set) var blocks: [Block] = []
  /// The person whose name alone is the text's last line.
  private(set) var signature: String?

  /// A passage of so many bytes is not said twice: the second is a copy for another width of screen.
  private static let repeatable = 80

  /// `title` and `summary` as the page's metadata give them.
  init(_ tree: Tree, _ passages: Passages, title: String?, summary: String?, published: Day? = nil) {
    self.tree = tree
    self.passages = passages
    self.title = title.map(Body.folded)
    self.summary = summary.map(Body.folded)
    var at = [Double](repeating: 0, count: tree.nodes.count + 1)
    for passage in passages.all { at[passage.node + 1] += passage.weight }
    for i in at.indices.dropFirst() { at[i] += at[i - 1] }
    let container = Container.find(tree, passages, mass: at)
    let folded = self.title
    extent = Body.extent(container..<Int(tree.nodes[container].end), passages) {
      Body.titleIndex(passages, before: $0, title: folded)
    }
    var entries = Entries(tree, within: container) { at[Int(tree.nodes[$0].end)] - at[$0] }
    if let published { entries.addClocks(of: passages, tree, within: container, on: published) }
    let found = read(entries)
    signature = found.suffix(3).map(\.text).last { Names.isPerson($0) && !Names.isOutlet($0) }
    blocks = Body.trimmed(found)
  }

  /// What is compared of a text.
  static func folded(_ text: String) -> String {
    String(decoding: Array(Folded(text)), as: UTF8.self)
  }

  private func read(_ entries: Entries) -> [Block] {
    var out: [Block] = []
    var speaking = false
    var seen: Set<UInt64> = []
    let whole = extent.range.reduce(0) { $0 + passages.all[$1].weight }
    var passed = 0.0
    var (lastBody, skipped) = (0, 0)
    for index in extent.range {
      let passage = passages.all[index]
      let text = passages.string(passage)
      passed += passage.weight
      if passage.node < skipped { continue }
      if passage.length <= 60, passage.tag != .li, Notices.opensOtherMatter(text) {
        let section = Int(tree.nodes[passage.node].parent)
        if section > lastBody { skipped = Int(tree.nodes[section].end) } else if passed > whole * 0.7 { break }
        continue
      }
      guard text.hasLetter,
        let kind = kind(of: passage, text: text, speaking: speaking, leads: leads(index))
      else {
        continue
      }
      if passage.length >= Body.repeatable, kind.isBody, kind != .list, !seen.insert(Folded(text).hash).inserted {
        continue
      }
      if kind == .paragraph {
        speaking = true
        lastBody = passage.node
      }
      out.append(Block(kind, text, day: entries.day(of: passage.node)))
    }
    return out
  }

  /// Short passages around the title, the nearest first: where pages show author and date.
  var surroundings: [String] {
    let (range, head, lead) = extent
    let start = head ?? range.lowerBound
    let after = start..<min(max(lead, start) + 2, passages.all.count)
    let order = Array(after) + (max(0, start - 15)..<start).reversed() + range.suffix(3)
    return order.map { passages.all[$0] }.filter { $0.length <= 250 }.map(passages.string)
  }

  /// What elements named as bylines and as dates say, the nearest to the title first, those after it before the others.
  var signatures: [String] { nearest(passages.signed).map { tree.text(of: $0) } }
  var dates: [String] { nearest(passages.signed + passages.dated).map { tree.text(of: $0, parted: true) } }

  var titleNode: Int { extent.title.map { passages.all[$0].node } ?? 0 }

  private func nearest(_ nodes: [Int]) -> [Int] {
    let after = nodes.filter { $0 > titleNode }
    let before = nodes.filter { $0 < titleNode }.reversed()
    return Array(after.prefix(6)) + before.prefix(4)
  }

  /// The passages of the article, from the title on; the title; the first that reads as the article's text.
  private let extent: (range: Range<Int>, title: Int?, lead: Int)

  private static func extent(
    _ container: Range<Int>, _ passages: Passages, title: (Int) -> Int?
  ) -> (range: Range<Int>, title: Int?, lead: Int) {
    let all = passages.all
    let first = all.firstIndex { $0.node >= container.lowerBound } ?? 0
    let last = all.lastIndex { $0.node < container.upperBound }.map { $0 + 1 } ?? 0
    guard first < last else { return (0..<0, nil, 0) }
    let lead = (first..<last).first { all[$0].weight > 0 } ?? last
    guard let head = title(lead), lead - head < 40 else { return (first..<last, nil, lead) }
    return (head..<max(last, head), head, lead)
  }

  /// The last passage before the body that reads as the title; an h1 else.
  private static func titleIndex(_ passages: Passages, before limit: Int, title: String?) -> Int? {
    let heads = passages.all.indices.prefix(limit + 1).filter { passages.all[$0].length <= 400 }
    if let title,
      let found = heads.last(where: { Folded(passages.string(passages.all[$0])).elementsEqual(title.utf8) })
    {
      return found
    }
    return heads.last { passages.all[$0].tag == .h1 }
  }

  private func kind(of passage: Passage, text: String, speaking: Bool, leads: Bool) -> Block.Kind? {
    let marks = passage.marks
    let isTitle = title.map { Folded(text).elementsEqual($0.utf8) } == true
    if !speaking, isTitle || passage.tag == .h1 { return .headline }
    if isTitle, passage.tag.isHeading { return nil }
    if passage.place.contains(.caption) || marks.contains(.caption) || passage.place.contains(.figure) {
      return marks.contains(.credit) || Notices.kind(of: text) == .credit ? .credit : .caption
    }
    if marks.contains(.credit), passage.length < 200 { return .credit }
    if !passage.tag.isHeading, isByline(passage, text, speaking: speaking) { return .byline }
    if marks.contains(.pullQuote), passage.length < 300 { return nil }
    if !speaking, isStandfirst(passage, text) { return .standfirst }
    if marks.contains(.teaser), speaking { return nil }
    if let notice = Notices.kind(of: text) { return notice == .credit ? .credit : nil }
    if Notices.isCaption(text) { return .caption }
    if passage.tag.isHeading {
      return passage.linkDensity > 0.8 ? nil : speaking || leads || passage.length > 60 ? .subheading : nil
    }
    if marks.contains(.kicker), !speaking, passage.length <= 80, !Body.endsSentence(text) { return nil }
    if passage.linkDensity > (passage.tag == .p ? 0.8 : 0.5), passage.length < 300 { return nil }
    if passage.place.contains(.quote) { return .quote }
    if passage.place.contains(.list) { return .list }
    if isBoldHeading(passage, text), speaking { return .subheading }
    if passage.tag != .p, passage.length < 25, !Body.endsSentence(text) { return nil }
    if passage.place.contains(.cell), passage.length < 80, !Body.endsSentence(text) { return nil }
    return .paragraph
  }

  /// The next passage is of the body.
  private func leads(_ index: Int) -> Bool {
    index + 1 < extent.range.upperBound && passages.all[index + 1].weight > 0
      && passages.all[index].marks.isDisjoint(with: [.kicker, .byline])
  }

  private func isStandfirst(_ passage: Passage, _ text: String) -> Bool {
    // What is one link leads to another item.
    if !passage.marks.isDisjoint(with: [.standfirst, .teaser]), passage.length >= 25, passage.linkDensity <= 0.8 { return true }
    guard let summary, passage.length >= 40 else { return false }
    return Folded(text).elementsEqual(summary.utf8)
  }

  /// Before the body by name or by look; within it only what has both.
  private func isByline(_ passage: Passage, _ text: String, speaking: Bool) -> Bool {
    let named = passage.marks.contains(.byline) || passage.marks.contains(.date)
    if speaking {
      return named && passage.length < 150 && (passage.tag != .p || Names.isByline(text) || isDateLine(text))
    }
    return named && passage.length < 250 || Names.isByline(text) || isDateLine(text)
  }

  private func isDateLine(_ text: String) -> Bool {
    text.utf8.count <= 120 && !text.isSentence && DateFinder.dates(in: text).contains { $0.exact != nil }
  }

  /// A question in bold letters is an interviewer's.
  private func isBoldHeading(_ passage: Passage, _ text: String) -> Bool {
    passage.bold * 10 >= passage.length * 9 && passage.length <= 100 && !text.ends(in: ".:?")
  }

  static func endsSentence(_ text: String) -> Bool {
    text.ends(in: ".!?…:”“»\"'’)")
  }

  /// Without quotations that repeat the text (pull quotes), and without headings and labels that nothing follows.
  private static func trimmed(_ blocks: [Block]) -> [Block] {
    let isQuoting = blocks.contains { $0.kind == .quote }
    let text = isQuoting ? folded(blocks.lazy.filter { $0.kind == .paragraph }.map(\.text).joined()) : ""
    var blocks = blocks.filter { $0.kind != .quote || $0.text.utf8.count > 300 || !text.holds(folded($0.text)) }
    while let last = blocks.last,
      last.kind == .subheading || last.kind == .paragraph && last.text.count < 40 && !endsSentence(last.text)
    {
      blocks.removeLast()
    }
    return blocks
  }
}

/// The letters and digits of a text, for comparisons: ASCII in lower case, other letters as they are, no signs.
private struct Folded: Sequence, IteratorProtocol {
  private var bytes: String.UTF8View.Iterator
  /// How many bytes of a sign are left.
  private var skip = 0

  init(_ text: String) {
    bytes = text.utf8.makeIterator()
  }

  /// FNV-1a.
  var hash: UInt64 { reduce(CommonWords.seed) { CommonWords.mix($1, into: $0) } }

  @inline(__always) mutating func next() -> UInt8? {
    while let byte = bytes.next() {
      switch byte {
      case 0x41...0x5A: return byte | 0x20
      case 0x30...0x39, 0x61...0x7A: return byte
      case 0xC2: skip = 1
      case 0xE2: skip = 2
      case 0x80...0xFF where skip > 0: skip -= 1
      case 0x80...0xFF: return byte
      default: break
      }
    }
    return nil
  }
}
