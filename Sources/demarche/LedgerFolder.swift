import CRename
import Glibc
import Model
import Recording

/// A ledger on disk that this run writes: format `ledger`, see `docs/formats.md`.
struct LedgerFolder {
  /// As it was named.
  let name: String
  private let path: String
  private let lock: FolderLock

  /// Makes the folder where there is none, and waits for other runs that work in it; they wait until this one ends.
  init(_ name: String, output: Output) throws(Problem) {
    guard mkdir(name, 0o777) == 0 || errno == EEXIST else { throw Input.failure(name) }
    lock = try FolderLock(name, exclusive: true, output: output)
    guard let path = realpath(name, nil) else { throw Input.failure(name) }
    defer { free(path) }
    self.name = name
    self.path = String(cString: path)
  }

  /// Replaces what the folder held, all files at once: they are written into a folder beside it, and the two change
  /// places in one step. So whoever reads finds the old ledger or the new one, whole, and a run that is killed leaves
  /// one of them. Files that are none of a ledger's are kept.
  func write(_ files: [(name: String, text: String)]) throws(Problem) {
    try removeLeftovers()
    let old = try names()
    let kept = old.filter { name in !name.hasSuffix(".ndjson") && !files.contains { $0.name == name } }
    if Set(old) == Set(files.map(\.name) + kept), files.allSatisfy(isWritten) { return }
    let next = "\(besides)\(getpid()).part"
    guard mkdir(next, 0o777) == 0 else { throw Input.failure(next) }
    do {
      for name in kept { try keep(name, in: next) }
      for file in files {
        if isWritten(file) {
          try keep(file.name, in: next)
        } else {
          try replaceFile("\(next)/\(file.name)", with: file.text)
        }
      }
      try settle(next)
      try exchange(next)
    } catch {
      try? remove(next)
      throw error
    }
    try settle(String(besides[..<(besides.lastIndex(of: "/") ?? besides.startIndex)]) + "/")
    try remove(next)
  }

  // MARK: Files

  /// `/where/it/is/.ledger.`: begins the names of the folders in which runs prepare the next ledger.
  private var besides: String {
    let cut = path.lastIndex(of: "/") ?? path.startIndex
    return "\(path[..<cut])/.\(path[path.index(after: cut)...])."
  }

  private func names() throws(Problem) -> [String] {
    try allNames(in: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private func isWritten(_ file: (name: String, text: String)) -> Bool {
    (try? Input(path: "\(path)/\(file.name)").bytes()) == Array(file.text.utf8)
  }

  /// By a second name for the same file.
  private func keep(_ name: String, in next: String) throws(Problem) {
    let file = "\(path)/\(name)"
    guard link(file, "\(next)/\(name)") != 0 else { return }
    guard errno != EPERM || isFolder(file) else {
      // No second names on this file system.
      return try replaceFile("\(next)/\(name)", with: try Input(path: file).bytes())
    }
    throw Problem(
      .error, at: "\(self.name)/\(name)", "this cannot stay in a ledger's folder", remedy: "move it to another place")
  }

  private func exchange(_ next: String) throws(Problem) {
    guard exchange_paths(next, path) != 0 else { return }
    guard [EINVAL, ENOSYS, EBUSY, EXDEV].contains(errno) else { throw Input.failure(path) }
    throw Problem(
      .error, at: path, "the file system cannot replace this folder in one step",
      remedy: "keep the ledger in a plain folder on a local disk")
  }

  /// What runs that were killed have left; nobody else prepares anything while this one holds the lock.
  private func removeLeftovers() throws(Problem) {
    guard let cut = besides.lastIndex(of: "/") else { return }
    let (parent, start) = (String(besides[...cut]), besides[besides.index(after: cut)...])
    for name in try allNames(in: parent).map({ String(decoding: $0, as: UTF8.self) })
    where name.hasPrefix(start) && name.hasSuffix(".part") {
      try remove(parent + name)
    }
  }

  /// Another run may be removing it, too.
  private func remove(_ folder: String) throws(Problem) {
    guard isFolder(folder) else { return }
    for name in try allNames(in: folder) { unlink("\(folder)/\(String(decoding: name, as: UTF8.self))") }
    guard rmdir(folder) == 0 || errno == ENOENT else { throw Input.failure(folder) }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Until the disk has it.
  private func settle(_ folder: String) throws(Problem) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Input.failure(folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Input.failure(folder) }
  }
}

/// Writes beside the file and renames, so that a reader finds the old text or the new one, whole.
func replaceFile(_ path: String, with text: String) throws(Problem) {
  try replaceFile(path, with: Array(text.utf8))
}

func replaceFile(_ path: String, with bytes: [UInt8]) throws(Problem) {
  let part = "\(path).\(getpid()).part"
  let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw Input.failure(path) }
  let written = write(bytes, to: descriptor) && fsync(descriptor) == 0
  guard close(descriptor) == 0, written, rename(part, path) == 0 else {
    let failure = Input.failure(path)
    unlink(part)
    throw failure
  }
}
