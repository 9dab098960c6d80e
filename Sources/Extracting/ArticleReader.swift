import Model

/// Goes through one article, sentence by sentence, and writes down what it finds.
struct ArticleReader {
  let article: Article
  let lexicon: Lexicon
  private let bytes: [UInt8]
  var discourse = Discourse()
  var interview: Interview?
  private var attributor: Attributor
  var isTicker = false
  /// The day that heads the paragraphs at hand.
  private var section: Day? {
    didSet { isTimeline = isTimeline || section != nil }
  }
  /// The text tells of one day after the other.
  var isTimeline = false
  /// About the codebook's negotiation at all; who says what is told of any article.
  private var isConcerned = true
  /// Numbers of the statements that relative clauses tell.
  var background: Set<Int> = []
  /// Numbers of the statements that are told as past.
  var past: Set<Int> = []
  /// Numbers of the statements that are answers to questions.
  var answers: Set<Int> = []
  var extraction = Extraction(statements: [], attributions: [], notes: [])

  init(article: Article, lexicon: Lexicon) {
    self.article = article
    self.lexicon = lexicon
    bytes = Array(article.text.utf8)
    attributor = Attributor(file: article.file, bytes: bytes)
    discourse.known = lexicon.persons
    // A leader without a country may be anybody's.
    for number in lexicon.offices.indices
    where lexicon.offices[number].term.isHeld(on: article.published?.day)
      && lexicon.offices[number].term.name != "leader"
    {
      discourse.offices[lexicon.offices[number].role, default: []].append(lexicon.offices[number].holder)
    }
  }

  /// Reads the article; attributions are the same with statements or without.
  mutating func read(withStatements: Bool) -> Extraction {
    var base = 0
    var blocks: [Annotated] = []
    for block in article.blocks {
      extraction.isCut = base > Extractor.longest
      if extraction.isCut { break }
      if block.kind.isBody { blocks.append(Annotated(block, base: base, lexicon: lexicon)) }
      base += block.text.utf8.count + 1
    }
    isConcerned = withStatements && concerns(blocks)
    for block in blocks {
      for hit in block.hits {
        if case .issue(let issue, let phrase) = lexicon.meanings[hit.entry], phrase.names {
          discourse.named.insert(issue)
          if block.block.kind == .headline { discourse.headed.insert(issue) }
        }
      }
    }
    discourse.published = article.published?.day
    interview = Interview(blocks, lexicon: lexicon, day: article.published?.day)
    discourse.isRelease = isRelease(blocks)
    isTicker = blocks.count { Ticker.startsWithTime($0.block.text) } >= 3
    isTimeline = isTicker || blocks.contains { $0.block.day != nil }
    for (index, block) in blocks.enumerated() {
      attributor.begin(block, after: index > 0 ? blocks[index - 1] : nil)
      read(block)
    }
    extraction.attributions = attributor.attributions
    dateHeads(blocks)
    overtake()
    dropOpenAnswersOfSupporters()
    return extraction
  }

  /// Whether what stands above the text says that those who issue it speak in it.
  private func isRelease(_ blocks: [Annotated]) -> Bool {
    let others = article.blocks.prefix { $0.kind != .paragraph }.filter { !$0.kind.isBody }.map(\.text) + [article.outlet ?? ""]
    let heads = blocks.prefix { $0.block.kind != .paragraph } + others.map { Annotated(Block(.headline, $0), base: 0, lexicon: lexicon) }
    return heads.contains { head in
      head.hits.contains { if case .release = lexicon.meanings[$0.entry] { true } else { false } }
    }
  }

  /// Whether the article names a party of which the negotiation is.
  private func concerns(_ blocks: [Annotated]) -> Bool {
    let needed = lexicon.codebook.concerns
    return needed.isEmpty || blocks.contains { block in
      block.hits.contains { hit in
        switch lexicon.meanings[hit.entry] {
        case .party(let party), .adjective(let party): needed.contains(lexicon.parties[party])
        case .person(let person): needed.contains(lexicon.codebook.persons[person].party)
        default: false
        }
      }
    }
  }

