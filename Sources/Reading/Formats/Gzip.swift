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
    let (output, end) = Inflate.members(source.bytes, limit: Limits.unpacked)
    switch end {
    case .tooLarge: return Findings(problems: [.tooLarge(source.file)])
    case .complete: return source.part(output).read()
    case .cutShort, .damaged:
      let reading = output.isEmpty ? Findings() : source.part(output).read()
      return reading + Findings(problems: [.damaged(source.file, lost: output.isEmpty)])
    }
  }
}
