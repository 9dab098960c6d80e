/// Which words of negation bear on what.
extension Chain {
  /// Whether a word of negation bears on the tokens at `range`, which govern those at `issue`.
  func isNegated(_ range: Range<Int>, over issue: Range<Int>? = nil, besides others: Set<Int>) -> Bool {
    guard let number = scene.segment(of: range.lowerBound) else { return false }
    let segment = partedOpening(of: number, before: range)..<max(scene.segments[number].range.upperBound, partedEnd(of: range, number))
    if scene.followsNobody(number) || isDeniedAhead(number, besides: others) || goesOnInPair(number) { return true }
    let window = scene.lexicon.pack.inverts ? segment : segment.lowerBound..<range.upperBound
    return window.contains { token in
      scene.classes(token).contains(.negation) && !others.contains(token) && !isOnly(after: token)
        && !goesOn(between: token, and: range) && !isQuotedApart(token, from: range)
        && !bearsAhead(token, number, past: range, issue ?? range) && !deniesReason(number)
    }
  }

  /// *There is no case in which he would sign*, *kein Fall, in dem*; *is not among those who signed*.
  private func isDeniedAhead(_ number: Int, besides others: Set<Int>) -> Bool {
    guard number > 0, scene.segments[number].kind == .relative else { return false }
    if scene.followsNobody(number) { return true }
    let (before, first) = (scene.segments[number - 1].range, scene.segments[number].range.lowerBound)
    let words = before.filter { scene.tokens[$0].isWord }
    guard let last = words.last else { return false }
    // *not among those who*
    if words.count > 1, !scene.classes(last).isDisjoint(with: [.determiner, .relative]) {
      return words.suffix(6).contains { no in
        no < last && scene.classes(no).contains(.negation) && !others.contains(no) && !(no + 1..<last).contains(where: isVerb)
      }
    }
    if isDeniedName(words, besides: others) { return true }
    // *no meeting at which he asked for it* may be so.
    if scene.isPast(scene.segments[number].range), scene.isTold(scene.segments[number]) { return false }
    return [last, first].contains { scene.classes($0).contains(.preposition) } && words.suffix(6).contains { no in
      no < last && scene.classes(no).contains(.negation) && !others.contains(no) && (scene.classes(no).contains(.determiner) || !scene.lexicon.pack.inverts)
        && (no + 1..<last).allSatisfy { scene.tokens[$0].isWord && !isVerb($0) }
    }
  }

  /// *will not be the president who signs*, *wird nicht der Präsident sein, der unterschreibt*
  private func isDeniedName(_ words: [Int], besides others: Set<Int>) -> Bool {
    guard let no = words.suffix(6).first(where: { scene.classes($0).contains(.negation) && !others.contains($0) }),
      no > words[0], let next = words.first(where: { $0 > no })
    else { return false }
    let (before, opens) = (scene.classes(no - 1), scene.classes(next))
    guard !before.isDisjoint(with: [.passive, .auxiliary, .future, .will]), !(no + 1...words[words.count - 1]).contains(where: isVerb) else { return false }
    let determiner = opens.contains(.determiner) ? next : opens.contains(.passive) ? words.first { $0 > next } : nil
    return determiner.map { scene.classes($0).contains(.determiner) && scene.classes($0).isDisjoint(with: .oblique) } ?? false
  }

  /// A predicate that is no noun begins here.
  private func isVerb(_ token: Int) -> Bool {
    scene.hits.contains { $0.range.lowerBound == token && isPredicateVerb($0) }
  }

  /// *unterstützt es weder, noch lehnt er es ab*
  private func goesOnInPair(_ number: Int) -> Bool {
    let segment = scene.segments[number].range
    guard number > 0, let first = segment.first(where: { scene.tokens[$0].isWord }),
      scene.classes(first).contains(.pair), !scene.classes(first).contains(.negation)
    else { return false }
    return scene.segments[number - 1].range.contains { scene.classes($0).isSuperset(of: [.pair, .negation]) }
  }

