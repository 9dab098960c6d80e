public import Model

/// Finds attributions and statements in articles, by language packs and one codebook.
///
/// Keeps a cache of the words that it has met: use one instance a thread.
public final class Extractor {
  public init(codebook: Codebook, packs: [String: String] = [:]) {}

  public func extract(_ article: Article) -> Extraction {
    Extraction(statements: [], attributions: [], notes: [])
  }
}

/// What one article yields.
public struct Extraction: Sendable {
  public var statements: [Statement]
  public var attributions: [Attribution]
  /// What was seen but not counted, and why: a sentence and a reason, in the article's order.
  public var notes: [Note]

  public struct Note: Sendable {
    public var quote: String
    public var reason: String
  }
}
