import Model

/// Many articles in one file, as Nexis and Factiva export them, in text or HTML, with English or German field names.
enum Export: Format {
  static func recognises(_ source: Source) -> Bool {
    source.opens(with: openings)
      || source.opens(with: ["\nhd"]) && source.opens(with: ["\npd "]) && source.opens(with: ["\nlp"])
  }

  static func read(_ source: Source) -> Findings {
    let articles = documents(lines(source)).compactMap { article($0, source) }
    return Findings(articles: articles, problems: articles.isEmpty ? [.wordless(source.file)] : []).numbered(
      source.file)
  }

  private static let openings = [
    "load-date:", "ladedatum:", "end of document", "ende des dokuments", "\nlength: ", "\nlänge: ", "documents\n\n\n",
    "1 of 1 documents",
  ]
  private static let ends = ["end of document", "ende des dokuments", "load-date:", "ladedatum:"]
  private static let documentMark = ["document ", "dokument "]

  /// The lines of the text; of HTML the passages.
  private static func lines(_ source: Source) -> [String] {
    let text = source.text ?? []
    guard HTML.recognises(source) else {
      return String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .map { CleanText.of(String($0)) }
    }
    let passages = Passages(Tree(Prepass.run(text).html), lenient: true)
    return passages.all.flatMap { [passages.string($0), ""] }
  }

  /// Each ends with its load date, an end mark or Factiva's "Document ABC0000020251021ela1000ab".
  private static func documents(_ lines: [String]) -> [[String]] {
    var documents: [[String]] = [[]]
    for line in lines {
      let lower = line.lowercased()
      if ends.contains(where: lower.hasPrefix) || isAccession(lower) {
        if documents.last?.isEmpty == false { documents.append([]) }
      } else if !isCounter(lower) {
        documents[documents.count - 1].append(line)
      }
    }
    return documents.filter { $0.count { !$0.isEmpty } >= 3 }
  }

  private static func isAccession(_ lower: String) -> Bool {
    guard let mark = documentMark.first(where: lower.hasPrefix) else { return false }
    let code = lower.dropFirst(mark.count)
    return code.count >= 15 && !code.contains(" ") && code.contains(where: \.isNumber)
  }

  /// "3 of 20 DOCUMENTS", "Dokument 3 von 20".
  private static func isCounter(_ lower: String) -> Bool {
    let words = lower.split(separator: " ")
    return words.count <= 5 && words.contains { $0 == "of" || $0 == "von" }
      && words.contains { $0.hasPrefix("do") && $0.contains("ument") }
  }

  /// Names of fields, and what they hold; Factiva's codes stand alone before their value.
  private enum Field { case body, byline, date, outlet, title, ignored }
  private static let fields: [String: Field] = [
    "body": .body, "text": .body, "volltext": .body, "lp": .body, "td": .body, "byline": .byline, "by": .byline,
    "autor": .byline,
    "author": .byline, "pd": .date, "sn": .outlet, "hd": .title, "headline": .title, "titel": .title,
    "length": .ignored,
    "länge": .ignored, "section": .ignored, "rubrik": .ignored, "language": .ignored, "sprache": .ignored,
    "publication-type": .ignored,
    "copyright": .ignored, "highlight": .ignored, "wc": .ignored, "la": .ignored, "se": .ignored, "sc": .ignored,
    "cy": .ignored,
    "graphic": .ignored, "dateline": .ignored, "zeitungs-code": .ignored, "in": .ignored, "ns": .ignored,
    "re": .ignored, "pub": .ignored,
    "an": .ignored, "co": .ignored, "ct": .ignored, "et": .ignored, "pg": .ignored,
  ]

  private static func field(_ line: String) -> (field: Field, rest: String)? {
    if let colon = line.firstIndex(of: ":"), let field = fields[line[..<colon].lowercased()] {
      return (field, line[line.index(after: colon)...].trimming())
    }
    let code = line.prefix { $0.isLetter }
    guard code.count <= 4, code == code.uppercased() || code.count == line.count, let field = fields[code.lowercased()],
      line.count == code.count || line.dropFirst(code.count).first == " "
    else { return line.lowercased() == "body" ? (.body, "") : nil }
    return (field, line.dropFirst(code.count).trimming())
  }

  private static func article(_ lines: [String], _ source: Source) -> Article? {
    var (head, body): ([String], [String]) = ([], [])
    var values: [(Field, String)] = []
    var inBody = false
    for line in lines {
      if let (field, rest) = field(line) {
        if field == .body { inBody = true }
        if field == .body { body.append(rest) } else { values.append((field, rest)) }
        if field == .ignored, rest.isEmpty == false || inBody == false { continue }
      } else if inBody {
        body.append(line)
      } else if !line.isEmpty {
        if values.last?.1 == "" { values[values.count - 1].1 = line } else { head.append(line) }
      }
    }
    if body.isEmpty, let long = head.firstIndex(where: { $0.count > 200 }) {
      body = head[long...].flatMap { [$0, ""] }
      head = Array(head[..<long])
    }
    func value(_ field: Field) -> String? { values.first { $0.0 == field && !$0.1.isEmpty }?.1 }
    let blocks = Lines(body.joined(separator: "\n")).groups.joined().filter { Notices.kind(of: $0) == nil }.map {
      Block(.paragraph, $0)
    }
    guard !blocks.isEmpty else { return nil }
    let dateLine = head.first { DateFinder.dates(in: $0).contains { $0.exact != nil } }
    let names = head.filter { $0 != dateLine }
    let title = value(.title) ?? (names.count > 1 && Names.isOutlet(names[0]) ? names[1] : names.first)
    let outlet = value(.outlet) ?? names.first { $0 != title }
    return Article(
      file: source.file, title: title, authors: value(.byline).map(Names.authors) ?? [],
      published: (value(.date) ?? dateLine).flatMap(Metadata.moment), outlet: outlet, url: source.url,
      language: Language.of(blocks, declared: nil), blocks: (title.map { [Block(.headline, $0)] } ?? []) + blocks)
  }
}
