/// A folder that people keep under git: what they put in, and the ledger that follows from it.
enum Dossier {
  static let articles = "articles"
  static let codebook = "codebook.yaml"
  static let corrections = "corrections.yaml"
  static let ledger = "ledger"
  /// What may be deleted at any time.
  static let cache = ".demarche"
}
