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

  init(_ groups: [[String]]) {
    rest = groups
    var (taken, lastSign) = (0, -1)
    var roles: [[HeadLine]] = []
    for group in groups.prefix(Header.depth) {
      guard !group.contains(where: { $0.exceeds(Header.longest) }), !Header.opensBody(group) else { break }
      let lines = group.map(HeadLine.init)
      roles.append(lines)
      if lines.contains(where: { $0.role == .date || $0.role == .byline }) { lastSign = taken }
      taken += 1
    }
    let split = Header.split(groups, at: roles.count)
    if let split, roles.count < Header.depth {
      roles.append(split.head.map(HeadLine.init))
      lastSign = max(lastSign, split.head.contains { HeadLine($0).role != .free } ? roles.count - 1 : -1)
    }
    var count = max(lastSign + 1, Header.titleGroups(roles))
    if count < roles.count, Header.isTitle(roles[count]), Header.lacksTitle(roles.prefix(count)) {
      count += 1
      if count < roles.count, roles[count].count == 1, roles[count][0].signature != nil { count += 1 }
    }
    rest =
      count > taken ? [split?.body ?? []] + groups.dropFirst(taken + 1) : Array(groups.dropFirst(min(count, taken)))
    rest = rest.filter { !$0.isEmpty }
    settle(Array(roles.prefix(count)))
  }

  /// A group whose first lines are of the head and whose later ones are of the body.
  private static func split(_ groups: [[String]], at index: Int) -> (head: [String], body: [String])? {
    guard groups.indices.contains(index), let long = groups[index].firstIndex(where: { $0.exceeds(longest) }), long > 0
    else { return nil }
    let head = groups[index][..<long]
    guard index == 0 || head.contains(where: { HeadLine($0).role != .free }) else { return nil }
    return (Array(head), Array(groups[index][long...]))
  }

  /// "WASHINGTON, Oct 22 (Meridian) - ...", speech, and lines of a timeline open the body.
  private static func opensBody(_ group: [String]) -> Bool {
    guard let line = group.first else { return false }
    if line.exceeds(90), HeadLine(line).role == .free, line.ends(in: ".!?”\""), group.count == 1,
      line.utf8.split(separator: 0x2E).count > 2
    {
      return true
    }
    return Dateline.of(line) != nil || line.hasPrefix("Q. ") || line.hasPrefix("Q: ")
      || line.utf8.prefix(5).contains(0x3A) && line.prefix(2).allSatisfy(\.isNumber)
  }

  /// Without byline and date, only a first line that ends like no sentence is a head: the title.
  private static func titleGroups(_ roles: [[HeadLine]]) -> Int {
    guard let first = roles.firstIndex(where: { $0.contains { $0.role == .free } }), roles[first].count <= 3,
      let line = roles[first].first(where: { $0.role == .free })?.line
    else { return 0 }
    return !line.exceeds(140) && !(line.hasSuffix(".") || line.hasSuffix("“") || line.hasSuffix("”")) ? first + 1 : 0
  }

  /// Up to three short lines that end like no sentence.
  private static func isTitle(_ group: [HeadLine]) -> Bool {
    guard group.count <= 3, let line = group.first?.line, !line.exceeds(100), line.hasLetter else {
      return false
    }
    return !line.hasSuffix(".") && !line.hasSuffix("!") && !line.hasSuffix(":") && group.allSatisfy { $0.role == .free }
  }

  /// Nothing but the newspaper's name and its date so far.
  private static func lacksTitle(_ groups: ArraySlice<[HeadLine]>) -> Bool {
    guard let first = groups.first, groups.count == 1, hasDate(first) else { return false }
    return first.count(where: { $0.role == .free }) <= 2
      && (first.first?.role == .date || first.first?.line.exceeds(50) != true)
  }

  private mutating func settle(_ groups: [[HeadLine]]) {
    let free = groups.indices.filter { groups[$0].contains { $0.role == .free } }
    var start = 0
    if let first = free.first, free.count > 1, Header.isMasthead(groups, first, next: free[1]) {
      if let name = groups[first].first(where: { $0.role == .free })?.line,
        Names.isOutlet(name) || Header.hasDate(groups[first])
      {
        if !name.hasNumber { outlet = Header.names(in: name).first }
      }
      start = free[1]
    }
    for (index, group) in groups.enumerated() {
      for (place, head) in group.enumerated() {
        let line = head.line
        switch head.role {
        case .byline: take(byline: line)
        case .date: take(dateLine: line, head.dates)
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

  private static func hasDate(_ group: [HeadLine]) -> Bool {
    group.contains { $0.role == .date }
  }

  /// The first lines name the newspaper or the section where a better title follows.
  private static func isMasthead(_ groups: [[HeadLine]], _ first: Int, next: Int) -> Bool {
    guard let line = groups[first].first(where: { $0.role == .free })?.line,
      let other = groups[next].first(where: { $0.role == .free })?.line
    else { return false }
    if Names.isPerson(other), line.hasSmallLetter { return false }
    let group = groups[first]
    if hasDate(group), group.first?.role != .date, !line.exceeds(50) {
      return !other.exceeds(140) && !other.hasSuffix(".") && !other.holds(", zusammen")
    }
    let words = line.wordCount
    let own = group.lazy.filter { $0.role == .free }.map { names(in: $0.line)[0] }
    if own.contains(where: { $0.exceeds(30) && $0.hasSmallLetter }) { return false }
    let name = names(in: line)[0]
    if name.wordCount <= 4, !name.hasSmallLetter, other.hasLetter, !line.hasSuffix("!"), !isText(other) {
      return true
    }
    if group.count <= 2, Names.isNewspaper(line), group.allSatisfy({ !$0.line.exceeds(40) }), isTitle(groups[next]) {
      return other.wordCount > words
    }
    return words <= 2 && group.count == 1 && !line.utf8.contains(0x2C) && !line.exceeds(16)
  }

  /// A newspaper and a section of it: "BALTIC QUARTERLY / Conversations".
  private static func names(in line: String) -> [String] {
    let names = line.holds(" / ") || line.holds("|") ? line.parts(between: "/|").map { $0.trimming() } : []
    return names.isEmpty ? [line] : names
  }

  /// A sentence ends within it: a standfirst, no title.
  private static func isText(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return bytes.indices.dropFirst(2).dropLast().contains {
      bytes[$0] == 0x2E && bytes[$0 + 1] == 0x20 && bytes[($0 - 2)..<$0].allSatisfy { (0x61...0x7A).contains($0) }
    }
  }

  private mutating func take(free line: String, alone: Bool, first: Bool, next: HeadLine?) {
    let words = line.wordCount
    if title == nil {
      let quiet = line.hasSmallLetter || next?.line.hasSmallLetter != true
      if let next, next.role == .free, words == 1 && !line.exceeds(40) || !quiet && words <= 4 && line.utf8.contains(0x2F) {
        return
      }
      headline(line)
    } else if authors.isEmpty, let name = HeadLine(line).signature {
      authors = [name]
      blocks.append(Block(.byline, line))
      if let rest = line.parts(between: ",|").dropFirst().first?.trimming(),
        Names.isOutlet(rest), outlet == nil
      {
        outlet = rest
      }
    } else if outlet == nil, !line.exceeds(60), line.hasPrefix("«") || words <= 4, Names.isOutlet(line) {
      outlet = line.hasPrefix("«") ? line.dropFirst().prefix { $0 != "»" }.trimming() : line
      blocks.append(Block(.byline, line))
    } else if blocks.last?.kind == .headline, !alone, !first, !line.exceeds(80), !line.hasSuffix("."),
      !Lines.isItem(line),
      let head = title, !head.exceeds(60)
    {
      title = head + (head.ends(in: "!?:") ? " " : ": ") + line
      blocks.append(Block(.headline, line))
    } else if Lines.isItem(line) {
      blocks.append(Block(.list, line.dropFirst().trimming()))
    } else {
      blocks.append(Block(.standfirst, line))
    }
  }

  private mutating func headline(_ line: String) {
    title = line
    blocks.append(Block(.headline, line))
  }

  private mutating func take(byline line: String) {
    blocks.append(Block(.byline, line))
    for name in Names.authors(in: line) where !authors.contains(name) { authors.append(name) }
  }

  private mutating func take(dateLine line: String, _ found: [WrittenDate]) {
    dates += found
    guard let date = found.first else { return }
    blocks.append(Block(.byline, line))
    let around = String(line[..<date.range.lowerBound] + " | " + line[date.range.upperBound...])
    for part in around.parts(between: "|·•*—–/,") {
      let piece = part.trimming(" -.:")
      if piece.isEmpty || piece.split(whereSeparator: { !$0.isLetter }).allSatisfy({ Months.isWeekday($0) }) {
        continue
      }
      if Names.isByline(piece) {
        authors += Names.authors(in: piece).filter { !authors.contains($0) }
      } else if authors.isEmpty, !Names.isOutlet(piece), Names.isPerson(piece), let name = Names.person(piece) {
        authors.append(name)
      } else if outlet == nil, Names.isOutlet(piece), piece.contains(where: \.isUppercase), !piece.utf8.contains(0x3A),
        !HeadLine.isPage(piece)
      {
        outlet = piece
      }
    }
  }

  /// "BRUSSELS, Aug 17 (Northgate) - ": place, day and agency before the first sentence.
  mutating func take(dateline line: String) {
    guard let lead = Dateline.of(line) else { return }
    dates += DateFinder.dates(in: lead)
    if outlet == nil, let open = lead.firstIndex(of: "("), let close = lead[open...].firstIndex(of: ")") {
      outlet = lead[lead.index(after: open)..<close].trimming()
    }
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
    return Dateline.year(of: partial, lead: lead, near: near, text: text).flatMap {
      Day(year: $0, month: partial.month, day: partial.day)
    }.map { Published(day: $0, time: partial.time) }
  }
}
