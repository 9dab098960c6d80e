/// Who stands together: names that *and*, commas or a list join.
extension Scene {
  /// The subject and those joined to it by *and*: *Paris and Berlin*.
  func joined(to mention: Mention) -> [Mention] {
    if let list = lists.first(where: { list in list.members.contains { mentions[$0].range == mention.range } }) {
      return list.members.map { mentions[$0] }
    }
    let label = label
    if label.contains(where: { $0.range == mention.range }) { return label }
    var group = [mention]
    var isClosed = false
    while let first = group.first,
      let before = mentions.last(where: { $0.range.upperBound <= first.range.lowerBound }),
      before.canBeSubject, isJoin(gap(before.range, first.range)) || isClosed && isComma(gap(before.range, first.range))
    {
      isClosed = true
      group.insert(before, at: 0)
    }
    if let home = segment(of: mention.range.lowerBound) {
      group = mentions.filter { accompanies($0, home) && !group.map(\.range).contains($0.range) } + group
    }
    if !isClosed { group = headed(by: group) }
    while let last = group.last,
      let after = mentions.first(where: { $0.range.lowerBound >= last.range.upperBound }),
      isJoin(gap(last.range, after.range))
    {
      group.append(after)
    }
    return group
  }

  /// *Die Sieben forderten Zenda auf*: one right behind a verb of several is not its subject.
  func agrees(_ mention: Mention, with verb: Range<Int>) -> Bool {
    guard let plural = lexicon.pack.plural, case .actor(let actor) = mention.who,
      mention.range.lowerBound == verb.lowerBound + 1, classes(verb.lowerBound).isEmpty,
      lexicon.words[tokens[verb.lowerBound].word].folded.hasSuffix(plural), joined(to: mention).count == 1
    else { return true }
    return actor.person == nil && (mention.role != nil || classes(mention.range.lowerBound).contains(.determiner))
  }

  /// *Together with Paris*, in the subject's clause or right before it.
  private func accompanies(_ mention: Mention, _ home: Int) -> Bool {
    guard mention.isOblique, !mention.isPlace, mention.isName, let place = segment(of: mention.range.lowerBound),
      place == home || place == home - 1 && !segments[place].hasVerb
    else { return false }
    let before = max(sentence.lowerBound, mention.range.lowerBound - 2)..<mention.range.lowerBound
    return before.contains { classes($0).contains(.together) } && before.allSatisfy { !classes($0).isDisjoint(with: [.together, .preposition]) }
  }

  /// *Paris, Berlin, London: ...*: names alone before the colon.
  var label: [Mention] {
    guard let colon = sentence.first(where: { tokens[$0].kind == .colon }) else { return [] }
    let names = mentions.prefix { $0.range.upperBound <= colon && $0.canBeSubject }
    guard let first = names.first, let last = names.last, first.range.lowerBound == sentence.lowerBound, last.range.upperBound == colon,
      zip(names, names.dropFirst()).allSatisfy({ gap($0.range, $1.range).count == 1 && isComma(gap($0.range, $1.range)) })
    else { return [] }
    return Array(names)
  }

  /// *MERZ, STARMER, MACRON TELL ...*: names that open a line, with commas alone between them.
  func headed(by group: [Mention]) -> [Mention] {
    guard !lexicon.pack.inverts, let last = group.last, let home = segment(of: last.range.lowerBound) else { return group }
    // *Zenda, Rassendyll said, should sign*
    if isAside(segments[home]), home + 1 < segments.count, segments[home + 1].mark == .comma { return group }
    let before = mentions.filter { $0.range.upperBound <= last.range.lowerBound }
    guard !before.isEmpty, before.allSatisfy(\.canBeSubject),
      !tokens[sentence.lowerBound..<before[0].range.lowerBound].contains(where: { $0.kind == .word })
    else { return group }
    let all = before + [last]
    return zip(all, all.dropFirst()).allSatisfy { isComma(gap($0.range, $1.range)) && gap($0.range, $1.range).count == 1 } ? all : group
  }

  /// *Paris, Berlin and London*: a comma within a list that *and* closes.
  private func isComma(_ range: Range<Int>) -> Bool {
    guard let first = range.first, tokens[first].kind == .comma, range.count <= 2 else { return false }
    return range.dropFirst().allSatisfy { !classes($0).isDisjoint(with: [.determiner, .possessive, .theirPossessive]) }
  }

  private func isJoin(_ range: Range<Int>) -> Bool {
    guard (1...4).contains(range.count) else { return false }
    // *not only Paris but also Berlin*
    let before = (range.lowerBound - 3..<range.lowerBound).filter { $0 >= sentence.lowerBound }
    if range.allSatisfy({ !classes($0).isDisjoint(with: [.contrast, .auxiliary]) }), before.contains(where: { classes($0).contains(.negation) }),
      before.contains(where: { classes($0).contains(.still) })
    { return true }
    // *sowohl Paris als auch Berlin*
    if range.allSatisfy({ classes($0).contains(.pair) }), before.contains(where: { classes($0).contains(.pair) }) { return true }
    return range.contains { classes($0).contains(.coordinator) }
      && range.allSatisfy { !tokens[$0].isWord || !classes($0).isDisjoint(with: [.coordinator, .determiner, .possessive, .theirPossessive]) }
  }

  /// The parties of the longest list of names: *Paris, Berlin and London*, *the ministers of France and Poland*.
  var list: [Actor] {
    var lists: [[Mention]] = [[]]
    var isClosed = false
    var end = sentence.lowerBound
    for mention in mentions {
      guard case .actor(let actor) = mention.who else { continue }
      let between = end..<mention.range.lowerBound
      defer { end = mention.range.upperBound }
      if case .actor(let last)? = lists[lists.count - 1].last?.who {
        // *President Macron of France*
        if last.party == actor.party, between.count <= 2 { continue }
        if !isClosed, isListed(between) {
          lists[lists.count - 1].append(mention)
          isClosed = between.contains { classes($0).contains(.coordinator) }
          continue
        }
        if !isClosed { lists.removeLast() }
      }
      lists.append([mention])
      isClosed = false
    }
    if !isClosed { lists.removeLast() }
    return lists.map(members).max { $0.count < $1.count }.flatMap { $0.count > 1 ? $0 : nil } ?? []
  }

  /// What stands between two names of a list: a comma or *and*, titles, but no verb.
  private func isListed(_ between: Range<Int>) -> Bool {
    guard between.count <= 8, between.contains(where: { tokens[$0].kind == .comma || classes($0).contains(.coordinator) }) else { return false }
    return !hits.contains { hit in
      switch meaning(hit) {
      case .cue, .predicate: hit.range.overlaps(between)
      default: false
      }
    }
  }

  /// Each party once: without a person where several speak for it, or where an office stands for all (*the ministers of France
  /// and Poland*).
  func members(of list: [Mention]) -> [Actor] {
    var members: [Actor] = []
    let isOffice = list.first?.role != nil && list.dropFirst().allSatisfy { $0.role == nil }
    for mention in list {
      guard case .actor(var actor) = mention.who else { continue }
      if isOffice, mention.role != nil { actor.person = nil }
      if let index = members.firstIndex(where: { $0.party == actor.party }) {
        members[index].person = nil
      } else {
        members.append(actor)
      }
    }
    return members
  }
}