  /// Reads one block, and leaves to the next what later words lean on.
  private mutating func read(_ text: Annotated) {
    if [.headline, .standfirst, .subheading].contains(text.block.kind) { discourse.pause() }
    if text.block.kind != .paragraph || dayAlone(text) != nil { section = dayAlone(text) }
    let headed = headed(text) ?? section
    let day = headed ?? text.block.day ?? interview?.today(in: text.block) ?? article.published?.day
    discourse.begin()
    discourse.present = headed ?? text.block.day ?? (isTicker || discourse.isRelease ? article.published?.day : interview?.day(of: text.block))
    discourse.isAsking = interview?.asks(in: text.block) ?? false
    if discourse.isAsking, case .actor(let one)? = discourse.addressed, let chief = chief(of: one) { discourse.isAsked(about: chief) }
    discourse.addressed = interview?.speaker(in: text.block) ?? interview?.answering ?? discourse.addressed
    if discourse.isAsking { (discourse.stated, discourse.asked) = (nil, nil) }
    let finder = MentionFinder(lexicon: lexicon, text: text, day: article.published?.day)
    let mentions = finder.mentions(introduced: &discourse.introduced)
    let dates = Dates(lexicon: lexicon, text: text, published: day, last: discourse.day)
    let isPoint = isPoint(text)
    if !isPoint { discourse.lead = [] }
    let scenes = text.sentences.map { Scene(lexicon: lexicon, text: text, sentence: $0, mentions: mentions) }
    for (index, scene) in scenes.enumerated() {
      if let paper = scene.mentions.first(where: \.isDocument) { discourse.wrote(scene.authors(of: paper, discourse) ?? []) }
      let finder = VoiceFinder(scene: scene, discourse: discourse)
      let voices = voices(finder, in: scenes[index...], dates)
      // *No. It is not ours to give. ...*: an answer is what comes first.
      if interview != nil, index > 2 { discourse.asked = nil }
      let issues = issueMentions(in: scene)
      amend(scene, voices, besides: issues)
      let topics = topics(of: scene)
      code(issues, topics, scene, voices, dates)
      if discourse.isAsking, discourse.asked == nil, let issue = issues.last { discourse.asked = Question(issue: issue.issue) }
      let wills = finder.wills(besides: voices)
      let told = voices.filter { !$0.isFrame } + wills
      attributor.add(finder.split(told + finder.hearsay(besides: told)), of: scene)
      remember(issues, topics, scene, voices, dates)
    }
  }

  /// Who tells what in the first of these sentences: by its own words, as a part of a conversation, or speaking on.
  private func voices(_ finder: VoiceFinder, in scenes: ArraySlice<Scene>, _ dates: Dates) -> [Voice] {
    let scene = finder.scene
    var voices = finder.voices()
    if let speaker = speakerFurtherOn(scenes, voices, dates) { voices.append(speaker) }
    if let teller = interview?.speaker(in: scene.text.block) {
      voices.removeAll(where: \.runsOn)
      voices.insert(Voice(teller: teller, content: [scene.sentence], isAnswer: true), at: 0)
    } else if voices.isEmpty, let voice = runningOn(scene) ?? led(scene) {
      voices.append(voice)
    } else if voices.count == 1, isTold(voices[0], in: scene), var outer = runningOn(scene) {
      outer.isFrame = true
      voices.insert(outer, at: 0)
    }
    return voices
  }

  /// For whom a spokesman speaks.
  private func chief(of actor: Actor) -> Actor? {
    guard let person = actor.person.flatMap({ discourse.known[$0] }), person.roles.contains(where: { $0.name == "spokesperson" }) else { return nil }
    let heads = discourse.known.filter { $0.value.head && $0.value.party == person.party }
    return heads.count == 1 ? heads.first.map { Actor(party: actor.party, person: $0.key) } : nil
  }

  /// The day that is all of a heading: *16 October*; nil where there are two.
  private func dayAlone(_ text: Annotated) -> Day? {
    guard text.tokens.count <= 8 else { return nil }
    let dates = Dates(lexicon: lexicon, text: text, published: article.published?.day)
    let isAll = text.tokens.indices.allSatisfy { index in
      text.tokens[index].kind == .number || !text.tokens[index].isWord || text.hits(in: index..<(index + 1)).contains { lexicon.meanings[$0.entry].isTime }
    }
    return isAll ? dates.day(in: text.tokens.indices) : nil
  }

