import Model

/// The place, day and agency before the first sentence of a report.
enum Dateline {
  /// "BRUSSELS, Aug 17 (Northgate)", "LEIPZIG, 20. September", "Washington (mna)".
  static func of(_ line: String) -> String? {
    guard line.utf8.prefix(90 * 4).contains(where: { $0 == 0x29 || (0x30...0x39).contains($0) }) else { return nil }
    let head = String(line.beginning(90))
    if head.utf8.contains(0x29), let close = [") - ", ") – ", ") — ", ") -- "].lazy.compactMap({ head.firstRange(of: $0) }).first?.lowerBound {
      let lead = head[...close]
      if lead.utf8.contains(0x28), lead.count <= 70, lead.first?.isUppercase == true { return String(lead) }
    }
    guard let date = DateFinder.dates(in: head).first else { return nil }
    let place = head[..<date.range.lowerBound].trimming(" ,")
    let rest = head[date.range.upperBound...].trimming()
    guard place.count <= 40, place.first?.isUppercase == true, let mark = rest.first, ".-–—".contains(mark),
      place.split(separator: " ").allSatisfy({ $0.first?.isLowercase != true })
    else { return nil }
    return String(head[..<date.range.upperBound])
  }

  /// The year of a day that gives none: the one that puts it nearest to `near`, else the only one after the years
  /// mentioned in which it falls on the weekday that the lead names.
  static func year(of date: WrittenDate, lead: String, near: Day?, text: [String]) -> Int? {
    if let near {
      let years = (near.civil.year - 1)...(near.civil.year + 1)
      return years.min { a, b in
        func distance(_ year: Int) -> Int {
          Day(year: year, month: date.month, day: date.day).map { abs($0 - near) } ?? .max
        }
        return distance(a) < distance(b)
      }
    }
    let mentioned = text.flatMap { $0.utf8.split { !isASCIIDigit($0) } }
      .compactMap { $0.count == 4 ? Int(Substring($0)) : nil }
      .filter { (1990...2099).contains($0) }.max()
    let weekday = lead.split { !$0.isLetter }.lazy.filter { $0.count > 3 }.compactMap(Months.weekday(of:)).first
    guard let mentioned, let weekday else { return nil }
    return (mentioned...(mentioned + 6)).first { Day(year: $0, month: date.month, day: date.day)?.weekday == weekday }
  }
}
