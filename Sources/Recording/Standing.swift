import Model

/// What a statement can do to a position: the first one moves it, the others are told beside it.
enum Standing: Int, Comparable {
  /// The party's own word, or the article's account of an act, with its day.
  case own
  /// The party's own word without a day: it may be an old one.
  case undated
  /// The article's own summing up, without a day.
  case summary
  /// A former stance that is told again.
  case former
  /// Unnamed sources.
  case hearsay
  /// Another party's account.
  case ascribed

  init(of statement: Statement) {
    switch statement.source {
    case .unnamed: self = .hearsay
    case .party: self = .ascribed
    case _ where statement.said != nil: self = .own
    case _ where statement.earlier: self = .former
    case .holder: self = .undated
    case .narrator: self = .summary
    }
  }

  /// How it is known, or why it does not move a position.
  var why: String {
    switch self {
    case .own: "own word, with its day"
    case .undated, .summary: "the day is not told: it may be an old stance"
    case .former: "a former stance, told again"
    case .hearsay: "unnamed sources"
    case .ascribed: "another party's account"
    }
  }

  static func < (a: Standing, b: Standing) -> Bool { a.rawValue < b.rawValue }
}
