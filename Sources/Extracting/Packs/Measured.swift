public import Model

extension Calibration {
  /// How often each kind of evidence was right on the coded articles of this repository; `scripts/calibrate` makes it.
  public static func measured() throws(Problem) -> Calibration {
    let name = "calibration.ndjson"
    let (counts, problems) = NDJSON.read(Count.self, from: try Languages.bytes(of: name), named: name)
    if let problem = problems.first { throw problem }
    return Calibration(counts)
  }
}
