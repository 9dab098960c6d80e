import Model

@testable import Reporting

extension Codebook {
  static let sample = Codebook(
    name: "sample",
    parties: [
      Party(id: "russia", title: "Russia", names: [:], adjectives: [:]),
      Party(id: "us", title: "United *States*", names: [:], adjectives: [:]),
    ],
    persons: [
      Person(
        id: "putin", title: "Vladimir <Putin>", party: "russia", head: true, gender: nil, roles: [], names: [:])
    ],
    issues: [
      Issue(
        id: "ceasefire", title: "Ceasefire_first", proposition: "The weapons & drones should fall silent first.",
        phrases: [])
    ])
}

extension Report {
  static let nasty = nasty(Selection())

  /// Marks of every format, controls, right-to-left overrides, other scripts, line feeds and long words.
  static func nasty(_ selection: Selection) -> Report {
    let no = statement(
      "russia", .opposes, .holder, "2025-10-16", "<script>alert('no')</script> & \"so\" \\ `x` | [a](b)")
    let yes = statement(
      "russia", .conditional, .holder, "2025-10-23", "Да,\nесли \u{1B}[31mуйдут\u{1B}[0m.\u{202E} لا", person: "putin",
      condition: "если *уйдут*")
    let told = statement("russia", .supports, .party("us"), "2025-10-24", String(repeating: "Langeswort", count: 12))
    let rumour = statement("us", .undecided, .unnamed, "2025-10-20", "# 1. We shall see - or not.")
    let dayless = statement("<b>x", .supports, .narrator, nil, "~~nothing~~ \u{FEFF}\u{0}here")
    return Report(
      statements: [no, yes, told, rumour, dayless], today: told.published,
      positions: [position(yes, firm: true), position(rumour, firm: false)],
      changes: [
        Change(from: nil, to: no, kind: .new, on: no.day!, apparent: false, why: "own"),
        Change(from: no, to: yes, kind: .reversed, on: yes.day!, apparent: false, why: "own"),
        Change(from: yes, to: told, kind: .hardened, on: told.day!, apparent: true, why: "another party's account"),
        Change(from: nil, to: rumour, kind: .new, on: rumour.day!, apparent: true, why: "unnamed sources"),
        Change(from: yes, to: no, kind: .reversed, on: Day(number: 20_400), apparent: true, why: "a former stance"),
      ],
      codebook: .sample, selection: selection, notices: ["Invented <for> testing.\nNo *record* of facts."])
  }

  private static func position(_ statement: Statement, firm: Bool) -> Position {
    Position(
      holder: statement.holder, issue: statement.issue, current: statement, since: statement.day!,
      confirmed: statement.day!, support: 1, firm: firm)
  }

  private static func statement(
    _ holder: String, _ stance: Stance, _ source: Source, _ day: String?, _ quote: String, person: String? = nil,
    condition: String? = nil
  ) -> Statement {
    Statement(
      holder: holder, person: person, issue: "ceasefire", stance: stance, source: source, mode: .direct,
      said: day.flatMap { Day(iso: $0) }, condition: condition,
      evidence: Evidence(article: "1. _a_&<b>.html", articleID: "\(quote.utf8.count)", quote: quote, span: Span(3, 9)),
      published: day.flatMap { Day(iso: $0) }.map { $0 + 1 })
  }
}
