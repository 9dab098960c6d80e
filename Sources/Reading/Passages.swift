/// The passages of a page in order, found in one walk.
struct Passages {
  private(set) var all: [Passage] = []
  /// The UTF-8 of all passages, one after another.
  private var bytes: [UInt8] = []

  /// Small elements whose names promise a byline or a date.
  private(set) var signed: [Int] = []
  private(set) var dated: [Int] = []

  private let tree: Tree
  /// How many bytes of text stand before each node.
  private let before: [Int32]
  /// Bytes of text of the page.
  private let whole: Int
  /// The first h1: what contains it is no clutter.
  private let heading: Int
  private let lenient: Bool

  /// An open element.
  private struct Frame {
    /// The index after its last descendant.
    var end: Int
    /// Itself, or the innermost element around it that is no inline one.
    var node: Int
    var marks: Marks
    var place: Passage.Place
    var tag: Tag
    var links: Bool
    var bold: Bool
    var inline: Bool
  }

  private var stack: [Frame] = []
  private var start = 0
  private var linked = 0
  private var bold = 0
  private var space = false
  private var breaks = 0

  /// What names say holds for elements with at most so many bytes of text: larger ones are containers.
  private static let smallest = 800

  /// A request to subscribe has at most so many bytes.
  private static let request = 400

  /// A byline or a date has at most so many bytes.
  private static let signature = 120

  /// `lenient` keeps what its names call clutter: the second try where too little was left.
  init(_ tree: Tree, lenient: Bool = false) {
    self.tree = tree
    self.lenient = lenient
    var sum: Int32 = 0
    before =
      tree.nodes.map { node in
        defer { if node.tag == .text { sum += Int32(node.range.count) } }
        return sum
      } + [sum]
    whole = Int(sum)
    let sums = before
    heading =
      tree.nodes.indices.first { tree.nodes[$0].tag == .h1 && sums[Int(tree.nodes[$0].end)] - sums[$0] >= 20 } ?? -1
    bytes.reserveCapacity(Int(sum))
    walk()
  }

  /// Bytes of text under a node.
  func size(of node: Int) -> Int {
    Int(before[Int(tree.nodes[node].end)] - before[node])
  }

  func string(_ passage: Passage) -> String {
    bytes[passage.text].withUnsafeBufferPointer(CleanText.of)
  }

  private mutating func walk() {
    stack.append(
      Frame(end: tree.nodes.count, node: 0, marks: [], place: [], tag: .other, links: false, bold: false, inline: false)
    )
    var i = 1
    while i < tree.nodes.count {
      while let top = stack.last, top.end <= i { pop() }
      let node = tree.nodes[i]
      switch node.tag {
      case .text:
        append(tree.bytes[node.range.indices])
        i += 1
      case .br:
        lineBreak()
        i += 1
      case .title, .meta, .link, .button, .nav, .menu, .dialog, .video, .audio:
        i = Int(node.end)
        if !node.tag.isInline { flush() }
      default: i = enter(i)
      }
    }
    while stack.count > 0 { pop() }
  }

  private mutating func enter(_ i: Int) -> Int {
    let node = tree.nodes[i]
    let marks = self.marks(of: i)
    if isClutter(i, marks) {
      if !node.tag.isInline { flush() }
      return Int(node.end)
    }
    if size(of: i) <= Passages.signature {
      if marks.contains(.byline) { signed.append(i) }
      if marks.contains(.date) { dated.append(i) }
    }
    let inline = node.tag.isInline && !place(of: node.tag, marks).contains(.caption)
    if !inline { flush() }
    let top = stack[stack.count - 1]
    stack.append(
      Frame(
        end: Int(node.end), node: inline ? top.node : i,
        marks: size(of: i) <= Passages.smallest ? top.marks.union(marks) : top.marks,
        place: top.place.union(place(of: node.tag, marks)), tag: inline ? top.tag : node.tag,
        links: top.links || node.tag == .a, bold: top.bold || [.b, .strong, .h2, .h3, .h4].contains(node.tag),
        inline: inline))
    return i + 1
  }

