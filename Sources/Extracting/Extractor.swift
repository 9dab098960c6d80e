public import Model

/// Finds attributions and statements in articles, by language packs and one codebook.
///
/// Keeps a cache of the words that it has met: use one instance a thread.
public final class Extractor {
  private let codebook: Codebook
  private let packs: [String: Pack]
  private var lexicons: [String: Lexicon] = [:]

  /// Throws where a pack or a pattern of the codebook cannot be read.
  public init(codebook: Codebook) throws {
    self.codebook = codebook
    packs = try Languages.packs()
    for pack in packs.values { lexicons[pack.language] = try Lexicon(pack: pack, codebook: codebook) }
  }

  public func extract(_ article: Article) -> Extraction {
    guard let language = article.language, let lexicon = lexicons[language] else {
      return Extraction(statements: [], attributions: [], notes: [])
    }
    var reading = ArticleReader(article: article, lexicon: lexicon)
    return reading.read()
  }
}

/// What one article yields.
public struct Extraction: Sendable {
  public var statements: [Statement]
  public var attributions: [Attribution]
  /// What was seen but not counted, and why, in the article's order.
  public var notes: [Note]

  public struct Note: Sendable {
    /// The sentence.
    public var quote: String
    public var reason: String
  }
}
