import Model

/// The head of a plain text: title, standfirst, byline, date and outlet, in whatever order they stand.
struct Header {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var outlet: String?
  private(set) var blocks: [Block] = []
  /// The groups after the head.
  private(set) var rest: [[String]]
  private var dates: [WrittenDate] = []

  /// How many groups a head may take, and how long its lines may be.
  private static let depth = 7
  private static let longest = 200

  private enum Role { case date, byline, label, free }

  init(_ groups: [[String]]) {
    rest = groups
    var (taken, lastSign) = (0, -1)
    var roles: [[(line: String, role: Role)]] = []
    for group in groups.prefix(Header.depth) {
      guard group.allSatisfy({ $0.count <= Header.longest }), !Header.opensBody(group) else { break }
      let lines = group.map { ($0, Header.role(of: $0)) }
      roles.append(lines)
      if lines.contains(where: { $0.1 == .date || $0.1 == .byline }) { lastSign = taken }
      taken += 1
    }
    let split = Header.split(groups, at: roles.count)
    if let split, roles.count < Header.depth {
      roles.append(split.head.map { ($0, Header.role(of: $0)) })
      lastSign = max(lastSign, split.head.contains { Header.role(of: $0) != .free } ? roles.count - 1 : -1)
    }
    var count = max(lastSign + 1, Header.titleGroups(roles))
    if count < roles.count, Header.isTitle(roles[count]), Header.lacksTitle(roles.prefix(count)) {
      count += 1
      if count < roles.count, roles[count].count == 1, Header.signature(roles[count][0].line) != nil { count += 1 }
    }
    rest =
      count > taken ? [split?.body ?? []] + groups.dropFirst(taken + 1) : Array(groups.dropFirst(min(count, taken)))
    rest = rest.filter { !$0.isEmpty }
    settle(Array(roles.prefix(count)))
  }

  /// A group whose first lines are of the head and whose later ones are of the body.
  private static func split(_ groups: [[String]], at index: Int) -> (head: [String], body: [String])? {
    guard groups.indices.contains(index), let long = groups[index].firstIndex(where: { $0.count > longest }), long > 0
    else { return nil }
    let head = groups[index][..<long]
    guard index == 0 || head.contains(where: { role(of: $0) != .free }) else { return nil }
    return (Array(head), Array(groups[index][long...]))
  }

  /// "WASHINGTON, Oct 22 (Meridian) - ...", speech, and lines of a timeline open the body.
  private static func opensBody(_ group: [String]) -> Bool {
    guard let line = group.first else { return false }
    if line.count > 90, role(of: line) == .free, let end = line.last, ".!?”\"".contains(end), group.count == 1,
      line.split(separator: ".").count > 2
    {
      return true
    }
    return dateline(of: line) != nil || line.hasPrefix("Q. ") || line.hasPrefix("Q: ")
      || line.prefix(5).contains(":") && line.prefix(2).allSatisfy(\.isNumber)
  }

  /// Without byline and date, only a first line that ends like no sentence is a head: the title.
  private static func titleGroups(_ roles: [[(line: String, role: Role)]]) -> Int {
    guard let first = roles.firstIndex(where: { $0.contains { $0.role == .free } }), roles[first].count <= 3,
      let line = roles[first].first(where: { $0.role == .free })?.line
    else { return 0 }
    return line.count <= 140 && !(line.hasSuffix(".") || line.hasSuffix("“") || line.hasSuffix("”")) ? first + 1 : 0
  }

  /// Up to three short lines that end like no sentence.
  private static func isTitle(_ group: [(line: String, role: Role)]) -> Bool {
    guard group.count <= 3, let line = group.first?.line, line.count <= 100, line.contains(where: \.isLetter) else {
      return false
    }
    return !line.hasSuffix(".") && !line.hasSuffix("!") && !line.hasSuffix(":") && group.allSatisfy { $0.role == .free }
  }

  /// Nothing but the newspaper's name and its date so far.
  private static func lacksTitle(_ groups: ArraySlice<[(line: String, role: Role)]>) -> Bool {
    guard let first = groups.first, groups.count == 1, hasDate(first) else { return false }
    return first.count(where: { $0.role == .free }) <= 2
      && (first.first?.role == .date || (first.first?.line.count ?? 0) <= 50)
  }

  private static func role(of line: String) -> Role {
    if Names.isByline(line) { return .byline }
    if let date = DateFinder.dates(in: line).first {
      let others = line.count - line.distance(from: date.range.lowerBound, to: date.range.upperBound)
      if others <= 70, date.year != nil || others <= 25 { return .date }
    }
    let letters = line.filter(\.isLetter)
    if isSlug(line) { return .label }
    if letters.count <= 2 || line.contains("/") && !line.contains(" ") || line.hasPrefix("Nr.") || line.hasPrefix("No.")
    {
      return .label
    }
    if line.contains(" | ") && line.split(separator: "|").count >= 3 { return .label }
    return .free
  }

