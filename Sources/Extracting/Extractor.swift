public import Model

/// Language packs and one codebook, read and checked: what extractors work with. One serves any number of threads.
public struct Knowledge: Sendable {
  public let codebook: Codebook
  let grammars: [String: Grammar]

  /// Throws where a pack, or a pattern of the codebook, cannot be read.
  public init(codebook: Codebook) throws(Problem) {
    self.codebook = codebook
    var grammars: [String: Grammar] = [:]
    for (language, pack) in try Languages.packs() { grammars[language] = try Grammar(pack: pack, codebook: codebook) }
    self.grammars = grammars
  }
}

/// Finds attributions and statements in articles.
///
/// Keeps a cache of the words that it has met: use one instance a thread.
public final class Extractor {
  private let lexicons: [String: Lexicon]

  /// No news item has so many bytes of clean text, about 50,000 words; what comes after them is not looked at.
  public static let longest = 300_000

  public init(_ knowledge: Knowledge) {
    lexicons = knowledge.grammars.mapValues { Lexicon($0) }
  }

  /// Nothing is found in an article of a language that has no pack. Attributions are the same `withStatements` or without.
  public func extract(_ article: Article, withStatements: Bool = true) -> Extraction {
    guard let language = article.language, let lexicon = lexicons[language] else {
      return Extraction(statements: [], attributions: [], notes: [])
    }
    var reading = ArticleReader(article: article, lexicon: lexicon)
    return reading.read(withStatements: withStatements)
  }
}

/// What one article yields.
public struct Extraction: Sendable {
  public var statements: [Statement]
  public var attributions: [Attribution]
  /// What was seen but not counted, and why, in the article's order.
  public var notes: [Note]

  /// The article is longer than `Extractor.longest`: its end was not looked at.
  public var isCut = false

  public struct Note: Sendable {
    /// The sentence.
    public var quote: String
    public var issue: String
    public var reason: String
  }
}
