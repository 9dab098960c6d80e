public import Model
import Yams

/// Reads codebooks from YAML; every problem names the line, the rule and the remedy.
public struct CodebookFile {
  private var nodes: Nodes
  /// Offices and countries that the language packs know.
  private let roles: [String]
  private let countries: [String]
  /// Alternatives that several patterns share, by name.
  private var lists: [String: String] = [:]

  /// Nil where something in it is wrong. Throws where the language packs cannot be read.
  public static func read(_ yaml: String, named file: String) throws(Problem) -> (
    codebook: Codebook?, problems: [Problem]
  ) {
    var reader = CodebookFile(file: file, packs: Array(try Languages.packs().values))
    let codebook = reader.codebook(yaml)
    let problems = reader.nodes.problems
    return (problems.contains { $0.severity == .error } ? nil : codebook, problems)
  }

  private init(file: String, packs: [Pack]) {
    nodes = Nodes(file: file)
    roles = Set(packs.flatMap(\.roles.keys)).sorted()
    countries = Set(packs.flatMap(\.countries.keys)).sorted()
  }

  private mutating func codebook(_ yaml: String) -> Codebook? {
    guard let root = nodes.root(of: yaml, holds: "parties, persons and issues") else { return nil }
    let known = ["name", "concerns", "lists", "parties", "persons", "issues", "changes"]
    let fields = nodes.fields(of: root, in: "a codebook", known: known)
    for list in nodes.blocks(fields["lists"]) { lists[list.id] = nodes.text(list.body) }
    let parties = nodes.blocks(fields["parties"]).map { party($0) }
    let ids = parties.map(\.id)
    var offices = Offices()
    let persons = nodes.blocks(fields["persons"]).map { person($0, parties: ids, &offices) }
    let issues = nodes.blocks(fields["issues"]).map { issue($0, parties: ids) }
    if parties.isEmpty { nodes.error(root, "a codebook needs at least one party", "add a block under `parties`") }
    if issues.isEmpty { nodes.error(root, "a codebook needs at least one issue", "add a block under `issues`") }
    let concerns = fields["concerns"].map { nodes.texts($0) } ?? []
    for (id, node) in concerns { expect(id, among: ids, node) }
    var codebook = Codebook(
      name: nodes.text(fields["name"]) ?? "codebook", concerns: concerns.map(\.text), parties: parties,
      persons: persons,
      issues: issues)
    if let changes = fields["changes"] {
      let days = nodes.fields(of: changes, in: "`changes`", known: ["rank-days"])["rank-days"]?.int
      if let days, days >= 0 {
        codebook.rankDays = days
      } else {
        nodes.error(changes, "`changes` needs a number of days", "write `changes: {rank-days: 7}`")
      }
    }
    return codebook
  }

  private mutating func party(_ block: Nodes.Block) -> Codebook.Party {
    let fields = nodes.fields(of: block.body, in: "a party", known: ["title", "names", "adjectives"])
    if Source(block.id) != .party(block.id) {
      nodes.error(
        block.head, "`\(block.id)` cannot be a party's id: in statements it says who tells them", "take another id")
    }
    return Codebook.Party(
      id: block.id, title: nodes.text(fields["title"]) ?? block.id, names: names(fields["names"], of: "party", block),
      adjectives: patterns(fields["adjectives"], "adjectives"))
  }

  private mutating func person(_ block: Nodes.Block, parties: [String], _ offices: inout Offices) -> Codebook.Person {
    let known = ["title", "party", "head", "gender", "roles", "names"]
    let fields = nodes.fields(of: block.body, in: "a person", known: known)
    let party = nodes.text(fields["party"]) ?? ""
    expect(party, among: parties, fields["party"] ?? block.head)
    let roles = (fields["roles"]?.sequence.map { Array($0) } ?? []).map { node in
      let role = role(node)
      offices.give(role, of: party, to: block.id, at: node, &nodes)
      return role
    }
    return Codebook.Person(
      id: block.id, title: nodes.text(fields["title"]) ?? block.id, party: party,
      head: nodes.choice(fields["head"], of: "truth value", among: ["true", "false"]) == "true",
      gender: nodes.choice(fields["gender"], of: "gender", among: ["m", "f"]), roles: roles,
      names: names(fields["names"], of: "person", block))
  }

  private mutating func role(_ node: Node) -> Codebook.Role {
    if node.string != nil {
      return Codebook.Role(name: nodes.choice(node, of: "office", among: roles) ?? "", from: nil, to: nil)
    }
    let fields = nodes.fields(of: node, in: "a role", known: ["name", "from", "to"])
    let role = Codebook.Role(
      name: nodes.choice(fields["name"], of: "office", among: roles) ?? "", from: nodes.day(fields["from"]),
      to: nodes.day(fields["to"]))
    if fields["name"] == nil { nodes.error(node, "a role has a name", "write `{name: president, from: 2025-01-20}`") }
    if let from = role.from, let to = role.to, to < from {
      nodes.error(node, "the office ends on \(to), before it begins on \(from)", "put the earlier day under `from`")
    }
    return role
  }

