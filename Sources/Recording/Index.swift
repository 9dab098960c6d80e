import GRDB
import Model

/// What reading each file gave, by a key that is made of all that went into it: a cache in one SQLite file.
///
/// Nothing depends on it but time. What is damaged, of another version or gone is made anew; while another process has
/// it locked, or where the file cannot be written, nothing is remembered.
public final class Index: Sendable {
  /// Goes up with every change of the table or of what a reading holds.
  private static let version = 1

  private let database: DatabaseQueue

  /// Throws where nothing can be remembered there; `isDamage` then says whether the file itself is to blame.
  public init(file: String) throws {
    var settings = Configuration()
    settings.busyMode = .immediateError
    // A process that is killed breaks nothing so; where the power goes, the damage is found and the file made anew.
    settings.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    database = try DatabaseQueue(path: file, configuration: settings)
    try database.write { db in
      if try Int.fetchOne(db, sql: "PRAGMA user_version") == Index.version { return }
      guard try !db.tableExists("reading") else { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
      try db.execute(sql: "CREATE TABLE reading (key TEXT PRIMARY KEY, text TEXT NOT NULL, mark TEXT NOT NULL)")
      try db.execute(sql: "PRAGMA user_version = \(Index.version)")
    }
  }

  /// Whether an error of `init` says that the file is no index, as against one that cannot be had now.
  public static func isDamage(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
  }

  /// Nil where it is not there or damaged.
  public func reading(_ key: String) -> Reading? {
    let row = try? database.read { db in
      try Row.fetchOne(db, sql: "SELECT text, mark FROM reading WHERE key = ?", arguments: [key])
        .map { (text: $0["text"] as String?, mark: $0["mark"] as String?) }
    }
    guard let text = row?.text, row?.mark == Fingerprint.of([key, text]) else { return nil }
    return Reading(text)
  }

  /// Where it cannot be kept, it will be read again.
  public func keep(_ reading: Reading, as key: String) {
    let text = reading.text
    try? database.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO reading VALUES (?, ?, ?)", arguments: [key, text, Fingerprint.of([key, text])])
    }
  }

  /// Forgets what belongs to no file any more.
  public func forget(allBut keys: Set<String>) {
    try? database.write { db in
      for key in try String.fetchSet(db, sql: "SELECT key FROM reading").subtracting(keys) {
        try db.execute(sql: "DELETE FROM reading WHERE key = ?", arguments: [key])
      }
    }
  }
}
