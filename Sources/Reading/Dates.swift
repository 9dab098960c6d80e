import Model

/// A date as a line of text writes it.
struct WrittenDate {
  var year: Int?
  var month: Int
  var day: Int
  /// `hh:mm` where the same line gives it right beside the date.
  var time: String?
  /// The characters that the date takes.
  var range: Range<String.Index>

  var exact: Day? {
    year.flatMap { Day(year: $0, month: month, day: day) }
  }

  var published: Published? {
    exact.map { Published(day: $0, time: time) }
  }
}

/// Finds dates in running text: `21 October 2025`, `Oct 21, 2025`, `21.10.2025`, `2025-10-21`, `21 de octubre de 2025`,
/// `24OCT25`, wire foot codes (`211604 okt 25`: day, hour, minute), and days without a year (`21. Okt.`).
struct DateFinder {
  private enum Token: Equatable {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  private var tokens: [(token: Token, range: Range<String.Index>)] = []

  /// All dates of the text, in order; those without a year too.
  static func dates(in text: String) -> [WrittenDate] {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
    let finder = DateFinder(text)
    var found: [WrittenDate] = []
    var i = 0
    while i < finder.tokens.count {
      if let (date, next) = finder.date(at: i) {
        found.append(date)
        i = next
      } else {
        i += 1
      }
    }
    return found
  }

  private init(_ text: String) {
    var reader = Reader(text)
    var start = text.startIndex
    while let first = reader.next() {
      switch first {
      case .digit:
        while reader.peek == .digit { reader.pass() }
        let digits = text[start..<reader.index]
        tokens.append((.number(Int(digits) ?? -1, digits: digits.utf8.count), start..<reader.index))
      case .letter:
        while reader.peek == .letter || reader.peek == .apostrophe { reader.pass() }
        tokens.append((.word(text[start..<reader.index].lowercased()), start..<reader.index))
      case .space: break
      case .apostrophe, .mark: tokens.append((.mark(text[start]), start..<reader.index))
      }
      start = reader.index
    }
  }

  /// The characters of a text by their kinds; those of ASCII by their bytes.
  private struct Reader {
    enum Kind { case digit, letter, apostrophe, space, mark }

    private let text: String
    private(set) var index: String.Index
    private(set) var peek: Kind?
    private var after: String.Index

    init(_ text: String) {
      self.text = text
      (index, after) = (text.startIndex, text.startIndex)
      look()
    }

    mutating func next() -> Kind? {
      defer { pass() }
      return peek
    }

    mutating func pass() {
      index = after
      look()
    }

    private mutating func look() {
      guard index < text.endIndex else { return peek = nil }
      let bytes = text.utf8
      after = bytes.index(after: index)
      let byte = bytes[index]
      if byte < 0x80, after == text.endIndex || bytes[after] < 0x80 {
        switch byte {
        case 0x30...0x39: peek = .digit
        case 0x41...0x5A, 0x61...0x7A: peek = .letter
        case 0x09...0x0D, 0x20: peek = .space
        default: peek = .mark
        }
      } else {
        after = text.index(after: index)
        let character = text[index]
        let isSign = character == "’" || character == "ʼ"
        peek =
          isSign && !character.isLetter ? .apostrophe : character.isASCII && character.isNumber ? .digit
          : character.isLetter ? .letter : character.isWhitespace ? .space : .mark
      }
    }
  }

  private func date(at i: Int) -> (WrittenDate, next: Int)? {
    guard let (year, month, day, next) = numeric(at: i) ?? dayFirst(at: i) ?? monthFirst(at: i) ?? code(at: i),
      (1...12).contains(month), Day(year: year ?? 2024, month: month, day: day) != nil
    else { return nil }
    let time = code(at: i) == nil ? self.time(near: i, next) : codedTime(at: i)
    let range = tokens[i].range.lowerBound..<tokens[next - 1].range.upperBound
    return (WrittenDate(year: year, month: month, day: day, time: time, range: range), next)
  }

  private typealias Parts = (year: Int?, month: Int, day: Int, next: Int)

  /// `2025-10-21`, `21.10.2025`, `21/10/25`; where the second number cannot be a month, `10/21/2025`.
  private func numeric(at i: Int) -> Parts? {
    guard case (let a, let da)? = number(i), let mark = mark(i + 1), "-./".contains(mark),
      case (let b, let db)? = number(i + 2), self.mark(i + 3) == mark, case (let c, let dc)? = number(i + 4),
      joined(i, i + 4) || mark == ".", db <= 2
    else { return nil }
    if da == 4, dc <= 2 { return plausible(a, b, c, i + 5) }
    guard da <= 2, dc == 4 || dc == 2 && mark != "-" else { return nil }
    let year = dc == 4 ? c : 2000 + c
    return b > 12 ? plausible(year, a, b, i + 5) : plausible(year, b, a, i + 5)
  }

