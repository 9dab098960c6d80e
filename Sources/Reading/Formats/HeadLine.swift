/// A line of the head of a plain text, and what it looks like by itself.
struct HeadLine {
  enum Role {
    case date, byline
    /// A section, a slug, a bar of links: nothing that an article says.
    case label
    /// A title, a standfirst, a name: told by its neighbours.
    case free
  }

  let line: String
  let role: Role
  /// Of a line whose role is that.
  let dates: [WrittenDate]

  init(_ line: String) {
    self.line = line
    dates = line.isSentence ? [] : DateFinder.dates(in: line)
    role = HeadLine.role(of: line, dates.first)
  }

  private static func role(of line: String, _ date: WrittenDate?) -> Role {
    if Names.isByline(line) { return .byline }
    if let date {
      let others = line.length - line.distance(from: date.range.lowerBound, to: date.range.upperBound)
      if others <= 70, date.year != nil || others <= 25 { return .date }
    }
    if isSlug(line) { return .label }
    let isMark = line.unicodeScalars.lazy.filter(\.isLetter).prefix(3).count <= 2
    if isMark || line.utf8.contains(0x2F) && !line.utf8.contains(0x20) || line.hasPrefix("Nr.") || line.hasPrefix("No.")
    {
      return .label
    }
    if line.holds(" | ") && line.utf8.split(separator: 0x7C).count >= 3 { return .label }
    return .free
  }

  /// `bzz127 4 pl 380 BND 0217`: what wire services put over their items.
  private static func isSlug(_ line: String) -> Bool {
    guard !line.exceeds(40) else { return false }
    guard line.hasNumber else { return false }
    let words = line.words
    return words.allSatisfy { $0.count <= 8 }
      && words.contains {
        $0.contains(where: \.isNumber) && $0.contains { $0.isLetter && $0.isLowercase } && $0.last?.isNumber == true
      }
  }

  /// A line that is a name, alone or before a place or a newspaper.
  var signature: String? {
    guard !line.exceeds(60) else { return nil }
    let parts = line.parts(between: ",|").map { $0.trimming() }
    guard let first = parts.first, parts.count <= 2, Names.isPerson(first),
      parts.count == 2 || !Names.isOutlet(first)
    else { return nil }
    return Names.person(first)
  }

  /// "Seite 4", "p. 2", "3 min read".
  static func isPage(_ piece: String) -> Bool {
    let words = piece.lowercased().split { $0 == " " || $0 == "." }
    return words.contains {
      ["seite", "page", "p", "min", "nr", "no", "uhr", "gmt", "bst", "jst"].contains($0) || $0.allSatisfy(\.isNumber)
    }
  }
}
