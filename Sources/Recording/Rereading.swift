public import Model

extension Ledger {
  /// The names of its articles that now have another text.
  public func articlesChanged(in readings: [Reading]) -> Set<String> {
    let ids = Dictionary(grouping: readings.lazy.flatMap(\.articles), by: \.name).mapValues { Set($0.map(\.id)) }
    return Set(
      statements.lazy.map(\.evidence).filter { !(ids[$0.article]?.contains($0.articleID) ?? true) }.map(\.article))
  }

  /// What became of the statements of articles that have changed, one problem each: `articles` with their new text,
  /// `newer` the ledger after they were read again.
  public func rereading(of articles: [Article], in newer: Ledger) -> [Problem] {
    articles.flatMap { article in
      let pairing = Pairing(
        from: statements.filter { $0.evidence.article == article.name },
        to: newer.statements.filter { $0.evidence.articleID == article.id })
      let text = article.text
      let gone = pairing.gone.map { statement in
        let stays = statement.evidence.place(in: text) != nil
        return "“\(statement.evidence.quote)” \(stays ? "is no statement any more" : "stands in it no longer")"
      }
      let revised = pairing.revised.map { revision in
        let fields = revision.fields.map { "\($0.name) \($0.before) → \($0.after)" }
        return "“\(revision.after.evidence.quote)” is coded otherwise: \(fields.joined(separator: ", "))"
      }
      let added = pairing.added.map { "“\($0.evidence.quote)” is new" }
      return (gone + revised + added).map { what in
        Problem(.warning, at: article.file, "it has changed since it was recorded: \(what)")
      }
    }
  }
}

extension [Correction] {
  /// The articles to which something was added.
  public var articlesAddedTo: Set<String> {
    Set(compactMap { if case .add = $0.decision { $0.article } else { nil } })
  }

  /// One problem for each that dates an article, or adds to one, that is not among those that were read.
  public func orphaned(in readings: [Reading]) -> [Problem] {
    let articles = readings.flatMap(\.articles)
    let known = Set(articles.map(\.name)).union(articles.map(\.id))
    return compactMap { correction in
      guard let article = correction.article, !known.contains(article) else { return nil }
      switch correction.decision {
      case .add: break
      case .change where correction.words.isEmpty: break
      default: return nil
      }
      return Problem(.warning, at: correction.place, "there is no article `\(article)`")
    }
  }

  /// One problem for each statement that was added and whose words do not stand in its article, with the nearest ones.
  public func misplaced(in articles: [Article]) -> [Problem] {
    compactMap { correction in
      guard case .add(let statement) = correction.decision else { return nil }
      guard let article = articles.first(where: { $0.name == correction.article || $0.id == correction.article }),
        statement.evidence.place(in: article.text) == nil
      else { return nil }
      let text = Words(of: article.text)
      let nearest = text.nearest(to: correction.words).map { text.words[$0].joined(separator: " ") }
      return Problem(
        .warning, at: correction.place, "\(article.name) does not have the words “\(correction.quote)”",
        remedy: nearest.map { "the nearest are “\($0)”" })
    }
  }
}
