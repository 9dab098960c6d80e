import Glibc
import Model
import Reading

/// The news items that a command's arguments name, each once, in the byte order of their paths.
///
/// A folder is walked recursively. Passed over in it: hidden files, `NOTICE.txt`, `README.md`, and files whose ending
/// is none of `Reader.endings`. A file that is named itself is taken whatever its name, and `-` is standard input.
struct Inputs {
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
          remedy: "their names end in \(Reader.endings.sorted().map { ".\($0)" }.joined(separator: ", "))"))
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
    return Reader.endings.contains(name[name.index(after: dot)...].lowercased())
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

  private mutating func names(in folder: String) -> [String] {
    do {
      return try visibleNames(in: folder).compactMap { bytes in
        if let name = String(validating: bytes, as: UTF8.self) { return name }
        let shown = "\(folder)/\(String(decoding: bytes, as: UTF8.self))"
        problems.append(Problem(.error, at: shown, "the file's name is not UTF-8", remedy: "rename it"))
        return nil
      }
    } catch {
      problems.append(error)
      return []
    }
  }
}

/// One file, or standard input.
struct Input: Sendable {
  /// Bytes of a file that is read as a whole: of all but archives.
  static let largest = 1 << 30

  /// `-` is standard input.
  var path: String

  var exists: Bool { access(path, F_OK) == 0 }

  /// The whole content.
  func bytes() throws(Problem) -> [UInt8] {
    let content = try open()
    return try content.rest(after: content.next())
  }

  func open() throws(Problem) -> Content {
    let descriptor = path == "-" ? STDIN_FILENO : Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Input.failure(path) }
    return Content(path, descriptor)
  }

  /// The content as it is read.
  final class Content {
    private let path: String
    private let descriptor: Int32
    private static let piece = 1 << 16

    fileprivate init(_ path: String, _ descriptor: Int32) {
      self.path = path
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// The next bytes: as many as a piece holds, fewer before the end, none at it.
    func next() throws(Problem) -> [UInt8] {
      var failed = false
      let piece = [UInt8](unsafeUninitializedCapacity: Content.piece) { buffer, filled in
        while filled < buffer.count {
          let count = read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
          if count > 0 { filled += count } else if count == 0 || errno != EINTR { return failed = count < 0 }
        }
      }
      if failed { throw Input.failure(path) }
      return piece
    }

    func rest(after beginning: [UInt8]) throws(Problem) -> [UInt8] {
      var content = beginning
      var piece = beginning
      while content.count <= Input.largest {
        if piece.count < Content.piece { return content }
        piece = try next()
        content += piece
      }
      throw Problem(.error, at: path, "this is larger than 1 GiB", remedy: "split it")
    }
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
