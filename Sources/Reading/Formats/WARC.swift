public import Model

/// Web archives (ISO 28500), packed by record, as a whole, or not at all: every response that is a page.
enum WARC: Format {
  static func recognises(_ source: Source) -> Bool {
    Archive.opens(source.bytes)
  }

  static func read(_ source: Source) -> Findings {
    var rest = source.bytes[...]
    var found = Findings()
    var archive = Archive(of: source) {
      let piece = Array(rest.prefix(1 << 20))
      rest = rest.dropFirst(piece.count)
      return piece
    }
    while let next = archive.next() {
      found.articles += next.articles
      found.problems += next.problems
    }
    return found
  }
}

/// The pages of a web archive, record by record: no more than one record is held.
public struct Archive: IteratorProtocol {
  private let source: Source
  private let more: () throws(Problem) -> [UInt8]
  private var stream: ByteStream?
  private var records = 0
  private var articles = 0
  private var damaged = 0
  private var silent = 0
  private var isOver = false

  /// Whether a file that begins with these bytes is one, packed or not.
  static func opens(_ file: [UInt8]) -> Bool {
    let sign = Array("WARC/".utf8)
    guard Gzip.isGzip(file) else { return file.starts(with: sign) }
    return Inflate.member(file.prefix(4096)[...], limit: 1024).output.starts(with: sign)
  }

  /// A head longer than this is none.
  private static let longestHead = 65_536

  /// `more` gives the bytes of the file piece by piece, and none at its end.
  init(of source: Source, _ more: @escaping () throws(Problem) -> [UInt8]) {
    self.source = source
    self.more = more
  }

  /// What the next record with a page, or with a fault, gave.
  public mutating func next() -> (articles: [Article], problems: [Problem])? {
    do throws(Problem) {
      if stream == nil { stream = try ByteStream(more) }
      guard let stream else { return nil }
      while !isOver {
        let found = try record(stream)
        if !found.articles.isEmpty || !found.problems.isEmpty { return (found.articles, found.problems) }
      }
    } catch {
      isOver = true
      return ([], [error])
    }
    defer { silent = 0 }
    return silent == 0 ? nil : ([], [.silent(source.file, silent)])
  }

  private mutating func record(_ stream: ByteStream) throws(Problem) -> Findings {
    while try stream.fill(1), stream.ahead.first == 0x0D || stream.ahead.first == 0x0A { stream.drop(1) }
    guard try stream.fill(1) || stream.isTorn else {
      isOver = true
      return Findings()
    }
    records += 1
    let place = stream.place
    guard let record = try head(stream), let length = record.length else { return try lose(stream, at: place) }
    _ = try stream.fill(min(length, Archive.longestHead))
    let page = page(of: record, stream.ahead.prefix(length))
    guard length <= Limits.record else {
      guard try stream.pass(length) else { return try lose(stream, at: place) }
      return Findings(problems: page == nil ? [] : [.tooLong(source.file, records, place)])
    }
    guard try stream.fill(length) else { return try lose(stream, at: place) }
    defer { stream.drop(length) }
    guard let page = page.flatMap({ _ in self.page(of: record, stream.ahead.prefix(length)) }) else { return Findings() }
    guard let payload = page.payload else {
      return Findings(problems: [.unknownPacking(source.file, records, place, page["content-encoding"] ?? "")])
    }
    return read(payload, record["warc-target-uri"]?.trimming("<>"), label: page.charset)
  }

  /// Drops the head of a record, and gives it.
  private func head(_ stream: ByteStream) throws(Problem) -> HTTPMessage? {
    var message = HTTPMessage(stream.ahead)
    while message == nil, stream.ahead.count < Archive.longestHead, try stream.fill(stream.ahead.count + 1) {
      message = HTTPMessage(stream.ahead)
    }
    guard let message, message.start.hasPrefix("WARC/") else { return nil }
    stream.drop(stream.ahead.count - message.body.count)
    return message
  }

  /// What holds a page, if the record does: the response in it, or the record itself.
  private func page(of record: HTTPMessage, _ body: ArraySlice<UInt8>) -> HTTPMessage? {
    switch record["warc-type"] {
    case "response": HTTPMessage(body).flatMap { $0.isSuccess && $0.isPage ? $0 : nil }
    case "resource", "conversion": record.isPage ? record.with(body) : nil
    default: nil
    }
  }

  private mutating func read(_ bytes: [UInt8], _ address: String?, label: String?) -> Findings {
    var found = Findings(articles: source.part(bytes, url: address, label: label).read().articles)
    if found.articles.isEmpty { silent += 1 }
    for index in found.articles.indices {
      articles += 1
      found.articles[index].file = articles == 1 ? source.file : "\(source.file)#\(articles)"
    }
    return found
  }

  private mutating func lose(_ stream: ByteStream, at place: Int) throws(Problem) -> Findings {
    damaged += 1
    isOver = damaged >= Limits.damagedRecords
    if !isOver { try stream.seek(Array("\nWARC/".utf8), within: Limits.record) }
    return Findings(problems: [isOver ? .hopeless(source.file, place) : .damaged(source.file, records, place)])
  }
}

extension Problem {
  fileprivate static func damaged(_ file: String, _ record: Int, _ place: Int) -> Problem {
    Problem(
      .error, at: file, "record \(record) at byte \(place) is damaged; the others are read",
      remedy: "fetch the archive again")
  }

  fileprivate static func hopeless(_ file: String, _ place: Int) -> Problem {
    Problem(
      .error, at: file, "more than \(Limits.damagedRecords - 1) records are damaged; what follows byte \(place) is not read",
      remedy: "fetch the archive again")
  }

  fileprivate static func tooLong(_ file: String, _ record: Int, _ place: Int) -> Problem {
    Problem(
      .error, at: file,
      "record \(record) at byte \(place) is a page of more than \(Limits.record >> 20) MB; the others are read",
      remedy: "save its article alone")
  }

  fileprivate static func unknownPacking(_ file: String, _ record: Int, _ place: Int, _ name: String) -> Problem {
    Problem(
      .error, at: file,
      "record \(record) at byte \(place) is packed in a way that is not read (`\(name)`), or damaged; the others are read",
      remedy: "record the page without it")
  }

  fileprivate static func silent(_ file: String, _ count: Int) -> Problem {
    Problem(.warning, at: file, "\(count) of its pages show no article")
  }
}
