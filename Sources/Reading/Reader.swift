public import Model

/// Bytes of one file to articles.
public enum Reader {
  /// What the names of files that hold news items end in, in lower case; the content decides how they are read.
  public static let endings = Formats.endings

  /// Every article in the bytes of one file; most have one, which bears the file's name, further ones `name#2` and so on.
  ///
  /// `near` is a day of the dossier: it settles the year of a dateline that gives none ("LEIPZIG, 20. September").
  /// Where there is no article, one problem says why.
  public static func read(
    _ bytes: [UInt8], named file: String, near: Day? = nil
  ) -> (articles: [Article], problems: [Problem]) {
    let found = Source(bytes, file: file, near: near).read()
    return (found.articles, found.problems)
  }

  /// The pages of a web archive of any size, where the file begins as one; `more` gives what follows piece by piece, and no
  /// bytes at its end.
  public static func archive(
    _ beginning: [UInt8], named file: String, near: Day? = nil, more: @escaping () throws(Problem) -> [UInt8]
  ) -> Archive? {
    guard Archive.opens(beginning) else { return nil }
    var first = beginning
    return Archive(of: Source([], file: file, near: near)) { () throws(Problem) in
      if first.isEmpty { return try more() }
      defer { first = [] }
      return first
    }
  }
}

extension Problem {
  static func empty(_ file: String) -> Problem {
    Problem(.error, at: file, "the file is empty", remedy: "save the news item again")
  }

  static func binary(_ file: String, _ kind: String?) -> Problem {
    Problem(
      .error, at: file,
      kind.map { "this is \($0), not a news item" } ?? "these bytes are no text in any known encoding",
      remedy: "save the item as HTML or plain text")
  }

  static func wordless(_ file: String) -> Problem {
    Problem(.error, at: file, "no article text was found", remedy: "save the page as it shows the article")
  }

  static func tooLarge(_ file: String) -> Problem {
    Problem(
      .error, at: file,
      "the item is larger than \(Limits.page >> 20) MB, or unpacks to more than \(Limits.unpacked >> 20) MB",
      remedy: "split it, or save the article alone")
  }

  static func tooDeep(_ file: String) -> Problem {
    Problem(.error, at: file, "more than \(Limits.nesting) archives lie in one another", remedy: "unpack it")
  }

  static func damaged(_ file: String, lost: Bool) -> Problem {
    Problem(
      lost ? .error : .warning, at: file,
      lost ? "the packed data are damaged" : "the packed data break off; what came before is read",
      remedy: "fetch the file again")
  }

  static func stub(_ file: String) -> Problem {
    Problem(
      .warning, at: file, "the page shows only the beginning of an article that is to be paid for",
      remedy: "save it when you are signed in")
  }
}

/// What kind of file bytes are, by their first few.
enum Signature {
  static func of(_ bytes: [UInt8]) -> String? {
    table.first { bytes.starts(with: $0.bytes) }?.name
  }

  private static let table: [(bytes: [UInt8], name: String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"), (Array("RIFF".utf8), "a WebP image or a sound"),
    (Array("%PDF".utf8), "a PDF document"), (Array("PK\u{3}\u{4}".utf8), "a ZIP archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"), (Array("BZh".utf8), "bzip2 data"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"), (Array("SQLite format 3".utf8), "an SQLite database"),
  ]
}
