import Model

/// Writes down who says what, sentence after sentence: a quotation of several sentences is one attribution, and so is
/// reported speech that runs on by its mood.
struct Attributor {
  private let file: String
  private let bytes: [UInt8]
  private(set) var attributions: [Attribution] = []
  /// Who spoke last, or of whom the last sentence spoke, as written.
  private var speaker: Attribution.Piece?
  /// What the sentence before leaves to the next.
  private var left = Left()

  /// Numbers are those of attributions.
  private struct Left {
    /// The quotation in which the sentence ended.
    var open: Int?
    /// The quotation with its cue: what is quoted next goes on with it.
    var quoted: Int?
    /// The speech that ran on by its mood.
    var running: Int?
    var wasTold = false
    var sentence: Attribution.Piece?
  }

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// A block begins: what was quoted goes on only where its marks were not closed.
  mutating func begin(_ text: Annotated, after before: Annotated?) {
    let isOpen = before?.quotations.quotes.last.map { $0.open && $0.content.upperBound == before?.tokens.count } ?? false
    let goesOn = isOpen && text.quotations.quotes.first?.content.lowerBound == 1
    left = Left(open: goesOn ? left.open : nil)
  }

  /// Takes note of one sentence and its voices.
  mutating func add(_ found: [Voice], of scene: Scene) {
    let before = left
    let runs = found.isEmpty && before.open == nil && (scene.isTold(by: .reported) || before.wasTold && scene.isTold(by: .unreal))
    let voices = runs ? [Voice(teller: .anonymous(party: nil), content: [scene.sentence], runsOn: true)] : found.filter { !$0.isAnswer }
    left = Left(wasTold: !voices.isEmpty, sentence: piece(scene.sentence, scene))
    let start = scene.sentence.lowerBound + (scene.tokens[scene.sentence.lowerBound].isWord ? 0 : 1)
    if let open = before.open { goOn(open, from: start, scene) }
    for voice in voices {
      if let open = before.open, voice.covers(start) { name(open, by: voice, scene) } else { write(voice, scene, before) }
    }
    speaker = outermost(voices)?.source.flatMap { piece($0, scene) } ?? (voices.isEmpty ? scene.leadingSubject().flatMap { piece($0, scene) } : nil) ?? speaker
  }

  /// The quotation that was open goes on.
  private mutating func goOn(_ open: Int, from start: Int, _ scene: Scene) {
    guard let quote = scene.text.quotations.quote(at: min(start, scene.tokens.count - 1)) else { return }
    if let piece = piece(quote.content.clamped(to: scene.sentence), scene) { attributions[open].content.append(piece) }
    if quote.content.upperBound >= scene.sentence.upperBound { left.open = open }
  }

  /// The cue of a quotation that began in a sentence before.
  private mutating func name(_ number: Int, by voice: Voice, _ scene: Scene) {
    guard attributions[number].cue == nil else { return }
    attributions[number].cue = voice.cue.flatMap { piece($0, scene) }
    if let source = voice.source { attributions[number].source = piece(source, scene) }
  }

  private mutating func write(_ voice: Voice, _ scene: Scene, _ before: Left) {
    let ranges = told(voice, scene)
    let content = voice.isLate ? before.sentence.map { [$0] } ?? [] : ranges.compactMap { piece($0, scene) }
    guard !content.isEmpty else { return }
    let words = ranges.flatMap { range in range.filter { scene.tokens[$0].isWord } }
    let isQuoted = words.count { scene.text.quotations.membership[$0] >= 0 } * 2 > words.count
    let resumed = voice.runsOn ? isQuoted ? before.quoted : before.running : nil
    let number = resumed ?? attributions.count
    if let resumed {
      attributions[resumed].content += content
    } else {
      attributions.append(
        Attribution(
          file: file, source: voice.source.flatMap { piece($0, scene) } ?? (voice.runsOn ? speaker : nil),
          cue: voice.cue.flatMap { piece($0, scene) }, content: content, addressee: voice.addressee.flatMap { piece($0, scene) },
          mode: isQuoted ? .direct : .indirect))
    }
    if voice.runsOn, !isQuoted { left.running = number }
    if isQuoted, resumed != nil || voice.cue != nil { left.quoted = number }
    if let last = scene.sentence.last, scene.text.quotations.membership[last] >= 0, voice.covers(last) { left.open = number }
  }

  /// The voice with a source that no other covers.
  private func outermost(_ voices: [Voice]) -> Voice? {
    let named = voices.filter { !$0.runsOn && $0.source != nil }
    return named.first { one in !named.contains { other in other.cue != one.cue && one.cue.map { other.covers($0.lowerBound) } ?? false } }
  }

  /// Of a cue with what it tells in its own clause, the words quoted there, or else the clause from its subject on.
  private func told(_ voice: Voice, _ scene: Scene) -> [Range<Int>] {
    guard voice.isInside, let clause = voice.content.first else { return voice.content }
    let quoted = scene.text.quotations.quotes.map { $0.content.clamped(to: clause) }.filter { !$0.isEmpty }
    return quoted.isEmpty ? [min(clause.lowerBound, voice.source?.lowerBound ?? clause.lowerBound)..<clause.upperBound] : quoted
  }

  private func piece(_ range: Range<Int>, _ scene: Scene) -> Attribution.Piece? {
    guard let first = range.first(where: { scene.tokens[$0].isWord }), let last = range.last(where: { scene.tokens[$0].isWord }) else { return nil }
    let span = Span(scene.tokens[first].start, scene.tokens[last].end)
    return Attribution.Piece(text: String(decoding: bytes[span.start..<span.end], as: UTF8.self), span: span)
  }
}
