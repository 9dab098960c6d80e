/// What a text says that somebody said: the terms of PARC and PolNeAR.
public struct Attribution: Hashable, Sendable {
  /// Words of an article and where they stand.
  public struct Piece: Hashable, Sendable {
    public var text: String
    public var span: Span

    public init(text: String, span: Span) {
      self.text = text
      self.span = span
    }
  }

  /// File as in `Article.file`.
  public var file: String
  public var source: Piece?
  public var cue: Piece?
  public var content: [Piece]
  public var addressee: Piece?
  public var mode: Mode

  public init(file: String, source: Piece?, cue: Piece?, content: [Piece], addressee: Piece? = nil, mode: Mode) {
    self.file = file
    self.source = source
    self.cue = cue
    self.content = content
    self.addressee = addressee
    self.mode = mode
  }
}
