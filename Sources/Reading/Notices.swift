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

  static func kind(of line: String) -> Kind? {
    guard line.utf8.count <= 400 else { return nil }
    let lower = line.lowercased().trimming(">*»[(-–—→• ")
    if ends.contains(lower) || endOpenings.contains(where: lower.hasPrefix) { return .end }
    if headings.contains(where: { lower == $0 || lower.hasPrefix($0 + ":") || lower.hasPrefix($0 + " ") && lower.count < 60 }) {
      return .heading
    }
    if isCode(line) || creditOpenings.contains(where: lower.hasPrefix) { return .credit }
    if whole.contains(lower) || openings.contains(where: lower.hasPrefix) || isBar(lower) { return .notice }
    return nil
  }

  /// A heading over what is not the article: "Related", "Comments".
  static func opensOtherMatter(_ line: String) -> Bool {
    headings.contains(line.lowercased().trimming(">*»[]()-–—→• :….0123456789"))
  }

  /// A caption ends in an agency ("– Nathan Howard/REUTERS") or in "Foto: ...".
  static func isCaption(_ line: String) -> Bool {
    guard line.utf8.count <= 500 else { return false }
    if let dash = line.lastIndex(where: { "–—-|(".contains($0) }) {
      let credit = line[line.index(after: dash)...].trimming(") ")
      if credit.count <= 60, credit.contains(where: { "/©".contains($0) }) || line[dash] == "(",
        credit.split(whereSeparator: { " /".contains($0) }).contains(where: { agencies.contains($0.lowercased()) }),
        !line.hasSuffix(".") && !line.hasSuffix("”")
      { return true }
    }
    let lower = line.lowercased()
    return pictureCues.contains { cue in
      guard let found = lower.range(ofWord: cue) else { return false }
      return lower.distance(from: found, to: lower.endIndex) <= 60 && lower.count <= 300
    }
  }

  /// Signatures of desks at the foot of wire copy: `/jkl/fdx/stw`, `(and/mt/rb)`, `bur-vlk/emp/sg`, `npd th/ok`.
  static func isCode(_ line: String) -> Bool {
    guard line.count <= 40, line.contains("/"), !line.contains(". ") else { return false }
    let parts = line.trimming("()").split { " /-".contains($0) }
    return parts.count >= 2 && parts.allSatisfy { $0.count <= 4 && $0.allSatisfy { $0.isLowercase || $0.isNumber } }
  }

  /// `Home | Region | Sea & Air | Opinion`: short labels between bars, or a row of share words.
  private static func isBar(_ lower: String) -> Bool {
    let labels = lower.split(whereSeparator: { "|·•".contains($0) }).map { $0.trimming() }
    if labels.count >= 4, labels.allSatisfy({ $0.count <= 24 }) { return true }
    let words = lower.split { !$0.isLetter && $0 != "-" }
    return words.count >= 3 && words.allSatisfy { shareWords.contains(String($0)) }
  }

  private static let shareWords: Set<String> = [
    "share", "post", "print", "save", "tweet", "email", "e-mail", "facebook", "x", "twitter", "whatsapp", "linkedin", "copy",
    "link", "a", "a-", "teilen", "drucken", "merken", "mail", "kopieren", "pocket", "telegram", "bluesky", "f", "in",
    "compartir", "partager", "udostępnij",
  ]
  private static let whole: Set<String> = [
    "advertisement", "advertising", "anzeige", "werbung", "publicité", "publicidad", "reklama", "реклама", "ad", "pubblicità",
    "more to follow", "more to follow)", "more to come", "mehr in kürze", "weitere informationen in kürze", "share", "teilen",
    "partager", "compartir", "story continues below", "skip advertisement", "read more", "mehr lesen", "weiterlesen",
    "for immediate release", "sperrfrist: keine", "guten morgen!", "listen to article", "save article", "continue reading",
  ]
  private static let openings = [
    "read our", "sponsored", "ihre meinung", "haben sie weitere fragen", "haben sie fragen", "do you have a question",
    "do you have a story", "dieses thema im programm", "sendung:", "ende der weiteren informationen", "watch:", "video:",
    "podcast:", "empfohlener redaktioneller inhalt", "read also", "also read", "read more:", "read more about", "see also", "lesen sie auch", "lesen sie mehr",
    "lesen sie morgen", "lesen sie hier", "mehr zum thema", "lire aussi", "à lire aussi", "lea también", "lee también",
    "leer más", "leggi anche", "lees ook", "leia também", "leia mais", "czytaj także", "czytaj też", "zobacz też",
    "читайте також", "читайте также", "читать также", "по теме", "по темі", "підписуйтеся", "подписывайтесь", "unsubscribe",
    "sign up for", "sign up to", "subscribe to", "melden sie sich an", "melden sie sich für", "jetzt abonnieren",
    "abonnieren sie", "hier klicken", "click here", "get our", "download our app", "laden sie unsere app", "follow us",
    "folgen sie uns", "suivez-nous", "síguenos", "abonnez-vous", "seen something odd", "send us a tip", "you get this mail",
    "you are receiving this", "du willst diesen newsletter", "sie erhalten diese", "continued on page", "fortsetzung auf seite",
    "weiter auf seite", "this article was amended", "all rights reserved", "alle rechte vorbehalten", "©", "copyright ",
    "diese meldung wird laufend aktualisiert", "hier sollte ein", "bitte aktivieren sie javascript", "please enable javascript",
    "article réservé aux abonnés", "contenido exclusivo", "bleiben sie voraus", "[bleiben sie",
  ]
  private static let headings: Set<String> = [
    "more from", "more on this story", "more stories", "most read", "trending", "related", "related stories", "related articles",
    "related posts", "related topics", "read next", "you may also like", "you might also like", "recommended", "latest articles",
    "latest news", "comments", "leave a reply", "leave a comment", "about the author", "share this", "tags", "filed under",
    "meistgelesen", "das könnte sie auch interessieren", "das könnte dich auch interessieren", "auch interessant", "mehr aus",
    "mehr zum thema", "mehr themen", "weitere themen", "weitere artikel", "ähnliche artikel", "ähnliche beiträge", "zum thema",
    "kommentare", "schreibe einen kommentar", "über den autor", "über die autorin", "teilen mit", "à lire également",
    "sur le même sujet", "voir aussi", "articles liés", "más leídas", "te puede interesar", "también te puede interesar",
    "noticias relacionadas", "artigos relacionados", "você pode gostar", "articoli correlati", "leggi anche", "lees ook",
    "meer over", "zobacz także", "zobacz też", "czytaj więcej", "podobne artykuły", "читайте также", "читайте також",
    "материалы по теме", "похожие",
  ]
  private static let creditOpenings = [
    "reporting by", "additional reporting", "editing by", "writing by", "compiled by", "redaktion:", "mit material", "mit agentur", "with reporting by", "with files from", "mit agenturen",
    "avec afp", "con información de", "the author was", "the writer is", "the author is", "der autor ist",
    "die autorin ist",
  ]
  private static let endOpenings = [
    "# notizblock", "notizblock", "notes to editors", "about the author",
  ]
  private static let ends: Set<String> = ["ends", "# # #", "###", "-30-", "-ends-", "(ends)", "ende"]
  private static let pictureCues = [
    "foto:", "fotos:", "photo:", "photos:", "bild:", "photograph:", "picture:", "image:", "photo by", "photo credit",
    "zdjęcie:", "fot.", "фото:", "credit:", "crédit photo", "getty images", "picture alliance",
  ]
  private static let agencies: Set<String> = [
    "afp", "ap", "epa", "reuters", "dpa", "getty", "shutterstock", "imago", "apa", "efe", "ansa", "pap", "unian", "tass",
    "keystone", "belga", "anp", "bloomberg", "zuma", "sipa", "upi", "handout", "pool", "reuters)", "alamy", "pa", "lehtikuva",
  ]
}

extension String {
  /// Where `word` begins, at the beginning of a word.
  func range(ofWord word: String) -> String.Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word), start == startIndex || !self[index(before: start)].isLetter { return start }
      start = index(after: start)
    }
    return nil
  }
}
