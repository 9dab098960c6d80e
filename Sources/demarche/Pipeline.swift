import ArgumentParser
import Extracting
import FoundationEssentials
import Model
import Reading
import Synchronization

/// The way from paths to articles and statements, on every core, its results in the order of the paths.
enum Pipeline {
  /// Reads every news item under `paths`.
  static func read(_ paths: [String], output: Output, each: ([Article]) -> Void) async {
    await run(paths, output: output, worker: { { $0 } }, each: each)
  }

  /// Reads every news item under `paths`, and extracts from each article; `days`, by name or id of the article, stand
  /// in for what it says of its publication.
  static func extract(
    _ paths: [String], knowledge: Knowledge, days: [String: Day] = [:], output: Output,
    each: (Article, Extraction) -> Void
  ) async {
    await run(
      paths, output: output,
      worker: {
        let extractor = Extractor(knowledge)
        return { articles in
          articles.map { article in
            var article = article
            if let day = days[article.name] ?? days[article.id] { article.published = Published(day: day) }
            return (article, extractor.extract(article))
          }
        }
      },
      each: { $0.forEach(each) })
  }

  /// `worker` is called once a core, and what it returns once a news item.
  private static func run<Result: Sendable>(
    _ paths: [String], output: Output, worker: @escaping @Sendable () -> ([Article]) -> Result, each: (Result) -> Void
  ) async {
    let inputs = Inputs(paths)
    output.report(inputs.problems)
    await inOrder(inputs.files) {
      let work = worker()
      return { file in
        let (articles, problems) = read(file)
        return (work(articles), problems)
      }
    } each: { (result, problems) in
      output.report(problems)
      each(result)
    }
  }

  private static func read(_ file: Input) -> (articles: [Article], problems: [Problem]) {
    do {
      return Reader.read(try file.bytes(), named: file.path)
    } catch {
      return ([], [error])
    }
  }

  private static func inOrder<Item: Sendable, Result: Sendable>(
    _ items: [Item], worker: @escaping @Sendable () -> (Item) -> Result, each: (Result) -> Void
  ) async {
    let next = Counter()
    let (results, done) = AsyncStream.makeStream(of: (Int, Result).self)
    await withTaskGroup { group in
      for _ in 0..<min(items.count, ProcessInfo.processInfo.activeProcessorCount) {
        group.addTask {
          let work = worker()
          while let index = next.take(below: items.count) { done.yield((index, work(items[index]))) }
        }
      }
      var early: [Int: Result] = [:]
      var turn = 0
      for await (index, result) in results.prefix(items.count) {
        early[index] = result
        while let result = early.removeValue(forKey: turn) {
          each(result)
          turn += 1
        }
      }
    }
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
