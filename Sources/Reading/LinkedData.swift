import Model

/// The article among the objects of schema.org that a page carries.
struct LinkedData {
  private var article: JSON?
  private var objects: [JSON] = []

  init(_ blocks: [[UInt8]]) {
    for block in blocks {
      if let value = LooseJSON.value(block) { collect(value, depth: 0) }
    }
    let articles = objects.filter(LinkedData.isArticle)
    article = articles.first { $0["headline"] != nil } ?? articles.first ?? objects.first(where: LinkedData.isWork)
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
    types(object).contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Review" }
  }

  /// What else may have an author: a page, a recipe, a talk.
  private static func isWork(_ object: JSON) -> Bool {
    (object["author"] != nil || object["datePublished"] != nil) && types(object).contains { !$0.hasSuffix("Comment") }
  }

  private func text(_ name: String) -> String? {
    let found = article?[name]?.items.lazy.compactMap { $0.text ?? $0["name"]?.text ?? self.named($0) }.first
    return found.map(LinkedData.clean).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// An object that stands elsewhere on the page: `{"@id": "#author"}`.
  private func named(_ reference: JSON) -> String? {
    guard let id = reference["@id"]?.text else { return nil }
    return objects.first { $0["@id"]?.text == id && $0["name"] != nil }?["name"]?.text
  }

  private static func clean(_ text: String) -> String {
    CleanText.of(Entities.decoded(Entities.decoded(text)))
  }

  var headline: String? { text("headline") }
  var summary: String? { text("description") }
  var language: String? { text("inLanguage") }
  var url: String? { article?["url"]?.text ?? article?["mainEntityOfPage"]?["@id"]?.text }
  var published: Published? {
    article?["datePublished"]?.items.lazy.compactMap(\.text).compactMap(Metadata.moment).first
  }
  var publisher: String? { text("publisher") }
  var articleBody: String? { article?["articleBody"]?.text.map { LinkedData.withoutTags(Entities.decoded($0)) } }

  var isPaid: Bool {
    switch article?["isAccessibleForFree"] {
    case .bool(let free): !free
    case .string(let word): word.lowercased() == "false"
    default: false
    }
  }

  /// The author where it is an organisation.
  var organisation: String? {
    article?["author"]?.items.first { LinkedData.types($0).contains { $0.contains("Organization") } }?["name"]?.text
      .map(LinkedData.clean)
      ?? objects.first { LinkedData.types($0).contains("WebSite") }?["name"]?.text.map(LinkedData.clean)
  }

  /// Persons, and organisations other than the outlet.
  func authors(apartFrom outlet: String?) -> [String] {
    var names: [String] = []
    let own = outlet ?? organisation
    for author in article?["author"]?.items ?? [] {
      guard let text = author["name"]?.items.compactMap(\.text).first ?? author.text ?? named(author) else { continue }
      let clean = LinkedData.clean(text)
      if LinkedData.types(author).contains(where: { $0.contains("Organization") }), clean == own { continue }
      let found = Names.authors(in: clean)
      let whole = found.isEmpty && !clean.hasPrefix("http") && clean != own && !clean.isEmpty
      for name in whole ? [Names.withoutCue(clean)] : found where !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The day that the data of a page's programs call that of publication, as in `"publishedDate":"2031-03-03T10:00:00Z"`.
  static func published(amongPrograms page: [UInt8]) -> Published? {
    var rest = page[...]
    while let found = rest.search(Array("ublish".utf8)) {
      rest = rest[found.upperBound...]
      let name = page[..<found.lowerBound].suffix(12).split(separator: 0x22, omittingEmptySubsequences: false)
      guard name.count > 1, let open = name.last, let close = rest.prefix(12).firstIndex(of: 0x22),
        published.contains(String(decoding: open + page[found.lowerBound..<close], as: UTF8.self).lowercased())
      else { continue }
      let value = rest[close...].dropFirst().drop { $0 <= 0x20 || $0 == 0x3A || $0 == 0x22 }
      if let day = Day(iso: String(decoding: value.prefix(10), as: UTF8.self)) { return Published(day: day) }
    }
    return nil
  }

  private static let published: Set<String> = [
    "datepublished", "date_published", "publisheddate", "published_date", "published", "publishedat", "published_at",
    "publishdate", "publish_date", "publishtime", "publish_time", "firstpublished", "first_published_at", "firstpublishedat",
  ]

  private static func withoutTags(_ text: String) -> String {
    guard text.holds("</") || text.holds("<br") else { return text }
    var inTag = false
    let bytes = text.utf8.map { byte -> UInt8 in
      if byte == 0x3C { inTag = true }
      defer { if byte == 0x3E { inTag = false } }
      return inTag ? 0x0A : byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
