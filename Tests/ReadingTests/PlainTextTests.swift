import Model
import Reading
import Testing

@Suite struct PlainTextTests {
  private func article(_ text: String, near: Day? = nil) -> Article? {
    Reader.read(Array(text.utf8), named: "x.txt", near: near).articles.first
  }

  @Test func headOfTitleBylineAndDate() {
    let article = article(
      """
      Ministers agree on a first step

      By Ann Doe and Bo Ek
      The Morning Herald, Monday 3 March 2031

      VIENNA - The ministers agreed on Monday to meet again, a spokeswoman said after the talks.

      Nobody expects a deal soon.

      (Reporting by Ann Doe)
      """)
    #expect(article?.title == "Ministers agree on a first step")
    #expect(article?.authors == ["Ann Doe", "Bo Ek"])
    #expect(article?.outlet == "The Morning Herald")
    #expect(article?.published == Day(iso: "2031-03-03").map { Published(day: $0) })
    #expect(article?.blocks.map(\.kind) == [.headline, .byline, .byline, .paragraph, .paragraph, .credit])
  }

  @Test(arguments: [
    ("MERIDIAN WIRE", "Ministers agree on a first step"),
    ("BALTIC QUARTERLY / Conversations", "'You do not count the boats'"),
    ("Wexford Courier\nComment", "Let them talk first, then count"),
    ("Neue Havelzeitung\nMittwoch, 5. März 2031, Seite 3", "Die Minister einigen sich auf den ersten Schritt"),
    ("Stichwort", "Wer will was in Wien?"),
  ])
  func theNewspapersNameIsNoTitle(_ masthead: String, _ title: String) {
    let article = article("\(masthead)\n\n\(title)\n\nBy Ann Doe\n\nThe ministers agreed on Monday to meet again. Nobody expects a deal.")
    #expect(article?.title == title)
    #expect(article?.blocks.first { $0.kind == .headline }?.text == title)
  }

  @Test func aTitleInCapitalsIsATitleBeforeAStandfirst() {
    let article = article(
      """
      FIRST STEP IN VIENNA

      The ministers agree on a paper. The neighbours say it is worth nothing.

      By Ann Doe

      The ministers agreed on Monday to meet again, a spokeswoman said after the talks.
      """)
    #expect(article?.title == "FIRST STEP IN VIENNA")
    #expect(article?.blocks.map(\.kind) == [.headline, .standfirst, .byline, .paragraph])
  }

  @Test func aDateWithThePageIsNoPointerToAPage() {
    let article = article(
      "Wer will was?\n\nNeue Havelzeitung, Mittwoch, 5. März 2031, Seite 2\n\nDie Minister trafen sich am Montag in Wien. Sie reden weiter.")
    #expect(article?.published?.iso == "2031-03-05")
    #expect(article?.outlet == "Neue Havelzeitung")
  }

  @Test func columnsAreJoinedAndHyphensResolved() {
    let article = article(
      """
      Das Wort zum Montag

      Die Regierung prüft, ob sie die Marsch-
      flugkörper liefert. Über die Tomahawk-
      Raketen wird im Parlament noch geredet,
      auch über Außen- und Innenpolitik wird
      gestritten, sagte die Ministerin, die am
      Montag aus Wien zurückgekehrt war.
      """)
    #expect(
      article?.blocks.last?.text == """
        Die Regierung prüft, ob sie die Marschflugkörper liefert. Über die Tomahawk-Raketen wird im Parlament noch geredet, \
        auch über Außen- und Innenpolitik wird gestritten, sagte die Ministerin, die am Montag aus Wien zurückgekehrt war.
        """)
  }

  @Test func linesThatAreParagraphsStaySo() {
    let lines = [
      "First line that says something and is rather long, as lines of this sort are when nobody has broken them at a width.",
      "Second line.", "Third line, which is short.",
    ]
    #expect(article(lines.joined(separator: "\r\n"))?.blocks.map(\.text) == lines)
  }

  @Test func linesOfATimelineHaveTheirDays() {
    let article = article(
      """
      Timeline of the talks

      2 January 2031

      Dec 30 - The minister says that there will be talks.

      Jan 1 - The minister says that there were talks.
      """)
    #expect(article?.blocks.compactMap(\.day).map(\.description) == ["2030-12-30", "2031-01-01"])
  }

  @Test(arguments: [
    ("22 листопада 2025, 10:20", "2025-11-22T10:20"), ("Martes, 18 de noviembre de 2025", "2025-11-18"),
    ("poniedziałek, 20 października 2025 r., godz. 13.20", "2025-10-20T13:20"), ("Lundi 20 octobre 2025", "2025-10-20"),
    ("Mi., 22. Okt. 2025", "2025-10-22"), ("20.8.2025, 18.14 Uhr", "2025-08-20T18:14"),
    ("27/11/2025 18:33", "2025-11-27T18:33"),
    ("October 13, 2025", "2025-10-13"), ("Oct. 3rd, 2025", "2025-10-03"), ("25 ноября 2025, 16:02", "2025-11-25T16:02"),
    ("5. Jänner 2026", "2026-01-05"), ("2025-11-14", "2025-11-14"),
  ])
  func datesInManyLanguages(_ line: String, _ iso: String) {
    #expect(
      article("A title of an article\n\n\(line)\n\nA first sentence of the body, long enough to be one. And a second.")?
        .published?.iso == iso)
  }

  @Test func aFootCodeDates() {
    let text =
      "Titel der Meldung\n\nBern, 21. Okt. (abc) - Der Rat tagte am Dienstag und beschloss nichts.\n\n(abc/mt/rb)\n211604 okt 25"
    #expect(article(text)?.published?.iso == "2025-10-21T16:04")
  }

  @Test func aDayWithoutAYearTakesTheNearest() {
    let text =
      "Titel der Meldung\n\nLEIPZIG, 20. September. Auf dem ersten Bild sitzt ein Mann am Klavier, im Unterhemd."
    #expect(article(text, near: Day(iso: "2025-10-15"))?.published?.iso == "2025-09-20")
    #expect(article(text, near: Day(iso: "2026-01-15"))?.published?.iso == "2025-09-20")
    #expect(article(text)?.published == nil)
  }

  @Test func noticesAndCaptionsAreNoBody() {
    let article = article(
      """
      Ministers agree on a first step

      The ministers agreed on Monday to meet again, a spokeswoman said after the talks in Vienna.

      The ministers in Vienna – Ann Doe/REUTERS

      Read also: What to eat in Vienna

      Nobody expects a deal soon.

      Unsubscribe here.
      """)
    #expect(article?.blocks.map(\.kind) == [.headline, .paragraph, .caption, .paragraph])
  }
}
