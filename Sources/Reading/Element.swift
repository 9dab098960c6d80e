internal import CLibXML2

/// An element of an XML document: for the small, regular documents of agencies and feeds.
///
/// Entities that a document declares are not expanded, for no handler takes their declarations; so the parser's own limit
/// of depth, with which it gives up, can be lifted. Nothing is fetched, no DTD is read. What nests deeper than
/// `Limits.depth` stands side by side there.
struct Element {
  let name: String
  var attributes: [String: String] = [:]
  var children: [Element] = []
  /// Own text, before and between the children.
  var text = ""

  /// Nil where the bytes are no XML. `utf8` is valid UTF-8, whatever its declaration says.
  static func parse(_ utf8: [UInt8]) -> Element? {
    var reader = Builder()
    guard let length = Int32(exactly: utf8.count), let context = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(context) }
    var handler = xmlSAXHandler()
    handler.startElement = { reader, name, attributes in
      guard let name else { return }
      reader?.assumingMemoryBound(to: Builder.self).pointee.start(name, attributes)
    }
    handler.endElement = { reader, _ in reader?.assumingMemoryBound(to: Builder.self).pointee.end() }
    handler.characters = { reader, text, count in
      guard let text else { return }
      reader?.assumingMemoryBound(to: Builder.self).pointee.characters(
        UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.cdataBlock = handler.characters
    context.pointee.sax.pointee = handler
    let options = Int32(
      bitPattern: UInt32(
        XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
          | XML_PARSE_NOWARNING.rawValue | XML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_SAX1.rawValue
          | XML_PARSE_HUGE.rawValue))
    withUnsafeMutablePointer(to: &reader) { reader in
      context.pointee.userData = UnsafeMutableRawPointer(reader)
      utf8.withUnsafeBytes { bytes in
        let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = xmlCtxtReadMemory(context, start, length, nil, "UTF-8", options)
      }
    }
    return reader.close()
  }

  /// The first child of a name, without regard to prefixes.
  subscript(name: String) -> Element? {
    children.first { $0.local == name }
  }

  var local: String {
    name.split(separator: ":").last.map(String.init) ?? name
  }

  /// All elements of a name at any depth, in document order.
  func all(_ name: String) -> [Element] {
    children.flatMap { ($0.local == name ? [$0] : []) + $0.all(name) }
  }

  /// The clean text of the element and of all in it.
  var content: String {
    CleanText.of(Entities.decoded(whole))
  }

  private var whole: String {
    text + children.map { " " + $0.whole }.joined()
  }

  private struct Builder {
    var root: Element?
    private var open: [Element] = []
    /// Elements that are open beyond the deepest, each in place of the one before.
    private var beyond = 0

    mutating func start(_ name: UnsafePointer<UInt8>, _ list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
      if open.count == Limits.depth {
        beyond += 1
        leave()
      }
      var element = Element(name: String(cString: name))
      var next = list
      while let pair = next, let key = pair[0] {
        element.attributes[String(cString: key)] = pair[1].map { String(cString: $0) } ?? ""
        next = pair + 2
      }
      open.append(element)
    }

    mutating func end() {
      if beyond > 0 { beyond -= 1 } else { leave() }
    }

    private mutating func leave() {
      guard let element = open.popLast() else { return }
      if open.isEmpty { root = root ?? element } else { open[open.count - 1].children.append(element) }
    }

    /// The root, with what is open yet.
    mutating func close() -> Element? {
      while !open.isEmpty { leave() }
      return root
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
      guard !open.isEmpty else { return }
      open[open.count - 1].text += String(decoding: bytes, as: UTF8.self)
    }
  }
}