  /// The day alone that opens a paragraph of a chronology: *16 October. Zenda calls ...*.
  private func headed(_ text: Annotated) -> Day? {
    let opening = text.tokens.indices.prefix(5)
    let dates = Dates(lexicon: lexicon, text: text, published: article.published?.day)
    guard let day = dates.day(in: opening), let words = dates.words(naming: day, in: opening), words.lowerBound == 0, words.upperBound + 1 < text.tokens.count
    else { return nil }
    return [.stop, .colon].contains(text.tokens[words.upperBound].kind) ? day : nil
  }

  /// The cue of a quotation of several sentences often follows its end.
  private func speakerFurtherOn(_ scenes: ArraySlice<Scene>, _ voices: [Voice], _ dates: Dates) -> Voice? {
    guard let scene = scenes.first, voices.allSatisfy(\.runsOn), let last = scene.sentence.last else { return nil }
    let quotations = scene.text.quotations
    guard quotations.membership[last] >= 0, let quote = quotations.quote(at: last) else { return nil }
    for later in scenes.dropFirst() where later.sentence.lowerBound < quote.content.upperBound {
      let found = VoiceFinder(scene: later, discourse: discourse).voices()
      guard let voice = found.first(where: { $0.cue != nil && $0.covers(later.sentence.lowerBound) }) else { continue }
      return Voice(teller: voice.teller, content: [quote.content.clamped(to: scene.sentence)], runsOn: true, day: reportedDay(later, [voice], dates))
    }
    return nil
  }

  /// Reported speech that goes on by its mood alone.
  private func runningOn(_ scene: Scene) -> Voice? {
    guard scene.isTold(by: .reported), !scene.isHearsay, !scene.closesWithUnknown else { return nil }
    if let told = scene.toldByStranger { return Voice(teller: .outsider, content: [told]) }
    if let announced = announced(in: scene) { return announced }
    if scene.isOwnWord { return nil }
    return (discourse.announced ?? discourse.speaker).map { Voice(teller: $0, content: [scene.sentence], runsOn: true) }
  }

  /// *Zenda gab sich zurückhaltend: Erst müsse man reden.*
  private func announced(in scene: Scene) -> Voice? {
    guard let number = scene.segments.firstIndex(where: { $0.mark == .colon }), number > 0 else { return nil }
    let start = scene.segments[number].range.lowerBound
    let opening = scene.sentence.lowerBound..<start
    guard opening.allSatisfy({ scene.classes($0).isDisjoint(with: [.reported, .unreal]) }),
      (start..<scene.sentence.upperBound).contains(where: { scene.classes($0).contains(.reported) }),
      let subject = scene.mentions.first(where: { opening.contains($0.range.lowerBound) && $0.canBeSubject && !$0.isDocument }),
      case .actor(let actor)? = discourse.resolve(subject, in: scene.mentions, within: nil)
    else { return nil }
    return Voice(teller: .actor(actor), source: subject.range, content: [start..<scene.sentence.upperBound])
  }

  /// *Er habe eingeräumt, ...*: told within what is told.
  private func isTold(_ voice: Voice, in scene: Scene) -> Bool {
    guard let cue = voice.cue, scene.isParticiple(cue), let number = scene.segment(of: cue.lowerBound), case .actor? = discourse.speaker,
      voice.teller != discourse.speaker, scene.segments[number].kind == .main
    else { return false }
    return scene.segments[number].range.contains { token in
      scene.classes(token).contains([.reported, .auxiliary]) && !voice.covers(token) && scene.text.quotations.membership[token] < 0
    }
  }

  /// A point of a list that a line before it leads: *The ministers: 1. welcome ...*.
  private func led(_ scene: Scene) -> Voice? {
    let leads = discourse.lead.map(Teller.actor)
    guard let first = leads.first, scene.sentence.lowerBound == 0 else { return nil }
    return Voice(teller: first, others: Array(leads.dropFirst()), content: [scene.sentence], isInside: true)
  }

