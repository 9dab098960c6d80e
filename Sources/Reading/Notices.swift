/// Lines that stand on pages of news and are no news: calls to read on or to subscribe, share bars, agency codes.
enum Notices {
  enum Kind {
    /// The line goes.
    case notice
    /// The line goes, and so does what stands under it in the same group.
    case heading
    /// A credit of the text or of a picture.
    case credit
    /// The text ends here: contacts, codes and legal lines follow.
    case end
  }

  /// So many words tell a notice.
  private static let mostWords = 16

  static func kind(of line: String) -> Kind? {
    guard line.utf8.count <= 400 else { return nil }
    if line == "# # #" || line == "###" { return .end }
    if line.utf8.first == 0xC2, line.hasPrefix("©") { return .notice }
    let wording = Wording(line, upTo: mostWords)
    if let kind = Wording.whole(wording.words, in: whole) { return kind }
    if let found = wording.opening(in: openings), isCall(line, wording, words: found.words),
      found.value != .heading || wording.words.count - found.words <= 6
    {
      return found.value
    }
    if isCode(line) || isContribution(line) { return .credit }
    return isBar(line, wording) || isPointer(line, wording) ? .notice : nil
  }

  /// One or two words open many a sentence: they call only before a mark, in capitals, or on a short line that ends like
  /// no sentence.
  private static func isCall(_ line: String, _ wording: Wording, words: Int) -> Bool {
    guard words <= 2, wording.words.count > 3 else { return true }
    let bytes = Array(line.utf8)
    let last = wording.words[words - 1]
    if last.end < bytes.count, bytes[last.end] != 0x20, bytes[last.end] != 0x2D { return true }
    if last.end + 1 < bytes.count, [0x7C, 0xE2, 0x2D].contains(bytes[last.end + 1]) { return true }
    if bytes[wording.words[0].start..<last.end].allSatisfy({ !(0x61...0x7A).contains($0) }) { return true }
    return bytes.count <= 90 && bytes.last != 0x2E
  }

  /// A heading over what is not the article: "Related", "Comments (12)".
  static func opensOtherMatter(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    func isCounted(_ word: Wording.Word) -> Bool { (0x30...0x39).contains(bytes[word.start]) }
    let words = Wording(line, upTo: mostWords).words.drop(while: isCounted)
    let bracket = words.first.flatMap { bytes[$0.start...].firstIndex(of: 0x28) } ?? bytes.count
    return Wording.whole(words.prefix { $0.start < bracket && !isCounted($0) }, in: whole) == .heading
  }

  /// A caption ends in an agency ("– Nathan Howard/REUTERS") or in "Foto: ...".
  static func isCaption(_ line: String) -> Bool {
    let length = line.utf8.count
    guard length <= 500 else { return false }
    for word in Wording(endOf: line, bytes: 80).words.reversed().prefix(12) {
      guard let cue = pictureWords[word.hash] else { continue }
      let bytes = Array(line.utf8)
      let next = word.end < length ? bytes[word.end] : 0
      switch cue {
      case .cue where next == 0x3A && length <= 300 && !(0x61...0x7A).contains(bytes[word.start]): return true
      case .agency where isCredited(bytes, from: word): return true
      default: break
      }
    }
    return false
  }

  /// An agency in capitals after a dash, a slash, a bar or in brackets, where no sentence ends the line.
  private static func isCredited(_ bytes: [UInt8], from word: Wording.Word) -> Bool {
    guard word.start > 0, bytes[word.start] < 0x5B, bytes.count - word.end <= 25 else { return false }
    let tail = bytes[max(0, word.start - 60)...]
    let bracket = bytes[word.start - 1] == 0x28
    let slash = bytes[word.start - 1] == 0x2F || word.end < bytes.count && bytes[word.end] == 0x2F
    if bracket, !slash {
      let before = bytes[..<(word.start - 1)].last { $0 != 0x20 } ?? 0x2E
      return bytes.count <= 200 && ![0x2E, 0x21, 0x3F, 0x22, 0x9C, 0x9D].contains(before)
    }
    let dashed = tail.indices.dropLast(2).contains {
      tail[$0] == 0xE2 && tail[$0 + 1] == 0x80 && (tail[$0 + 2] == 0x93 || tail[$0 + 2] == 0x94)
    }
    return slash && (dashed || tail.contains(0x7C) || tail.contains(0x28)) && bytes.last != 0x2E
  }