  /// `bzz127 4 pl 380 BND 0217`: what wire services put over their items.
  private static func isSlug(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return line.count <= 40 && words.allSatisfy { $0.count <= 8 }
      && words.contains {
        $0.contains(where: \.isNumber) && $0.contains { $0.isLetter && $0.isLowercase } && $0.last?.isNumber == true
      }
  }

  private mutating func settle(_ groups: [[(line: String, role: Role)]]) {
    let free = groups.indices.filter { groups[$0].contains { $0.role == .free } }
    var start = 0
    if let first = free.first, free.count > 1, Header.isMasthead(groups, first, next: free[1]) {
      if let name = groups[first].first(where: { $0.role == .free })?.line,
        Names.isOutlet(name) || Header.hasDate(groups[first])
      {
        if !name.contains(where: \.isNumber) { outlet = name.split(separator: "|").first?.trimming() }
      }
      start = free[1]
    }
    for (index, group) in groups.enumerated() {
      for (place, (line, role)) in group.enumerated() {
        switch role {
        case .byline: take(byline: line)
        case .date: take(dateLine: line)
        case .label: break
        case .free where index < start: break
        case .free:
          take(
            free: line, alone: group.count == 1, first: place == 0,
            next: place + 1 < group.count ? group[place + 1] : nil)
        }
      }
    }
    if title == nil, let line = groups.first?.first?.line { headline(line) }
  }

  private static func hasDate(_ group: [(line: String, role: Role)]) -> Bool {
    group.contains { $0.role == .date }
  }

  /// The first lines name the newspaper or the section where a better title follows.
  private static func isMasthead(_ groups: [[(line: String, role: Role)]], _ first: Int, next: Int) -> Bool {
    guard let line = groups[first].first(where: { $0.role == .free })?.line,
      let other = groups[next].first(where: { $0.role == .free })?.line
    else { return false }
    if Names.isPerson(other), line.contains(where: \.isLowercase) { return false }
    let group = groups[first]
    if hasDate(group), group.first?.role != .date, line.count <= 50 {
      return other.count <= 140 && !other.hasSuffix(".") && !other.contains(", zusammen")
    }
    let words = line.split(separator: " ").count
    if group.contains(where: { $0.role == .free && $0.line.count > 20 && $0.line.contains(where: \.isLowercase) }) {
      return false
    }
    if words <= 4, !line.contains(where: \.isLowercase), other.contains(where: \.isLetter), !line.hasSuffix("!") {
      return true
    }
    return words <= 2 && group.count == 1 && !line.contains(",") && line.count <= 16
  }

  private mutating func take(free line: String, alone: Bool, first: Bool, next: (line: String, role: Role)?) {
    let words = line.split(separator: " ").count
    if title == nil {
      let quiet = line.contains(where: \.isLowercase) || next?.line.contains(where: \.isLowercase) != true
      if let next, next.role == .free, words == 1 && line.count <= 40 || !quiet && words <= 4 && line.contains("/") {
        return
      }
      headline(line)
    } else if authors.isEmpty, let name = Header.signature(line) {
      authors = [name]
      blocks.append(Block(.byline, line))
      if let rest = line.split(whereSeparator: { ",|".contains($0) }).dropFirst().first?.trimming(),
        Names.isOutlet(rest), outlet == nil
      {
        outlet = rest
      }
    } else if outlet == nil, line.count <= 60, line.hasPrefix("«") || words <= 4, Names.isOutlet(line) {
      outlet = line.hasPrefix("«") ? line.dropFirst().prefix { $0 != "»" }.trimming() : line
      blocks.append(Block(.byline, line))
    } else if blocks.last?.kind == .headline, !alone, !first, line.count <= 80, !line.hasSuffix("."),
      !Lines.isItem(line),
      let head = title, head.count <= 60
    {
      title = head + (head.last.map { "!?:".contains($0) } == true ? " " : ": ") + line
      blocks.append(Block(.headline, line))
    } else if Lines.isItem(line) {
      blocks.append(Block(.list, line.dropFirst().trimming()))
    } else {
      blocks.append(Block(.standfirst, line))
    }
  }

  /// A line that is a name, alone or before a place or a newspaper.
  private static func signature(_ line: String) -> String? {
    let parts = line.split { ",|".contains($0) }.map { $0.trimming() }
    guard let first = parts.first, parts.count <= 2, line.count <= 60, Names.isPerson(first),
      parts.count == 2 || !Names.isOutlet(first)
    else { return nil }
    return Names.person(first)
  }

  private mutating func headline(_ line: String) {
    title = line
    blocks.append(Block(.headline, line))
  }

