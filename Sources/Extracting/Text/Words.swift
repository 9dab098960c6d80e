/// The distinct word forms that an extractor has met, each with its folded form and what the patterns see in it.
///
/// A word is interned by its bytes once; every later look at it is an index. Not for sharing between threads.
final class Words {
  typealias ID = Int
  /// No word.
  static let none: ID = 0

  /// One word form.
  struct Form {
    /// As written.
    let raw: String
    /// Lower case, without accents but for the umlauts, with plain apostrophes.
    let folded: String
    /// Atoms of the patterns that this form satisfies, as their places in `atoms`.
    let atoms: Range<Int>
    /// The bits of the atoms.
    let bits: PatternTree.Bits
    /// Where patterns go on that begin with it, and those whose object stands before it, as their places in `starts`.
    let starts: Range<Int>, startsAfterObject: Range<Int>
    /// Classes of function words that this form belongs to.
    let classes: WordClasses
  }

  private(set) var forms: [Form] = []
  /// Of all forms, one after the other.
  private(set) var atoms: [Int] = []
  /// Nodes of the matcher, likewise.
  private(set) var starts: [Layout.Node] = []
  private let tests: Atoms
  private let matcher: Matcher
  private let classTests: Atoms
  private let classes: [WordClasses]
  private var index = HashIndex()
  /// The bytes of all forms, one after the other; those of form `i` from `bounds[i]` up to `bounds[i + 1]`.
  private var bytes: [UInt8] = []
  private var bounds = [0]

  init(atoms: Atoms, matcher: Matcher, classTests: Atoms, classes: [WordClasses]) {
    tests = atoms
    self.matcher = matcher
    self.classTests = classTests
    self.classes = classes
    _ = [UInt8]().withUnsafeBytes(intern)
  }

  subscript(id: ID) -> Form { forms[id] }

  func intern(_ bytes: UnsafeRawBufferPointer) -> ID {
    var hash = ByteHash()
    for byte in bytes { hash.add(byte) }
    if let known = index.number(of: hash.value, where: { isSame($0, bytes) }) { return Int(known) }
    index.insert(Int32(forms.count), hash.value)
    self.bytes += bytes
    bounds.append(self.bytes.count)
    forms.append(form(String(decoding: bytes, as: UTF8.self)))
    return forms.count - 1
  }

  private func isSame(_ form: Int32, _ other: UnsafeRawBufferPointer) -> Bool {
    let bounds = bounds[Int(form)]..<bounds[Int(form) + 1]
    guard bounds.count == other.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      for offset in other.indices where bytes[bounds.lowerBound + offset] != other[offset] { return false }
      return true
    }
  }

  private func form(_ raw: String) -> Form {
    let folded = fold(raw)
    let found = classTests.of(raw: raw, folded: folded).reduce(into: WordClasses()) { $0.formUnion(classes[$1]) }
    let own = atoms.count
    atoms += tests.of(raw: raw, folded: folded)
    let bits = atoms[own...].reduce(0) { $0 | PatternTree.bit(of: $1) }
    func beginning(_ node: Layout.Node) -> Range<Int> {
      let first = starts.count
      starts += atoms[own...].compactMap { matcher.target(of: $0, after: node) }
      return first..<starts.count
    }
    return Form(
      raw: raw, folded: folded, atoms: own..<atoms.count, bits: bits, starts: beginning(matcher.start),
      startsAfterObject: beginning(matcher.startAfterObject), classes: found)
  }
}

/// Lower case without accents; umlauts stay, because they tell *müsste* from *musste*, and so do й, ё and ї.
func fold(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  var out = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "à", "á", "â", "ã", "å", "ă", "ą", "ā": out.append("a")
    case "ç", "ć", "č": out.append("c")
    case "đ", "ď": out.append("d")
    case "è", "é", "ê", "ë", "ę", "ě", "ė", "ē": out.append("e")
    case "ì", "í", "î", "ï", "ı", "ī": out.append("i")
    case "ł": out.append("l")
    case "ñ", "ń", "ň": out.append("n")
    case "ò", "ó", "ô", "õ", "ő", "ø", "ō": out.append("o")
    case "ř": out.append("r")
    case "ś", "š", "ş", "ș": out.append("s")
    case "ť", "ț", "ţ": out.append("t")
    case "ù", "ú", "û", "ű", "ů", "ū": out.append("u")
    case "ý", "ÿ": out.append("y")
    case "ź", "ż", "ž": out.append("z")
    case "’", "ʼ", "‘", "`", "´": out.append("'")
    default: out.append(scalar)
    }
  }
  return String(out)
}
