import Model

/// A folder of text: on disk, or as a revision of git has it.
enum Folder {
  case disk(String)
  /// `tree` as git names it (`HEAD~1:ledger`), by the repository around the folder `at`.
  case git(tree: String, at: String)

  /// A folder on disk; else a tree of git (`HEAD~1:ledger`); else a revision of git, and there the folder that is the
  /// current one (`HEAD~1`).
  init(_ operand: String) {
    if Input(path: operand).exists {
      self = .disk(operand)
    } else {
      self = .git(tree: operand.contains(":") ? operand : operand + ":./", at: ".")
    }
  }

  /// The folder as git's history had it at the end of a day, UTC.
  init(_ path: String, knownAt day: Day) throws(Problem) {
    let arguments = ["rev-list", "-1", "--before=\(day)T23:59:59Z", "HEAD", "--", "."]
    let commit = String(decoding: try Git.output(arguments, in: path), as: UTF8.self)
    guard let hash = commit.split(separator: "\n").first else {
      throw Problem(.error, at: path, "nothing had been recorded by \(day)", remedy: "name a later day")
    }
    self = .git(tree: "\(hash):./", at: path)
  }

  var name: String {
    switch self {
    case .disk(let path): path
    case .git(let tree, _): tree
    }
  }

  /// The visible names in it, in the order of their bytes.
  func names() throws(Problem) -> [String] {
    switch self {
    case .disk(let path):
      return try visibleNames(in: path).map { String(decoding: $0, as: UTF8.self) }
    case .git(let tree, let folder):
      do {
        let names = try Git.output(["ls-tree", "-z", "--full-tree", "--name-only", tree], in: folder)
        return names.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      } catch {
        throw Problem(
          .error, at: tree, "this is neither a folder nor a tree of git: \(error.message)",
          remedy: "name a folder, a revision (HEAD~1) or a tree in one (HEAD~1:ledger)")
      }
    }
  }

  func bytes(of name: String) throws(Problem) -> [UInt8] {
    switch self {
    case .disk: try Input(path: place(of: name)).bytes()
    case .git(_, let folder): try Git.output(["cat-file", "blob", place(of: name)], in: folder)
    }
  }

  func folder(_ name: String) -> Folder {
    switch self {
    case .disk: .disk(place(of: name))
    case .git(_, let folder): .git(tree: place(of: name), at: folder)
    }
  }

  func place(of name: String) -> String {
    switch self {
    case .disk(let path):
      path == "." || name.hasPrefix("/") ? name : path.hasSuffix("/") ? path + name : "\(path)/\(name)"
    case .git(let tree, _): tree.hasSuffix(":") || tree.hasSuffix("/") ? tree + name : "\(tree)/\(name)"
    }
  }
}
