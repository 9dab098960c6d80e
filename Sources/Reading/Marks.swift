/// What an element's class, id, role and test names say that it is.
struct Marks: OptionSet {
  let rawValue: UInt16

  /// Navigation, teasers, advertisements, share bars: out unless most of the page stands in it.
  static let clutter = Marks(rawValue: 1)
  /// Readers' comments: out.
  static let comment = Marks(rawValue: 2)
  /// The body of the article.
  static let body = Marks(rawValue: 4)
  static let byline = Marks(rawValue: 8)
  static let date = Marks(rawValue: 16)
  static let caption = Marks(rawValue: 32)
  static let credit = Marks(rawValue: 64)
  static let standfirst = Marks(rawValue: 128)
  static let pullQuote = Marks(rawValue: 256)
  static let title = Marks(rawValue: 512)
  /// A line above the title, or a label.
  static let kicker = Marks(rawValue: 1024)
  static let subheading = Marks(rawValue: 2048)
  /// Not shown.
  static let hidden = Marks(rawValue: 4096)

  /// A few lines of an article: over the text its own, later another's.
  static let teaser = Marks(rawValue: 8192)

  /// Where a page asks for money: a few lines are the request, more are what it is asked for.
  static let wall = Marks(rawValue: 16384)

  /// The marks of each word of a name, of each two neighbours, and of names that are one word.
  static func of(_ name: some Sequence<UInt8>) -> Marks {
    var marks: Marks = []
    var (word, pair) = (CommonWords.seed, CommonWords.seed)
    var length = 0
    var (whole, first, filed) = (true, true, false)
    var last: UInt8 = 0x20
    func close(_ end: UInt8) {
      guard length > 0 else { return }
      defer { (first, length, pair, word) = (false, 0, word, CommonWords.seed) }
      if first { filed = end == 0x2D && filings.contains(word) }
      guard !filed else { return }
      marks.formUnion(table[word] ?? [])
      if whole, end <= 0x20 { marks.formUnion(wholeTable[word] ?? []) }
      if pair != word { marks.formUnion(table[pair] ?? []) }
    }
    for byte in name {
      let upper = (0x41...0x5A).contains(byte)
      if last <= 0x20 { (whole, first) = (true, true) }
      let letter = upper || (0x61...0x7A).contains(byte) || byte > 0x7F
      if !letter || upper && (0x61...0x7A).contains(last) { close(byte) }
      if byte <= 0x20 { pair = CommonWords.seed } else if !letter { whole = false }
      if letter {
        word = CommonWords.mix(byte | 0x20, into: word)
        pair = CommonWords.mix(byte | 0x20, into: pair)
        length += 1
      }
      last = byte
    }
    close(0x20)
    return marks
  }

  /// `category-comment`, `tag-video`: under what the article is filed, not what the element is.
  private static let filings = Set(
    ["category", "tag", "tags", "topic", "term"].map {
      $0.utf8.reduce(CommonWords.seed) { CommonWords.mix($1, into: $0) }
    })

  private static let table = hashed(names)
  private static let wholeTable = hashed(wholeNames)

  private static func hashed(_ names: [(Marks, String)]) -> Lookup<Marks> {
    var table: [UInt64: Marks] = [:]
    for (marks, words) in names {
      for word in words.split(whereSeparator: \.isWhitespace) {
        let hash = word.utf8.reduce(CommonWords.seed) { CommonWords.mix($1, into: $0) }
        table[hash, default: []].formUnion(marks)
      }
    }
    return Lookup(table)
  }

