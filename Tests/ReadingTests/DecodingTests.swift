import Model
import Reading
import Testing

/// The same sentence in many encodings, labelled rightly, wrongly and not at all.
@Suite struct DecodingTests {
  private static let german =
    "Der Bundeskanzler fährt am Freitag mit großer Zuversicht über die Brücke nach Österreich."
  private static let russian = "Министр сообщил в среду, что переговоры о мире будут продолжены на следующей неделе."
  private static let polish = "Minister powiedział w środę, że rozmowy pokojowe będą kontynuowane w przyszłym tygodniu."

  /// Bytes of a text in a single-byte encoding, given the characters from 0x80 on.
  private static func bytes(_ text: String, _ upper: [UInt8: String]) -> [UInt8] {
    let byte = Dictionary(uniqueKeysWithValues: upper.map { (Character($1), $0) })
    return text.flatMap { $0.isASCII ? Array(String($0).utf8) : [byte[$0] ?? 0x3F] }
  }

  private static func table(_ start: UInt8, _ letters: String) -> [UInt8: String] {
    Dictionary(uniqueKeysWithValues: letters.enumerated().map { (start + UInt8($0), String($1)) })
  }

  private static let cyrillic1251 = table(0xC0, "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя")
  private static let koi8 = table(0xC0, "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ")
  private static let western: [UInt8: String] = [0xE4: "ä", 0xDF: "ß", 0xFC: "ü", 0xD6: "Ö"]
  private static let central: [UInt8: String] = [0xB3: "ł", 0x9C: "ś", 0xBF: "ż", 0xEA: "ę", 0xB9: "ą"]

  private func text(_ bytes: [UInt8]) -> String? {
    Reader.read(bytes, named: "x").articles.first?.blocks.last { $0.kind == .paragraph }?.text
  }

  @Test func unlabelledTextIsGuessed() {
    #expect(text(Self.bytes(Self.german, Self.western)) == Self.german)
    #expect(text(Self.bytes(Self.russian, Self.cyrillic1251)) == Self.russian)
    #expect(text(Self.bytes(Self.russian, Self.koi8)) == Self.russian)
    #expect(text(Self.bytes(Self.polish, Self.central)) == Self.polish)
  }

  @Test func utf16IsTakenWithAndWithoutItsMark() {
    for mark in [[], [0xFEFF]] as [[UInt16]] {
      let units = mark + Array(Self.german.utf16)
      #expect(text(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == Self.german)
      #expect(text(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == Self.german)
    }
  }

  @Test func validUTF8WinsOverAWrongLabel() {
    let page = "<html><head><meta charset=iso-8859-1></head><body><p>\(Self.german)</p></body></html>"
    #expect(text(Array(page.utf8)) == Self.german)
  }

  @Test func theLabelDecidesWhereTheBytesAreNoUTF8() {
    let page = "<html><head><meta charset=\"windows-1251\"></head><body><p>\(Self.russian)</p></body></html>"
    #expect(text(Self.bytes(page, Self.cyrillic1251)) == Self.russian)
  }

  @Test func oneBadByteCostsOneCharacter() {
    var bytes = Array("\(Self.german) Ein zweiter Satz.".utf8)
    bytes.insert(0xFF, at: 3)
    #expect(text(bytes) == "Der\u{FFFD}" + Self.german.dropFirst(3) + " Ein zweiter Satz.")
  }

  @Test(arguments: [
    ("a\u{AD}b", "ab"), ("a\u{A0}\u{2009} b", "a b"), ("u\u{308}ber \u{439}", "über й"),
    ("zero\u{200B}width", "zerowidth"),
    ("caf\u{65}\u{301}", "café"), ("и\u{306}", "й"),
  ])
  func blocksHoldCleanText(_ raw: String, _ clean: String) {
    let article = Reader.read(
      Array("<html><body><p>\(raw), and so on until the end of it.</p></body></html>".utf8), named: "x"
    ).articles.first
    #expect(
      article?.blocks.first?.text.unicodeScalars.elementsEqual(
        "\(clean), and so on until the end of it.".unicodeScalars) == true)
  }

  @Test func referencesAreReadAsBrowsersReadThem() {
    let article = Reader.read(
      Array(
        "<html><body><p>&#132;Ja&#147;, sagte er &#150; &eacute;t&eacute; &amp; &#x20AC; und mehr davon.</p></body></html>"
          .utf8), named: "x"
    ).articles.first
    #expect(article?.blocks.first?.text == "„Ja“, sagte er – été & € und mehr davon.")
  }
}
