/// Names of several parties that stand in one list, which *and* closes: *Paris, Berlin and London*.
struct NameList {
  /// What lies within divides no clause.
  var range: Range<Int>
  /// Numbers of the mentions.
  var members: [Int]

  /// Two names are a list where neither is a subject; else the order of words tells what they are.
  static func lists(of mentions: [Mention], in text: Annotated) -> [NameList] {
    var lists: [NameList] = []
    var members: [Int] = []
    var isClosed = false
    func close() {
      let isPair = members.count == 2 && members.first.map { mentions[$0].isOblique || mentions[$0].isAgent } ?? false
      if isClosed, members.count > 2 || isPair, let first = members.first, let last = members.last {
        lists.append(NameList(range: mentions[first].range.lowerBound..<mentions[last].range.upperBound, members: members))
      }
      members = []
      isClosed = false
    }
    for (number, mention) in mentions.enumerated() {
      guard number > 0, !members.isEmpty else {
        members = [number]
        continue
      }
      if belongs(mention, to: mentions[number - 1]) { continue }
      let joint = joint(mentions[number - 1], mention, in: text)
      if joint == nil || isClosed && joint == .comma { close() }
      members.append(number)
      if joint == .coordinator { isClosed = true }
    }
    close()
    return lists
  }

  /// Members stand as the first does: *by Paris, Berlin and London*.
  func share(_ mentions: inout [Mention]) {
    guard let first = members.first else { return }
    for index in members.dropFirst() {
      mentions[index].isOblique = mentions[first].isOblique
      mentions[index].isAgent = mentions[first].isAgent
      mentions[index].isPossessor = mentions[first].isPossessor
    }
  }

  private enum Joint {
    case comma, coordinator
  }

  /// *President Macron of France*, *Macron, the French president, ...*: more of the one before.
  private static func belongs(_ mention: Mention, to before: Mention) -> Bool {
    guard case .actor(let a) = before.who, case .actor(let b) = mention.who, a.party == b.party else { return false }
    let between = gap(before.range, mention.range)
    return a.person == nil || b.person == nil || a.person == b.person ? between.count <= 2 : false
  }

  /// What joins two names: a comma or *and*, with articles beside it alone.
  private static func joint(_ one: Mention, _ other: Mention, in text: Annotated) -> Joint? {
    // *die Außenminister Deutschlands, Frankreichs und Polens*
    guard case .actor = one.who, case .actor = other.who, one.isPossessor ? other.isPossessor : !other.isPossessor || one.role != nil else { return nil }
    let between = gap(one.range, other.range)
    let classes = between.map { text.tokens[$0].classes }
    guard (1...4).contains(between.count),
      zip(between, classes).allSatisfy({ text.tokens[$0].kind == .comma || !$1.isDisjoint(with: [.coordinator, .determiner]) })
    else { return nil }
    if classes.contains(where: { $0.contains(.coordinator) }) { return .coordinator }
    return text.tokens[between.lowerBound].kind == .comma ? .comma : nil
  }
}
