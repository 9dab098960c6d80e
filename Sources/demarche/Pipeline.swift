import ArgumentParser
import Extracting
import FoundationEssentials
import Model
import Reading
import Synchronization

/// The way from paths to articles and statements, on every core, its results in the order of the paths.
enum Pipeline {
  /// Reads every news item under `paths`.
  static func read(
    _ paths: [String], days: PublicationDays = PublicationDays(), output: Output, each: ([Article]) -> Void
  ) async {
    await run(paths, days, output: output, worker: { { $0 } }, each: each)
  }

  /// Reads every news item under `paths`, and extracts from each article.
  static func extract(
    _ paths: [String], days: PublicationDays = PublicationDays(), knowledge: Knowledge, withStatements: Bool = true, output: Output,
    each: (Article, Extraction) -> Void
  ) async {
    await run(
      paths, days, output: output,
      worker: {
        let extractor = Extractor(knowledge)
        return { articles in articles.map { ($0, extractor.extract($0, withStatements: withStatements)) } }
      },
      each: { results in
        for (article, extraction) in results {
          if extraction.isCut { output.report([.cut(article)]) }
          each(article, extraction)
        }
      })
  }

  /// `worker` is called once a core, and what it returns once a news item, or once a page of an archive.
  private static func run<Result: Sendable>(
    _ paths: [String], _ days: PublicationDays, output: Output,
    worker: @escaping @Sendable () -> ([Article]) -> Result, each: (Result) -> Void
  ) async {
    let inputs = Inputs(paths)
    output.report(inputs.problems)
    await inOrder(inputs.files) {
      let work = worker()
      return { file, give in
        await read(file, named: file.path, days) { articles, problems, isLast in await give((work(articles), problems), isLast) }
      }
    } each: { (result, problems) in
      output.report(problems)
      each(result)
    }
  }

  /// `give` gets what was found and whether it is the last of this file: an archive gives a page at a time.
  static func read(
    _ file: Input, named name: String, _ days: PublicationDays, give: ([Article], [Problem], _ isLast: Bool) async -> Void
  ) async {
    func dated(_ articles: [Article], _ problems: [Problem]) -> ([Article], [Problem]) {
      let dated = articles.map(days.dating)
      return (dated, problems + dated.filter { $0.published == nil }.map(Problem.undated))
    }
    do throws(Problem) {
      let content = try file.open()
      let beginning = try content.next()
      if var archive = Reader.archive(beginning, named: name, near: days.otherwise, more: content.next) {
        while let (articles, problems) = archive.next() {
          let (articles, problems) = dated(articles, problems)
          await give(articles, problems, false)
        }
        await give([], [], true)
      } else {
        let bytes = try content.rest(after: beginning)
        let (articles, problems) = Reader.read(bytes, named: name, near: days.otherwise)
        let (dated, all) = dated(articles, problems)
        await give(dated, all, true)
      }
    } catch {
      await give([], [error], true)
    }
  }

  /// Works on `items` on every core, each with a worker of its own, and hands on the results in the order of the items.
  /// What a worker gives that is not the last of its item is taken before the worker goes on: so an item of any length
  /// needs no more memory than its longest piece.
  static func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    worker: @escaping @Sendable () -> (Item, (Result, _ isLast: Bool) async -> Void) async -> Void,
    each: (Result) -> Void
  ) async {
    guard !items.isEmpty else { return }
    let next = Counter()
    let (pieces, done) = AsyncStream.makeStream(of: Piece<Result>.self)
    await withTaskGroup { group in
      for _ in 0..<min(items.count, ProcessInfo.processInfo.activeProcessorCount) {
        group.addTask {
          let work = worker()
          while let index = next.take(below: items.count) {
            await work(items[index]) { result, isLast in
              if isLast {
                done.yield(Piece(item: index, result: result, taken: nil))
              } else {
                await withCheckedContinuation { done.yield(Piece(item: index, result: result, taken: $0)) }
              }
            }
          }
        }
      }
      var early: [Int: [Piece<Result>]] = [:]
      var turn = 0
      for await piece in pieces {
        early[piece.item, default: []].append(piece)
        while let waiting = early.removeValue(forKey: turn) {
          for piece in waiting {
            each(piece.result)
            if let taken = piece.taken { taken.resume() } else { turn += 1 }
          }
        }
        if turn == items.count { break }
      }
    }
  }

  private struct Piece<Result: Sendable>: Sendable {
    var item: Int
    var result: Result
    /// Nil for the last of its item.
    var taken: CheckedContinuation<Void, Never>?
  }
}

/// The days of publication that people give.
struct PublicationDays: Sendable {
  /// By name or id of an article: stands in for what the article says.
  var given: [String: Day] = [:]
  /// For the articles that say nothing: by name, and for all others.
  var silent: [String: Day] = [:]
  var otherwise: Day?

  fileprivate func dating(_ article: Article) -> Article {
    var article = article
    if let day = given[article.name] ?? given[article.id] {
      article.published = Published(day: day)
    } else if article.published == nil {
      article.published = (silent[article.name] ?? otherwise).map { Published(day: $0) }
    }
    return article
  }
}

extension Problem {
  static func cut(_ article: Article) -> Problem {
    Problem(
      .error, at: article.file, "only the first \(Extractor.longest / 1000) kB of its text were looked at",
      remedy: "split it into its articles")
  }

  fileprivate static func undated(_ article: Article) -> Problem {
    Problem(
      .warning, at: article.file, "the item does not tell when it was published", remedy: "--published gives the day")
  }
}

/// Hands out 0, 1, 2 ... to several takers.
private final class Counter: Sendable {
  private let next = Atomic(0)

  func take(below limit: Int) -> Int? {
    let value = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return value < limit ? value : nil
  }
}
