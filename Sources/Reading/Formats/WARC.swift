import Model

/// Web archives (ISO 28500), packed by record or not: every response that is a page.
enum WARC: Format {
  static let magic = Array("WARC/".utf8)

  static func recognises(_ source: Source) -> Bool {
    source.bytes.starts(with: magic)
  }

  static func read(_ source: Source) -> Findings {
    var walk = Walk(source)
    var at = 0
    while at < source.bytes.count {
      guard let record = HTTPMessage(source.bytes[at...]), let length = record.length,
        record.body.startIndex + length <= source.bytes.count
      else {
        walk.damaged(at)
        guard !walk.isHopeless, let next = source.bytes[(at + 1)...].firstRange(of: Array("\r\nWARC/".utf8))?.lowerBound
        else { break }
        at = next + 2
        continue
      }
      walk.take(record, body: record.body.prefix(length))
      at = record.body.startIndex + length
      while at < source.bytes.count, source.bytes[at] == 0x0D || source.bytes[at] == 0x0A { at += 1 }
    }
    return walk.reading
  }

  /// Each record is a gzip member of its own: one at a time is unpacked.
  static func read(packed source: Source) -> Findings {
    var walk = Walk(source)
    var at = 0
    while at < source.bytes.count {
      let member = Inflate.member(source.bytes[at...], limit: Limits.record)
      if member.end == .complete, let record = HTTPMessage(member.output[...]) {
        walk.take(record, body: record.body.prefix(record.length ?? 0))
      } else {
        walk.damaged(at)
      }
      guard member.end == .complete, member.used > 0 else {
        guard !walk.isHopeless, let next = source.bytes[(at + 1)...].firstRange(of: [0x1F, 0x8B, 0x08])?.lowerBound
        else { break }
        at = next
        continue
      }
      at += member.used
    }
    return walk.reading
  }

  private struct Walk {
    private let source: Source
    private var found = Findings()
    private var number = 0
    private var silent = 0

    init(_ source: Source) {
      self.source = source
    }

    var reading: Findings {
      var all = found.numbered(source.file)
      if silent > 0 {
        all.problems.append(Problem(.warning, at: source.file, "\(silent) of its pages show no article"))
      }
      return all
    }

    var isHopeless: Bool { found.problems.count >= Limits.damagedRecords }

    mutating func damaged(_ offset: Int) {
      number += 1
      found.problems.append(
        Problem(
          .error, at: source.file, "record \(number) at byte \(offset) is damaged; the others are read",
          remedy: "fetch the archive again"))
    }

    mutating func take(_ record: HTTPMessage, body: ArraySlice<UInt8>) {
      number += 1
      let address = record["warc-target-uri"]?.trimming("<>")
      switch record["warc-type"] {
      case "response":
        guard let response = HTTPMessage(body), response.isSuccess, response.isPage, let payload = response.payload
        else { return }
        page(payload, address, label: response.charset)
      case "resource", "conversion":
        if record.isPage { page(Array(body), address, label: record.charset) }
      default: break
      }
    }

    private mutating func page(_ bytes: [UInt8], _ address: String?, label: String?) {
      let part = source.part(bytes, url: address, label: label).read()
      if part.articles.isEmpty { silent += 1 }
      found.articles += part.articles
    }
  }
}
