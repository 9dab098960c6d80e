import Foundation
import Model

/// The program `git`, as far as the books need it.
enum Git {
  /// The standard output of `git ARGUMENTS`, run in `folder`. What git complains of is the problem's message.
  static func output(_ arguments: [String], in folder: String) throws(Problem) -> [UInt8] {
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", folder] + arguments
    git.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
    let (output, complaint) = (Pipe(), Pipe())
    (git.standardOutput, git.standardError) = (output, complaint)
    do { try git.run() } catch { throw Problem(.error, at: "git", "it cannot be run", remedy: "install git") }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    let words = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    git.waitUntilExit()
    guard git.terminationStatus == 0 else {
      throw Problem(.error, at: folder, words.split(separator: "\n").first.map(String.init) ?? "git failed")
    }
    return Array(bytes)
  }
}
