/// A sentence as the set of its pairs of neighbouring words.
struct WordPairs {
  /// Which number a pair has.
  typealias Numbers = [[String]: Int]

  /// In order.
  private let pairs: [Int]

  init(of words: [String], _ numbers: inout Numbers) {
    var pairs: Set<Int> = []
    for pair in zip(words, words.dropFirst()).map({ [$0, $1] }) {
      let number = numbers[pair] ?? numbers.count
      numbers[pair] = number
      pairs.insert(number)
    }
    self.pairs = pairs.sorted()
  }

  /// Whether half of the pairs of both are common to them: the resemblance of A. Broder, "On the resemblance and
  /// containment of documents", 1997.
  func resemble(_ other: WordPairs) -> Bool {
    var (here, there, common) = (0, 0, 0)
    while here < pairs.count, there < other.pairs.count {
      let (one, two) = (pairs[here], other.pairs[there])
      if one == two { common += 1 }
      if one <= two { here += 1 }
      if two <= one { there += 1 }
    }
    return common > 0 && common * 3 >= pairs.count + other.pairs.count
  }
}
