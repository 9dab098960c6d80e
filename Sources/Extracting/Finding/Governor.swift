import Model

/// A phrase of an issue where it stands in a sentence, or a word that takes one up (*that idea*).
struct IssueMention {
  var range: Range<Int>
  /// Tokens of the phrase itself, without what stands in its gaps.
  var matched: Places
  var issue: Int
  var against: Bool
  var says: Bool
  /// Stands for the issue named before, as *that idea* does.
  var isTakenUp = false
  /// Holds a word for the thing that was named before: *it withdrawn*.
  var holdsIt = false
  /// An answer, which stands for the issue that was asked about.
  var isAnswer = false
}

/// A predicate where it stands in a sentence.
struct Governor {
  var hit: Matcher.Hit
  var predicate: Pack.Predicate
  var isNoun: Bool { predicate.noun == true }
}
