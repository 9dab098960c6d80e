import Model

/// Somebody telling something, within one sentence.
struct Voice {
  var teller: Teller
  /// Those who tell it together with the teller.
  var others: [Teller] = []
  /// The words that name the teller, where they stand in this sentence.
  var source: Range<Int>?
  var cue: Range<Int>?
  var content: [Range<Int>]
  /// *did not say that*: no stance by itself.
  var isDenied = false
  /// Put in without a verb: *, according to S,*.
  var isAside = false
  var addressee: Range<Int>?
  /// Told by the tense or the mood alone, or by a quotation that goes on: the teller stands further up.
  var runsOn = false
  /// What is told stands in the cue's own clause.
  var isInside = false
  /// What is told stands in the sentence before: *That is what S said.*
  var isLate = false
  /// The day on which it was told, where a sentence further on names it.
  var day: Day?
  /// Tells, by the mood alone, that another tells it (*er habe gesagt*).
  var isFrame = false
  /// An interview's answer.
  var isAnswer = false
  /// A paper's words: what they lay down is wanted.
  var isDocument = false

  /// Whether a token is part of what is told.
  func covers(_ token: Int) -> Bool {
    content.contains { $0.contains(token) }
  }
}
