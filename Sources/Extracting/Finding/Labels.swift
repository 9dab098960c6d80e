/// Who speaks by a label: a name before a colon, and nouns for what somebody holds.
extension VoiceFinder {
  /// *Moscow's position is that ...*, *Zendas Antwort: ...*
  func held(_ noun: Range<Int>) -> Voice? {
    guard let owner = scene.possessor(of: noun), let teller = discourse.resolve(owner, in: scene.mentions, within: nil),
      let number = scene.segment(of: noun.lowerBound)
    else { return nil }
    let behind = scene.segments.dropFirst(number + 1).first {
      $0.mark == .colon || [.complement, .infinitive].contains($0.kind) && $0.range.lowerBound - noun.upperBound <= 6
    }
    guard let behind else { return nil }
    return Voice(teller: teller, source: owner.range, cue: noun, content: [behind.range.lowerBound..<scene.sentence.upperBound])
  }

  /// *Trump on the summit: "..."*: a name before a colon.
  func labelled() -> Voice? {
    guard
      let colon = scene.sentence.first(where: { scene.tokens[$0].kind == .colon }),
      colon - scene.sentence.lowerBound <= 22, !isWithinNumber(colon),
      let mention = scene.mentions.first(where: { $0.range.upperBound <= colon && $0.canBeSubject && !isTopic($0, before: colon) }) ?? origin(before: colon),
      let teller = discourse.resolve(mention, in: scene.mentions, within: nil)
        ?? discourse.authors.first.map(Teller.actor), colon + 1 < scene.sentence.upperBound
    else { return quotedBefore() }
    let before = scene.sentence.lowerBound..<colon
    let hasVerb = scene.segments.contains { $0.hasVerb && before.contains($0.range.lowerBound) }
    guard !hasVerb, scene.toldByStranger == nil else { return nil }
    if mention.isDocument, let first = discourse.authors.first {
      let others = discourse.authors.dropFirst().map(Teller.actor)
      return Voice(teller: .actor(first), others: others, source: mention.range, content: [(colon + 1)..<scene.sentence.upperBound], isDocument: true)
    }
    let others = scene.joined(to: mention).compactMap { discourse.resolve($0, in: scene.mentions, within: nil) }.filter { $0 != teller }
    return Voice(teller: teller, others: others, source: mention.range, cue: nil, content: [(colon + 1)..<scene.sentence.upperBound])
  }

  /// *Ukraine - Zenda: ...*: what it is about, before a dash.
  private func isTopic(_ mention: Mention, before colon: Int) -> Bool {
    mention.range.upperBound < colon && scene.tokens[mention.range.upperBound].kind == .dash
  }

  /// *A clear no from Moscow: ...*
  func origin(before colon: Int) -> Mention? {
    scene.mentions.first { mention in
      mention.range.upperBound == colon && mention.isOblique && mention.range.lowerBound > scene.sentence.lowerBound
        && scene.classes(mention.range.lowerBound - 1).contains(.origin)
    }
  }

  /// *2:1*
  private func isWithinNumber(_ colon: Int) -> Bool {
    colon + 1 < scene.tokens.count && scene.tokens[colon + 1].kind == .number && scene.tokens[colon + 1].start == scene.tokens[colon].end
  }

  /// *"A mistake": Trump on the summit*: a quotation, a colon, and who says it.
  private func quotedBefore() -> Voice? {
    guard let colon = scene.sentence.first(where: { scene.tokens[$0].kind == .colon }), colon >= scene.sentence.lowerBound + 2,
      scene.text.quotations.membership[colon - 2] >= 0,
      let mention = scene.mentions.first(where: { $0.range.lowerBound > colon && $0.canBeSubject }),
      mention.range.lowerBound - colon <= 3, let teller = discourse.resolve(mention, in: scene.mentions, within: nil),
      !scene.segments.contains(where: { $0.hasVerb && $0.range.contains(mention.range.lowerBound) })
    else { return nil }
    return Voice(
      teller: teller, source: mention.range, cue: nil,
      content: [scene.sentence.lowerBound..<colon, mention.range.upperBound..<scene.sentence.upperBound])
  }
}
