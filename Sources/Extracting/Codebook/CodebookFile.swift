public import Model
import Yams

/// Reads codebooks from YAML; every problem names the line, the rule and the remedy.
public struct CodebookFile {
  private let file: String
  private var problems: [Problem] = []

  /// Nil, with problems, where the text is no codebook; a codebook is only given when nothing in it is wrong.
  public static func read(_ yaml: String, named file: String) -> (codebook: Codebook?, problems: [Problem]) {
    var reader = CodebookFile(file: file)
    let codebook = reader.codebook(yaml)
    return (reader.problems.isEmpty ? codebook : nil, reader.problems)
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func codebook(_ yaml: String) -> Codebook? {
    let root: Node
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        problems.append(Problem(.error, at: file, "the codebook is empty", remedy: "give it parties, persons and issues"))
        return nil
      }
      root = node
    } catch let error as YamlError {
      problems.append(Problem(.error, at: file, "not YAML: \(CodebookFile.reason(of: error))"))
      return nil
    } catch {
      problems.append(Problem(.error, at: file, "not YAML"))
      return nil
    }
    let fields = self.fields(of: root, in: "a codebook", known: ["name", "concerns", "parties", "persons", "issues"])
    let parties = entries(fields["parties"]).map { party($0, $1) }
    let persons = entries(fields["persons"]).map { person($0, $1, parties: parties.map(\.id)) }
    let issues = entries(fields["issues"]).map { issue($0, $1) }
    if issues.isEmpty { problem(root, "a codebook needs at least one issue", "add a block under `issues`") }
    let concerns = fields["concerns"].map { strings($0) } ?? []
    for id in concerns where !parties.contains(where: { $0.id == id }) {
      problem(fields["concerns"] ?? root, "no party `\(id)`", Problem.remedy(for: id, among: parties.map(\.id)))
    }
    return Codebook(
      name: fields["name"]?.string ?? "codebook", concerns: concerns, parties: parties, persons: persons, issues: issues)
  }

  private mutating func party(_ id: String, _ node: Node) -> Codebook.Party {
    let fields = self.fields(of: node, in: "a party", known: ["title", "names", "adjectives"])
    return Codebook.Party(
      id: id, title: text(fields["title"]) ?? id, names: patterns(fields["names"]),
      adjectives: patterns(fields["adjectives"]))
  }

  private mutating func person(_ id: String, _ node: Node, parties: [String]) -> Codebook.Person {
    let known = ["title", "party", "head", "gender", "roles", "names"]
    let fields = self.fields(of: node, in: "a person", known: known)
    let party = text(fields["party"]) ?? ""
    if !parties.contains(party) {
      problem(fields["party"] ?? node, "no party `\(party)`", Problem.remedy(for: party, among: parties))
    }
    let roles = (fields["roles"]?.sequence.map { Array($0) } ?? []).map { role($0) }
    return Codebook.Person(
      id: id, title: text(fields["title"]) ?? id, party: party, head: fields["head"]?.bool ?? false,
      gender: text(fields["gender"]), roles: roles, names: patterns(fields["names"]))
  }

  private mutating func role(_ node: Node) -> Codebook.Role {
    if let name = node.string { return Codebook.Role(name: name, from: nil, to: nil) }
    let fields = self.fields(of: node, in: "a role", known: ["name", "from", "to"])
    return Codebook.Role(name: text(fields["name"]) ?? "", from: day(fields["from"]), to: day(fields["to"]))
  }

  private mutating func issue(_ id: String, _ node: Node) -> Codebook.Issue {
    let fields = self.fields(of: node, in: "an issue", known: ["title", "proposition", "phrases", "examples"])
    var phrases: [Codebook.Phrase] = []
    for (language, groups) in entries(fields["phrases"]) {
      for (group, list) in self.fields(of: groups, in: "phrases", known: PhraseGroup.allCases.map(\.rawValue)).sorted(by: { $0.key < $1.key }) {
        guard let kind = PhraseGroup(rawValue: group) else { continue }
        phrases += strings(list).map { kind.phrase($0, language: language) }
      }
    }
    if phrases.isEmpty { problem(node, "the issue `\(id)` has no phrases", "list its words under `phrases`, by language") }
    for (_, examples) in entries(fields["examples"]) {
      for example in examples.sequence ?? [examples] { check(example) }
    }
    return Codebook.Issue(
      id: id, title: text(fields["title"]) ?? id, proposition: text(fields["proposition"]) ?? "", phrases: phrases,
      examples: patterns(fields["examples"]))
  }

  /// After ` > ` an example says what is found in it: `nothing`, or statements, separated by semicolons.
  private mutating func check(_ example: Node) {
    let parts = (example.string ?? "").split(separator: " > ")
    guard parts.count == 2 else {
      return problem(example, "an example says what is found in it", "end it in ` > ukraine opposes` or ` > nothing`")
    }
    for statement in parts[1].split(separator: ";") {
      let words = statement.split(separator: " ")
      let stance = words.count > 1 ? String(words[1]) : ""
      if words != ["nothing"], Stance(rawValue: stance) == nil {
        problem(example, "no stance `\(stance)`", Problem.remedy(for: stance, among: Stance.allCases.map(\.rawValue)))
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
    case other

    func phrase(_ pattern: String, language: String) -> Codebook.Phrase {
      let against = self == .saysAgainst || self == .opposite || self == .looseSaysAgainst || self == .nearSaysAgainst
      let says = ![.thing, .opposite, .looseThing, .nearThing].contains(self)
      let needs: Codebook.Phrase.Need = rawValue.hasPrefix("loose") ? .article : rawValue.hasPrefix("near") ? .neighbour : self == .other ? .never : .nothing
      return Codebook.Phrase(
        language: language, pattern: pattern, against: against, says: says, needs: needs)
    }
  }

  // MARK: - Nodes

  private mutating func fields(of node: Node, in what: String, known: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      problem(node, "\(what) is a block of fields", "write `field: value` lines under it")
      return [:]
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      if known.contains(name) {
        fields[name] = value
      } else {
        problem(key, "\(what) has no field `\(name)`", Problem.remedy(for: name, among: known))
      }
    }
    return fields
  }

  private mutating func entries(_ node: Node?) -> [(String, Node)] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      problem(node, "a list of named blocks is expected here", "write `id:` and its fields under it")
      return []
    }
    return mapping.map { ($0.key.string ?? "", $0.value) }
  }

  private mutating func patterns(_ node: Node?) -> Codebook.Patterns {
    var patterns: Codebook.Patterns = [:]
    for (language, list) in entries(node) { patterns[language] = strings(list) }
    return patterns
  }

  private mutating func strings(_ node: Node) -> [String] {
    if let text = node.string { return [text] }
    guard let sequence = node.sequence else {
      problem(node, "a list of texts is expected here", "write `[one, two]`")
      return []
    }
    return sequence.compactMap(\.string)
  }

  private func text(_ node: Node?) -> String? {
    node?.string
  }

  private mutating func day(_ node: Node?) -> Day? {
    guard let node, let text = node.string else { return nil }
    let day = Day(iso: text)
    if day == nil { problem(node, "`\(text)` is no day", "write it as 2025-01-20") }
    return day
  }

  private mutating func problem(_ node: Node, _ message: String, _ remedy: String) {
    let line = node.mark.map { ":\($0.line)" } ?? ""
    problems.append(Problem(.error, at: file + line, message, remedy: remedy))
  }

  private static func reason(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      "line \(mark.line): \(problem)"
    default: "\(error)"
    }
  }
}
