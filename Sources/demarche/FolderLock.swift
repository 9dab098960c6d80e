import Glibc
import Model

/// Keeps other runs out of a folder while it lives; they wait. Ends with the process at the latest.
final class FolderLock {
  private let descriptor: Int32

  /// `exclusive`: for a run that writes; readers share. Says so where it has to wait.
  init(_ path: String, exclusive: Bool, output: Output) throws(Problem) {
    let operation = exclusive ? LOCK_EX : LOCK_SH
    while true {
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Input.failure(path) }
      if flock(descriptor, operation | LOCK_NB) != 0 {
        output.report(Problem(.warning, at: path, "another run is at work here; waiting for it to end"))
        guard flock(descriptor, operation) == 0 else { throw Input.failure(path) }
      }
      if FolderLock.isStill(descriptor, at: path) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit { close(descriptor) }

  /// Who waited may hold the folder that the other run has replaced.
  private static func isStill(_ descriptor: Int32, at path: String) -> Bool {
    var (held, named) = (stat(), stat())
    return fstat(descriptor, &held) == 0 && stat(path, &named) == 0
      && (held.st_dev, held.st_ino) == (named.st_dev, named.st_ino)
  }
}
