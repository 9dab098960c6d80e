import Foundation
import Testing

/// The built program, as a person at a shell meets it.
@Suite struct CommandTests {
  /// Each an input that is wrong and the exact line that says so, while the rest of the run is complete.
  @Test(arguments: try transcripts(in: "Errors"))
  func errors(_ file: URL) throws {
    try check(file)
  }

  @Test(arguments: try transcripts(in: "Cases"))
  func cases(_ file: URL) throws {
    try check(file)
  }

  /// Nobody can lock a folder against root.
  @Test(.enabled(if: geteuid() != 0))
  func aFolderThatMayNotBeRead() throws {
    let transcript = Transcript(
      """
      $ mkdir -p in/locked && chmod 000 in/locked && printf 'A title\\n\\nA sentence.\\n' > in/a.txt
      $ demarche extract --published 2025-10-21 in; chmod 700 in/locked
      demarche: error: in/locked: Permission denied
      """)
    try inEmptyFolder { try transcript.check(in: $0, named: "locked folder") }
  }

  private func check(_ file: URL) throws {
    let transcript = Transcript(try String(contentsOf: file, encoding: .utf8))
    try inEmptyFolder { try transcript.check(in: $0, named: file.lastPathComponent) }
  }

  private func inEmptyFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "demarche-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private static func transcripts(in folder: String) throws -> [URL] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: folder)
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }
}
