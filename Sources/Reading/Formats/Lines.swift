/// Lines of plain text, joined again where a fixed width had broken them.
struct Lines {
  /// Paragraphs as blank lines part them; in each, the lines that stand for themselves.
  var groups: [[String]] = []

  init(_ text: String) {
    var raw: [[String]] = [[]]
    for line in Lines.split(Array(text.utf8)) {
      let clean = Lines.columns(line)
      if clean.isEmpty || Lines.isRule(clean) {
        if raw.last?.isEmpty == false { raw.append([]) }
      } else {
        raw[raw.count - 1].append(clean)
      }
    }
    groups = raw.filter { !$0.isEmpty }
    guard let width = Lines.width(of: groups) else { return }
    let words = groups.joined().lazy.flatMap { $0.utf8.split(separator: 0x20) }
    let compounds = Set(words.filter { $0.contains(0x2D) }.map { String(decoding: $0, as: UTF8.self) })
    groups = groups.map { Lines.joined($0, width: width, compounds: compounds) }
  }

  /// The longest line that counts as broken by a fixed width.
  static let widest = 120

  /// At Unicode's line breaks; CR LF is one.
  private static func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var (start, i) = (0, 0)
    while i < text.count {
      let width = text[i] < 0x0E || text[i] > 0xC1 ? lineBreak(text[i...]) : 0
      if width > 0 {
        lines.append(text[start..<i])
        start = i + width
      }
      i += max(width, 1)
    }
    return lines + [text[start...]]
  }

  /// How many bytes the line break takes that a text begins with; 0 where there is none.
  private static func lineBreak(_ text: ArraySlice<UInt8>) -> Int {
    switch text.first {
    case 0x0D: text.dropFirst().first == 0x0A ? 2 : 1
    case 0x0A, 0x0B, 0x0C: 1
    case 0xC2: text.starts(with: [0xC2, 0x85]) ? 2 : 0
    case 0xE2: text.starts(with: [0xE2, 0x80, 0xA8]) || text.starts(with: [0xE2, 0x80, 0xA9]) ? 3 : 0
    default: 0
    }
  }

  /// Clean text, with gaps of three and more spaces (columns) kept as a bar.
  private static func columns(_ line: ArraySlice<UInt8>) -> String {
    var parts: [String] = []
    var rest = line
    while let gap = rest.search([0x20, 0x20, 0x20]) {
      parts.append(rest[..<gap.lowerBound].withUnsafeBufferPointer(CleanText.of))
      rest = rest[gap.upperBound...]
    }
    parts.append(rest.withUnsafeBufferPointer(CleanText.of))
    return parts.count == 1 ? parts[0] : parts.filter { !$0.isEmpty }.joined(separator: " | ")
  }

  /// `-----`, `====`, `* * * *`.
  private static func isRule(_ line: String) -> Bool {
    line.utf8.count >= 3 && line.utf8.allSatisfy { "-=_*~ ".utf8.contains($0) }
  }

  /// The width at which the text was broken; nil where its lines are its paragraphs.
  ///
  /// A line is full where the next line's first word would not have gone on it; a broken text has mostly such lines.
  private static func width(of groups: [[String]]) -> Int? {
    let lines = groups.joined()
    guard !lines.contains(where: { $0.exceeds(widest) }), let longest = lines.lazy.map(\.length).max()
    else { return nil }
    var (full, all) = (0, 0)
    for group in groups where group.count >= 3 {
      for (line, next) in zip(group, group.dropFirst()) where line.length * 2 > longest && !isItem(next) {
        all += 1
        if isFull(line, before: next, width: longest) { full += 1 }
      }
    }
    return all >= 2 && full * 2 >= all ? longest : nil
  }

  private static func isFull(_ line: String, before next: String, width: Int) -> Bool {
    let word = next.words.first?.length ?? 0
    return line.length + 1 + word > width * 9 / 10 || isHyphenated(line, next)
  }

  private static func isHyphenated(_ line: String, _ next: String) -> Bool {
    line.hasSuffix("-") && line.dropLast().last?.isLetter == true && next.first?.isLetter == true
  }

  private static func joined(_ lines: [String], width: Int, compounds: Set<String>) -> [String] {
    var out: [String] = []
    var last = ""
    for line in lines {
      if !out.isEmpty, isFull(last, before: line, width: width), !isItem(line), !Names.isByline(line) {
        join(&out[out.count - 1], last, line, compounds)
      } else {
        out.append(line)
      }
      last = line
    }
    return out
  }

  static func isItem(_ line: String) -> Bool {
    guard let first = line.unicodeScalars.first else { return false }
    if "-*•–".unicodeScalars.contains(first) { return line.dropFirst().first == " " }
    guard first.properties.numericType != nil else { return false }
    let number = line.prefix { $0.isNumber }
    let rest = line.dropFirst(number.count)
    return (1...2).contains(number.count) && (rest.hasPrefix(". ") || rest.hasPrefix(") "))
  }

  /// `Marsch-` and `flugkörper` become one word; `Tomahawk-` and `Raketen`, and what the text writes with a hyphen
  /// elsewhere, keep it; `Außen-` and `und` stay two words.
  private static func join(_ text: inout String, _ line: String, _ next: String, _ compounds: Set<String>) {
    let word = next.prefix { !$0.isWhitespace }
    let suspended = ["und", "oder", "bzw.", "and", "or", "et", "ou", "y", "o"].contains(word.lowercased())
    if !isHyphenated(line, next) || suspended {
      text += " "
    } else if next.first?.isUppercase != true {
      let start = line.lastIndex(where: \.isWhitespace).map { line.index(after: $0) } ?? line.startIndex
      if !compounds.contains(String(line[start...] + word)) { text.removeLast() }
    }
    text += next
  }
}
