import Glibc
import Model

/// The news items that a command's arguments name, each once, in the byte order of their paths.
///
/// A folder is walked recursively. Passed over in it: hidden files, `NOTICE.txt`, `README.md`, and files whose ending is none of
/// `Inputs.endings`. A file that is named itself is taken whatever its name, and `-` is standard input.
struct Inputs {
  static let endings: Set<String> = ["html", "htm", "xhtml", "txt", "text", "md"]

  private(set) var files: [Input] = []
  private(set) var problems: [Problem] = []
  private var walked: Set<FileIdentity> = []

  init(_ paths: [String]) {
    for path in paths { add(path) }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    files = files.enumerated().filter { $0 == 0 || files[$0 - 1].path != $1.path }.map(\.element)
    problems.sort { $0.place.utf8.lexicographicallyPrecedes($1.place.utf8) }
  }

  private mutating func add(_ path: String) {
    guard path != "-" else { return files.append(Input(path: path)) }
    guard let status = status(of: path) else { return }
    guard status.isFolder else { return files.append(Input(path: path)) }
    let before = (files.count, problems.count)
    walk(path, status)
    if (files.count, problems.count) == before {
      problems.append(
        Problem(
          .error, at: path, "there is no news item in this folder",
          remedy: "news items end in .html, .htm, .xhtml, .txt, .text or .md"))
    }
  }

  private mutating func walk(_ folder: String, _ status: stat) {
    guard walked.insert(FileIdentity(status)).inserted else { return }
    for name in names(in: folder) {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard let status = self.status(of: path) else { continue }
      if status.isFolder {
        walk(path, status)
      } else if Inputs.isNewsItem(name), status.isRegular {
        files.append(Input(path: path))
      }
    }
  }

  private static func isNewsItem(_ name: String) -> Bool {
    guard name != "NOTICE.txt", name != "README.md", let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  /// Follows links; a dangling one is a problem.
  private mutating func status(of path: String) -> stat? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      problems.append(Input.failure(path))
      return nil
    }
    return status
  }

  /// The visible names, sorted by their bytes.
  private mutating func names(in folder: String) -> [String] {
    guard let handle = opendir(folder) else {
      problems.append(Input.failure(folder))
      return []
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 } }
      guard name.first != UInt8(ascii: ".") else { continue }
      if let name = String(validating: name, as: UTF8.self) {
        names.append(name)
      } else {
        let shown = "\(folder)/\(String(decoding: name, as: UTF8.self))"
        problems.append(Problem(.error, at: shown, "the file's name is not UTF-8", remedy: "rename it"))
      }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// One file, or standard input.
struct Input: Sendable {
  /// No news page is larger; what is, is a dump or a film: 16 MiB.
  static let largest = 16 << 20

  /// `-` is standard input.
  var path: String

  var exists: Bool { access(path, F_OK) == 0 }

  /// The whole content.
  func bytes() throws(Problem) -> [UInt8] {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Input.failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Input.failure(path) }
    guard status.st_size <= Input.largest else { throw tooLarge }
    var content: [UInt8] = []
    content.reserveCapacity(Int(status.st_size) + 1)
    while content.count <= Input.largest {
      guard let piece = Input.read(descriptor) else { throw Input.failure(path) }
      if piece.isEmpty { return content }
      content += piece
    }
    throw tooLarge
  }

  private static func read(_ descriptor: Int32) -> [UInt8]? {
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
      repeat { count = Glibc.read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      filled = max(0, count)
    }
    return count < 0 ? nil : piece
  }

  private var tooLarge: Problem {
    Problem(.error, at: path, "this is larger than 16 MiB, which no news item is")
  }

  /// What the system says of the call that has just failed.
  static func failure(_ path: String) -> Problem {
    let code = errno
    var status = stat()
    let dangling = code == ENOENT && lstat(path, &status) == 0
    return Problem(.error, at: path, dangling ? "this link leads nowhere" : String(cString: strerror(code)))
  }
}

private struct FileIdentity: Hashable {
  var device: UInt
  var number: UInt

  init(_ status: stat) {
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}

extension stat {
  fileprivate var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  fileprivate var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
}
