/// The title of a page without linked data: the heading that agrees with what the head of the page says.
enum Title {
  static func of(_ tags: MetaTags, outlet: String?) -> String? {
    let told = [tags.first("og:title", "twitter:title"), tags.titleElement].compactMap { $0 }
    let parts = told.flatMap { pieces(of: $0, outlet: outlet) }
    let titles = told.map { Array(Body.folded($0).utf8)[...] }
    let site = outlet.map(Body.folded)
    let agreed = tags.headings.map { (level: $0.level, text: $0.text, folded: Body.folded($0.text)) }
      .filter { heading in
        heading.folded.count >= 8 && heading.folded != site
          && titles.contains { $0.search(Array(heading.folded.utf8)) != nil }
      }
    if let longest = agreed.max(by: { $0.folded.count < $1.folded.count }) {
      let main = agreed.first { $0.level == 1 && $0.folded.count * 3 >= longest.folded.count * 2 }
      return (main ?? longest).text
    }
    for heading in tags.headings where heading.level == 1 {
      let folded = Body.folded(heading.text)
      let part = parts.first { folded.hasSuffix(Body.folded($0)) && Body.folded($0).count * 2 >= folded.count }
      if let part { return part }
    }
    let first = tags.headings.first { $0.level == 1 && Body.folded($0.text).count >= 8 }?.text
    if let first, first.split(separator: " ").count >= 4 || parts.isEmpty { return first }
    return parts.first ?? first
  }

  /// A headline of linked data, without the outlet's name at its end, and without what the page's h1 leaves out there.
  static func of(headline: String, _ tags: MetaTags, outlet: String?) -> String {
    let ends = outlet.map { outlet in marks.map { $0 + outlet } } ?? []
    let headline = ends.first(where: headline.hasSuffix).map { String(headline.dropLast($0.count)) } ?? headline
    let folded = Body.folded(headline)
    let heading = tags.headings.first {
      $0.level == 1 && folded.hasPrefix(Body.folded($0.text)) && $0.text.count * 2 >= headline.count
    }
    return heading.map { $0.text.count < headline.count ? $0.text : headline } ?? headline
  }

  /// The outlet that the `title` element names before or after the title of the article.
  static func outlet(beside title: String, in element: String) -> String? {
    let folded = Body.folded(title)
    for mark in marks where element.holds(mark) {
      let pieces = split(element, at: mark)
      guard pieces.count > 1, let place = pieces.firstIndex(where: { Body.folded($0).holds(folded) }) else { continue }
      let piece = place == 0 ? pieces[pieces.count - 1] : pieces[0]
      return Names.isOutlet(piece) ? piece : nil
    }
    return nil
  }

  private static func split(_ title: String, at mark: String) -> [String] {
    let mark = Array(mark.utf8)
    var rest = Array(title.utf8)[...]
    var pieces: [ArraySlice<UInt8>] = []
    while let found = rest.search(mark) {
      pieces.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return (pieces + [rest]).filter { !$0.isEmpty }.map { String(decoding: $0, as: UTF8.self).trimming() }
  }

  private static let marks = [" | ", " - ", " – ", " — ", " :: ", " · ", " » ", " / "]

  /// The same title without the outlet's or the section's name before or after it, the likeliest first; itself last.
  private static func pieces(of title: String, outlet: String?) -> [String] {
    var found: [String] = []
    for mark in marks where title.holds(mark) {
      let pieces = split(title, at: mark)
      guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { continue }
      let isLastOutlet = outlet.map { Body.folded(last) == Body.folded($0) } ?? (first.count >= last.count)
      let longest = pieces.max { $0.count < $1.count } ?? title
      let rest = isLastOutlet ? pieces.dropLast() : pieces.dropFirst()
      found += longest.count * 2 > title.count ? [longest] : []
      found.append(rest.joined(separator: mark))
    }
    return found + [title]
  }
}
