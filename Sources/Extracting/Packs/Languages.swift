public import Model
import Foundation

/// The language packs and the codebooks that come with the program.
public enum Languages {
  /// By ISO 639-1; read once.
  static func packs() throws(Problem) -> [String: Pack] {
    try all.get()
  }

  private static let all = Result { () throws(Problem) in try read() }

  private static func read() throws(Problem) -> [String: Pack] {
    var packs: [String: Pack] = [:]
    for (name, text) in try texts(in: "Languages") {
      do {
        packs[String(name.prefix(2))] = try Pack(yaml: text)
      } catch {
        var nodes = Nodes(file: name)
        _ = nodes.root(of: text, holds: "a language pack")
        throw nodes.problems.first ?? Problem(.error, at: name, "the language pack cannot be read: \(error)")
      }
    }
    return packs
  }

  static func bytes(of file: String) throws(Problem) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: Bundle.module.bundlePath + "/" + file) else {
      throw Problem(.error, at: file, "the program's data is missing", remedy: "keep the folder beside the program")
    }
    return Array(data)
  }

  /// Of all the packs and codebooks that come with the program.
  public static func fingerprint() throws(Problem) -> String {
    Fingerprint.of(try (texts(in: "Languages") + texts(in: "Codebooks")).flatMap { [$0.name, $0.text] })
  }

  static func texts(in folder: String) throws(Problem) -> [(name: String, text: String)] {
    var texts: [(String, String)] = []
    for name in try names(in: folder) { texts.append((name, try text(of: folder + "/" + name))) }
    return texts
  }

  static func text(of file: String) throws(Problem) -> String {
    String(decoding: try bytes(of: file), as: UTF8.self)
  }

  /// The YAML files of a folder, in the order of their bytes.
  static func names(in folder: String) throws(Problem) -> [String] {
    let root = Bundle.module.bundlePath + "/" + folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
      throw Problem(.error, at: root, "the program's data is missing", remedy: "keep the folder beside the program")
    }
    return names.filter { $0.hasSuffix(".yaml") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The codebooks that come with the program.
public enum Codebooks {
  /// Serves where no other is asked for.
  public static let standard = "ukraine-2025"

  /// Those that are about a real negotiation, in the order of their bytes.
  public static func names() throws(Problem) -> [String] {
    try Languages.names(in: "Codebooks").map { String($0.dropLast(".yaml".count)) }.filter { $0 != "new" }
  }

  /// Nil where none has this name.
  public static func builtIn(_ name: String = standard) throws(Problem) -> Codebook? {
    guard try names().contains(name) else { return nil }
    let (codebook, problems) = try CodebookFile.read(Languages.text(of: "Codebooks/\(name).yaml"), named: name)
    if let codebook { return codebook }
    throw problems.first ?? Problem(.error, at: name, "the codebook cannot be read")
  }

  /// The text of a small codebook, with a remark on every field, that is valid as it is.
  public static func starting(named name: String) throws(Problem) -> String {
    // A text of JSON is one of YAML too.
    try Languages.text(of: "Codebooks/new.yaml").replacing("name: NAME", with: "name: \(JSON.string(name).line)", maxReplacements: 1)
  }
}
