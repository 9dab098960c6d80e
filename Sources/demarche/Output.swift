import ArgumentParser
import Glibc
import Model

/// A command's results on standard output, and its problems on standard error.
final class Output {
  private var pending: [UInt8] = []
  private var failed = false

  init() {
    // A reader that has had enough, as `head` does, shows as EPIPE in `flush`.
    signal(SIGPIPE, SIG_IGN)
  }

  func write(_ text: String) {
    pending += text.utf8
    if pending.count >= 1 << 16 { flush() }
  }

  /// Writes one line.
  func line(_ text: String) {
    write(text)
    write("\n")
  }

  func report(_ problem: Problem) {
    flush()
    Output.write(Array("demarche: \(problem)\n".utf8), to: STDERR_FILENO)
    if problem.severity == .error { failed = true }
  }

  func report(_ problems: [Problem]) {
    for problem in problems { report(problem) }
  }

  /// Writes out what is pending. Call it last: throws status 1 where an error was reported.
  func finish() throws {
    flush()
    if failed { throw ExitCode(1) }
  }

  private func flush() {
    Output.write(pending, to: STDOUT_FILENO)
    pending.removeAll(keepingCapacity: true)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    guard !demarche.write(bytes, to: descriptor) else { return }
    if errno == EPIPE { exit(0) }
    perror("demarche: error: the output cannot be written")
    exit(1)
  }
}
