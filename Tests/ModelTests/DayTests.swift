import Testing

@testable import Model

@Suite struct DayTests {
  @Test(arguments: ["1970-01-01", "2000-02-29", "2025-10-21", "2024-12-31", "0001-01-01", "9999-12-31"])
  func printsWhatItRead(iso: String) {
    #expect(Day(iso: iso)?.description == iso)
  }

  @Test(arguments: ["2025-02-29", "2025-13-01", "2025-00-10", "25-10-2110", "2025-10-2", "2025-10-211", "x"])
  func refusesWhatIsNoDay(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test func knowsTheWeekday() {
    #expect(Day(iso: "2025-10-21")?.weekday == 2)
    #expect(Day(iso: "1969-12-28")?.weekday == 7)
  }
}
