import Model
import Yams

/// Reads the nodes of one YAML file, and writes down what is wrong with them: file, line, rule, remedy.
struct Nodes {
  let file: String
  private var found: [(line: Int, problem: Problem)] = []

  init(file: String) {
    self.file = file
  }

  /// By line.
  var problems: [Problem] {
    found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element.problem)
  }

  /// Nil, with a problem, where the text is no YAML or no block of fields.
  mutating func root(of yaml: String, holds what: String) -> Node? {
    do {
      let node = try Yams.compose(yaml: yaml)
      if node?.mapping != nil { return node }
      report(.error, node == nil ? nil : 1, "it does not hold \(what)", "write each as a block of `field: value` lines")
    } catch let error as YamlError {
      report(error)
    } catch {
      report(.error, nil, "not YAML", "see docs/codebooks.md")
    }
    return nil
  }

  mutating func error(_ node: Node, _ message: String, _ remedy: String) {
    report(.error, node.mark?.line, message, remedy)
  }

  mutating func warn(_ node: Node, _ message: String, _ remedy: String) {
    report(.warning, node.mark?.line, message, remedy)
  }

  private mutating func report(_ severity: Problem.Severity, _ line: Int?, _ message: String, _ remedy: String) {
    let place = line.map { "\(file):\($0)" } ?? file
    found.append((line ?? 0, Problem(severity, at: place, message, remedy: remedy)))
  }

  // MARK: - Shapes

  /// A block of known fields.
  mutating func fields(of node: Node, in what: String, known: [String]) -> [String: Node] {
    guard let mapping = node.mapping else {
      error(node, "\(what) is a block of fields", "write `field: value` lines under it")
      return [:]
    }
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      if known.contains(name) {
        fields[name] = value
      } else {
        error(key, "\(what) has no field `\(name)`", Problem.remedy(for: name, among: known))
      }
    }
    return fields
  }

  /// Blocks under ids. An id stands in ledgers and in names of files.
  mutating func blocks(_ node: Node?) -> [Block] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      error(node, "a list of named blocks is expected here", "write `id:` and its fields under it")
      return []
    }
    for (key, _) in mapping {
      let id = key.string ?? ""
      let isGood = !id.isEmpty && id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
      if !isGood {
        error(key, "`\(id)` is no id", "use small letters without accents, digits and hyphens, such as `trade-union`")
      }
    }
    return mapping.map { Block(id: $0.key.string ?? "", head: $0.key, body: $0.value) }
  }

  struct Block {
    var id: String
    var head: Node
    var body: Node
  }

  /// Whatever is given by language: `en: ...`, `"*": ...`.
  mutating func byLanguage(_ node: Node?, _ what: String) -> [(language: String, node: Node)] {
    guard let node else { return [] }
    guard let mapping = node.mapping else {
      error(node, "\(what) are given by language", "write `en: [...]` for English, or `\"*\": [...]` for all languages")
      return []
    }
    for (key, _) in mapping {
      let code = key.string ?? ""
      let isCode = code == "*" || code.count == 2 && code.allSatisfy { $0.isASCII && $0.isLowercase }
      if !isCode {
        error(key, "`\(code)` is no language", "write its two letters, such as `en` or `de`, or `\"*\"` for all")
      }
    }
    return mapping.map { ($0.key.string ?? "", $0.value) }
  }

  mutating func texts(_ node: Node) -> [(text: String, node: Node)] {
    if let text = node.string { return [(text, node)] }
    guard let sequence = node.sequence else {
      error(node, "a list of texts is expected here", "write `[one, two]`")
      return []
    }
    return sequence.compactMap { item in
      if let text = item.string { return (text, item) }
      error(item, "a text is expected here", "put it in quotation marks")
      return nil
    }
  }

  mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    if node.string == nil { error(node, "a text is expected here", "write it on the line of its field") }
    return node.string
  }

  mutating func choice(_ node: Node?, of what: String, among known: [String]) -> String? {
    guard let node, let text = text(node) else { return nil }
    if known.contains(text) { return text }
    error(node, "no \(what) `\(text)`", Problem.remedy(for: text, among: known))
    return nil
  }

  mutating func day(_ node: Node?) -> Day? {
    guard let node, let text = text(node) else { return nil }
    let day = Day(iso: text)
    if day == nil { error(node, "`\(text)` is no day", "write it as 2025-01-20") }
    return day
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(
        .error, mark.line, "not YAML: \(problem)",
        "look at the indentation, colons and quotation marks of this line and the one before")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
      report(.error, context.mark.line, "\(names) stands twice in one block", "make one of the two")
    default: report(.error, nil, "not YAML: \(error)", "see docs/codebooks.md")
    }
  }
}
