import Model
import Testing

@testable import Recording

@Suite struct QuotationTests {
  /// The words at the place, or nil.
  private func found(_ quote: String, in text: String, prefix: String = "", suffix: String = "") -> String? {
    let evidence = Evidence(
      article: "a.txt", articleID: "", quote: quote, span: Span(0, 0), prefix: prefix, suffix: suffix)
    guard let span = evidence.place(in: text) else { return nil }
    return String(decoding: Array(text.utf8)[span.start..<span.end], as: UTF8.self)
  }

  @Test func caseMarksAndWhiteSpaceDoNotMatter() {
    #expect(found("“No”, he said.", in: "Then: »no«\nhe  SAID again") == "no«\nhe  SAID")
    #expect(found("Да, если", in: "— да если уйдут") == "да если")
  }

  @Test func wordsThatDoNotStandAreNotFound() {
    #expect(found("No deal", in: "No such deal") == nil)
    #expect(found("", in: "No") == nil)
    #expect(found("No deal at all", in: "No deal") == nil)
  }

  @Test(arguments: [("They said:", "Later", 10), ("He repeated:", "", 29), ("", "in the end", 29), ("", "", 10)])
  func theNeighboursTellTheSameWordsApart(prefix: String, suffix: String, start: Int) {
    let text = "They said no deal. Repeated: no deal in the end"
    let evidence = Evidence(
      article: "", articleID: "", quote: "No deal", span: Span(0, 0), prefix: prefix, suffix: suffix)
    #expect(evidence.place(in: text)?.start == start)
  }
}