  private mutating func issue(_ block: Nodes.Block, parties: [String]) -> Codebook.Issue {
    let fields = nodes.fields(of: block.body, in: "an issue", known: ["title", "proposition", "giver", "phrases", "examples"])
    let proposition = nodes.text(fields["proposition"]) ?? ""
    if proposition.isEmpty {
      nodes.error(
        block.head, "the issue `\(block.id)` has no proposition",
        "write under `proposition` one sentence that one can be for or against")
    }
    let giver = nodes.text(fields["giver"])
    if let giver, let node = fields["giver"] { expect(giver, among: parties, node) }
    var phrases: [Codebook.Phrase] = []
    for (language, list) in nodes.byLanguage(fields["phrases"], "phrases") {
      let groups = nodes.fields(of: list, in: "phrases", known: PhraseGroup.allCases.map(\.rawValue))
      for (name, list) in groups.sorted(by: { $0.key < $1.key }) {
        guard let group = PhraseGroup(rawValue: name) else { continue }
        phrases += patterns(list).map { group.phrase($0, language: language) }
      }
    }
    if fields["phrases"] == nil {
      nodes.error(block.head, "the issue `\(block.id)` has no phrases", "list its words under `phrases`, by language")
    }
    let examples = nodes.byLanguage(fields["examples"], "examples").flatMap { language, list in
      nodes.texts(list).compactMap { example($0.text, $0.node, language: language, parties: parties) }
    }
    return Codebook.Issue(
      id: block.id, title: nodes.text(fields["title"]) ?? block.id, proposition: proposition, giver: giver, phrases: phrases,
      examples: examples)
  }

  /// `Moscow rejects a freeze. > russia opposes; us supports earlier`, or `> nothing`.
  private mutating func example(_ text: String, _ node: Node, language: String, parties: [String]) -> Codebook.Example?
  {
    guard let example = Codebook.Example(text, language: language, line: node.mark?.line) else {
      nodes.error(node, "an example says what is found in it", "end it in ` > ukraine opposes` or ` > nothing`")
      return nil
    }
    for statement in example.expected {
      let words = statement.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      expect(words[0], among: parties + countries, node, shown: parties)
      let stance = words.count > 1 ? words[1] : ""
      if Stance(rawValue: stance) == nil {
        nodes.error(node, "no stance `\(stance)`", Problem.remedy(for: stance, among: Stance.allCases.map(\.rawValue)))
      } else if words.count > 2, words.dropFirst(2) != ["earlier"] {
        nodes.error(
          node, "`\(words.dropFirst(2).joined(separator: " "))` is too much",
          "after the stance only `earlier` may stand")
      }
    }
    return example
  }

  // MARK: - Names

  private mutating func names(_ node: Node?, of kind: String, _ block: Nodes.Block) -> Codebook.Patterns {
    let names = patterns(node, "names")
    if node == nil {
      nodes.error(
        block.head, "the \(kind) `\(block.id)` has no names",
        "write under `names` how articles call it, by language: `en: [\"...\"]`")
    }
    return names
  }

  private mutating func patterns(_ node: Node?, _ what: String) -> Codebook.Patterns {
    var found: Codebook.Patterns = [:]
    for (language, list) in nodes.byLanguage(node, what) { found[language] = patterns(list) }
    return found
  }

  private mutating func patterns(_ node: Node) -> [String] {
    let texts = nodes.texts(node).map { (text: expanded($0.text, $0.node), node: $0.node) }
    for (text, node) in texts {
      do {
        _ = try Pattern(text)
      } catch {
        nodes.error(node, "the pattern `\(text)` cannot be read: \(error.message)", "see docs/patterns.md")
      }
    }
    return texts.map(\.text)
  }

  /// With the alternatives of each `<list>` in its place.
  private mutating func expanded(_ pattern: String, _ node: Node) -> String {
    guard pattern.utf8.contains(UInt8(ascii: "<")) else { return pattern }
    return pattern.replacing(/<([^>]*)>/) { match in
      let name = String(match.1)
      if lists[name] == nil { nodes.error(node, "no list `\(name)`", Problem.remedy(for: name, among: lists.keys.sorted())) }
      return "(\(lists[name] ?? name))"
    }
  }

  private mutating func expect(_ party: String, among known: [String], _ node: Node, shown: [String]? = nil) {
    if !known.contains(party) {
      nodes.error(node, "no party `\(party)`", Problem.remedy(for: party, among: shown ?? known))
    }
  }
}

/// The groups under which a codebook lists phrases.
private enum PhraseGroup: String, CaseIterable {
  case saysFor = "says-for"
  case saysAgainst = "says-against"
  case thing, opposite
  case looseThing = "loose-thing"
  case looseSaysFor = "loose-says-for"
  case looseSaysAgainst = "loose-says-against"
  case nearThing = "near-thing"
  case nearSaysFor = "near-says-for"
  case nearSaysAgainst = "near-says-against"
  case itSaysFor = "it-says-for"
  case itSaysAgainst = "it-says-against"
  case topic, other

  func phrase(_ pattern: String, language: String) -> Codebook.Phrase {
    let against = [.saysAgainst, .opposite, .looseSaysAgainst, .nearSaysAgainst, .itSaysAgainst].contains(self)
    let says = ![.thing, .opposite, .looseThing, .nearThing].contains(self)
    let needs: Codebook.Sense.Need =
      switch self {
      case .other: .never
      case .topic: .topic
      default: rawValue.hasPrefix("loose") ? .article : rawValue.hasPrefix("near") ? .neighbour : rawValue.hasPrefix("it-") ? .last : .nothing
      }
    return Codebook.Phrase(language: language, pattern: pattern, sense: Codebook.Sense(against: against, says: says, needs: needs))
  }
}