  /// Whether a block goes on without a beginning of its own.
  private func isPoint(_ text: Annotated) -> Bool {
    text.tokens.first { $0.kind == .word }.map { !$0.capital } ?? false
  }

  // MARK: - Issues

  /// Writes down the stances of a sentence, and keeps what it asks and states for the next.
  private mutating func code(_ issues: [IssueMention], _ topics: [Int], _ scene: Scene, _ voices: [Voice], _ dates: Dates) {
    var nextAsked: Question?
    defer { discourse.asked = nextAsked ?? (interview == nil ? nil : discourse.asked) }
    var stated: (issue: Int, stance: Stance, party: Int)?
    // *Zenda is for it. Is that still so?*
    defer { discourse.stated = stated ?? (scene.isQuestion ? discourse.stated : nil) }
    guard isConcerned, !issues.isEmpty || !topics.isEmpty || discourse.asked != nil || discourse.stated != nil || discourse.topic != nil else { return }
    var coder = Coder(scene: scene, voices: voices, discourse: discourse, dates: dates)
    coder.asked = scene.asks && !voices.contains(where: \.isAnswer) ? topics.last.map { Question(issue: $0) } : nil
    coder.code(issues)
    // *Zenda: "Yes." Rassendyll: "No."*
    nextAsked = coder.asked ?? (coder.findings.contains(where: \.isAnswer) ? discourse.asked : nil)
    stated = coder.findings.last.map { ($0.issue, $0.stance, $0.holder.party) }
    let quote = verbatim(scene.sentence, scene)
    for finding in coder.findings { write(finding, scene, quote) }
    extraction.notes += coder.notes.map { Extraction.Note(quote: quote, issue: lexicon.codebook.issues[$0.issue].id, reason: $0.reason) }
  }

  // MARK: - Writing down

  private mutating func write(_ finding: Coder.Finding, _ scene: Scene, _ quote: String) {
    let span = Span(scene.tokens[scene.sentence.lowerBound].start, scene.tokens[scene.sentence.upperBound - 1].end)
    let evidence = Evidence(
      article: article.name, articleID: article.id, quote: quote, span: span, prefix: context(before: span.start),
      suffix: context(after: span.end))
    let statement = Statement(
      holder: lexicon.parties[finding.holder.party], person: finding.holder.person,
      issue: lexicon.codebook.issues[finding.issue].id, stance: finding.stance, source: finding.source,
      mode: finding.mode, said: finding.said, earlier: finding.earlier,
      condition: finding.condition.map { verbatim($0, scene) }, evidence: evidence, published: article.published?.day,
      kind: Statement.Kind(of: finding, in: scene.text.block.kind), trace: finding.trace.map(\.text))
    if finding.gaveUp, let last = extraction.statements.indices.last,
      extraction.statements[last].holder == statement.holder, extraction.statements[last].issue == statement.issue,
      extraction.statements[last].stance == statement.stance
    {
      extraction.statements[last].earlier = true
    }
    let isKnown = extraction.statements.contains {
      $0.evidence.span == span && $0.holder == statement.holder && $0.issue == statement.issue
        && $0.stance == statement.stance && $0.earlier == statement.earlier
    }
    if isKnown { return }
    if finding.isBackground { background.insert(extraction.statements.count) }
    if finding.isAnswer { answers.insert(extraction.statements.count) }
    if scene.isPast(scene.sentence) { past.insert(extraction.statements.count) }
    extraction.statements.append(statement)
  }

  func verbatim(_ range: Range<Int>, _ scene: Scene) -> String {
    let first = scene.tokens[range.lowerBound].start
    let last = scene.tokens[range.upperBound - 1].end
    return String(decoding: bytes[first..<last], as: UTF8.self)
  }

  private func context(before offset: Int) -> String {
    String(String(decoding: bytes[max(0, offset - 128)..<offset], as: UTF8.self).suffix(32))
  }

  private func context(after offset: Int) -> String {
    String(String(decoding: bytes[offset..<min(bytes.count, offset + 128)], as: UTF8.self).prefix(32))
  }
}
