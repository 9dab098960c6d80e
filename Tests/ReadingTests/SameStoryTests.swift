import Model
import Reading
import Testing

@Suite struct SameStoryTests {
  private static let sentences = [
    "The delegations met again on Monday in the old palace above the river.",
    "A spokeswoman said they would go on for two days.",
    "Nobody in the city expects a deal before the summer is over.",
    "The neighbours sent observers and paid for the coffee.",
    "A first paper was on the table in the morning and gone by noon.", "Reporters waited outside and counted the cars.",
    "The minister left early because of a vote at home.", "His deputy stayed and signed what there was to sign.",
  ]

  private func article(_ sentences: some Sequence<String>, outlet: String, url: String? = nil) -> Article {
    Article(file: outlet, outlet: outlet, url: url, blocks: sentences.map { Block(.paragraph, $0) })
  }

  private func matches(_ articles: [Article]) -> [SameStory.Match?] {
    var stories = SameStory()
    return articles.map { stories.take($0) }
  }

  @Test func aWireStoryIsFoundAgainInAnotherOutlet() {
    let matches = matches([
      article(Self.sentences, outlet: "Herald"),
      article(Self.sentences.dropLast() + ["Edited by the desk."], outlet: "Post"),
      article(Self.sentences.map { "Quite differently told: " + String($0.reversed()) }, outlet: "Echo"),
    ])
    #expect(matches.map { $0?.file } == [nil, "Herald", nil])
    #expect(matches[1]?.isVersion == false)
    #expect((matches[1]?.resemblance ?? 0) > 0.6)
  }

  @Test func aLaterStateOfAPageIsAVersion() {
    let matches = matches([
      article(Self.sentences, outlet: "Herald", url: "https://h.example/1"),
      article(Self.sentences + ["One more line."], outlet: "Herald", url: "https://h.example/1"),
    ])
    #expect(matches.map { $0?.isVersion } == [nil, true])
  }

  @Test func everyCopyIsOfTheFirst() {
    let matches = matches((1...200).map { article(Self.sentences, outlet: "Herald \($0)") })
    #expect(matches.dropFirst().allSatisfy { $0?.file == "Herald 1" && $0?.resemblance == 1 })
  }
}
