import Glibc
import Model
import Recording

/// A ledger on disk: format `ledger`, see `docs/formats.md`.
struct LedgerFolder {
  let path: String

  /// Makes the folder where there is none, and waits for other runs that write in it; they wait until this one ends.
  init(_ path: String) throws(Problem) {
    self.path = path
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Input.failure(path) }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { throw Input.failure(path) }
  }

  /// Empty where the folder holds nothing. A line that cannot be read is a reason to stop: what is written next would
  /// lose it.
  func read() throws(Problem) -> Ledger {
    let names = try self.names()
    guard !names.allSatisfy({ $0.hasSuffix(".part") }) else { return Ledger([]) }
    let mark = Input(path: "\(path)/\(Ledger.mark.name)")
    guard mark.exists, String(decoding: try mark.bytes(), as: UTF8.self) == Ledger.mark.text else {
      throw Problem(
        .error, at: path, "this folder is no ledger that this version reads",
        remedy: "name another folder, or an empty one")
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for name in names where name.hasSuffix(".ndjson") {
      let file = "\(path)/\(name)"
      files.append((file, try Input(path: file).bytes()))
    }
    let (ledger, problems) = Ledger.read(files)
    if let problem = problems.first { throw problem }
    return ledger
  }

  /// Replaces what the folder held, and what a run that was killed left behind; a file that has not changed is left
  /// alone. A run that is killed leaves each file old or new, and the next run over the same articles ends alike.
  func write(_ files: [(name: String, text: String)]) throws(Problem) {
    for file in files {
      let place = "\(path)/\(file.name)"
      if let old = try? Input(path: place).bytes(), old == Array(file.text.utf8) { continue }
      try replaceFile(place, with: file.text)
    }
    let current = Set(files.map(\.name))
    let ours = [".ndjson", ".part"]
    for name in try names() where ours.contains(where: name.hasSuffix) && !current.contains(name) {
      guard unlink("\(path)/\(name)") == 0 else { throw Input.failure("\(path)/\(name)") }
    }
  }

  private func names() throws(Problem) -> [String] {
    try visibleNames(in: path).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Writes beside the file and renames, so that a reader finds the old text or the new one, whole.
func replaceFile(_ path: String, with text: String) throws(Problem) {
  let part = "\(path).\(getpid()).part"
  let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw Input.failure(path) }
  let written = write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
  guard close(descriptor) == 0, written, rename(part, path) == 0 else {
    let failure = Input.failure(path)
    unlink(part)
    throw failure
  }
}
