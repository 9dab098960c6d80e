import Model

/// A way in which news items lie in files. To add one: a file beside this one, its line in `all`, and its
/// ending in `endings`.
protocol Format: SendableMetatype {
  /// Told by content, never by the file's name.
  static func recognises(_ source: Source) -> Bool
  static func read(_ source: Source) -> Findings
}

enum Formats {
  /// In the order in which they are asked.
  static let all: [any Format.Type] = [
    Gzip.self, WARC.self, MHTML.self, Ninjs.self, Feed.self, NewsXML.self, Export.self, HTML.self, PlainText.self,
  ]

  static let endings: Set<String> = [
    "gz", "warc", "mht", "mhtml", "json", "rss", "atom", "xml", "html", "htm", "xhtml", "txt", "text", "md",
  ]
}

/// What one file gave.
struct Findings {
  var articles: [Article] = []
  var problems: [Problem] = []

  static func + (a: Findings, b: Findings) -> Findings {
    Findings(articles: a.articles + b.articles, problems: a.problems + b.problems)
  }

  /// Several articles of one file: the first bears its name, the others `name#2` and so on.
  func numbered(_ file: String) -> Findings {
    var numbered = self
    for index in articles.indices.dropFirst() { numbered.articles[index].file = "\(file)#\(index + 1)" }
    return numbered
  }
}

/// The bytes of a file or of a part of one, and what is known from outside of them.
struct Source {
  let bytes: [UInt8]
  /// Valid UTF-8; nil where the bytes are no text.
  let text: [UInt8]?
  let file: String
  /// A day of the dossier, for dates without a year.
  let near: Day?
  /// The address, where an archive tells it.
  let url: String?
  let depth: Int
  /// The first bytes of the text, in small letters as far as they are ASCII.
  let opening: [UInt8]

  /// How many bytes tell a format.
  private static let probe = 8192

  /// `label` is the encoding as headers around the bytes name it.
  init(_ bytes: [UInt8], file: String, near: Day?, url: String? = nil, label: String? = nil, depth: Int = 0) {
    self.bytes = bytes
    self.file = file
    self.near = near
    self.url = url
    self.depth = depth
    let packed = Gzip.isGzip(bytes) || Signature.of(bytes) != nil
    text = packed ? nil : Decoding.utf8(bytes, label: label ?? Decoding.label(in: bytes))
    opening = (text ?? bytes).prefix(Source.probe).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Bytes that this source contained.
  func part(_ bytes: [UInt8], url: String? = nil, label: String? = nil) -> Source {
    Source(bytes, file: file, near: near, url: url ?? self.url, label: label, depth: depth + 1)
  }

  /// Whether one of the words, in small letters, stands within the first bytes of the text.
  func opens(with words: [String]) -> Bool {
    words.contains { word in
      var word = word
      return word.withUTF8 { opening[...].search($0) != nil }
    }
  }

  func read() -> Findings {
    guard !bytes.isEmpty else { return Findings(problems: [.empty(file)]) }
    guard depth <= Limits.nesting else { return Findings(problems: [.tooDeep(file)]) }
    guard bytes.count <= Limits.page || Gzip.isGzip(bytes) || WARC.recognises(self) else {
      return Findings(problems: [.tooLarge(file)])
    }
    guard text != nil || Gzip.isGzip(bytes) else { return Findings(problems: [.binary(file, Signature.of(bytes))]) }
    let format = Formats.all.first { $0.recognises(self) }
    return format?.read(self) ?? Findings(problems: [.wordless(file)])
  }
}