  /// Signatures of desks at the foot of wire copy: `/jkl/fdx/stw`, `(and/mt/rb)`, `bur-vlk/emp/sg`, `npd th/ok`.
  static func isCode(_ line: String) -> Bool {
    guard line.utf8.count <= 40, line.utf8.contains(0x2F), !line.contains(". ") else { return false }
    let parts = line.trimming("()").parts(between: " /-")
    return parts.count >= 2 && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy { $0.isLowercase || $0.isNumber } }
  }

  /// `Home | Region | Sea & Air | Opinion`: short labels between bars, or a row of share words.
  private static func isBar(_ line: String, _ wording: Wording) -> Bool {
    if wording.words.count >= 3, wording.words.allSatisfy({ shareWords[$0.hash] != nil }) { return true }
    // The last bytes of the three marks.
    guard line.utf8.count <= 250, line.utf8.count(where: { $0 == 0x7C || $0 == 0xB7 || $0 == 0xA2 }) >= 3 else {
      return false
    }
    let labels = line.parts(between: "|·•").map { $0.trimming() }
    return labels.count >= 4 && labels.allSatisfy { $0.count <= 24 }
  }

  /// "Ann Doe in Vienna contributed to this report."
  private static func isContribution(_ line: String) -> Bool {
    guard line.utf8.count <= 250, let last = Wording(endOf: line, bytes: 24).words.last, contributionEnds[last.hash] != nil else { return false }
    let lower = line.lowercased().trimming(".)")
    return [
      "to this report", "to this story", "to this article", "contributed reporting", "trugen zu diesem bericht bei",
    ].contains {
      lower.hasSuffix($0)
    }
  }

  private static let contributionEnds = Wording.words([((), "report|story|article|reporting|bei")])

  /// "Updated 5 May", "Aktualisiert am 5. Mai", with no other date before it.
  static func tellsChange(_ line: String) -> Bool {
    Wording(line, upTo: 3).words.contains { changeWords[$0.hash] != nil }
  }

  /// How many words of a line say that a date of publication follows: "Published on", "Erschienen am".
  static func publicationCue(_ line: String) -> Int? {
    Wording.opening(of: line, in: publicationCues)?.words
  }

  static let publicationCues = Wording.table([
    (
      (),
      """
      published|first published|originally published|posted|posted on|date published|publication date|created on|release date|\
      veröffentlicht|erstveröffentlichung|erschienen|erstellt am|erstellt von|online seit|publiziert|publikationsdatum|veröffentlichungsdatum|\
      publié|publiée|mis en ligne|mise en ligne|paru le|date de publication|publicado|publicada|fecha de publicación|\
      data de publicação|pubblicato|pubblicata|data di pubblicazione|gepubliceerd|geplaatst|opublikowano|data publikacji|dodano|\
      опубликовано|дата публикации|опубліковано|publicerad|publisert|publiceret|udgivet|julkaistu|yayınlanma|közzétéve|publicat|\
      publikováno|zveřejněno|objavljeno
      """
    )
  ])

  private static let changeWords = Wording.words([
    (
      (),
      """
      updated|modified|edited|aktualisiert|geändert|änderung|actualizado|actualizada|actualisé|mis|modifié|aggiornato|gewijzigd|\
      bijgewerkt|zaktualizowano|aktualizacja|обновлено|оновлено|uppdaterad|oppdatert|opdateret|güncelleme|atualizado
      """
    )
  ])

  /// "THE CLARION SAYS - Page 8": a short line that sends the reader to another page. With a date it tells where it stood.
  private static func isPointer(_ line: String, _ wording: Wording) -> Bool {
    guard wording.words.count <= 14 else { return false }
    let sends = zip(wording.words, wording.words.dropFirst()).contains { word, next in
      pageWords[word.hash] != nil && line.utf8.dropFirst(next.start).first.map { (0x30...0x39).contains($0) } == true
    }
    return sends && DateFinder.dates(in: line).isEmpty
  }

  private static let pageWords = Wording.words([((), "page|pages|seite|seiten|página|strona")])

  private enum PictureWord { case cue, agency }

  private static let pictureWords = Wording.words([
    (
      PictureWord.cue,
      """
      foto|fotos|photo|photos|bild|photograph|photographs|picture|pictures|image|zdjęcie|fot|фото|credit|crédit|quelle|\
      beitragsbild|titelbild|symbolbild|archivbild
      """
    ),
    (
      .agency,
      """
      afp|ap|epa|reuters|dpa|getty|shutterstock|imago|apa|efe|ansa|pap|unian|tass|keystone|belga|anp|bloomberg|zuma|sipa|upi|\
      handout|pool|alamy|lehtikuva
      """
    ),
  ])

  private static let shareWords = Wording.words([
    (
      (),
      """
      share|post|print|save|tweet|email|e|mail|facebook|x|twitter|whatsapp|linkedin|copy|link|a|teilen|drucken|merken|kopieren|\
      pocket|telegram|bluesky|f|in|compartir|partager|udostępnij|pinterest|reddit|pin|messenger|xing
      """
    )
  ])

  private static let whole = Wording.table([
    (
      Kind.notice,
      """
      advertisement|advertising|anzeige|werbung|publicité|publicidad|reklama|реклама|ad|pubblicità|more to follow|more to come|\
      mehr in kürze|weitere informationen in kürze|share|teilen|partager|compartir|story continues below|skip advertisement|\
      read more|mehr lesen|weiterlesen|for immediate release|sperrfrist keine|listen to article|save article|continue reading|\
      czytaj więcej|lesen sie auch|wird geladen|loading
      """
    ),
    (.heading, headings),
    (.end, "ends|30|ende"),
  ])

  private static let openings = Wording.table([
    (
      Kind.notice,
      """
      read also|also read|read more about|read our|see also|sponsored|ihre meinung|haben sie weitere fragen|haben sie fragen|\
      do you have a question|do you have a story|dieses thema im programm|sendung|ende der weiteren informationen|watch|video|\
      podcast|empfohlener redaktioneller inhalt|lesen sie auch|lesen sie mehr|lesen sie morgen|lesen sie hier|mehr zum thema|\
      lire aussi|à lire aussi|lea también|lee también|leer más|lea más|leggi anche|lees ook|leia também|leia mais|czytaj także|\
      czytaj też|zobacz też|читайте також|читайте также|читать также|по теме|по темі|підписуйтеся|подписывайтесь|unsubscribe|\
      sign up for|sign up to|subscribe to|melden sie sich an|melden sie sich für|jetzt abonnieren|abonnieren sie|hier klicken|\
      click here|get our|download our app|laden sie unsere app|follow us|folgen sie uns|suivez nous|síguenos|abonnez vous|\
      seen something odd|send us a tip|you get this mail|you are receiving this|du willst diesen newsletter|sie erhalten diese|\
      continued on page|fortsetzung auf seite|weiter auf seite|this article was amended|all rights reserved|\
      alle rechte vorbehalten|copyright|diese meldung wird laufend aktualisiert|bitte aktivieren sie javascript|\
      please enable javascript|article réservé aux abonnés|contenido exclusivo|this post contains|den artikel mit anderen teilen|\
      möchten sie den artikel teilen|adds analyst|adds details|adds quotes|adds quote|adds background|recasts|updates prices|subscribe to continue|already a subscriber|log in to read|create a free account|\
      you have read your last|bereits abonnent|sie sind bereits abonnent|jetzt weiterlesen|weiterlesen mit|déjà abonné|\
      cet article est réservé|ya eres suscriptor|wir verwenden cookies|diese website verwendet cookies|diese website benutzt cookies|\
      diese seite verwendet cookies|datenschutz cookies|we use cookies|this website uses cookies|this site uses cookies|\
      utilizamos cookies|usamos cookies|nous utilisons des cookies|ce site utilise des cookies|questo sito utilizza|teilen mit|subscribe now|sign up now|click to share|photo gallery|fotostrecke|bilderstrecke
      """
    ),
    (.heading, "more from|mehr aus|most read on|trending in"),
    (
      .credit,
      """
      reporting by|additional reporting|editing by|writing by|redaktion|mit material|mit agentur|mit agenturmaterial|\
      with reporting by|with files from|avec afp|con información de|the author was|the author is|the writer is|der autor ist|\
      die autorin ist|contributed to this report
      """
    ),
    (.end, "notizblock|notes to editors|about the author"),
  ])

  private static let headings = """
    more from|more on this story|more stories|most read|trending|related|related stories|related articles|related posts|\
    related topics|read next|you may also like|you might also like|recommended|latest articles|latest news|comments|\
    leave a reply|leave a comment|about the author|share this|tags|filed under|meistgelesen|das könnte sie auch interessieren|\
    das könnte dich auch interessieren|auch interessant|mehr aus|mehr zum thema|mehr themen|weitere themen|weitere artikel|\
    ähnliche artikel|ähnliche beiträge|zum thema|kommentare|schreibe einen kommentar|über den autor|über die autorin|teilen mit|\
    à lire également|sur le même sujet|voir aussi|articles liés|más leídas|te puede interesar|también te puede interesar|\
    noticias relacionadas|artigos relacionados|você pode gostar|articoli correlati|leggi anche|lees ook|meer over|zobacz także|\
    zobacz też|czytaj więcej|podobne artykuły|читайте также|читайте також|материалы по теме|похожие
    """
}
