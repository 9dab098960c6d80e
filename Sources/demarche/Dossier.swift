import Extracting
import Glibc
import Model
import Recording

/// A folder that people keep under git: what they put in, and the ledger that follows from it.
struct Dossier {
  static let articles = "articles"
  static let codebook = "codebook.yaml"
  static let corrections = "corrections.yaml"
  static let ledger = "ledger"
  /// What may be deleted at any time.
  static let cache = ".demarche"

  let path: String
  /// Its own codebook, or the one that serves where it has none.
  private let codebookName: String

  /// Nil where the folder is none: it has `articles` and `corrections.yaml`. One that has a ledger and has lost its
  /// corrections is not taken for another, since what people decided would be passed over.
  init?(_ path: String, codebook: String = Codebooks.standard) throws(Problem) {
    self.path = path
    let own = Folder.disk(path).place(of: Dossier.codebook)
    codebookName = Input(path: own).exists ? own : codebook
    guard Input(path: place(of: Dossier.articles)).exists else { return nil }
    let corrections = place(of: Dossier.corrections)
    guard !Input(path: corrections).exists else { return }
    guard Input(path: "\(place(of: Dossier.ledger))/\(Ledger.mark.name)").exists else { return nil }
    throw Problem(
      .error, at: corrections, "the dossier has lost this file",
      remedy: "bring it back; `demarche init` makes an empty one")
  }

  func place(of name: String) -> String { Folder.disk(path).place(of: name) }

  func knowledge() throws -> Knowledge { try Knowledge(codebookNamed: codebookName) }

  func corrections() throws -> [Correction] {
    try CorrectionOptions.read(place(of: Dossier.corrections), in: .disk("."))
  }

  /// The ledger as it was left. One that cannot be read, as after a merge with conflicts, is made anew from the
  /// articles; a folder that is no ledger is somebody else's.
  func recorded(_ output: Output) throws(Problem) -> Ledger {
    let folder = Folder.disk(place(of: Dossier.ledger))
    do {
      return try Ledger(in: folder)
    } catch {
      guard Input(path: folder.place(of: Ledger.mark.name)).exists else { throw error }
      output.report(Problem(.warning, at: error.place, "\(error.message); the ledger is made anew from the articles"))
      return Ledger([])
    }
  }

  /// In which notices may stand.
  var folders: [String] { ["", Dossier.articles + "/"].map(place) }

  /// What its articles give, in the order of their paths; only those are read that the index does not know as they are.
  func readings(with knowledge: Knowledge, days: PublicationDays, output: Output) async throws -> [Reading] {
    let inputs = Inputs([place(of: Dossier.articles)])
    output.report(inputs.problems)
    let index = index(output)
    let ground = try self.ground(days)
    var readings: [Reading] = []
    var keys: Set<String> = []
    await Pipeline.inOrder(inputs.files) {
      let extractor = Extractor(knowledge)
      return { file, give in await give(read(file, extractor, index, ground, days), true) }
    } each: { (key: String?, reading: Reading) in
      output.report(reading.problems)
      readings.append(reading)
      if let key { keys.insert(key) }
    }
    index?.forget(allBut: keys)
    return readings
  }

  /// The articles of those files that hold one of these names.
  func articles(named names: Set<String>, days: PublicationDays) async -> [Article] {
    var articles: [Article] = []
    for file in Inputs([place(of: Dossier.articles)]).files
    where names.contains(where: { $0.hasPrefix(file.path.split(separator: "/").last ?? "") }) {
      articles += await found(in: file, days).articles.filter { names.contains($0.name) }
    }
    return articles
  }

  // MARK: Reading

  /// The key is nil where the file cannot be read now.
  private func read(
    _ file: Input, _ extractor: Extractor, _ index: Index?, _ ground: String, _ days: PublicationDays
  ) async -> (key: String?, reading: Reading) {
    do {
      let bytes = try file.bytes()
      let key = Fingerprint.of([ground, name(of: file), Fingerprint.of(bytes: bytes)])
      if let known = index?.reading(key) { return (key, known) }
      let (articles, problems) = await found(in: file, days)
      let extracted = articles.map { extractor.extract($0) }
      let reading = Reading(
        articles: articles.map { Reading.Article(name: $0.name, id: $0.id) },
        statements: extracted.flatMap(\.statements),
        problems: problems + zip(articles, extracted).filter(\.1.isCut).map { Problem.cut($0.0) })
      // Unless somebody wrote in it meanwhile.
      if try file.bytes() == bytes { index?.keep(reading, as: key) }
      return (key, reading)
    } catch {
      return (nil, Reading(articles: [], statements: [], problems: [error]))
    }
  }

  private func found(in file: Input, _ days: PublicationDays) async -> (articles: [Article], problems: [Problem]) {
    var (articles, problems): ([Article], [Problem]) = ([], [])
    await Pipeline.read(file, named: name(of: file), days) { found, wrong, _ in
      articles += found
      problems += wrong
    }
    return (articles, problems)
  }

  /// Within the dossier, so that it can be moved.
  private func name(of file: Input) -> String {
    path == "." ? file.path : String(file.path.dropFirst(path.hasSuffix("/") ? path.count : path.count + 1))
  }

  /// All that goes into a reading beside the article: the program, its data, the codebook, the days that people gave.
  private func ground(_ days: PublicationDays) throws -> String {
    let isFile = Input(path: codebookName).exists
    let given = days.given.map { "\($0) \($1)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Fingerprint.of(
      [
        Fingerprint.of(bytes: try Input(path: "/proc/self/exe").bytes()), try Languages.fingerprint(),
        isFile ? Fingerprint.of(bytes: try Input(path: codebookName).bytes()) : codebookName,
        days.otherwise?.description ?? "",
      ] + given)
  }

  /// Nil where nothing can be remembered.
  private func index(_ output: Output) -> Index? {
    let folder = place(of: Dossier.cache)
    let file = "\(folder)/index.sqlite"
    mkdir(folder, 0o777)
    do {
      return try Index(file: file)
    } catch let damage where Index.isDamage(damage) {
      for ending in ["", "-journal", "-wal", "-shm"] { unlink(file + ending) }
      return try? Index(file: file)
    } catch {
      output.report(
        Problem(.warning, at: file, "the index cannot be used now (\(error)); every article is read again"))
      return nil
    }
  }
}
