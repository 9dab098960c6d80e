import Model

/// Bytes that come piece by piece, of which only what is being read is held.
final class ByteStream {
  enum Piece {
    case bytes([UInt8])
    /// Bytes are missing here: what follows does not continue what came before.
    case gap
    case end
  }

  private let next: () throws(Problem) -> Piece
  /// Leaves what is packed as one with what was read last; nil where nothing is packed.
  private let leave: (() -> Void)?
  /// Where in the file the bytes are that come next, or what is packed as one with them.
  private let position: (_ ahead: Int) -> Int

  private(set) var held: [UInt8] = []
  private var start = 0
  private var isEnded = false
  private(set) var isTorn = false

  /// A file, or what is packed in it with gzip. `more` gives its bytes, and none at its end.
  init(_ more: @escaping () throws(Problem) -> [UInt8]) throws(Problem) {
    let first = try more()
    let file = Counted(first, more)
    if Gzip.isGzip(first) {
      let gunzip = Gunzip(file)
      next = gunzip.next
      leave = gunzip.leave
      position = { _ in gunzip.member }
    } else {
      next = { () throws(Problem) in
        let bytes = try file.next()
        return bytes.isEmpty ? .end : .bytes(bytes)
      }
      leave = nil
      position = { file.count - $0 }
    }
  }

  var ahead: ArraySlice<UInt8> { held[start...] }
  var place: Int { position(held.count - start) }

  /// Nothing comes any more, not even behind a gap.
  var isOver: Bool { isEnded && start == held.count }

  /// Holds at least so many bytes ahead; false where a gap or the end comes before.
  func fill(_ count: Int) throws(Problem) -> Bool {
    while held.count - start < count {
      guard !isEnded, !isTorn else { return false }
      switch try next() {
      case .bytes(let bytes):
        if start > 1 << 20 || start == held.count {
          held.removeFirst(start)
          start = 0
        }
        held += bytes
      case .gap: isTorn = true
      case .end: isEnded = true
      }
    }
    return true
  }

  func drop(_ count: Int) {
    start = min(start + count, held.count)
  }

  /// Passes over so many bytes without holding them; false where a gap or the end comes before.
  func pass(_ count: Int) throws(Problem) -> Bool {
    var left = count
    while left > 0 {
      guard try fill(1) else { return false }
      let step = min(left, held.count - start)
      drop(step)
      left -= step
    }
    return true
  }

  /// Goes on with the next occurrence of `sign`, or behind the next gap. In packed data no more than `limit` bytes are
  /// looked through: what unpacks to more is left.
  func seek(_ sign: [UInt8], within limit: Int) throws(Problem) {
    var passed = 0
    repeat {
      if let found = ahead.search(sign) { return start = found.lowerBound }
      let step = max(0, ahead.count - sign.count)
      drop(step)
      passed += step
      if leave != nil, passed > limit {
        leave?()
        return start = held.count
      }
    } while try fill(ahead.count + 1)
    start = held.count
    isTorn = false
  }
}

/// The pieces of a file, with how many bytes of it were given out.
final class Counted {
  private(set) var count = 0
  private var first: [UInt8]
  private let more: () throws(Problem) -> [UInt8]

  init(_ first: [UInt8], _ more: @escaping () throws(Problem) -> [UInt8]) {
    self.first = first
    self.more = more
  }

  func next() throws(Problem) -> [UInt8] {
    let bytes = first.isEmpty ? try more() : first
    first = []
    count += bytes.count
    return bytes
  }
}
