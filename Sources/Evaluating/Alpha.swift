/// Krippendorff's alpha: agreement beyond chance, 1 where all values of each unit agree, 0 where they do as by chance.
///
/// After K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (University of Pennsylvania, 2011). Values are
/// ranks from 0 on; units with fewer than two of them are left out.
struct Alpha {
  enum Metric {
    /// Values are equal or not.
    case nominal
    /// Values lie apart by how many others rank between them.
    case ordinal
  }

  /// Nil where nothing varies.
  let value: Double?

  init(of units: [[Int]], _ metric: Metric) {
    let units = units.filter { $0.count > 1 }
    let ranks = 0..<(units.joined().max().map { $0 + 1 } ?? 0)
    var coincidences = ranks.map { _ in ranks.map { _ in 0.0 } }
    for values in units {
      for (i, a) in values.enumerated() {
        for (j, b) in values.enumerated() where i != j { coincidences[a][b] += 1 / Double(values.count - 1) }
      }
    }
    let totals = coincidences.map { $0.reduce(0, +) }
    func distance(_ a: Int, _ b: Int) -> Double {
      guard metric == .ordinal else { return a == b ? 0 : 1 }
      let between = totals[min(a, b)...max(a, b)].reduce(0, +) - (totals[a] + totals[b]) / 2
      return between * between
    }
    var (observed, expected) = (0.0, 0.0)
    for a in ranks {
      for b in ranks {
        observed += coincidences[a][b] * distance(a, b)
        expected += totals[a] * totals[b] * distance(a, b)
      }
    }
    value = expected == 0 ? nil : 1 - (totals.reduce(0, +) - 1) * observed / expected
  }
}
