/// Something that went wrong or had to be assumed: what, where, and the remedy.
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Severity: String, Sendable {
    /// The input counts, with a remark.
    case warning
    /// The input, or a part of it, is lost.
    case error
  }

  public var severity: Severity
  /// File, with line where known (`codebook.yaml:12`).
  public var place: String
  public var message: String
  public var remedy: String?

  public init(_ severity: Severity, at place: String, _ message: String, remedy: String? = nil) {
    self.severity = severity
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  public var description: String {
    "\(severity.rawValue): \(place): \(message)" + (remedy.map { "; \($0)" } ?? "")
  }
}
