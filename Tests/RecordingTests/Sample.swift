import Model

/// A source of numbers that gives the same ones for the same seed (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Articles with what was found in them, as a desk might read them: some texts came in under two names or dates.
struct Corpus {
  var readings: [(article: Article, statements: [Statement])] = []

  init(seed: Int, articles: Int = 12) {
    var dice = Dice(seed: seed)
    for number in 0..<articles {
      let text = "Text \(Int.random(in: 0..<max(1, articles * 2 / 3), using: &dice))"
      let day = Bool.random(using: &dice) ? Corpus.day(&dice) : nil
      let article = Article(
        file: "desk/\(number)-é\".txt", published: day.map { Published(day: $0) }, blocks: [Block(.paragraph, text)])
      // What a text says depends on the text and on the day of its publication alone.
      var said = Dice(seed: Int(article.id.prefix(6), radix: 16) ?? 0)
      let statements = (0..<Int.random(in: 0..<5, using: &said)).map { Corpus.statement($0, article, &said) }
      readings.append((article, statements))
    }
  }

  var statements: [Statement] { readings.flatMap(\.statements) }

  private static func day(_ dice: inout Dice) -> Day {
    Day(number: Int.random(in: 20_300..<20_320, using: &dice))
  }

  private static func statement(_ number: Int, _ article: Article, _ dice: inout Dice) -> Statement {
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &dice)] }
    let quote = pick([
      "We will not.", "We will not leave, he said.", "We will not leave, she said.", "Да, если уйдут.",
      "„Nein“, sagte sie,\nund ging.", "\u{7}\\ \"so\" \u{1F600}",
    ])
    return Statement(
      holder: pick(["russia", "us", "Ünion/../x", "uk"]), person: pick([nil, "head", "envoy"]),
      issue: pick(["ceasefire", "summit"]), stance: pick(Stance.allCases),
      source: pick([.holder, .holder, .holder, .unnamed, .narrator, .party("us")]), mode: pick(Mode.allCases),
      said: Bool.random(using: &dice) ? day(&dice) : nil, earlier: pick([false, false, false, true]),
      condition: pick([nil, "if not"]),
      evidence: Evidence(
        article: article.name, articleID: article.id, quote: quote, span: Span(number * 10, number * 10 + 9),
        prefix: "before", suffix: ""),
      published: article.published?.day, trace: ["found by rule \(number)"])
  }
}
