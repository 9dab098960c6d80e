import Model

/// What a page says of itself, from its linked data, its `meta` elements and its visible head, in this order.
struct Metadata {
  var title: String?
  var authors: [String] = []
  var published: Published?
  var outlet: String?
  var url: String?
  var language: String?
  /// The description, for telling the standfirst.
  var summary: String?
  /// The text that the linked data carry.
  var articleBody: String?

  init(_ tree: Tree, linkedData: [[UInt8]]) {
    let linked = LinkedData(linkedData)
    let tags = MetaTags(tree)
    title = linked.headline ?? tags.heading ?? tags.first("og:title", "twitter:title") ?? tags.titleElement
    authors = linked.authors.isEmpty ? tags.authors : linked.authors
    published = linked.published ?? tags.published
    outlet = tags.first("og:site_name") ?? linked.publisher ?? tags.first("application-name")
    url = tags.canonical ?? tags.first("og:url") ?? linked.url
    language = tags.language ?? tags.first("og:locale", "content-language", "dc.language") ?? linked.language
    summary = tags.first("og:description", "description", "twitter:description") ?? linked.summary
    articleBody = linked.articleBody
  }

  /// A day or a moment in ISO 8601 or as people write it.
  static func moment(_ text: String) -> Published? {
    if let day = Day(iso: text) {
      let rest = text.dropFirst(10).drop { $0 == "T" || $0 == " " }
      return Published(day: day, time: clock(rest))
    }
    return DateFinder.dates(in: text).lazy.compactMap(\.published).first
  }

  private static func clock(_ text: Substring) -> String? {
    let time = text.prefix { $0.isNumber || ":.+-Z".contains($0) }
    guard time.count >= 5, time.dropFirst(2).first == ":" else { return nil }
    let zone = time.firstIndex(of: ".").map { time[$0...].dropFirst().drop(while: \.isNumber) }
    return zone.map { String(time.prefix { $0 != "." }) + $0 } ?? String(time)
  }
}

/// The article among the objects of schema.org that a page carries.
struct LinkedData {
  private var article: JSON?
  private var objects: [JSON] = []

  init(_ blocks: [[UInt8]]) {
    for block in blocks {
      if let value = LooseJSON.value(block) { collect(value, depth: 0) }
    }
    article = objects.first { LinkedData.isArticle($0) && $0["headline"] != nil } ?? objects.first(where: LinkedData.isArticle)
  }

  private mutating func collect(_ value: JSON, depth: Int) {
    guard depth < 4 else { return }
    for item in value.items {
      if item["@type"] != nil { objects.append(item) }
      for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let inner = item[key] { collect(inner, depth: depth + 1) }
      }
    }
  }

  private static func types(_ object: JSON) -> [String] {
    object["@type"]?.items.compactMap(\.text) ?? []
  }

  private static func isArticle(_ object: JSON) -> Bool {
    types(object).contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" || $0 == "Review" }
  }

  private func text(_ name: String) -> String? {
    article?[name]?.items.lazy.compactMap { $0.text ?? $0["name"]?.text }.first.map(LinkedData.clean).flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func clean(_ text: String) -> String {
    CleanText.of(Entities.decoded(text))
  }

  var headline: String? { text("headline") }
  var summary: String? { text("description") }
  var language: String? { text("inLanguage") }
  var url: String? { article?["url"]?.text ?? article?["mainEntityOfPage"]?["@id"]?.text }
  var published: Published? { article?["datePublished"]?.items.lazy.compactMap(\.text).compactMap(Metadata.moment).first }
  var publisher: String? { text("publisher") }
  var articleBody: String? { article?["articleBody"]?.text }

  /// Persons; what is typed as an organisation is an outlet.
  var authors: [String] {
    var names: [String] = []
    for author in article?["author"]?.items ?? [] {
      if LinkedData.types(author).contains(where: { $0.contains("Organization") }) { continue }
      guard let text = author["name"]?.items.compactMap(\.text).first ?? author.text else { continue }
      let clean = LinkedData.clean(text)
      let found = Names.authors(in: clean)
      for name in found.isEmpty && !clean.hasPrefix("http") ? [clean] : found where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

/// What the head of a page and its first heading say.
struct MetaTags {
  private var values: [String: String] = [:]
  private(set) var titleElement: String?
  private(set) var heading: String?
  private(set) var canonical: String?
  private(set) var language: String?
  private var times: [(text: String, changed: Bool)] = []
  private var bylines: [String] = []

  init(_ tree: Tree) {
    for (index, node) in tree.nodes.enumerated() {
      switch node.tag {
      case .html where language == nil: language = tree.string(.lang, of: index)
      case .meta: take(meta: index, tree)
      case .title where titleElement == nil: titleElement = tree.text(of: index)
      case .link where tree.string(.rel, of: index) == "canonical": canonical = tree.string(.href, of: index)
      case .h1 where heading == nil:
        let text = tree.text(of: index)
        if !text.isEmpty { heading = text }
      case .time: take(time: index, tree)
      case .a where tree.string(.rel, of: index) == "author": bylines.append(tree.text(of: index))
      default: break
      }
    }
  }

  private mutating func take(meta index: Int, _ tree: Tree) {
    guard let content = tree.string(.content, of: index), !content.isEmpty else { return }
    for key in [AttributeName.property, .name, .itemprop] {
      if let name = tree.string(key, of: index)?.lowercased(), values[name] == nil { values[name] = content }
    }
  }

  private mutating func take(time index: Int, _ tree: Tree) {
    guard times.count < 8, let text = tree.string(.datetime, of: index) ?? Optional(tree.text(of: index)) else { return }
    let name = [AttributeName.class, .itemprop, .id].compactMap { tree.string($0, of: index) }.joined(separator: " ").lowercased()
    times.append((text, ["modif", "updat", "aktual"].contains(where: name.contains)))
  }

  func first(_ names: String...) -> String? {
    names.lazy.compactMap { values[$0] }.first
  }

  var authors: [String] {
    let named = ["author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "dcterms.creator"]
      .compactMap { values[$0] }.filter { !$0.hasPrefix("http") }
    for source in [named.prefix(1).map { $0 }, bylines] {
      var names: [String] = []
      for name in source.flatMap(Names.authors) where !names.contains(name) { names.append(name) }
      if !names.isEmpty { return names }
    }
    return []
  }

  var published: Published? {
    let names = [
      "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publish-date",
      "publishdate", "publish_date", "published_time", "article.published", "dc.date.issued", "dcterms.created", "dc.date",
      "dcterms.date", "sailthru.date", "parsely-pub-date", "article_date_original", "originalpublicationdate",
      "cxenseparse:recs:publishtime", "og:published_time", "bt:pubdate", "article:published", "rnews:datepublished",
      "last-published", "created", "citation_publication_date", "datecreated",
    ]
    return names.lazy.compactMap { values[$0] }.compactMap(Metadata.moment).first
      ?? times.lazy.filter { !$0.changed }.compactMap { Metadata.moment($0.text) }.first
  }
}
