/// Lines of plain text, joined again where a fixed width had broken them.
struct Lines {
  /// Paragraphs as blank lines part them; in each, the lines that stand for themselves.
  var groups: [[String]] = []

  init(_ text: String) {
    var raw: [[String]] = [[]]
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: Lines.breaks) {
      let clean = Lines.columns(line)
      if clean.isEmpty || Lines.isRule(clean) {
        if raw.last?.isEmpty == false { raw.append([]) }
      } else {
        raw[raw.count - 1].append(clean)
      }
    }
    groups = raw.filter { !$0.isEmpty }
    guard let width = Lines.width(of: groups) else { return }
    let compounds = Set(text.split(whereSeparator: \.isWhitespace).lazy.filter { $0.contains("-") }.map(String.init))
    groups = groups.map { Lines.joined($0, width: width, compounds: compounds) }
  }

  /// The longest line that counts as broken by a fixed width.
  static let widest = 120

  private static func breaks(_ character: Character) -> Bool {
    character.isNewline
  }

  /// Clean text, with gaps of three and more spaces (columns) kept as a bar.
  private static func columns(_ line: Substring) -> String {
    var run = 0
    let hasGap = line.utf8.contains { byte in
      run = byte == UInt8(ascii: " ") ? run + 1 : 0
      return run == 3
    }
    guard hasGap else { return CleanText.of(String(line)) }
    var parts: [Substring] = [line]
    while let gap = parts[parts.count - 1].firstRange(of: "   ") {
      let last = parts.removeLast()
      parts += [last[..<gap.lowerBound], last[gap.upperBound...]]
    }
    return parts.map { CleanText.of(String($0)) }.filter { !$0.isEmpty }.joined(separator: " | ")
  }

  /// `-----`, `====`, `* * * *`.
  private static func isRule(_ line: String) -> Bool {
    line.count >= 3 && line.allSatisfy { "-=_*~ ".contains($0) }
  }

  /// The width at which the text was broken; nil where its lines are its paragraphs.
  ///
  /// A line is full where the next line's first word would not have gone on it; a broken text has mostly such lines.
  private static func width(of groups: [[String]]) -> Int? {
    let lengths = groups.joined().map(\.count)
    guard let longest = lengths.max(), longest <= widest else { return nil }
    var (full, all) = (0, 0)
    for group in groups where group.count >= 3 {
      for (line, next) in zip(group, group.dropFirst()) where line.count * 2 > longest && !isItem(next) {
        all += 1
        if isFull(line, before: next, width: longest) { full += 1 }
      }
    }
    return all >= 2 && full * 2 >= all ? longest : nil
  }

  private static func isFull(_ line: String, before next: String, width: Int) -> Bool {
    let word = next.prefix { !$0.isWhitespace }.count
    return line.count + 1 + word > width * 9 / 10 || isHyphenated(line, next)
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
    guard let first = line.first else { return false }
    if "-*•–".contains(first) { return line.dropFirst().first == " " }
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
