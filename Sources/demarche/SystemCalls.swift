import Glibc
import Model

/// The visible names in a folder, as the bytes that the system holds, in their order.
func visibleNames(in folder: String) throws(Problem) -> [[UInt8]] {
  try allNames(in: folder).filter { $0.first != UInt8(ascii: ".") }
}

/// The hidden ones, too.
func allNames(in folder: String) throws(Problem) -> [[UInt8]] {
  guard let handle = opendir(folder) else { throw Input.failure(folder) }
  defer { closedir(handle) }
  var names: [[UInt8]] = []
  while let entry = readdir(handle) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
  }
  return names.sorted { $0.lexicographicallyPrecedes($1) }
}

/// Writes a file that must not be there yet.
func createFile(_ path: String, with text: String) throws(Problem) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else {
    guard errno == EEXIST else { throw Input.failure(path) }
    throw Problem(.error, at: path, "there is such a file already, which stays as it is", remedy: "name another")
  }
  guard write(Array(text.utf8), to: descriptor), close(descriptor) == 0 else { throw Input.failure(path) }
}

/// Writes all bytes; false where the system refuses, with the reason in `errno`.
func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno != EINTR {
      return false
    }
  }
  return true
}