  private mutating func take(byline line: String) {
    blocks.append(Block(.byline, line))
    for name in Names.authors(in: line) where !authors.contains(name) { authors.append(name) }
  }

  private mutating func take(dateLine line: String) {
    let found = DateFinder.dates(in: line)
    dates += found
    guard let date = found.first else { return }
    blocks.append(Block(.byline, line))
    let around = line[..<date.range.lowerBound] + " | " + line[date.range.upperBound...]
    for part in around.split(whereSeparator: { "|·•*—–/,".contains($0) }) {
      let piece = part.trimming(" -.:")
      if piece.isEmpty || piece.split(whereSeparator: { !$0.isLetter }).allSatisfy({ Months.isWeekday($0) }) {
        continue
      }
      if Names.isByline(piece) {
        authors += Names.authors(in: piece).filter { !authors.contains($0) }
      } else if authors.isEmpty, !Names.isOutlet(piece), Names.isPerson(piece), let name = Names.person(piece) {
        authors.append(name)
      } else if outlet == nil, Names.isOutlet(piece), piece.contains(where: \.isUppercase), !piece.contains(":"),
        !Header.isPage(piece)
      {
        outlet = piece
      }
    }
  }

  /// "Seite 4", "p. 2", "3 min read".
  private static func isPage(_ piece: String) -> Bool {
    let words = piece.lowercased().split { $0 == " " || $0 == "." }
    return words.contains {
      ["seite", "page", "p", "min", "nr", "no", "uhr", "gmt", "bst", "jst"].contains($0) || $0.allSatisfy(\.isNumber)
    }
  }

  /// "BRUSSELS, Aug 17 (Northgate) - ": place, day and agency before the first sentence.
  mutating func take(dateline line: String) {
    guard let lead = Header.dateline(of: line) else { return }
    dates += DateFinder.dates(in: lead)
    if outlet == nil, let open = lead.firstIndex(of: "("), let close = lead[open...].firstIndex(of: ")") {
      outlet = lead[lead.index(after: open)..<close].trimming()
    }
  }

  /// "BRUSSELS, Aug 17 (Northgate)", "LEIPZIG, 20. September", "Washington (mna)".
  private static func dateline(of line: String) -> String? {
    let head = String(line.prefix(90))
    if let close = [") - ", ") – ", ") — ", ") -- "].lazy.compactMap({ head.firstRange(of: $0) }).first?.lowerBound {
      let lead = head[...close]
      if lead.contains("("), lead.count <= 70, lead.first?.isUppercase == true { return String(lead) }
    }
    guard let date = DateFinder.dates(in: head).first else { return nil }
    let place = head[..<date.range.lowerBound].trimming(" ,")
    let rest = head[date.range.upperBound...].trimming()
    guard place.count <= 40, place.first?.isUppercase == true, let mark = rest.first, ".-–—".contains(mark),
      place.split(separator: " ").allSatisfy({ $0.first?.isLowercase != true })
    else { return nil }
    return String(head[..<date.range.upperBound])
  }

  /// The day of the head or dateline, else of the foot's code; a day without a year takes the year of another date with
  /// the same day, the year that puts it near `near`, or the only year in which it falls on the weekday of the lead.
  func published(lead: String, foot: [String], near: Day?, text: [String]) -> Published? {
    if let exact = dates.lazy.compactMap(\.published).first { return exact }
    let codes = foot.flatMap { DateFinder.dates(in: $0) }
    guard let partial = dates.first else { return codes.lazy.compactMap(\.published).first }
    if let code = codes.first(where: { $0.month == partial.month && abs($0.day - partial.day) <= 1 }) {
      return code.published
    }
    return Header.year(of: partial, lead: lead, near: near, text: text).flatMap {
      Day(year: $0, month: partial.month, day: partial.day)
    }.map { Published(day: $0, time: partial.time) }
  }

  private static func year(of date: WrittenDate, lead: String, near: Day?, text: [String]) -> Int? {
    if let near {
      let years = (near.civil.year - 1)...(near.civil.year + 1)
      return years.min { a, b in
        func distance(_ year: Int) -> Int {
          Day(year: year, month: date.month, day: date.day).map { abs($0 - near) } ?? .max
        }
        return distance(a) < distance(b)
      }
    }
    let mentioned = text.flatMap { $0.split { !$0.isNumber } }.compactMap { $0.count == 4 ? Int($0) : nil }
      .filter { (1990...2099).contains($0) }.max()
    let weekday = lead.split { !$0.isLetter }.lazy.filter { $0.count > 3 }.compactMap(Months.weekday(of:)).first
    guard let mentioned, let weekday else { return nil }
    return (mentioned...(mentioned + 6)).first { Day(year: $0, month: date.month, day: date.day)?.weekday == weekday }
  }
}
