internal import CLibXML2

/// A page as a flat tree: its nodes in document order, each with the index after its last descendant.
///
/// Filled from libxml2's SAX events, so that nothing of the library outlives the parse and no node is visited twice.
struct Tree {
  struct Node {
    var tag: Tag
    var parent: Int32
    /// The index after the last descendant.
    var end: Int32
    /// Of a text node: where its bytes are. Of an element: which attributes are its own.
    var range: Range<Int32>
  }

  struct Attribute {
    var name: AttributeName
    var range: Range<Int32>
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  /// The UTF-8 of all texts and attribute values.
  private(set) var bytes: [UInt8] = []
  private var open: [Int32] = []

  /// `html` must be valid UTF-8 without NUL.
  init(_ html: [UInt8]) {
    bytes.reserveCapacity(html.count)
    nodes.reserveCapacity(html.count / 24)
    nodes.append(Node(tag: .other, parent: -1, end: 0, range: 0..<0))
    open.append(0)
    parse(html)
    while open.count > 0 { close() }
  }

  func value(_ name: AttributeName, of node: Int) -> ArraySlice<UInt8>? {
    for attribute in attributes[nodes[node].range.indices] where attribute.name == name {
      return bytes[attribute.range.indices]
    }
    return nil
  }

  func string(_ name: AttributeName, of node: Int) -> String? {
    value(name, of: node).map { $0.withUnsafeBufferPointer(CleanText.of) }
  }

  /// The text under a node, clean; `parted` puts a space between inline elements, too.
  func text(of node: Int, parted: Bool = false) -> String {
    var out: [UInt8] = []
    for child in node..<Int(nodes[node].end) {
      switch nodes[child].tag {
      case .text: out += bytes[nodes[child].range.indices]
      case let tag where parted || !tag.isInline || tag == .br: out.append(0x20)
      default: break
      }
    }
    return out.withUnsafeBufferPointer(CleanText.of)
  }

  // MARK: Events

  private static let options = Int32(
    bitPattern: HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | 1 << 19)

  private static let ready: Bool = {
    xmlInitParser()
    return true
  }()

  private mutating func parse(_ html: [UInt8]) {
    guard Tree.ready, let length = Int32(exactly: html.count), let context = htmlNewParserCtxt() else { return }
    defer { htmlFreeParserCtxt(context) }
    var handler = xmlSAXHandler()
    handler.initialized = UInt32(XML_SAX2_MAGIC)
    handler.startElement = { tree, name, attributes in
      guard let tree = tree?.assumingMemoryBound(to: Tree.self), let name else { return }
      tree.pointee.start(name, attributes)
    }
    handler.endElement = { tree, _ in tree?.assumingMemoryBound(to: Tree.self).pointee.close() }
    handler.characters = { tree, text, count in
      guard let tree = tree?.assumingMemoryBound(to: Tree.self), let text else { return }
      tree.pointee.append(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    handler.serror = { _, _ in }
    context.pointee.sax.pointee = handler
    withUnsafeMutablePointer(to: &self) { tree in
      context.pointee.userData = UnsafeMutableRawPointer(tree)
      html.withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = htmlCtxtReadMemory(context, start, length, nil, "UTF-8", Tree.options)
      }
    }
  }

  private mutating func start(_ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
    let first = Int32(attributes.count)
    var next = list
    while let pair = next, let key = pair[0] {
      if let name = AttributeName(key) {
        let from = Int32(bytes.count)
        if let value = pair[1] { bytes.append(contentsOf: UnsafeBufferPointer(start: value, count: strlen(value))) }
        attributes.append(Attribute(name: name, range: from..<Int32(bytes.count)))
      }
      next = pair + 2
    }
    let parent = open.last ?? 0
    open.append(Int32(nodes.count))
    nodes.append(Node(tag: Tag(name), parent: parent, end: 0, range: first..<Int32(attributes.count)))
  }

  private mutating func close() {
    guard let node = open.popLast() else { return }
    nodes[Int(node)].end = Int32(nodes.count)
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let from = Int32(bytes.count)
    if text.allSatisfy({ $0 <= 0x20 }) { bytes.append(0x20) } else { bytes.append(contentsOf: text) }
    let last = nodes.count - 1
    if nodes[last].tag == .text, nodes[last].range.upperBound == from, nodes[last].parent == open.last {
      nodes[last].range = nodes[last].range.lowerBound..<Int32(bytes.count)
    } else {
      nodes.append(
        Node(tag: .text, parent: open.last ?? 0, end: Int32(nodes.count) + 1, range: from..<Int32(bytes.count)))
    }
  }
}

extension Range<Int32> {
  var indices: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}

private func strlen(_ text: UnsafePointer<UInt8>) -> Int {
  Int(xmlStrlen(text))
}
