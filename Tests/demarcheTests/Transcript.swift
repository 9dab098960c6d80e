import Foundation
import Testing

/// Commands as typed in a shell, each with what it prints: `$ command`, its output on both channels, and `[status]`
/// where that is not 0. Lines before the first command are remarks.
struct Transcript {
  struct Step {
    var command: String
    var expected: String
  }

  var steps: [Step] = []

  init(_ text: some StringProtocol) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2)), expected: ""))
      } else if !steps.isEmpty {
        steps[steps.count - 1].expected += line + "\n"
      }
    }
  }

  /// Runs every command in `folder`, with the built program in the search path and the fixtures in `$FIXTURES`, and
  /// expects what stands here.
  func check(in folder: URL, named name: String) throws {
    #expect(!steps.isEmpty, "\(name) holds no command")
    for step in steps {
      let actual = try Transcript.output(of: step.command, in: folder)
      #expect(actual == step.expected.trimmed, "\(name): $ \(step.command)")
    }
  }

  private static func output(of command: String, in folder: URL) throws -> String {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = ["-c", "exec 2>&1; \(command)"]
    shell.currentDirectoryURL = folder
    shell.environment = [
      "PATH": "\(products.path):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C", "FIXTURES": fixtures.path,
    ]
    let pipe = Pipe()
    shell.standardOutput = pipe
    try shell.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    return (output + (shell.terminationStatus == 0 ? "" : "[\(shell.terminationStatus)]")).trimmed
  }

  private static var fixtures: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../fixtures").standardized
  }

  /// The folder that the tests were built into, and the program beside them.
  private static var products: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .newlines) }
}
