import Model

/// What a page says of itself, from its linked data and its `meta` elements.
struct Metadata {
  var title: String?
  var authors: [String] = []
  var published: Published?
  /// What linked data, `meta` elements and the address claim, the most trustworthy first.
  private let claims: [Published]
  var outlet: String?
  /// As the linked data have it.
  private let publisher: String?
  var url: String?
  var language: String?
  /// The description, for telling the standfirst.
  var summary: String?
  /// The text that the linked data carry.
  var articleBody: String?
  /// Not free to read, by its own word.
  var isPaid: Bool

  init(_ tree: Tree, linkedData: [[UInt8]]) {
    let linked = LinkedData(linkedData)
    let tags = MetaTags(tree)
    publisher = linked.publisher
    let site = tags.first("og:site_name") ?? publisher ?? tags.first("application-name")
    outlet = site
    title = linked.headline.map { Title.of(headline: $0, tags, outlet: site) } ?? Title.of(tags, outlet: outlet)
    authors = linked.authors(apartFrom: outlet)
    if authors.isEmpty { authors = tags.authors }
    outlet = outlet ?? linked.organisation
    if outlet == nil, let title, let element = tags.titleElement { outlet = Title.outlet(beside: title, in: element) }
    url = tags.canonical ?? tags.first("og:url") ?? linked.url
    let addressed = url.flatMap(Metadata.day(inAddress:)).map { Published(day: $0) }
    claims = [linked.published].compactMap { $0 } + tags.published + [addressed].compactMap { $0 }
    published = Metadata.local(claims.first, url)
    language = tags.language ?? tags.first("og:locale", "content-language", "dc.language") ?? linked.language
    summary = tags.first("og:description", "description", "twitter:description") ?? linked.summary
    articleBody = linked.articleBody
    isPaid = linked.isPaid
  }

  /// A moment in Greenwich time may be another day where the outlet is: then the address tells the day.
  private static func local(_ published: Published?, _ url: String?) -> Published? {
    guard let published, let time = published.time, time.hasSuffix("Z") || time.hasSuffix("+00:00"),
      let day = url.flatMap(day(inAddress:)), abs(day - published.day) == 1
    else { return published }
    return Published(day: day)
  }

  /// What the page shows stands where its data say nothing; where they contradict each other, it decides between them, and
  /// so it does between the two ways of reading `11/01/2023`.
  mutating func settleDay(shown: @autoclosure () -> Published?) {
    guard let first = published else { return published = shown() }
    guard claims.contains(where: { $0.day != first.day }) || first.day.isAmbiguous, let shown = shown() else { return }
    if let agreed = claims.first(where: { $0.day == shown.day }) {
      published = agreed
    } else if first.day.isAmbiguous, shown.day == first.day.swapped {
      published = shown
    }
  }

  /// Persons whom the page shows stand where its data name nobody, or only the outlet itself, or a single word.
  mutating func settleAuthors(shown: @autoclosure () -> [String]) {
    let names = Set(([outlet, publisher] + (url?.split(separator: "/").prefix(2).map(String.init) ?? [])).compactMap { $0 }.map(Body.folded))
    guard authors.allSatisfy({ !$0.contains(" ") && $0.contains(where: \.isCased) || names.contains(Body.folded($0)) }) else { return }
    let shown = shown()
    if authors.isEmpty || shown.contains(where: { Names.person($0) != nil && !names.contains(Body.folded($0)) }) {
      authors = shown
    }
  }

  /// A day or a moment in ISO 8601 or as people write it.
  static func moment(_ text: String) -> Published? {
    if let day = Day(iso: text) {
      let rest = text.dropFirst(10).drop { $0 == "T" || $0 == " " }
      return Published(day: day, time: clock(rest))
    }
    return DateFinder.dates(in: String(text.beginning(200))).lazy.compactMap(\.published).first
  }

  private static func clock(_ text: Substring) -> String? {
    let time = text.prefix { $0.isNumber || ":.+-Z".contains($0) }
    guard time.count >= 5, time.dropFirst(2).first == ":" else { return nil }
    let zone = time.firstIndex(of: ".").map { time[$0...].dropFirst().drop(while: \.isNumber) }
    return zone.map { String(time.prefix { $0 != "." }) + $0 } ?? String(time)
  }

  /// The day in a file's name or in the address from which an archive had it: the last resort.
  static func day(ofFile source: Source) -> Published? {
    let name = source.file.split(separator: "/").last.map(String.init) ?? source.file
    return (source.url.flatMap(day(inAddress:)) ?? day(inAddress: name)).map { Published(day: $0) }
  }

  /// `/2025/10/21/`, `/2025-10-21-`, `/20251021/`: an address names the day of publication.
  static func day(inAddress address: String) -> Day? {
    let numbers = address.split { !$0.isNumber }
    for (index, number) in numbers.enumerated() {
      if number.count == 4, let year = Int(number), (1995...2099).contains(year), index + 2 < numbers.count,
        numbers[index + 1].count == 2, numbers[index + 2].count <= 2, let month = Int(numbers[index + 1]),
        let day = Int(numbers[index + 2]), let found = Day(year: year, month: month, day: day)
      {
        return found
      }
      if number.count == 8, let value = Int(number), (1995...2099).contains(value / 10_000),
        let found = Day(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      {
        return found
      }
    }
    return nil
  }
}

extension Day {
  /// The day that this is where day and month are written in the other order.
  fileprivate var swapped: Day? {
    Day(year: civil.year, month: civil.day, day: civil.month)
  }

  fileprivate var isAmbiguous: Bool { swapped.map { $0 != self } ?? false }
}
