import Model

/// One block of an article, cut into tokens, sentences and quotations, with all that the lexicon sees in it.
final class Annotated {
  let block: Block
  /// Where it begins in the article's text.
  let base: Int
  let tokens: Tokens
  let sentences: [Range<Int>]
  let quotations: Quotations
  /// By start, longer ones first.
  let hits: [Matcher.Hit]
  /// By token, and for the end: how many hits begin before it.
  private let places: [Int]

  init(_ block: Block, base: Int, lexicon: Lexicon) {
    self.block = block
    self.base = base
    let words = lexicon.words
    let monthAtoms = lexicon.monthAtoms
    let cutter = Sentences(words: words, abbreviations: lexicon.abbreviations, hasOrdinals: lexicon.pack.ordinals == true) { id in
      words.atoms[words[id].atoms].contains { monthAtoms.contains($0) }
    }
    let tokens = cutter.joined(Tokenizer(words: words, clitics: lexicon.clitics, elisions: lexicon.elisions, base: base).tokens(of: block.text))
    self.tokens = Tokens(tokens)
    var text = block.text
    quotations = text.withUTF8 { Quotations(tokens: tokens, text: UnsafeRawBufferPointer($0), base: base) }
    sentences = cutter.ranges(of: tokens)
    func closes(_ end: Int) -> Bool {
      guard end < tokens.count else { return true }
      return !tokens[end].isWord || !tokens[end].classes.isDisjoint(with: [.coordinator, .contrast])
    }
    let read = Annotated.withOrdinals(tokens, sentences)
    let found = lexicon.matcher.hits(in: read, words: words, closes: closes)
    let over = Annotated.hitsOverAsides(read, sentences, found, lexicon, closes: closes)
    hits = over.isEmpty ? found : (found + over).sorted(by: Matcher.Hit.precedes)
    var places = Array(repeating: 0, count: tokens.count + 1)
    for hit in hits { places[hit.range.lowerBound + 1] += 1 }
    for token in tokens.indices { places[token + 1] += places[token] }
    self.places = places
  }

  /// Hits that begin at these tokens.
  func hits(in tokens: Range<Int>) -> ArraySlice<Matcher.Hit> {
    hits[places[tokens.lowerBound]..<places[tokens.upperBound]]
  }

  /// The full stop of an ordinal is part of its number (*das 19. Paket*).
  private static func withOrdinals(_ tokens: [Token], _ sentences: [Range<Int>]) -> [Token] {
    var tokens = tokens
    for sentence in sentences {
      for index in sentence.dropFirst().dropLast() where tokens[index].kind == .stop && tokens[index - 1].kind == .number {
        tokens[index].kind = .number
      }
    }
    return tokens
  }

  /// Tokens in their order, verbatim; `…` stands for three or more between them.
  func verbatim(_ chosen: some Sequence<Int>) -> String {
    var pieces: [Range<Int>] = []
    for token in chosen {
      if let last = pieces.last, token - last.upperBound <= 2 {
        pieces[pieces.count - 1] = last.lowerBound..<(token + 1)
      } else {
        pieces.append(token..<(token + 1))
      }
    }
    let bytes = Array(block.text.utf8)
    return pieces.map { piece in
      String(decoding: bytes[(tokens[piece.lowerBound].start - base)..<(tokens[piece.upperBound - 1].end - base)], as: UTF8.self)
    }.joined(separator: " … ")
  }
}
