public import Model

/// A way to write a report. A new one is a file beside this one and a place in `all`.
public struct ReportFormat: Sendable {
  /// What it is called.
  public let name: String
  /// Endings of the files that are written in it, without the dot; none for what only goes to a terminal.
  public let endings: [String]
  private let positions: @Sendable (Report) -> String
  private let difference: @Sendable (DifferenceReport) -> String

  public static let all: [ReportFormat] = [.terminal, .markdown, .html, .json]

  /// The format that a file's ending names, in upper or lower case.
  public init?(file: String) {
    let ending = file.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
    guard let ending, let format = ReportFormat.all.first(where: { $0.endings.contains(ending) }) else { return nil }
    self = format
  }

  init(
    name: String, endings: [String], positions: @escaping @Sendable (Report) -> String,
    difference: @escaping @Sendable (DifferenceReport) -> String
  ) {
    self.name = name
    self.endings = endings
    self.positions = positions
    self.difference = difference
  }

  /// The whole text, ended by a line feed.
  public func render(_ report: Report) -> String { positions(report) }
  public func render(_ report: DifferenceReport) -> String { difference(report) }
}
