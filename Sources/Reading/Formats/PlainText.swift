import Model

/// Plain text as it is saved, mailed and printed: a header of title, standfirst, byline, date and outlet in some order,
/// then paragraphs; wire copy, timelines, interviews, newsletters.
enum PlainText: Format {
  /// Everything but data for programs: JSON, XML.
  static func recognises(_ source: Source) -> Bool {
    guard let text = source.text else { return false }
    return text.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") && !source.opening.starts(with: "<?xml".utf8)
  }

  static func read(_ source: Source) -> Findings {
    guard let article = article(source) else { return Findings(problems: [.wordless(source.file)]) }
    return Findings(articles: [article])
  }

  private static func article(_ source: Source) -> Article? {
    let lines = Lines(String(decoding: source.text ?? [], as: UTF8.self))
    guard !lines.groups.isEmpty else { return nil }
    var (groups, credits, foot) = body(lines.groups)
    var header = Header(groups)
    groups = header.rest
    var blocks = header.blocks
    for (index, group) in groups.enumerated() {
      blocks += self.blocks(of: group, credits, last: index == groups.count - 1)
    }
    foot += blocks.lazy.filter { $0.kind == .credit }.map(\.text)
    let speech = blocks.filter(\.kind.isBody)
    guard speech.contains(where: \.text.hasLetter) else { return nil }
    let lead = speech.first { $0.kind == .paragraph }?.text ?? ""
    header.take(dateline: lead)
    let published =
      header.published(lead: lead, foot: foot, near: source.near, text: speech.map(\.text))
      ?? Metadata.day(ofFile: source)
    if let published { blocks = blocks.map { dated($0, published.day) } }
    let language = Language.of(speech, declared: nil)
    return Article(
      file: source.file, title: header.title, authors: header.authors, published: published, outlet: header.outlet,
      url: source.url,
      language: language, blocks: blocks.filter { $0.kind != .credit || !Notices.isCode($0.text) })
  }

  /// The groups without notices and what follows the text's end; their lines that are credits; and the lines of the foot,
  /// which may bear a date.
  private static func body(_ groups: [[String]]) -> ([[String]], credits: Set<String>, foot: [String]) {
    var (kept, credits): ([[String]], Set<String>) = ([], [])
    for (index, group) in groups.enumerated() {
      var lines: [String] = []
      for (number, line) in group.enumerated() {
        let kind = Notices.kind(of: line)
        if kind == .credit { credits.insert(line) }
        switch kind {
        case .notice: continue
        case .heading where index > 0: break
        case .end where index > 0, nil where line == "--" && index > 0:
          if !lines.isEmpty { kept.append(lines) }
          return (kept, credits, Array(group[number...]) + groups[(index + 1)...].joined())
        default:
          lines.append(line)
          continue
        }
        break
      }
      if !lines.isEmpty { kept.append(lines) }
    }
    return (kept, credits, [])
  }

  private static func blocks(of group: [String], _ credits: Set<String>, last: Bool) -> [Block] {
    group.enumerated().compactMap { index, line in
      let next = index + 1 < group.count ? group[index + 1] : nil
      if credits.contains(line) { return Block(.credit, line) }
      if isStamp(line) { return Block(.credit, line) }
      if Notices.isCaption(line) { return Block(.caption, line) }
      if Lines.isItem(line), group.count > 1 || line.first?.isNumber == true {
        let marked = line.first?.isNumber == true
        return Block(.list, marked ? line : line.dropFirst().trimming())
      }
      let alone = group.count == 1 && !last
      if isHeading(line), next.map({ !isHeading($0) && $0.length > line.length }) ?? alone {
        return Block(.subheading, heading(line))
      }
      return Block(.paragraph, line)
    }
  }

  /// A short line without an end mark, that is no speech and no item with a date or time.
  private static func isHeading(_ line: String) -> Bool {
    guard !line.exceeds(80), !line.isEmpty else { return false }
    if line.ends(in: ".:;,”“»!…)]\"") || isTimed(line) || line.begins(with: "\"“„»«[(") { return false }
    if line.ends(in: "?") { return !line.hasSmallLetter }
    return line.wordCount <= 12 && DateFinder.dates(in: line).isEmpty
  }

  /// `1 | NRW HAT GEWÄHLT`, `# Titel`: the number or mark of a heading is no part of it.
  private static func heading(_ line: String) -> String {
    let rest = line.drop { $0.isNumber || "# ".contains($0) }
    guard let mark = rest.first, rest.count < line.count, "|/.)".contains(mark) || line.hasPrefix("#") else {
      return line
    }
    return rest.drop { "|/.) ".contains($0) }.trimming()
  }

  /// `19:46 US TREASURY SAYS ...`: a flash of a wire.
  private static func isTimed(_ line: String) -> Bool {
    let clock = Array(line.utf8.prefix(5))
    return clock.count == 5 && clock[2] == 0x3A && [0, 1, 3, 4].allSatisfy { (0x30...0x39).contains(clock[$0]) }
  }

  /// A line of nothing but letters of a desk and a date: `211604 okt 25`.
  private static func isStamp(_ line: String) -> Bool {
    guard !line.exceeds(30), let date = DateFinder.dates(in: line).first else { return false }
    return date.exact != nil && line.filter(\.isLetter).count <= 12 && date.range.lowerBound == line.startIndex
  }

  /// A line of a timeline, "Oct 12 - Trump says", is of its own day.
  private static func dated(_ block: Block, _ published: Day) -> Block {
    guard block.kind == .paragraph || block.kind == .list,
      block.text.utf8.prefix(160).contains(where: { (0x30...0x39).contains($0) }),
      let date = DateFinder.dates(in: String(block.text.beginning(40))).first,
      block.text.distance(from: block.text.startIndex, to: date.range.lowerBound) <= 4
    else { return block }
    let after = block.text[date.range.upperBound...].prefix(3).trimming()
    guard let mark = after.first, "-–—:|".contains(mark) else { return block }
    var block = block
    let year = published.civil.year
    block.day =
      date.exact
      ?? [year, year - 1].lazy.compactMap { Day(year: $0, month: date.month, day: date.day) }
      .first { $0 <= published + 1 }
    return block
  }
}
