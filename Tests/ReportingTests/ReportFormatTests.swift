import FoundationEssentials
import Model
import Testing

@testable import Reporting

@Suite struct ReportFormatTests {
  @Test(arguments: [
    ("terminal", "report.txt"), ("Markdown", "report.md"), ("HTML", "report.html"), ("JSON", "report.json"),
  ])
  func rendersNastyValues(name: String, file: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    try expect(format.render(.nasty), matches: file)
  }

  @Test(arguments: ["terminal", "Markdown", "HTML", "JSON"])
  func saysWhenThereIsNothing(name: String) throws {
    let format = try #require(ReportFormat.all.first { $0.name == name })
    let text = format.render(Report(statements: [], today: nil, positions: [], changes: [], codebook: .sample))
    #expect(text.contains(name == "JSON" ? "\"parties\":[]" : "Nothing to show."))
  }

  @Test(arguments: [("a.md", "Markdown"), ("b/c.MARKDOWN", "Markdown"), ("x.y.Html", "HTML"), ("r.json", "JSON")])
  func theEndingNamesTheFormat(file: String, name: String) {
    #expect(ReportFormat(file: file)?.name == name)
  }

  @Test(arguments: ["", "md", "a.pdf", "a.md/b", "html.", ".terminal"])
  func anUnknownEndingNamesNone(file: String) {
    #expect(ReportFormat(file: file) == nil)
  }

  /// Whole text against a file of `Snapshots`, which is written anew where `RECORD_SNAPSHOTS` is set.
  private func expect(_ text: String, matches file: String) throws {
    let path = #filePath.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/Snapshots/\(file)"
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOfFile: path, encoding: .utf8)))
  }
}

@Suite struct CompileTests {
  @Test func actorsAndIssuesNarrow() {
    let report = Report.nasty
    #expect(report.parties.map(\.id) == ["russia", "us", "<b>x"])
    #expect(Report.nasty(Selection(actors: ["us"])).parties.map(\.id) == ["us"])
    #expect(Report.nasty(Selection(issues: ["none"])).parties.isEmpty)
  }

  @Test func sinceLeavesOutWhatIsOlder() throws {
    let report = Report.nasty(Selection(since: Day(iso: "2025-10-20")))
    let topic = try #require(report.parties.first { $0.id == "russia" }?.topics.first)
    #expect(topic.steps.map(\.date) == ["2025-10-23"])
    #expect(topic.position?.current.stance == .conditional)
  }
}
