/// Pronouns that stand for the thing spoken of.
extension Scene {
  /// A pronoun for a thing right after a predicate (*rejected it*), or before one that weighs it (*it is a mistake*).
  func object(of hit: Matcher.Hit, _ predicate: Pack.Predicate) -> Int? {
    // *gebe keine Auskunft*: what ends in an article is followed by its object.
    if classes(hit.range.upperBound - 1).isSuperset(of: [.determiner, .negation]) { return nil }
    if predicate.isOfSubject { return subjectPronoun(of: hit, predicate.does) }
    if predicate.noun == true { return object(ofNoun: hit) }
    if let that = pointer(before: hit.range) { return that }
    // *called it off*, *lehnte er ihn ab*
    let opensInfinitive = classes(hit.range.upperBound - 1).contains(.infinitive)
    let within = opensInfinitive ? [] : (hit.range.lowerBound + 1..<hit.range.upperBound).filter { !hit.matched.contains($0) }
    let places = lexicon.pack.inverts && !within.isEmpty ? within : within.prefix(1) + [hit.range.upperBound]
    if let object = places.first(where: {
      $0 < sentence.upperBound && isObject($0) && (standsAlone($0) || hit.matched.contains($0 + 1)) && !mayAct($0)
    }) {
      return object
    }
    if let enclosed = enclosed(before: hit) { return enclosed }
    guard lexicon.pack.inverts, predicate.presses != true, let number = segment(of: hit.range.lowerBound),
      segments[number].kind != .relative
    else { return nil }
    // *wollte das nicht bestätigen*: what is done with it is done by a verb that no pattern knows.
    if let last = segments[number].range.last(where: { tokens[$0].isWord }), !hit.matched.contains(last), classes(last).isEmpty,
      !tokens[last].capital, lexicon.words[tokens[last].word].folded.hasSuffix("n")
    { return nil }
    return segments[number].range.first { index in
      classes(index).contains(.object) && classes(index).contains(.demonstrative) && standsAlone(index) && !hit.matched.contains(index)
    }
  }

  /// *hat sie abgelehnt*, *weil er sie fordert*: between who acts and the verb that closes the clause.
  private func enclosed(before hit: Matcher.Hit) -> Int? {
    guard lexicon.pack.inverts, hit.range.count == 1, isParticiple(hit.range),
      let number = segment(of: hit.range.lowerBound),
      segments[number].range.contains(where: { classes($0).contains(.have) })
    else { return nil }
    let clause = segments[number].range
    let goesOn = number + 1 < segments.count && [.complement, .infinitive].contains(segments[number + 1].kind)
    guard !goesOn,
      !clause.contains(where: {
        $0 > hit.range.lowerBound && tokens[$0].isWord && classes($0).isDisjoint(with: [.have, .auxiliary])
      })
    else { return nil }
    return clause.first { index in
      index > clause.lowerBound && index < hit.range.lowerBound && classes(index).isSuperset(of: [.object, .they]) && !mayAct(index)
        && !hits.contains { if case .issue = meaning($0) { (index..<hit.range.lowerBound).contains($0.range.lowerBound) } else { false } }
        && mentions.contains { $0.canBeSubject && $0.range.upperBound <= index && clause.contains($0.range.lowerBound) } && !namesThing(before: index)
    }
  }

  /// *hält den Schritt für falsch und werde ihn ablehnen*: a noun of the sentence that a pronoun may mean.
  private func namesThing(before pronoun: Int) -> Bool {
    (sentence.lowerBound..<pronoun).contains { index in
      tokens[index].kind == .word && tokens[index].capital && classes(index).isEmpty && !isCovered(index) && !mentions.contains { $0.range.contains(index) }
    }
  }

  /// *it*; *that*, where it ends a clause.
  func isObject(_ token: Int) -> Bool {
    if classes(token).contains(.object) { return true }
    let next = token + 1
    return classes(token).isSuperset(of: [.demonstrative, .complementizer]) && (next >= sentence.upperBound || !tokens[next].isWord)
  }

  /// *sie*: may be who acts, unless somebody else stands before.
  private func mayAct(_ pronoun: Int) -> Bool {
    guard !classes(pronoun).isDisjoint(with: [.she, .they]), classes(pronoun).isDisjoint(with: .objective),
      let number = segment(of: pronoun)
    else { return false }
    return !mentions.contains { $0.canBeSubject && $0.range.upperBound <= pronoun && segments[number].range.contains($0.range.lowerBound) }
  }

  /// *gibt es keinen Gipfel*, *es braucht mehr Druck*: stands for nothing.
  func isExistential(_ pronoun: Int) -> Bool {
    guard classes(pronoun).contains(.impersonal), let number = segment(of: pronoun) else { return false }
    return hits.contains { if case .existential = meaning($0) { segments[number].range.contains($0.range.lowerBound) } else { false } }
  }

  /// *opposition to it*
  func object(ofNoun hit: Matcher.Hit) -> Int? {
    let next = hit.range.upperBound
    guard !lexicon.pack.inverts, hit.slot == nil, next < sentence.upperBound, classes(next - 1).contains(.preposition),
      classes(next).contains(.object), classes(next).isDisjoint(with: .determiner)
    else { return nil }
    return standsAlone(next) ? next : nil
  }

  /// *have it but need it ourselves*: a word of a longer predicate.
  func isWithinLonger(_ token: Int, _ hit: Matcher.Hit) -> Bool {
    hits.contains { other in
      if case .predicate = meaning(other) { other.matched.contains(token) && other.matched.count > hit.matched.count } else { false }
    }
  }

