public import Model
import Foundation

/// The language packs and the codebooks that come with the program.
public enum Languages {
  /// By ISO 639-1.
  static func packs() throws(Problem) -> [String: Pack] {
    var packs: [String: Pack] = [:]
    for (name, text) in try texts(in: "Languages") {
      do {
        packs[String(name.prefix(2))] = try Pack(yaml: text)
      } catch {
        throw Problem(.error, at: name, "the language pack cannot be read: \(error)")
      }
    }
    return packs
  }

  static func texts(in folder: String) throws(Problem) -> [(name: String, text: String)] {
    let root = Bundle.module.bundlePath + "/" + folder
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: root) else {
      throw Problem(.error, at: root, "the program's data is missing", remedy: "keep the folder beside the program")
    }
    var texts: [(String, String)] = []
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where name.hasSuffix(".yaml") {
      guard let data = FileManager.default.contents(atPath: root + "/" + name) else { continue }
      texts.append((name, String(decoding: data, as: UTF8.self)))
    }
    return texts
  }
}

/// The codebooks that come with the program.
public enum Codebooks {
  /// The Ukraine negotiations of autumn 2025.
  public static func builtIn() throws(Problem) -> Codebook {
    for (name, text) in try Languages.texts(in: "Codebooks") where name == "ukraine-2025.yaml" {
      let (codebook, problems) = CodebookFile.read(text, named: name)
      if let codebook { return codebook }
      throw problems.first ?? Problem(.error, at: name, "the codebook cannot be read")
    }
    throw Problem(.error, at: "Codebooks", "the built-in codebook is missing")
  }
}
