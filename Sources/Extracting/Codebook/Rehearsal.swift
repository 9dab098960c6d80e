public import Model

/// The examples of a codebook, each read as an article of one sentence.
public struct Rehearsal: Sendable {
  public struct Failure: Sendable {
    public var example: Codebook.Example
    /// In the example's own notation, sorted.
    public var found: [String]
    /// What was seen but not counted, and why.
    public var passedOver: [String]
  }

  public let held: Int
  public let failures: [Failure]
  /// Examples in languages that have no pack.
  public let skipped: Int

  /// Throws where a language pack cannot be read.
  public init(of codebook: Codebook) throws(Problem) {
    let knowledge = try Knowledge(rehearsing: codebook)
    let extractor = Extractor(knowledge)
    let examples = codebook.issues.flatMap(\.examples)
    let known = examples.filter { knowledge.grammars[$0.language] != nil }
    failures = known.compactMap { example in
      let (found, passedOver) = extractor.rehearse(example)
      return found == Set(example.expected)
        ? nil : Failure(example: example, found: found.sorted(), passedOver: passedOver)
    }
    held = known.count - failures.count
    skipped = examples.count - known.count
  }
}

extension Knowledge {
  /// An example need not name a party that the negotiation concerns.
  init(rehearsing codebook: Codebook) throws(Problem) {
    var codebook = codebook
    codebook.concerns = []
    try self.init(codebook: codebook)
  }
}

extension Extractor {
  /// What is found in an example, in its own notation.
  func rehearse(_ example: Codebook.Example) -> (found: Set<String>, passedOver: [String]) {
    // A Wednesday: days that an example names need one to be counted from.
    let published = Day(iso: "2025-10-22").map { Published(day: $0) }
    let extraction = extract(
      Article(
        file: "example", published: published, language: example.language, blocks: [Block(.paragraph, example.text)]))
    let found = extraction.statements.map { "\($0.holder) \($0.stance.rawValue)\($0.earlier ? " earlier" : "")" }
    return (Set(found), extraction.notes.map(\.reason))
  }
}