  /// *will not, he said, agree*, *Under no circumstances, he said, would Zenda agree*: where the words begin that something put in
  /// parts from the verb.
  private func partedOpening(of number: Int, before verb: Range<Int>) -> Int {
    let segment = scene.segments[number].range
    guard number > 1, scene.segments[number].mark == .comma else { return segment.lowerBound }
    // *could not, and would not, agree*
    let second = scene.segments[number - 1]
    if second.kind == .coordinate, second.mark == .comma, verb.lowerBound == segment.lowerBound,
      second.range.allSatisfy({ !scene.tokens[$0].isWord || !scene.classes($0).isEmpty })
    {
      return second.range.lowerBound
    }
    guard scene.isAside(second) else { return segment.lowerBound }
    let before = scene.segments[number - 2].range
    let isBeside = verb.lowerBound - segment.lowerBound <= 1 && before.last { scene.tokens[$0].isWord }.map { scene.classes($0).contains(.negation) } ?? false
    let goesOn = !scene.classes(segment.lowerBound).isDisjoint(with: [.future, .potential, .passive, .perfect, .obligation, .reported, .unreal])
    return isBeside
      || goesOn && scene.segments[number - 2].kind == .main && scene.words(in: before) > 1 && !scene.hasVerb(in: before)
      ? before.lowerBound : segment.lowerBound
  }

  /// *The east, he said, Zenda will not give up*: where the clause ends that goes on behind what is put into a phrase.
  private func partedEnd(of phrase: Range<Int>, _ number: Int) -> Int {
    scene.isParted(phrase) ? scene.segments[number + 2].range.upperBound : 0
  }

  /// *wants a deal and no war*, *will das Abkommen nicht geschenkt, sondern gekauft*: bears on what stands behind it alone.
  private func bearsAhead(_ negation: Int, _ number: Int, past verb: Range<Int>, _ issue: Range<Int>) -> Bool {
    let segment = scene.segments[number].range
    guard issue.upperBound <= negation, negation + 1 < segment.upperBound else { return false }
    if negation > segment.lowerBound, scene.classes(negation - 1).contains(.coordinator) {
      return verb.upperBound <= negation || scene.classes(negation).contains(.determiner)
    }
    guard verb.upperBound <= negation, number + 1 < scene.segments.count else { return false }
    return scene.classes(scene.segments[number + 1].range.lowerBound).contains(.correction)
  }

  /// *not because they fear it but because they want it*, *nicht, weil ..., sondern weil*: denies the first reason alone.
  private func deniesReason(_ number: Int) -> Bool {
    guard number + 2 < scene.segments.count, scene.segments[number + 1].kind == .subordinate else { return false }
    return scene.segments[(number + 2)...].contains { other in
      other.contrasts && other.range.lowerBound + 1 < scene.sentence.upperBound && scene.classes(other.range.lowerBound + 1).contains(.subordinator)
    }
  }

  /// *no longer opposes*: it did so before.
  func isLapsed(_ verb: Range<Int>) -> Bool {
    guard let number = scene.segment(of: verb.lowerBound) else { return false }
    return scene.segments[number].range.contains { token in
      scene.classes(token).contains(.anymore) && scene.segments[number].range.contains { scene.classes($0).contains(.negation) && $0 < token }
    }
  }

  /// *wiped it off the table with the words "not now"*
  private func isQuotedApart(_ negation: Int, from words: Range<Int>) -> Bool {
    guard let quote = scene.text.quotations.quote(at: negation)?.content, !quote.overlaps(words),
      quote.lowerBound - 2 >= scene.sentence.lowerBound
    else { return false }
    let noun = quote.lowerBound - 2
    return scene.tokens[noun].kind == .word && scene.classes(noun).isEmpty && scene.classes(noun - 1).contains(.determiner) && !scene.isThing(noun..<noun + 1)
      && !scene.mentions.contains { $0.range.contains(noun) }
  }

