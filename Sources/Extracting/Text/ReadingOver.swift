/// Patterns whose words stand on both sides of what is put in with a cue: *Without a deal, Zenda said, there is no peace*.
extension Annotated {
  /// Predicates and issues that are found where what is put in is left out.
  static func hitsOverAsides(
    _ tokens: [Token], _ sentences: [Range<Int>], _ hits: [Matcher.Hit], _ lexicon: Lexicon, closes: (Int) -> Bool
  ) -> [Matcher.Hit] {
    let cues = hits.filter { hit in
      if case .cue(let number) = lexicon.meanings[hit.entry] { lexicon.pack.says[number].noun != true } else { false }
    }.map(\.range)
    return sentences.flatMap { sentence -> [Matcher.Hit] in
      let asides = asides(in: sentence, tokens, cues)
      guard !asides.isEmpty else { return [] }
      let kept = sentence.filter { token in !asides.contains { $0.contains(token) } }
      let found = lexicon.matcher.hits(in: kept.map { tokens[$0] }, words: lexicon.words) { closes($0 < kept.count ? kept[$0] : sentence.upperBound) }
      return found.map { hit in
        func place(_ range: Range<Int>) -> Range<Int> {
          guard range.isEmpty else { return kept[range.lowerBound]..<(kept[range.upperBound - 1] + 1) }
          let end = range.lowerBound < kept.count ? kept[range.lowerBound] : sentence.upperBound
          return end..<end
        }
        let matched = hit.matched.dropFirst().reduce(Places(kept[hit.matched.startIndex])) { $0.adding(kept[$1]) ?? $0 }
        return Matcher.Hit(range: place(hit.range), entry: hit.entry, matched: matched, slot: hit.slot.map(place))
      }.filter { hit in
        switch lexicon.meanings[hit.entry] {
        case .predicate, .issue: asides.contains { hit.range.contains($0.lowerBound) }
        default: false
        }
      }
    }
  }

  /// A few words with a cue between two commas, and the commas; the first stays unless the clause goes on behind at once.
  private static func asides(in sentence: Range<Int>, _ tokens: [Token], _ cues: [Range<Int>]) -> [Range<Int>] {
    let commas = sentence.filter { tokens[$0].kind == .comma }
    return zip(commas, commas.dropFirst()).compactMap { first, last in
      let opening = tokens[first + 1].kind == .closeQuote ? first + 2 : first + 1
      guard last - opening <= 7, opening < last, (opening..<last).allSatisfy({ tokens[$0].isWord }), first > sentence.lowerBound,
        cues.contains(where: { opening <= $0.lowerBound && $0.upperBound <= last })
      else { return nil }
      let end = last + 1 < sentence.upperBound && tokens[last + 1].kind == .openQuote ? last + 2 : last + 1
      guard end < sentence.upperBound, tokens[end].isWord else { return nil }
      let verbs: WordClasses = [.passive, .perfect, .future, .obligation, .potential, .indefinite, .reported, .unreal]
      let goesOn = !tokens[end].classes.isDisjoint(with: verbs.union([.preposition, .infinitive, .by])) || !tokens[first - 1].classes.isDisjoint(with: verbs)
      return (goesOn ? first : first + 1)..<end
    }
  }
}
