public import Model
import Yams

/// Reads corrections from YAML: format `corrections`, number 1, see `docs/formats.md`.
public struct CorrectionFile {
  private let file: String
  private var problems: [Problem] = []

  /// The corrections that are right in form, and every problem with its line.
  public static func read(_ yaml: String, named file: String) -> (corrections: [Correction], problems: [Problem]) {
    var reader = CorrectionFile(file: file)
    let corrections = reader.corrections(yaml)
    return (corrections, reader.problems)
  }

  private init(file: String) {
    self.file = file
  }

  private mutating func corrections(_ yaml: String) -> [Correction] {
    do {
      guard let root = try Yams.compose(yaml: yaml) else { return [] }
      guard let blocks = root.sequence else {
        problem(root, "corrections are a list", "begin each with `- `")
        return []
      }
      return blocks.compactMap { correction($0) }
    } catch {
      problems.append(Problem(.error, at: file, "this is not YAML"))
      return []
    }
  }

  private mutating func correction(_ node: Node) -> Correction? {
    let before = problems.count
    let known = [
      "quote", "article", "holder", "issue", "stance", "reject", "change", "add", "rename", "by", "on", "why",
    ]
    let fields = fields(of: node, known: known)
    let quote = fields["quote"]?.string ?? ""
    let article = fields["article"]?.string
    if quote.isEmpty, article == nil, fields["rename"] == nil {
      problem(node, "a correction needs the words that it is about", "give them as `quote`, or name an `article`")
    }
    let stance = fields["stance"]?.string.flatMap(Stance.init)
    if stance == nil, let node = fields["stance"] {
      problem(node, "`\(node.string ?? "")` is no `stance`", CorrectionFile.remedy(for: node, as: "stance"))
    }
    let signature = ["by", "on", "why"].map { fields[$0]?.string ?? "" }
    let on = Day(iso: signature[1])
    if signature.contains("") || on == nil {
      problem(node, "a correction is signed", "say `by` whom, `on` which day (2025-11-30), and `why`")
    }
    guard let decision = decision(fields, at: node, quote: quote, article: article), let on, problems.count == before
    else { return nil }
    return Correction(
      place: place(of: node), quote: quote, words: quote.words, article: article, holder: fields["holder"]?.string,
      issue: fields["issue"]?.string, stance: stance, decision: decision, by: signature[0], on: on, why: signature[2])
  }

  private mutating func decision(
    _ fields: [String: Node], at node: Node, quote: String, article: String?
  ) -> Correction.Decision? {
    switch (fields["reject"], fields["change"], fields["add"], fields["rename"]) {
    case (let reject?, nil, nil, nil) where reject.bool == true:
      return .reject
    case (nil, let changes?, nil, nil):
      return .change(self.changes(changes))
    case (nil, nil, let statement?, nil):
      return added(statement, quote: quote, article: article).map { .add($0) }
    case (nil, nil, nil, let names?):
      return renamed(names)
    default:
      problem(node, "a correction decides one thing", "give it `reject: true`, or `change`, `add` or `rename`")
      return nil
    }
  }

  private mutating func renamed(_ node: Node) -> Correction.Decision? {
    let fields = fields(of: node, known: ["actor", "issue", "to"])
    switch (fields["actor"]?.string, fields["issue"]?.string, fields["to"]?.string) {
    case (let actor?, nil, let to?): return .rename(.actor, from: actor, to: to)
    case (nil, let issue?, let to?): return .rename(.issue, from: issue, to: to)
    default:
      problem(node, "a new name is for one id", "write `{actor: old, to: new}` or `{issue: old, to: new}`")
      return nil
    }
  }

  private mutating func changes(_ node: Node) -> [Correction.Change] {
    let known = ["holder", "person", "issue", "condition", "stance", "source", "mode", "said", "earlier", "published"]
    return fields(of: node, known: known).sorted { $0.key < $1.key }.compactMap { name, value in
      let change = self.change(name, value)
      if change == nil {
        problem(value, "`\(value.string ?? "")` is no `\(name)`", CorrectionFile.remedy(for: value, as: name))
      }
      return change
    }
  }

  private static func remedy(for node: Node, as field: String) -> String {
    switch field {
    case "stance": Problem.remedy(for: node.string ?? "", among: Stance.allCases.map(\.rawValue))
    case "mode": Problem.remedy(for: node.string ?? "", among: Mode.allCases.map(\.rawValue))
    case "said", "published": "days are written 2025-10-21"
    case "earlier": "it is `true` or `false`"
    default: "see the format of statements"
    }
  }

  private func change(_ name: String, _ node: Node) -> Correction.Change? {
    let isNull = node.null != nil
    guard let text = node.string else { return nil }
    switch name {
    case "holder": return .holder(text)
    case "person": return .person(isNull ? nil : text)
    case "issue": return .issue(text)
    case "condition": return .condition(isNull ? nil : text)
    case "stance": return Stance(rawValue: text).map { .stance($0) }
    case "source": return .source(Source(text))
    case "mode": return Mode(rawValue: text).map { .mode($0) }
    case "said": return isNull ? .said(nil) : Day(iso: text).map { .said($0) }
    case "published": return isNull ? .published(nil) : Day(iso: text).map { .published($0) }
    default: return node.bool.map { .earlier($0) }
    }
  }

  private mutating func added(_ node: Node, quote: String, article: String?) -> Statement? {
    guard let article, !quote.isEmpty, ["holder", "issue", "stance"].allSatisfy({ node.mapping?[$0] != nil }) else {
      problem(
        node, "this is not all of a statement", "give `article` and `quote`, and here `holder`, `issue` and `stance`")
      return nil
    }
    var statement = Statement(
      holder: "", issue: "", stance: .undecided, source: .holder, mode: .paraphrase,
      evidence: Evidence(article: article, articleID: "", quote: quote, span: Span(0, 0)))
    for change in changes(node) { statement.apply(change) }
    return statement
  }

  // MARK: Nodes

  private mutating func fields(of node: Node, known: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      problem(node, "this is a block of fields", "write `field: value` lines under it")
      return [:]
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      if known.contains(name) {
        fields[name] = value
      } else {
        problem(key, "there is no field `\(name)` here", Problem.remedy(for: name, among: known))
      }
    }
    return fields
  }

  private mutating func problem(_ node: Node, _ message: String, _ remedy: String) {
    problems.append(Problem(.error, at: place(of: node), message, remedy: remedy))
  }

  private func place(of node: Node) -> String {
    node.mark.map { "\(file):\($0.line)" } ?? file
  }
}