  /// *schätzt ihn nicht und hat abgesagt*, *does not grow and the guns fall silent*: another verb goes on between.
  func goesOn(between negation: Int, and verb: Range<Int>) -> Bool {
    let finite: WordClasses = [.perfect, .passive, .future, .obligation, .indefinite, .have]
    if let joining = (negation + 1..<verb.lowerBound).first(where: {
      scene.classes($0).contains(.coordinator)
    }), (2...3).contains(joining - negation), scene.classes(joining + 1).contains(.determiner),
      (negation + 1..<joining).allSatisfy({ scene.tokens[$0].kind == .word && !scene.tokens[$0].capital && scene.classes($0).isEmpty }),
      !scene.lexicon.pack.inverts || scene.segment(of: negation).map({ scene.segments[$0].kind == .complement }) ?? false
    { return true }
    return scene.lexicon.pack.inverts && negation < verb.lowerBound && (negation..<verb.lowerBound).contains { token in
      scene.classes(token).contains(.coordinator) && token + 1 < verb.lowerBound && !scene.classes(token + 1).isDisjoint(with: finite)
    }
  }

  /// *would never bow and give up*: a verb without a subject of its own goes on under the negation before *and*.
  func goesOnNegated(_ issue: IssueMention) -> Bool {
    guard let number = scene.segment(of: issue.range.lowerBound), number > 0 else { return false }
    let (segment, before) = (scene.segments[number], scene.segments[number - 1])
    guard issue.says, segment.kind == .coordinate, !segment.contrasts, !hasSubject(segment, besides: issue.range),
      issue.range.lowerBound - segment.range.lowerBound <= 2
    else { return false }
    let all = before.range.reduce(into: WordClasses()) { $0.formUnion(scene.classes($1)) }
    return all.contains(.negation) && !all.isDisjoint(with: [.future, .obligation])
  }

  /// *no truce*, *not an immediate ceasefire*
  func isDirectlyNegated(_ thing: Range<Int>, besides others: Set<Int>) -> Bool {
    let before = max(scene.sentence.lowerBound, thing.lowerBound - 3)..<thing.lowerBound
    guard let token = before.last(where: { scene.classes($0).contains(.negation) && !others.contains($0) }) else { return false }
    return !isOnly(after: token) && !((token + 1)..<thing.lowerBound).contains { others.contains($0) || !scene.tokens[$0].isWord }
  }

  /// *no promise*, *keine feste Zusage*: nothing but adjectives between.
  func isNone(_ noun: Range<Int>, besides others: Set<Int>) -> Bool {
    let before = max(scene.sentence.lowerBound, noun.lowerBound - 3)..<noun.lowerBound
    guard let token = before.last(where: { !scene.classes($0).isEmpty || !scene.tokens[$0].isWord }) else { return false }
    return scene.classes(token).contains(.negation) && !others.contains(token)
  }

  /// *not only*, *nicht nur*.
  private func isOnly(after token: Int) -> Bool {
    token + 1 < scene.tokens.count && scene.classes(token + 1).contains(.still)
  }
}

extension Scene {
  /// *nobody*, *no one*
  func isNobody(_ token: Int) -> Bool {
    classes(token).contains(.nobody)
      || classes(token).contains(.negation) && token + 1 < sentence.upperBound
        && classes(token + 1).isSuperset(of: [.a, .object])
  }

  /// Whether nobody does it: *nobody wants it*.
  func isNobodys(_ verb: Range<Int>, _ number: Int) -> Bool {
    (segments[number].range.lowerBound..<verb.lowerBound).contains(where: isNobody) || followsNobody(number)
  }

  /// *nobody who knows Zenda wants it*, *niemand, der Zenda kennt, will es*
  func followsNobody(_ number: Int) -> Bool {
    guard number > 0 else { return false }
    let isBehind = segments[number].kind == .main && segments[number].mark == .comma && segments[number - 1].kind == .relative && number > 1
    guard isBehind || segments[number].kind == .relative else { return false }
    let head = segments[isBehind ? number - 2 : number - 1].range
    guard let nobody = head.last(where: isNobody), !hasVerb(in: nobody + 1..<head.upperBound) else { return false }
    return !mentions.contains { $0.range.lowerBound >= nobody && head.contains($0.range.lowerBound) && !$0.isPlace }
  }

  /// *nobody in Strelsau wants it*, *sees nobody in Strelsau who wants it*: those who sit there do not.
  func seatOfNobody(_ number: Int) -> Mention? {
    let clauses = segments[max(0, followsNobody(number) ? number - 1 : number)...number]
    return mentions.first { mention in mention.isPlace && mention.isName && clauses.contains { $0.range.contains(mention.range.lowerBound) } }
  }
}