  /// `21 October 2025`, `21. Okt. 2025`, `21 de octubre de 2025`, `24OCT25`, `21. Okt.`
  private func dayFirst(at i: Int) -> Parts? {
    guard case (let day, let digits)? = number(i), digits <= 2 else { return nil }
    var k = i + 1
    if let word = word(k), ["st", "nd", "rd", "th", "er", "º"].contains(word), joined(i, k) { k += 1 }
    if let mark = mark(k), ".º°".contains(mark) { k += 1 }
    if word(k) == "de" || word(k) == "of" { k += 1 }
    guard let name = word(k), let month = Months.number(of: name) else { return nil }
    return withYear(day: day, month: month, after: k + 1, adjacent: joined(i, k))
  }

  /// `October 21, 2025`, `Oct. 21`
  private func monthFirst(at i: Int) -> Parts? {
    guard case .word(let name)? = token(i) else { return nil }
    let k = mark(i + 1) == "." ? i + 2 : i + 1
    guard case (let day, let digits)? = number(k), digits <= 2, let month = Months.number(of: name) else { return nil }
    var next = k + 1
    if let word = word(next), ["st", "nd", "rd", "th"].contains(word), joined(k, next) { next += 1 }
    return withYear(day: day, month: month, after: next, adjacent: false)
  }

  /// `211604 okt 25`, `190612 Aug 25`: day and time in six digits, as wire services end their items.
  private func code(at i: Int) -> Parts? {
    guard case (let stamp, 6)? = number(i), let name = word(i + 1), let month = Months.number(of: name),
      case (let year, let digits)? = number(i + 2), digits == 2 || digits == 4
    else { return nil }
    return plausible(digits == 2 ? 2000 + year : year, month, stamp / 10_000, i + 3)
  }

  private func codedTime(at i: Int) -> String? {
    guard case (let stamp, _)? = number(i) else { return nil }
    return DateFinder.clock(stamp / 100 % 100, stamp % 100)
  }

  private func withYear(day: Int, month: Int, after k: Int, adjacent: Bool) -> Parts? {
    var next = k
    if let mark = mark(next), ".,".contains(mark) { next += 1 }
    if word(next) == "de" || word(next) == "del" { next += 1 }
    if let mark = mark(next), "'’".contains(mark), case (let year, 2)? = number(next + 1) {
      return plausible(2000 + year, month, day, next + 2)
    }
    if case (let year, let digits)? = number(next), digits == 4 || digits == 2 && adjacent && joined(k - 1, next) {
      if let parts = plausible(digits == 4 ? year : 2000 + year, month, day, next + 1) { return parts }
    }
    return (nil, month, day, k)
  }

  private func plausible(_ year: Int, _ month: Int, _ day: Int, _ next: Int) -> Parts? {
    (1900...2099).contains(year) ? (year, month, day, next) : nil
  }

  /// `16:22`, `18.14`, `09h14`, within six tokens after the date, or right before it.
  private func time(near start: Int, _ end: Int) -> String? {
    for k in end..<(end + 7) {
      if let time = clock(at: k) { return time }
      if case .number? = token(k) { break }
    }
    return start >= 3 ? clock(at: start - 3) : nil
  }

  private func clock(at k: Int) -> String? {
    guard case (let hour, let digits)? = number(k), digits <= 2, case (let minute, 2)? = number(k + 2), joined(k, k + 2)
    else { return nil }
    let between = token(k + 1)
    guard between == .mark(":") || between == .mark(".") || between == .word("h") else { return nil }
    var hour24 = hour
    let suffix = word(k + 3) ?? ""
    if suffix == "pm" || suffix == "p", hour < 12 { hour24 += 12 }
    if suffix == "am" || suffix == "a", hour == 12 { hour24 = 0 }
    return DateFinder.clock(hour24, minute)
  }

  private static func clock(_ hour: Int, _ minute: Int) -> String? {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  private func token(_ i: Int) -> Token? {
    tokens.indices.contains(i) ? tokens[i].token : nil
  }

  private func number(_ i: Int) -> (Int, Int)? {
    if case .number(let value, let digits)? = token(i) { (value, digits) } else { nil }
  }

  private func word(_ i: Int) -> String? {
    if case .word(let word)? = token(i) { word } else { nil }
  }

  private func mark(_ i: Int) -> Character? {
    if case .mark(let mark)? = token(i) { mark } else { nil }
  }

  /// No white space between the tokens from `i` to `k`.
  private func joined(_ i: Int, _ k: Int) -> Bool {
    guard i <= k, tokens.indices.contains(i), tokens.indices.contains(k) else { return false }
    return (i..<k).allSatisfy { tokens[$0].range.upperBound == tokens[$0 + 1].range.lowerBound }
  }
}
