/// Names of authors in bylines, and names of newspapers beside them.
enum Names {
  /// The authors that a byline names, without "By", roles, places and agencies; `strict` asks for a cue such as "By".
  static func authors(in line: String) -> [String] {
    var text = line
    if let cue = cueEnd(in: text) { text = String(text[cue...]) }
    text = removingBrackets(text)
    var names: [String] = []
    for part in text.parts(between: ",;|/•·&") {
      for name in split(part, at: conjunctions) {
        if let name = person(name), !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// The authors of what is marked as a byline: there a single word is a name too.
  static func signed(_ line: String) -> [String] {
    let names = authors(in: line)
    guard names.isEmpty else { return names }
    let text = withoutCue(line)
    let isNick =
      (2...24).contains(text.count) && text.wordCount <= 2
      && !text.contains { $0.isNumber || ":/@|".contains($0) }
    return isNick && !text.split(separator: " ").contains { roles.contains($0.lowercased()) } ? [text] : []
  }

  /// Whether a line opens as bylines do: "By", "Von", "Interview:".
  static func isByline(_ line: String) -> Bool {
    guard line.utf8.count <= 200, let end = cueEnd(in: line) else { return false }
    guard !line.isSentence else { return false }
    if line[..<end].hasSuffix(":"), introduces(line[end...]) { return false }
    let next = line[end...].first { $0.isLetter || $0.isNumber }
    return next.map { $0.isUppercase || line[..<end].hasSuffix(":") } == true || !authors(in: line).isEmpty
  }

  /// Whether what follows *Interview:* tells whom it is with, and by which office: `Freedonia's foreign minister, Ann Doe, on talks`.
  private static func introduces(_ text: Substring) -> Bool {
    guard let first = String(text).parts(between: ",;").first, authors(in: String(first)).isEmpty else { return false }
    let words = first.words
    return words.count >= 2 && words.contains { $0.first?.isLowercase == true && !isRole(String($0)) && !particles.contains(String($0)) }
  }

  static func withoutCue(_ line: String) -> String {
    cueEnd(in: line).map { line[$0...].trimming() } ?? line
  }

  /// Whether a text is a byline's cue and at most a name after it.
  static func isCue(_ text: String) -> Bool {
    let line = text.trimming("|-–—·•/")
    guard let end = cueEnd(in: line) else { return false }
    let rest = line[end...].trimming(": ")
    return rest.isEmpty ? true : rest.utf8.count <= 60 && !authors(in: rest).isEmpty
  }

  /// A person's name, of two to five words, as it stands in a byline; capitals are toned down.
  static func person(_ text: some StringProtocol) -> String? {
    var words = text.utf8.split(separator: 0x20).filter { $0.first != 0x40 }.map { String(decoding: $0, as: UTF8.self) }
    if let last = words.popLast() { words.append(last.trimming(":;,")) }
    while let first = words.first, isRole(first) { words.removeFirst() }
    if let place = words.firstIndex(where: { places.contains($0.lowercased()) }), place > 0 {
      words.removeLast(words.count - place)
    }
    guard (2...5).contains(words.count), let first = words.first, let last = words.last else { return nil }
    guard isCapitalised(first), isCapitalised(last), !words.contains(where: isRole) else { return nil }
    guard words.allSatisfy({ isCapitalised($0) || particles.contains($0.lowercased()) }) else { return nil }
    let loud = words.allSatisfy { !$0.hasSmallLetter }
    return words.map { word in
      loud || word.count > 3 && !word.hasSmallLetter ? toned(word) : word
    }.joined(separator: " ").trimming(".,:;-–—")
  }

  /// Whether all of a text is a person's name.
  static func isPerson(_ text: some StringProtocol) -> Bool {
    let words = text.utf8.split(separator: 0x20, maxSplits: 5).count
    return (2...5).contains(words) && person(text)?.utf8.split(separator: 0x20).count == words
  }

  /// Whether a line bears a word that newspapers have in their names.
  static func isOutlet(_ line: some StringProtocol) -> Bool {
    let words = line.lowercased().unicodeScalars.split { !$0.isLetter && $0 != "&" }.map { Substring($0) }
    guard (1...7).contains(words.count) else { return false }
    return words.contains { word in
      outlets.contains(String(word)) || articles.contains(String(word)) || word == "&"
        || outletEndings.contains { word.hasSuffix($0) && word.utf8.count > $0.utf8.count }
    } || line.hasNumber
  }

  /// Whether a line is two to four words in capitals or with a capital each, and one of them a newspaper's.
  static func isNewspaper(_ line: String) -> Bool {
    let words = line.words
    return (2...4).contains(words.count) && words.allSatisfy { isCapitalised(String($0)) }
      && words.contains { !articles.contains($0.lowercased()) && isOutlet($0) }
  }

  private static func isCapitalised(_ word: String) -> Bool {
    if word.isASCII {
      return word.utf8.first(where: isASCIILetter).map { $0 < 0x61 } == true
        && word.utf8.allSatisfy { isASCIILetter($0) || $0 == 0x2D || $0 == 0x27 || $0 == 0x2E }
    }
    guard let first = word.first(where: \.isLetter),
      first.isUppercase || first.unicodeScalars.first?.properties.generalCategory == .otherLetter
    else { return false }
    return word.allSatisfy { $0.isLetter || "-‐'’ʼ.".contains($0) }
  }

  static func isRole(_ word: String) -> Bool {
    let word = word.lowercased().trimming(".,:")
    if roles.contains(word) { return true }
    return word.utf8.contains(0x2D) && word.split(separator: "-").last.map { roles.contains(String($0)) } == true
  }

  private static func toned(_ word: String) -> String {
    var start = true
    return String(
      word.map { letter -> Character in
        defer { start = !letter.isLetter }
        return start ? letter : letter.lowercased().first ?? letter
      })
  }

  /// Where the byline's cue ends, with a colon after it.
  private static func cueEnd(in line: String) -> String.Index? {
    guard let cue = Wording.opening(of: line, in: cues), cue.start == 0 else { return nil }
    let end = line.utf8.index(line.startIndex, offsetBy: cue.end)
    let colon = end < line.endIndex && line.utf8[end] == 0x3A
    if colon { return line.utf8.index(after: end) }
    return cue.value ? nil : end
  }

  private static func removingBrackets(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x28 || $0 == 0x5B }) else { return text }
    var depth = 0
    return text.filter { character in
      if "([".contains(character) { depth += 1 }
      defer { if ")]".contains(character) { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }

  private static func split(_ text: Substring, at words: Set<String>) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in text.words {
      if words.contains(word.lowercased()) { parts.append([]) } else { parts[parts.count - 1].append(word) }
    }
    return parts.map { $0.joined(separator: " ") }
  }

  /// Cues of bylines, and whether they need a colon to be one.
  static let cues = Wording.table([
    (
      false,
      """
      by|written by|compiled by|words by|story by|reported by|interview by|analysis by|von|heute von|eine analyse von|\
      ein kommentar von|ein gastbeitrag von|eine reportage von|ein interview von|text von|interview von|par|\
      propos recueillis par|ein artikel von|ein beitrag von|erstellt von|posted by|published by|vom|por|escrito por|di|door|przez|rozmawiał|rozmawiała|av|af|kirjoittanut|autor|автор
      """
    ),
    (true, "author|authors|text|interview|protokoll|autorin|autoren|texto|автори|авторы|текст"),
  ])
  private static let conjunctions: Set<String> = [
    "and", "und", "et", "y", "e", "en", "i", "oraz", "та", "и", "й", "with", "mit", "og", "och", "by", "von", "par",
    "por",
  ]
  /// What follows a name and is no name: "in Brussels", "für ...".
  private static let places: Set<String> = [
    "in", "at", "for", "from", "à", "aus", "für", "w", "в", "у", "is", "-", "–", "—", "at", "on", "reports",
  ]
  private static let particles: Set<String> = [
    "de", "da", "do", "dos", "del", "della", "der", "den", "di", "du", "van", "von", "vom", "zu", "zur", "la", "le",
    "el",
    "al", "bin", "ibn", "ter", "ten", "af", "y", "e", "jr.", "jr", "sr.",
  ]
  private static let roles: Set<String> = [
    "editor", "correspondent", "reporter", "staff", "writer", "bureau", "chief", "desk", "team", "newsroom",
    "columnist",
    "contributor", "agencies", "agency", "news", "our", "senior", "political", "diplomatic", "defence", "defense",
    "europe", "world", "foreign", "affairs", "unserem", "unserer", "unseren", "unserm", "redakteur", "redakteurin",
    "redaktion", "mitarbeiter", "mitarbeiterin", "korrespondent", "korrespondentin", "auslandspersonal", "reporterin",
    "chefredakteur", "agenturen", "correspondant", "correspondante", "envoyé", "envoyée", "spécial", "spéciale",
    "enviado", "enviada", "especial", "corresponsal", "redacción", "rédaction", "redakcja", "корреспондент", "редакція",
    "редакция", "updated", "published", "posted", "experte", "expertin", "expert", "gastautor", "gastautorin", "profil", "uhr", "photographs", "fotos", "photos", "foto", "read", "min",
  ]
  private static let outlets: Set<String> = [
    "post", "times", "news", "daily", "weekly", "ledger", "tribune", "herald", "review", "monitor", "register",
    "bulletin", "wire", "agency", "press", "service", "telegraph", "gazette", "journal", "chronicle", "dispatch",
    "observer", "guardian", "mail", "sun", "standard", "letter", "affairs", "courrier", "soir", "presse", "dépêche",
    "diario", "faro", "correo", "gaceta", "mundo", "país", "corriere", "giornale", "kurier", "głos", "gazeta",
    "dziennik",
    "rundschau", "zeitung", "bote", "echo", "anzeiger", "courier", "quarterly", "online", "magazin",
    "magazine", "ведомости", "новости", "новини", "вісник", "газета", "издание", "newsroom", "am",
  ]
  private static let articles: Set<String> = ["the", "der", "die", "la", "le", "el"]
  private static let outletEndings = [
    "zeitung", "kurier", "bote", "blatt", "anzeiger", "rundschau", "nachrichten", "presse", "merkur", "spiegel", "post",
    "kurier", "wire", "news", "press",
  ]
}
