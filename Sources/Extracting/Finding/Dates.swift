import Model

/// Reads the days that a text names, relative to the day of its publication.
///
/// A bare weekday is the most recent one, the day of publication included: right nine times in ten in news.
struct Dates {
  let lexicon: Lexicon
  let tokens: Tokens
  /// Those that tell of a time.
  private let hits: [Matcher.Hit]
  let published: Day?
  /// The day that the blocks before named last.
  let last: Day?

  init(lexicon: Lexicon, text: Annotated, published: Day?, last: Day? = nil) {
    self.lexicon = lexicon
    tokens = text.tokens
    hits = text.hits.filter { lexicon.meanings[$0.entry].isTime }
    self.published = published
    self.last = last
  }

  /// The first day named in `range`.
  func day(in range: Range<Int>) -> Day? {
    for hit in hits where range.contains(hit.range.lowerBound) {
      switch lexicon.meanings[hit.entry] {
      case .month(let month): if let day = day(ofMonth: month, at: hit.range) { return day }
      case .weekday(let weekday): if let day = day(besideWeekday: hit.range) ?? day(ofWeekday: weekday, at: hit.range) { return day }
      case .day(let offset): if let published { return published + offset }
      case .ago(let count): if let published { return published + -count }
      case .weekdayBefore(let weekday):
        if let day = lastDay(before: hit.range.lowerBound) ?? last ?? published { return day + -Dates.back(to: weekday, from: day) }
      case .before(let count): if let day = lastDay(before: hit.range.lowerBound) ?? last { return day + -count }
      default: break
      }
    }
    return range.lazy.compactMap { numeric($0) }.first
  }

  /// The day named last in the words before.
  private func lastDay(before index: Int) -> Day? {
    (0..<index).reversed().lazy.compactMap { day(in: $0..<($0 + 1)) }.first
  }

  /// *last month*, *in August*: a time that is no day.
  func isVague(at token: Int) -> Bool {
    hits.contains { hit in
      guard hit.range.contains(token) else { return false }
      switch lexicon.meanings[hit.entry] {
      case .vague: return true
      case .month(let month): return day(ofMonth: month, at: hit.range) == nil
      default: return false
      }
    }
  }

  /// The words that name `day`, with the numbers beside them.
  func words(naming day: Day, in range: Range<Int>) -> Range<Int>? {
    guard let token = range.first(where: { self.day(in: $0..<($0 + 1)) == day }) else { return nil }
    var words = hits.first { $0.range.lowerBound == token }?.range ?? token..<(token + 1)
    while number(words.lowerBound - 1) != nil || isStop(words.lowerBound - 1) && number(words.lowerBound - 2) != nil {
      words = (words.lowerBound - 1)..<words.upperBound
    }
    while number(words.upperBound) != nil { words = words.lowerBound..<(words.upperBound + 1) }
    return words
  }

  private func day(ofMonth month: Int, at range: Range<Int>) -> Day? {
    let before = number(range.lowerBound - 1) ?? (isStop(range.lowerBound - 1) ? number(range.lowerBound - 2) : nil)
    if let day = before, (1...31).contains(day) {
      return self.day(month, day, year: number(range.upperBound) ?? number(range.upperBound + 1))
    }
    var after = range.upperBound
    if isStop(after) { after += 1 }
    guard let day = number(after), (1...31).contains(day) else { return nil }
    return self.day(month, day, year: number(after + 1) ?? number(after + 2))
  }

  /// Without a year: the latest such day that is not more than a week after the publication.
  private func day(_ month: Int, _ day: Int, year: Int?) -> Day? {
    if let year, (1900...2200).contains(year) { return Day(year: year, month: month, day: day) }
    guard let published else { return nil }
    let year = published.civil.year
    guard let same = Day(year: year, month: month, day: day) else { return nil }
    return same - published <= 7 ? same : Day(year: year - 1, month: month, day: day)
  }

  /// *Monday, 20 October*
  private func day(besideWeekday range: Range<Int>) -> Day? {
    hits.lazy.filter { (0...4).contains($0.range.lowerBound - range.upperBound) }.compactMap { hit -> Day? in
      let between = range.upperBound..<hit.range.lowerBound
      guard case .month(let month) = lexicon.meanings[hit.entry],
        between.allSatisfy({ number($0) != nil || !tokens[$0].isWord || tokens[$0].classes.contains(.determiner) })
      else { return nil }
      return day(ofMonth: month, at: hit.range)
    }.first
  }

  private func day(ofWeekday weekday: Int, at range: Range<Int>) -> Day? {
    guard let published else { return nil }
    let back = Dates.back(to: weekday, from: published)
    switch qualifier(before: range.lowerBound) {
    case .nextWeek?: return published + (back == 7 ? 7 : 7 - back)
    case .lastWeek?: return published + -back
    default: return published + -(back % 7)
    }
  }

  /// 1 to 7 days.
  private static func back(to weekday: Int, from day: Day) -> Int {
    (day.weekday - weekday + 6) % 7 + 1
  }

  private func qualifier(before index: Int) -> Meaning? {
    hits.first { hit in
      guard hit.range.upperBound == index else { return false }
      switch lexicon.meanings[hit.entry] {
      case .nextWeek, .lastWeek: return true
      default: return false
      }
    }.map { lexicon.meanings[$0.entry] }
  }

  /// `21.10.2025`, `21.10.`, `2025-10-21` in one token.
  private func numeric(_ index: Int) -> Day? {
    guard tokens[index].kind == .number else { return nil }
    let raw = lexicon.words[tokens[index].word].raw
    let parts = raw.split(separator: ".").map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
    return Day(year: year < 100 ? 2000 + year : year, month: month, day: day)
  }

  private func number(_ index: Int) -> Int? {
    guard tokens.indices.contains(index), tokens[index].kind == .number else { return nil }
    return Int(lexicon.words[tokens[index].word].raw)
  }

  private func isStop(_ index: Int) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .stop
  }
}
