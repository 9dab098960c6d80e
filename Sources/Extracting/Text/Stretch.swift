/// The tokens of a block. What lies beyond them is no word: a sentence may break off anywhere.
struct Tokens: RandomAccessCollection {
  private let list: [Token]

  init(_ list: [Token]) { self.list = list }

  var startIndex: Int { 0 }
  var endIndex: Int { list.count }

  subscript(index: Int) -> Token { list.indices.contains(index) ? list[index] : .none }
  subscript(stretch: Range<Int>) -> ArraySlice<Token> { list[stretch.clamped(to: list.indices)] }
}

/// A stretch of tokens, segments or bytes; one that would end before it begins is empty, for the same reason.
func ..< (start: Int, end: Int) -> Range<Int> {
  Range(uncheckedBounds: (start, Swift.max(start, end)))
}
