import Model

/// The language of a text, told by its script and by its commonest words.
///
/// Function words tell languages apart on texts of a sentence or more (G. Grefenstette, "Comparing two language
/// identification schemes", 1995). A word counts 1, divided by the number of languages in the table that have it.
enum Language {
  /// How many bytes of a text are looked at, up to the end of a block.
  static let probe = 6_000

  /// ISO 639-1: what the text itself shows where it is clear, else what is declared, else the better guess.
  static func of(_ blocks: [Block], declared: String?) -> String? {
    let declared = declared.flatMap(normalised)
    var evidence = Evidence()
    var left = probe
    for block in blocks where left > 0 {
      evidence.add(block.text)
      left -= block.text.utf8.count
    }
    if let script = evidence.script { return script }
    let (best, score, second) = evidence.ranking
    if score >= 2, score >= 1.3 * second { return best }
    return declared ?? (score > second ? best : nil)
  }

  /// The language of `de-AT`, `en_GB`, `DE` or `deu`; nil for what names none.
  static func normalised(_ declared: String) -> String? {
    let code = String(declared.lowercased().prefix { $0.isASCII && $0.isLetter })
    let long = [
      "deu": "de", "ger": "de", "eng": "en", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "pol": "pl",
      "nld": "nl", "dut": "nl", "por": "pt", "rus": "ru", "ukr": "uk", "ua": "uk",
    ]
    return long[code] ?? (code.count == 2 ? code : nil)
  }

  private struct Evidence {
    private var scores = [Double](repeating: 0, count: CommonWords.languages.count)
    private var word = CommonWords.seed
    private var length = 0
    private var lead: UInt8 = 0
    private var letters = 0
    private var leads = [Int](repeating: 0, count: 256)

    mutating func add(_ text: String) {
      var text = text
      text.withUTF8 { bytes in
        var at = 0
        while at < bytes.count {
          let start = at
          while at < bytes.count, isASCIILetter(bytes[at]) {
            word = CommonWords.mix(bytes[at] | 0x20, into: word)
            at += 1
          }
          if at > start {
            length += at - start
            letters += at - start
            lead = 0
          }
          if at < bytes.count { addOther(bytes[at]) }
          at += 1
        }
      }
      endWord()
    }

    /// One byte that is no letter of ASCII. Only these are folded: common words stand in small letters but for wire copy
    /// in capitals.
    private mutating func addOther(_ byte: UInt8) {
      defer { lead = byte }
      if byte >= 0xC0 {
        leads[Int(byte)] += 1
        letters += 1
      }
      switch byte {
      case 0xC2, 0xE2: endWord()
      case 0x80...0xFF: if lead != 0xC2, length > 0 || byte >= 0xC3 { append(byte) }
      default: endWord()
      }
    }

    private mutating func append(_ byte: UInt8) {
      word = CommonWords.mix(byte, into: word)
      length += 1
    }

    private mutating func endWord() {
      guard length > 0 else { return }
      if var languages = CommonWords.owners[word] {
        let share = 1 / Double(languages.nonzeroBitCount)
        while languages != 0 {
          scores[languages.trailingZeroBitCount] += share
          languages &= languages - 1
        }
      }
      word = CommonWords.seed
      length = 0
    }

    var ranking: (String, Double, Double) {
      let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
      return (CommonWords.languages[order[0]], scores[order[0]], scores[order[1]])
    }

    /// The language of a script that has one; kana tell Japanese from Chinese.
    var script: String? {
      func share(_ range: ClosedRange<Int>) -> Double {
        Double(leads[range].reduce(0, +)) / Double(max(letters, 1))
      }
      if share(0xE3...0xE9) > 0.3 { return share(0xE3...0xE3) > 0.1 ? "ja" : "zh" }
      if share(0xEA...0xED) > 0.3 { return "ko" }
      if share(0xCE...0xCF) > 0.5 { return "el" }
      if share(0xD6...0xD7) > 0.5 { return "he" }
      return nil
    }
  }
}
