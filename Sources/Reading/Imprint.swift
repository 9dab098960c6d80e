import Model

/// What a page shows its readers of its day and its authors, as against what its data say.
///
/// Looked at are, in this order: texts that open with a cue ("Published on", "Autor:"), elements that are named for what
/// they hold, the lines around the title, and the line that signs the text.
struct Imprint {
  private let tree: Tree
  private let body: Body

  /// A text that opens with a cue has at most so many bytes, and so many after it may hold what the cue promises.
  private static let longest = 120

  init(_ tree: Tree, _ body: Body) {
    self.tree = tree
    self.body = body
  }

  /// Never the day of a change.
  var published: Published? {
    let cued = following(Notices.publicationCues) { _ in true }.lazy.compactMap { Imprint.date(in: $0) }.first
    return cued
      ?? (body.dates + body.surroundings).lazy.filter { !Notices.tellsChange($0) }.compactMap(Imprint.date).first
      ?? body.blocks.first { $0.kind == .paragraph || $0.kind == .standfirst }
      .flatMap { Metadata.moment(String($0.text.prefix(90))) }
  }

  /// Names of persons; of what is marked as a byline, a single word too.
  var authors: [String] {
    lazy var lines = body.surroundings
    return body.signatures.lazy.map(Names.signed).first { !$0.isEmpty }
      ?? following(Names.cues, Names.isCue).lazy.map(Names.authors).first { !$0.isEmpty }
      ?? lines.lazy.filter(Names.isByline).map(Names.authors).first { !$0.isEmpty }
      ?? lines.lazy.compactMap { Imprint.nameBesideDate($0) ?? Imprint.nameBesideRole($0) }.first.map { [$0] }
      ?? body.signature.map { [$0] } ?? []
  }

  private static func date(in line: String) -> Published? {
    DateFinder.dates(in: line).lazy.compactMap(\.published).first
  }

  /// "11.12.2031 - Ann Doe", "Posted May 5, 2031 by Ann Doe": the name between the marks of a line that has a date.
  private static func nameBesideDate(_ line: String) -> String? {
    guard line.utf8.count <= longest, let date = DateFinder.dates(in: line).first else { return nil }
    let rest = [line[..<date.range.lowerBound], line[date.range.upperBound...]].map(String.init)
    return rest.lazy.flatMap { $0.parts(between: "-–—|/·•,:") }.map { $0.trimming() }
      .compactMap { Names.isByline($0) ? Names.authors(in: $0).first : isName($0) ? $0 : nil }.first
  }

  /// "Ann Doe, special correspondent"
  private static func nameBesideRole(_ line: String) -> String? {
    guard line.utf8.count <= longest, line.utf8.contains(0x2C), !line.isSentence else { return nil }
    let parts = line.split(separator: ",", maxSplits: 1).map { $0.trimming() }
    guard parts.count == 2, isName(parts[0]) else { return nil }
    return parts[1].words.prefix(2).contains { Names.isRole(String($0)) } ? parts[0] : nil
  }

  private static func isName(_ text: String) -> Bool {
    Names.isPerson(text) && !Names.isOutlet(text)
  }

  /// The lines that open with a cue, each with the line after it where it is nothing but the cue; those after the title first.
  private func following<Value: Sendable>(_ cues: Lookup<Value>, _ isCue: (String) -> Bool) -> [String] {
    var before: [String] = []
    var after: [String] = []
    for (index, node) in tree.nodes.enumerated()
    where node.tag == .text && (2...Imprint.longest).contains(node.range.count) {
      let text = tree.bytes[node.range.indices]
      guard Wording.opening(of: text, in: cues) != nil, opensLine(index), isCue(String(decoding: text, as: UTF8.self))
      else { continue }
      let lines = lines(from: index)
      if index > body.titleNode { after += lines } else { before += lines }
    }
    return after + before
  }

  private func block(of node: Int) -> Int32 {
    var block = tree.nodes[node].parent
    while block > 0, tree.nodes[Int(block)].tag.isInline { block = tree.nodes[Int(block)].parent }
    return block
  }

  private func isBlank(_ node: Tree.Node) -> Bool {
    tree.bytes[node.range.indices].allSatisfy { $0 <= 0x20 }
  }

  private func opensLine(_ index: Int) -> Bool {
    let block = block(of: index)
    for other in (Int(block)..<index).reversed() {
      let node = tree.nodes[other]
      if node.tag == .br { return true }
      if node.tag == .text, !isBlank(node) { return self.block(of: other) != block }
    }
    return true
  }

  /// The line that a text opens, and the same with the line after it.
  private func lines(from start: Int) -> [String] {
    var bytes: [UInt8] = []
    var lines: [String] = []
    var block = block(of: start)
    for index in start..<tree.nodes.count where lines.count < 2 {
      let node = tree.nodes[index]
      guard node.tag == .br || node.tag == .text && !isBlank(node) else { continue }
      if node.tag == .br || self.block(of: index) != block {
        block = self.block(of: index)
        lines.append(bytes.withUnsafeBufferPointer(CleanText.of))
        bytes.append(0x20)
      }
      if node.tag == .text { bytes += tree.bytes[node.range.indices].prefix(Imprint.longest) }
    }
    return lines
  }
}