  private mutating func pop() {
    if let top = stack.last, !top.inline { flush() }
    stack.removeLast()
  }

  private func place(of tag: Tag, _ marks: Marks) -> Passage.Place {
    switch tag {
    case .figure: .figure
    case .figcaption, .caption: .caption
    case .small where stack.last?.tag != .p && stack.last?.tag.isHeading != true: .caption
    case .blockquote: .quote
    case .li, .dd, .dt: .list
    case .td, .th: .cell
    default: []
    }
  }

  func marks(of i: Int) -> Marks {
    var marks: Marks = []
    for attribute in tree.attributes[tree.nodes[i].range.indices] {
      let value = tree.bytes[attribute.range.indices]
      switch attribute.name {
      case .class, .id, .test: marks.formUnion(Marks.of(value))
      case .hidden: marks.formUnion(.hidden)
      case .itemprop:
        if value.elementsEqual("articleBody".utf8) {
          marks.formUnion(.body)
        } else if value.elementsEqual("author".utf8) {
          marks.formUnion(.byline)
        }
      case .role
      where [
        "navigation", "dialog", "complementary", "contentinfo", "search", "banner", "button", "alert", "menu",
        "tablist",
      ].contains { value.elementsEqual($0.utf8) }:
        marks.formUnion(.clutter)
      default: break
      }
    }
    return marks
  }

  /// Whether an element goes with all that is in it. What holds the greater part of the page is spared, whatever its name.
  func isClutter(_ i: Int, _ marks: Marks) -> Bool {
    let tag = tree.nodes[i].tag
    if tag == .body || tag == .html || tag == .main || tag == .h1 { return false }
    if tag != .header, i < heading, heading < tree.nodes[i].end { return false }
    let share = Double(size(of: i)) / Double(max(whole, 1))
    if marks.contains(.hidden) { return share < 0.5 }
    if marks.contains(.comment), !marks.contains(.body), share < 0.9 { return true }
    if lenient { return false }
    if marks.contains(.wall), !marks.contains(.body), tag != .p { return size(of: i) <= Passages.request }
    if tag == .footer || tag == .aside || tag == .form { return share < 0.4 }
    guard marks.contains(.clutter), !marks.contains(.body), share < 0.4 else { return false }
    if tag == .article { return share < 0.2 }
    if tag == .p, !marks.isDisjoint(with: [.standfirst, .teaser]) { return false }
    return true
  }

  private mutating func lineBreak() {
    breaks += 1
    let line = bold > 0 && bold >= (bytes.count - start) * 9 / 10
    let sentence =
      stack.last?.tag != .p && bytes.count - start >= 80 && bytes.last.map { ".!?\"".utf8.contains($0) } == true
    if breaks >= 2 || sentence || line { flush() } else { space = true }
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    guard let top = stack.last else { return }
    let before = bytes.count
    text.withUnsafeBufferPointer { text in
      var at = 0
      while at < text.count {
        var end = at
        while end < text.count, text[end] > 0x20 { end += 1 }
        if end > at {
          if space, bytes.count > start { bytes.append(0x20) }
          (space, breaks) = (false, 0)
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[at..<end]))
        }
        if end < text.count { space = true }
        at = end + 1
      }
    }
    if top.links { linked += bytes.count - before }
    if top.bold { bold += bytes.count - before }
  }

  private mutating func flush() {
    defer {
      start = bytes.count
      (linked, bold, space, breaks) = (0, 0, false, 0)
    }
    guard bytes.count > start, let top = stack.last else { return }
    all.append(
      Passage(
        node: top.node, text: start..<bytes.count, linked: linked, bold: bold, marks: top.marks, place: top.place,
        tag: top.tag))
  }
}
