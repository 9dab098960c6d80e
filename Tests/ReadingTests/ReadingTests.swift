import Model
import Reading
import Testing

@Suite struct ReaderTests {
  @Test func emptyAndBinaryFilesGiveOneProblem() {
    for bytes in [[], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [UInt8](repeating: 1, count: 500)] {
      let (articles, problems) = Reader.read(bytes, named: "x.html")
      #expect(articles.isEmpty)
      #expect(problems.map(\.severity) == [.error])
      #expect(problems.allSatisfy { $0.remedy != nil })
    }
  }
}
