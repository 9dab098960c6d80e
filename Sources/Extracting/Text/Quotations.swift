/// The quotations of a block: which tokens stand between quotation marks, whichever marks and however closed.
///
/// Whether a mark opens or closes is read from its place (after a space it opens, after a letter it closes), not from
/// its shape: real pages close „like this„ and "like this“.
struct Quotations {
  struct Quote {
    /// Tokens between the marks.
    var content: Range<Int>
    /// The closing mark is missing: the block ended first.
    var open: Bool
  }

  private(set) var quotes: [Quote] = []
  /// By token: the number of its outermost quotation, or -1.
  private(set) var membership: [Int]

  init(tokens: [Token], text: UnsafeRawBufferPointer, base: Int) {
    membership = Array(repeating: -1, count: tokens.count)
    var start: Int?
    var single = false
    for (index, token) in tokens.enumerated() where token.kind == .openQuote || token.kind == .closeQuote {
      let isSingle = Quotations.isSingle(text, token.start - base)
      let opens = Quotations.opens(text, token.start - base, token.end - base, isOpening: token.kind == .openQuote)
      if let begun = start {
        if isSingle != single { continue }
        if opens, index == begun { continue }
        if opens, index + 1 < tokens.count, Quotations.isNested(tokens, index) { continue }
        close(begun..<index, open: opens)
        start = opens ? index + 1 : nil
      } else if opens {
        start = index + 1
        single = isSingle
      }
    }
    if let begun = start, begun < tokens.count, !single { close(begun..<tokens.count, open: true) }
  }

  func quote(at token: Int) -> Quote? {
    membership[token] >= 0 ? quotes[membership[token]] : nil
  }

  private mutating func close(_ content: Range<Int>, open: Bool) {
    guard !content.isEmpty else { return }
    for index in content { membership[index] = quotes.count }
    quotes.append(Quote(content: content, open: open))
  }

  private static func isNested(_ tokens: [Token], _ index: Int) -> Bool {
    tokens[index].kind == .openQuote && index > 0 && tokens[index - 1].kind != .openQuote && tokens[index - 1].isWord
  }

  /// Single marks: ' ‘ ’ ‚ ‹ ›.
  private static func isSingle(_ text: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    if text[at] == 0x27 { return true }
    guard text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80 else { return false }
    return [0x98, 0x99, 0x9A, 0xB9, 0xBA].contains(text[at + 2])
  }

  private static func opens(_ text: UnsafeRawBufferPointer, _ start: Int, _ end: Int, isOpening: Bool) -> Bool {
    let spaceBefore = start == 0 || [0x20, 0x28, 0x5B, 0x2F].contains(text[start - 1]) || followsDash(text, start)
    let spaceAfter = end >= text.count || [0x20, 0x0A, 0x2C, 0x2E, 0x29, 0x3A, 0x3B, 0x21, 0x3F].contains(text[end])
    // *« Oui », dit-elle*: between spaces the shape tells.
    return spaceBefore && (!spaceAfter || isOpening && end < text.count && text[end] == 0x20)
  }

  private static func followsDash(_ text: UnsafeRawBufferPointer, _ at: Int) -> Bool {
    at >= 3 && text[at - 3] == 0xE2 && text[at - 2] == 0x80 && (text[at - 1] == 0x93 || text[at - 1] == 0x94)
      || text[at - 1] == 0x2D || text[at - 1] == 0x3A
  }
}
