import Model

/// Any other format, packed with gzip; several members follow each other as one.
enum Gzip: Format {
  static func isGzip(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x1F, 0x8B, 0x08])
  }

  static func recognises(_ source: Source) -> Bool {
    isGzip(source.bytes)
  }

  static func read(_ source: Source) -> Findings {
    if Archive.opens(source.bytes) { return WARC.read(source) }
    var (output, used, end) = Inflate.member(source.bytes[...], limit: Limits.unpacked)
    while end == .complete, used < source.bytes.count, source.bytes[used...].starts(with: [0x1F, 0x8B]) {
      let next = Inflate.member(source.bytes[used...], limit: Limits.unpacked - output.count)
      output += next.output
      used += next.used
      end = next.end
    }
    switch end {
    case .tooLarge: return Findings(problems: [.tooLarge(source.file)])
    case .complete: return source.part(output).read()
    case .cutShort, .damaged:
      let reading = output.isEmpty ? Findings() : source.part(output).read()
      return reading + Findings(problems: [.damaged(source.file, lost: output.isEmpty)])
    }
  }
}