  /// *That is what Zenda wants.*
  private func pointer(before verb: Range<Int>) -> Int? {
    guard let number = segment(of: verb.lowerBound) else { return nil }
    let first = segments[number].range.lowerBound
    guard classes(first).contains(.demonstrative), first < verb.lowerBound else { return nil }
    return (first..<verb.lowerBound).contains { classes($0).contains(.interrogative) } ? first : nil
  }

  /// Not the *it* of *it is a mistake to ...*.
  private func subjectPronoun(of hit: Matcher.Hit, _ does: Pack.Predicate.Effect) -> Int? {
    let next = hit.range.upperBound
    let opens: WordClasses = [.infinitive, .complementizer, .concern]
    if next < sentence.upperBound, !classes(next).isDisjoint(with: opens) { return nil }
    if hit.range.count > 1, !classes(next - 1).isDisjoint(with: opens) { return nil }
    if let asked = parted(from: hit.range) { return asked }
    let before = max(sentence.lowerBound, hit.range.lowerBound - 3)..<(lexicon.pack.inverts ? hit.range.upperBound : hit.range.lowerBound)
    return before.last { token in
      if hit.matched.contains(token) || isPerson(token, before: hit.range) { return false }
      // *any deal without it is unacceptable*
      guard standsAlone(token), token == sentence.lowerBound || !classes(token - 1).contains(.preposition) else { return false }
      if isNeuter(token) || acts(token, under: hit) { return false }
      if classes(token).contains(.object) && classes(token).isDisjoint(with: [.she, .they]) { return true }
      if classes(token).contains(.inanimate), !classes(token).contains(.demonstrative) {
        return does != .undecided || classes(token).isDisjoint(with: [.he, .she])
      }
      let isFirst = token == sentence.lowerBound || !tokens[token - 1].isWord
      return isFirst && classes(token).contains(.demonstrative)
    }
  }

  /// *they should keep fighting*: somebody, where *they should be lifted* may be the thing.
  private func acts(_ pronoun: Int, under hit: Matcher.Hit) -> Bool {
    let last = hit.range.upperBound - 1
    guard !lexicon.pack.inverts, classes(pronoun).contains(.they),
      classes(last).contains(.obligation) || classes(last).contains(.future), last + 1 < sentence.upperBound
    else { return false }
    let verb = (last + 1..<sentence.upperBound).first { classes($0).isDisjoint(with: [.still, .adverb, .negation]) }
    return verb.map { tokens[$0].kind == .word && classes($0).isDisjoint(with: [.passive, .indefinite]) } ?? false
  }

  /// *Ruritania must pay, and it should do so now*: the party that acts in the clause before.
  private func isNeuter(_ pronoun: Int) -> Bool {
    guard !lexicon.pack.inverts, let number = segment(of: pronoun), number > 0, segments[number].kind == .coordinate,
      classes(pronoun).isDisjoint(with: .demonstrative)
    else { return false }
    return mentions.contains { mention in
      guard case .actor(let actor) = mention.who, actor.person == nil, mention.canBeSubject,
        let home = segment(of: mention.range.lowerBound), home < number
      else { return false }
      return !isAside(segments[home]) && segments[home].kind != .relative
    } && !hits.contains { if case .issue = meaning($0) { $0.range.upperBound <= segments[number].range.lowerBound } else { false } }
  }

  /// *one should wait*, *they should fight on*: of a thing only what is done to it is said (*they should be sent*).
  private func isPerson(_ pronoun: Int, before verb: Range<Int>) -> Bool {
    guard !lexicon.pack.inverts, classes(verb.lowerBound).contains(.obligation) else { return false }
    if classes(pronoun).contains(.a) { return true }
    return classes(pronoun).contains(.they) && !(verb.lowerBound..<min(verb.upperBound + 2, sentence.upperBound)).contains { classes($0).contains(.passive) }
  }

  /// *That, said Zenda, is a mistake*: the pronoun before what is put in.
  func parted(from verb: Range<Int>) -> Int? {
    guard !lexicon.pack.inverts, let number = segment(of: verb.lowerBound), number > 1, isAside(segments[number - 1]),
      verb.lowerBound - segments[number].range.lowerBound <= 2,
      segments[number - 2].range.count == 1, classes(segments[number - 2].range.lowerBound).contains(.demonstrative)
    else { return nil }
    return segments[number - 2].range.lowerBound
  }

  /// Not the article of a noun: what follows is a function word, a predicate, a mark, or nothing.
  private func standsAlone(_ pronoun: Int) -> Bool {
    let next = pronoun + 1
    guard next < sentence.upperBound, tokens[next].isWord else { return true }
    // *this senseless war*
    let isAttribute =
      !lexicon.pack.inverts && classes(pronoun).contains(.demonstrative) && next + 1 < sentence.upperBound
      && tokens[next + 1].kind == .word && classes(next + 1).isEmpty
      && hits.contains { $0.range == next..<(next + 1) && predicate(of: $0)?.holder == .speaker }
    if begins(next) { return !isAttribute }
    guard lexicon.pack.inverts, classes(pronoun).contains(.determiner) else { return !classes(next).isEmpty }
    // *das lehnt er ab*, *hält das für falsch*, not *das von Kiew verlangte Treffen*
    let verbs: WordClasses = [.reported, .obligation, .future, .passive, .negation, .one]
    return !classes(next).isDisjoint(with: verbs) || !classes(next).isEmpty && pronoun > sentence.lowerBound && begins(pronoun - 1)
  }

  /// Whether a predicate or a cue begins at a token.
  func begins(_ token: Int) -> Bool {
    hits.contains { hit in
      guard hit.range.lowerBound == token else { return false }
      switch meaning(hit) {
      case .predicate: return true
      case .cue: return lexicon.pack.inverts
      default: return false
      }
    }
  }
}
