public import Model

extension Evidence {
  /// Where its words stand in a text, whatever became of case, marks and white space: of several places the one between
  /// most of the words of `prefix` and `suffix`, as a W3C TextQuoteSelector is resolved. Nil where they do not stand.
  public func place(in text: String) -> Span? {
    let text = Words(of: text)
    let (quote, before, after) = (self.quote.words, prefix.words, suffix.words)
    func neighbours(_ place: Range<Int>) -> Int {
      zip(text.words[..<place.lowerBound].reversed(), before.reversed()).prefix { $0 == $1 }.count
        + zip(text.words[place.upperBound...], after).prefix { $0 == $1 }.count
    }
    let places = text.places(of: quote).map { (place: $0, neighbours: neighbours($0)) }
    let best = places.dropFirst().reduce(places.first) { best, next in
      next.neighbours > (best?.neighbours ?? 0) ? next : best
    }
    return best.map { text.span(of: $0.place) }
  }
}

/// A text as words, with their places in it.
struct Words {
  private(set) var words: [String] = []
  private var spans: [Span] = []

  init(of text: String) {
    var (last, offset) = (text.startIndex, 0)
    for word in text.split(whereSeparator: { !$0.isOfWord }) {
      let start = offset + text.utf8.distance(from: last, to: word.startIndex)
      (last, offset) = (word.endIndex, start + word.utf8.count)
      words.append(word.lowercased())
      spans.append(Span(start, offset))
    }
  }

  func places(of quote: [String]) -> [Range<Int>] {
    guard !quote.isEmpty, quote.count <= words.count else { return [] }
    return (0...words.count - quote.count).filter { words[$0] == quote[0] && words[$0...].starts(with: quote) }
      .map { $0..<$0 + quote.count }
  }

  func span(of place: Range<Int>) -> Span {
    Span(spans[place.lowerBound].start, spans[place.upperBound - 1].end)
  }

  /// The stretch as long as `quote` that shares most words with it; nil where that is less than half of them.
  func nearest(to quote: [String]) -> Range<Int>? {
    let wanted = Set(quote)
    let stretches = stride(from: 0, to: max(1, words.count - quote.count + 1), by: 1).map { start in
      let stretch = start..<min(words.count, start + quote.count)
      return (stretch: stretch, shared: wanted.intersection(words[stretch]).count)
    }
    let best = stretches.reduce(stretches.first) { best, next in next.shared > (best?.shared ?? 0) ? next : best }
    return best.flatMap { $0.shared * 2 > wanted.count ? $0.stretch : nil }
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber }
}

extension String {
  /// Letters and digits in lower case, one word an element.
  var words: [String] {
    lowercased().split { !$0.isOfWord }.map(String.init)
  }
}
