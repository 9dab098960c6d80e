/// Clean text of one news item, in blocks, with what its page says of itself.
public struct Article: Hashable, Sendable {
  /// The path or name under which the bytes came in.
  public var file: String
  /// Fingerprint of the clean text: 16 hexadecimal digits, equal for equal texts.
  public var id: String
  public var title: String?
  /// Names, without "By" or roles.
  public var authors: [String]
  public var published: Published?
  public var outlet: String?
  /// The canonical address.
  public var url: String?
  /// ISO 639-1, lower case; nil where neither the page nor the text tells.
  public var language: String?
  public var blocks: [Block]

  public init(
    file: String, title: String? = nil, authors: [String] = [], published: Published? = nil, outlet: String? = nil,
    url: String? = nil, language: String? = nil, blocks: [Block]
  ) {
    self.file = file
    self.title = title
    self.authors = authors
    self.published = published
    self.outlet = outlet
    self.url = url
    self.language = language
    self.blocks = blocks
    id = Fingerprint.of(blocks.lazy.map(\.text))
  }

  /// The last component of `file`: what statements name as their article.
  public var name: String {
    file.utf8.split(separator: 0x2F).last.map { String(Substring($0)) } ?? file
  }

  /// The blocks' texts, each ended by a line feed: what a `Span` counts in.
  public var text: String {
    blocks.reduce(into: "") { $0 += $1.text + "\n" }
  }
}

/// A piece of an article that stands on its own, as its layout shows it.
public struct Block: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case headline, standfirst, paragraph, subheading, caption, credit, byline, list, quote

    /// Whether the article speaks here, as against pictures and credits.
    public var isBody: Bool {
      switch self {
      case .headline, .standfirst, .paragraph, .subheading, .list, .quote: true
      case .caption, .credit, .byline: false
      }
    }
  }

  public var kind: Kind
  /// White space folded to single spaces, in Unicode's composed form (NFC), without soft hyphens.
  public var text: String
  /// The day of a live blog's entry or a timeline's line, where it has its own.
  public var day: Day?

  public init(_ kind: Kind, _ text: String, day: Day? = nil) {
    self.kind = kind
    self.text = text
    self.day = day
  }
}

/// When an article appeared, as precisely as it says.
public struct Published: Hashable, Sendable {
  public var day: Day
  /// `hh:mm`, with seconds and zone as far as given (`16:22:00+02:00`); nil for a bare day.
  public var time: String?

  public init(day: Day, time: String? = nil) {
    self.day = day
    self.time = time
  }

  /// ISO 8601: a day, or a day and a time.
  public var iso: String {
    time.map { "\(day)T\($0)" } ?? "\(day)"
  }
}

/// A half-open range of UTF-8 bytes in `Article.text`.
public struct Span: Hashable, Comparable, Sendable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
