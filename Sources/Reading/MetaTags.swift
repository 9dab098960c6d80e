import Model

/// What the elements of a page's head, its headings and its marked dates and authors say.
struct MetaTags {
  private var values: [String: String] = [:]
  private var dates: [String] = []
  private var times: [(text: String, changed: Bool)] = []
  private var bylines: [String] = []
  private(set) var titleElement: String?
  private(set) var headings: [(level: Int, text: String)] = []
  private(set) var canonical: String?
  private(set) var language: String?

  /// So many headings are compared with the page's title, and as many more of the first level: menus have headings too.
  private static let mostHeadings = 24

  init(_ tree: Tree) {
    for (index, node) in tree.nodes.enumerated() {
      switch node.tag {
      case .text: continue
      case .html where language == nil: language = tree.string(.lang, of: index)
      case .meta: take(meta: index, tree)
      case .title where titleElement == nil: titleElement = tree.text(of: index)
      case .link where tree.string(.rel, of: index) == "canonical": canonical = tree.string(.href, of: index)
      case .h1, .h2, .h3: take(heading: index, level: Int(node.tag.rawValue - Tag.h1.rawValue) + 1, tree)
      case .time: take(time: index, tree)
      default: if !node.range.isEmpty { take(item: index, tree) }
      }
    }
  }

  private static let dateNames = ["publi", "pubdate", "issued", "created"].map { Array($0.utf8) }
  private static let changeName = Array("modif".utf8)

  private mutating func take(meta index: Int, _ tree: Tree) {
    guard let content = tree.string(.content, of: index), !content.isEmpty else { return }
    for key in [AttributeName.property, .name, .itemprop] {
      guard let name = tree.string(key, of: index)?.lowercased(), values[name] == nil else { continue }
      values[name] = content
      let letters = Array(name.utf8)[...]
      if MetaTags.dateNames.contains(where: { letters.search($0) != nil }), letters.search(MetaTags.changeName) == nil {
        dates.append(content)
      }
    }
  }

  private mutating func take(heading index: Int, level: Int, _ tree: Tree) {
    guard headings.count < MetaTags.mostHeadings * (level == 1 ? 2 : 1), tree.nodes[index].end - Int32(index) < 60 else { return }
    let text = tree.text(of: index)
    if !text.isEmpty, text.utf8.count <= 400 { headings.append((level, text)) }
  }

  private mutating func take(time index: Int, _ tree: Tree) {
    guard times.count < 8, !MetaTags.isOfTeaser(index, tree), let text = tree.string(.datetime, of: index) ?? Optional(tree.text(of: index)) else {
      return
    }
    let name = [AttributeName.class, .itemprop, .id].compactMap { tree.string($0, of: index) }.joined(separator: " ")
      .lowercased()
    times.append((text, ["modif", "updat", "aktual"].contains(where: name.contains)))
  }

  /// In a link that says more than times: the link leads to another item, and the time is that one's.
  private static func isOfTeaser(_ index: Int, _ tree: Tree) -> Bool {
    var node = Int(tree.nodes[index].parent)
    while node > 0, tree.nodes[node].tag != .a { node = Int(tree.nodes[node].parent) }
    var (said, at) = (0, node)
    while node > 0, at < tree.nodes[node].end {
      let inner = tree.nodes[at]
      if inner.tag == .text { said += inner.range.count }
      at = inner.tag == .time ? Int(inner.end) : at + 1
    }
    return said > 20
  }

  private mutating func take(item index: Int, _ tree: Tree) {
    for attribute in tree.attributes[tree.nodes[index].range.indices] {
      let value = tree.bytes[attribute.range.indices]
      switch attribute.name {
      case .itemprop where value.elementsEqual("datePublished".utf8):
        dates.append(tree.string(.content, of: index) ?? tree.text(of: index))
      case .itemprop where value.elementsEqual("author".utf8), .rel where value.elementsEqual("author".utf8):
        bylines.append(tree.text(of: index))
      default: break
      }
    }
  }

  func first(_ names: String...) -> String? {
    names.lazy.compactMap { values[$0] }.first
  }

  var authors: [String] {
    let named = [
      "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator",
    ]
    .compactMap { values[$0] }.filter { !$0.hasPrefix("http") && !$0.utf8.contains(0x40) }
    for source in [Array(named.prefix(1)), bylines.filter { $0.utf8.count <= 80 }] {
      var names: [String] = []
      for text in source {
        for name in Names.signed(text) where !names.contains(name) { names.append(name) }
      }
      if !names.isEmpty { return names }
    }
    return []
  }

  /// The days that the elements give for the publication, the most trustworthy first.
  var published: [Published] {
    let names = [
      "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date",
      "dc.date.issued",
      "dcterms.created", "dc.date", "dcterms.date", "sailthru.date", "parsely-pub-date", "article_date_original",
      "originalpublicationdate",
    ]
    let named = (names.compactMap { values[$0] } + dates).compactMap(Metadata.moment)
    return named.isEmpty ? times.lazy.filter { !$0.changed }.compactMap { Metadata.moment($0.text) }.prefix(1) + [] : named
  }
}
