import Foundation
import GRDB
import Model
import Testing

@testable import Recording

@Suite struct IndexTests {
  private let reading = Reading(
    articles: [Reading.Article(name: "a\"\n.txt", id: "00")], statements: Corpus(seed: 1).statements,
    problems: [Problem(.warning, at: "a:1", "so", remedy: "thus"), Problem(.error, at: "b", "é")])

  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "index-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.appending(path: "index.sqlite").path)
  }

  @Test(arguments: 0..<10) func aReadingIsReadAsItWasWritten(seed: Int) {
    let reading = Reading(articles: [], statements: Ledger(Corpus(seed: seed).statements).statements, problems: [])
    #expect(Reading(reading.text) == reading)
    #expect(Reading(reading.text + "x") == nil)
  }

  @Test func remembersAndForgets() throws {
    try inFolder { file in
      try Index(file: file).keep(reading, as: "one")
      let index = try Index(file: file)
      index.keep(reading, as: "two")
      #expect(index.reading("one")?.problems == reading.problems)
      index.forget(allBut: ["two"])
      #expect(index.reading("one") == nil)
      #expect(index.reading("two") != nil)
    }
  }

  @Test func whatWasTamperedWithIsNotKnown() throws {
    try inFolder { file in
      let index = try Index(file: file)
      index.keep(reading, as: "one")
      try DatabaseQueue(path: file).write { try $0.execute(sql: "UPDATE reading SET text = replace(text, 'a', 'b')") }
      #expect(index.reading("one") == nil)
    }
  }

  @Test(arguments: ["no database at all, but long enough to be one of them", "SQLite format 3\0 and then nothing"])
  func damageIsTold(bytes: String) throws {
    try inFolder { file in
      try bytes.write(toFile: file, atomically: true, encoding: .utf8)
      #expect { try Index(file: file) } throws: { Index.isDamage($0) }
    }
  }

  @Test func anotherVersionIsDamage() throws {
    try inFolder { file in
      _ = try Index(file: file)
      try DatabaseQueue(path: file).write { try $0.execute(sql: "PRAGMA user_version = 99") }
      #expect { try Index(file: file) } throws: { Index.isDamage($0) }
    }
  }

  @Test func whileAnotherProcessHasItNothingIsRemembered() throws {
    try inFolder { file in
      let index = try Index(file: file)
      index.keep(reading, as: "one")
      var settings = Configuration()
      settings.allowsUnsafeTransactions = true
      let other = try DatabaseQueue(path: file, configuration: settings)
      try other.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
      #expect(index.reading("one") == nil)
      index.keep(reading, as: "two")
      #expect { try Index(file: file) } throws: { !Index.isDamage($0) }
      try other.inDatabase { try $0.execute(sql: "COMMIT") }
      #expect(index.reading("one") != nil)
    }
  }
}
