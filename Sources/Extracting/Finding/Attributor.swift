import Model

/// Writes down who says what, sentence after sentence: a quotation of several sentences is one attribution, and so is
/// reported speech that runs on by its mood.
struct Attributor {
  private let file: String
  private let bytes: [UInt8]
  private(set) var attributions: [Attribution] = []
  /// Who spoke last, or of whom the last sentence spoke, as written.
  private(set) var speaker: Attribution.Piece?
  /// The attribution of the quotation in which the last sentence ended.
  private var open: Int?
  /// The attribution of the speech that ran on by its mood in the sentence before.
  private var running: Int?

  /// The quotation of the sentence before, with its cue: what is quoted next goes on with it.
  private var quotedLast: Int?
  /// The sentence before.
  private var before: Attribution.Piece?
  /// The sentence before was told.
  private var isTold = false

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// A block begins: what was quoted goes on only where its marks were not closed.
  mutating func begin(_ text: Annotated, after before: Annotated?) {
    running = nil
    quotedLast = nil
    isTold = false
    self.before = nil
    let goesOn = before?.quotations.quotes.last.map { $0.open && $0.content.upperBound == before?.tokens.count } ?? false
    if !(goesOn && text.quotations.quotes.first?.content.lowerBound == 1) { open = nil }
  }

  /// Takes note of one sentence and its voices.
  mutating func add(_ voices: [Voice], of scene: Scene) {
    let voices = voices.isEmpty && open == nil && (scene.isTold(by: .reported) || isTold && scene.isTold(by: .unreal))
      ? [Voice(teller: .anonymous(party: nil), content: [scene.sentence], runsOn: true)] : voices
    isTold = !voices.isEmpty
    let start = scene.sentence.lowerBound + (scene.tokens[scene.sentence.lowerBound].isWord ? 0 : 1)
    let wasRunning = running
    let resumed = quotedLast
    quotedLast = nil
    let quoted = open
    running = nil
    open = nil
    if let quoted, let quote = scene.text.quotations.quote(at: min(start, scene.tokens.count - 1)) {
      let here = quote.content.clamped(to: scene.sentence)
      attributions[quoted].content += piece(here, scene).map { [$0] } ?? []
      if quote.content.upperBound >= scene.sentence.upperBound { open = quoted }
    }
    for voice in voices where !voice.isAnswer {
      let source = voice.source.flatMap { piece($0, scene) } ?? (voice.runsOn ? speaker : nil)
      let cue = voice.cue.flatMap { piece($0, scene) }
      if let quoted, voice.covers(start) {
        if attributions[quoted].cue == nil {
          attributions[quoted].cue = cue
          if voice.source != nil { attributions[quoted].source = source }
        }
        continue
      }
      let content = voice.isLate ? before.map { [$0] } ?? [] : told(voice, scene).compactMap { piece($0, scene) }
      guard !content.isEmpty else { continue }
      let words = voice.content.flatMap { range in range.filter { scene.tokens[$0].isWord } }
      let isQuoted = words.count { scene.text.quotations.membership[$0] >= 0 } * 2 > words.count
      if voice.runsOn, !isQuoted, let wasRunning {
        attributions[wasRunning].content += content
        running = wasRunning
        continue
      }
      if voice.runsOn, isQuoted, let resumed {
        attributions[resumed].content += content
        quotedLast = resumed
        if let last = scene.sentence.last, let quote = scene.text.quotations.quote(at: last), quote.content.contains(last) { open = resumed }
        continue
      }
      if isQuoted, cue != nil { quotedLast = attributions.count }
      if voice.runsOn, !isQuoted { running = attributions.count }
      if let last = scene.sentence.last, let quote = scene.text.quotations.quote(at: last), voice.covers(last), quote.content.contains(last) { open = attributions.count }
      attributions.append(
        Attribution(
          file: file, source: source, cue: cue, content: content, addressee: voice.addressee.flatMap { piece($0, scene) },
          mode: isQuoted ? .direct : .indirect))
    }
    before = piece(scene.sentence, scene)
    let told = voices.filter { !$0.runsOn && !$0.isAnswer && $0.source != nil }
    let outermost = told.first { one in !told.contains { other in other.cue != one.cue && one.cue.map { other.covers($0.lowerBound) } ?? false } }
    if let source = outermost?.source {
      speaker = piece(source, scene)
    } else if voices.isEmpty, let subject = scene.leadingSubject() {
      speaker = piece(subject, scene)
    }
  }

  /// Of a cue with what it tells in its own clause, the words quoted there, or else the clause from its subject on.
  private func told(_ voice: Voice, _ scene: Scene) -> [Range<Int>] {
    guard voice.isInside, let clause = voice.content.first else { return voice.content }
    let quoted = scene.text.quotations.quotes.map { $0.content.clamped(to: clause) }.filter { !$0.isEmpty }
    return quoted.isEmpty ? [min(clause.lowerBound, voice.source?.lowerBound ?? clause.lowerBound)..<clause.upperBound] : quoted
  }

  private func piece(_ range: Range<Int>, _ scene: Scene) -> Attribution.Piece? {
    let words = range.filter { scene.tokens[$0].isWord }
    guard let first = words.first, let last = words.last else { return nil }
    let span = Span(scene.tokens[first].start, scene.tokens[last].end)
    return Attribution.Piece(text: String(decoding: bytes[span.start..<span.end], as: UTF8.self), span: span)
  }
}