  /// Words of names, in the languages in which pages are programmed; two words written as one stand for neighbours.
  private static let names: [(Marks, String)] = [
    (
      .clutter,
      """
      nav navi navbar navigation menu menue hauptmenu breadcrumb breadcrumbs crumbs brotkrumen footer foot fuss pied
      sidebar sidecolumn rightcol rail aside widgets share sharing sharebar shares sharelinks social socials teilen
      bookmark bookmarks related relatedarticles relatedposts relatedcontent recommended recommendation recommendations reco
      recirc recirculation outbrain taboola plista teaserbox teasers teaserlist promo promos promotion promobox
      ads adv adslot adunit adbox adcontainer adwrapper adlabel topad inlinead adnotice inset podcast podcastbox advert adverts advertisement advertising advertorial anzeige anzeigen werbung werb rek reklama reklam
      publicidad publicite mpu dfp sponsor sponsored sponsors newsletter newsletters newsletterbox subscribe subscription
      subscribebox signup register login offer upsell consent cookie cookies cookiebar cookiewall cmp gdpr rodo
      dsgvo privacy modal popup overlay lightbox trending popular mostread mostviewed mostpopular meistgelesen readmore
      readnext readalso alsoread seealso moreon morefrom morenews morestories mehr weitere ticker newsticker tags taglist
      tagcloud keywords topics toolbar tools searchform searchbox search pagination pager paging skip skiplink poll quiz
      survey gallery slideshow twittertweet instagrammedia tiktokembed carousel slider playlist videoplayer player embed embedded noprint printonly screenreader
      sronly visuallyhidden copyright legal disclaimer toc tableofcontents inhaltsverzeichnis authorbio authorbox bio aboutauthor
      abo cta donate donation spenden weather wetter jobs shop shopping barrierefreiheit masthead sitehead topbar banner
      feedback rating ratings votes vote likes correction corrections follow followus lire lireaussi leer mas also nextarticle
      prevnext nextprev postnav postnavigation sitefooter siteheader languages lang langswitch inbox mailchimp contactform
      notification notifications alert alerts breaking infobox factbox faktenbox crosslink crosslinks linkbox linklist infolinks outro storylinks
      syndication metabar reactions reaction addtoany addthis jetpack relatednews similar similarposts
      audioplayer texttospeech likes likeswidget sharedaddy contact contacts contactbox kontakt appstores loading listen nativead gpt teads readmorebox translate
      """
    ),
    (
      .comment,
      """
      comment comments commentlist commentaires kommentar kommentare komentarze comentarios disqus respond talkback discussion
      forum userposts leserbriefe opinie
      """
    ),
    (
      .body,
      """
      articlebody articlecontent articletext storybody storytext storycontent entrycontent postcontent postbody posttext
      contentbody bodycopy bodytext articletxt articlemain richtext maincontent newstext newsbody newscontent texto
      artikeltext artikelinhalt fliesstext articlecopy storybodytext articleparagraphs pagecontent singlecontent
      """
    ),
    (
      .byline,
      """
      byline bylines author authors authorname autor autoren autorin auteur auteurs autore autores signature firma firmante credits
      byl aut authorinfo writer contributor contributors journalist articleauthor verfasser
      """
    ),
    (
      .date,
      """
      date dates datetime dateline published publishdate pubdate publishedat timestamp datum zeit fecha data posted postdate
      time stand updated
      """
    ),
    (
      .caption,
      """
      caption captions figcaption bildunterschrift bildunterzeile imagecaption photocaption wpcaption legende legend
      piedefoto didascalia mediacaption imagetext bildtext mediainfo imageinfo imginfo bildinfo contentimage articleimage
      inlineimage inlineimages detailimg absatzbild imagedescription imgdescription mediadescription mediatitle imagebox imgbox
      bildbox imageblock imagewrapper photoblock
      """
    ),
    (
      .credit,
      "credit photocredit imagecredit copyrightholder bildquelle photographer fotograf source bildnachweis rights"
    ),
    (
      .standfirst,
      """
      standfirst dek deck lede lead leadtext intro introduction subtitle subhead subheadline subheading vorspann chapo chapeau
      summary abstract entradilla bajada sommario occhiello ingress anreisser kurztext articlesummary perex
      unterzeile untertitel strapline bajadilla description
      """
    ),
    (.wall, "paywall paygate premium payoffer regwall"),
    (.teaser, "teaser excerpt anrisstext"),
    (.pullQuote, "pullquote pull pullout quotebox zitatbox"),
    (.title, "headline title entrytitle articletitle posttitle pagetitle storytitle"),
    (
      .kicker,
      "kicker overline dachzeile dach spitzmarke spitz rubrik eyebrow antetitulo label section tag strap category"
    ),
    (.subheading, "ladillo intertitle intertitre zwischentitel zwischenueberschrift crosshead"),
  ]

  /// Words that mean nothing inside longer names.
  private static let wholeNames: [(Marks, String)] = [
    (.hidden, "hidden invisible"), (.clutter, "ad nl sd"), (.byline, "by who cred"), (.date, "d dt ts"),
    (.pullQuote, "pq"),
    (.standfirst, "sub lid"), (.caption, "cap"),
  ]
}
