extension Problem {
  /// A remedy for a name that is not among `known`: the one that was probably meant, or all of them.
  public static func remedy(for name: String, among known: [String]) -> String {
    let near = known.map { (name: $0, distance: distance($0, name)) }.min { $0.distance < $1.distance }
    if let near, near.distance <= max(2, name.count / 3) { return "did you mean `\(near.name)`?" }
    return known.isEmpty ? "none is known" : "known are \(known.map { "`\($0)`" }.joined(separator: ", "))"
  }

  /// Levenshtein's distance, in characters.
  private static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
