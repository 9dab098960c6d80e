import Model

/// A stance while it is being composed.
struct Value {
  private var sign: Int
  private var isOpen = false
  var isConditional = false
  var isEarlier = false
  private var yields = false
  private var isGivenUp = false
  /// Has taken the place of another stance.
  private(set) var isNew = false

  init(against: Bool) {
    sign = against ? -1 : 1
  }

  init(_ stance: Stance) {
    sign = stance.side < 0 ? -1 : 1
    isOpen = stance == .undecided
    isConditional = stance == .conditional
  }

  mutating func flip() {
    sign = -sign
  }

  /// False where the predicate, negated, leaves no stance. `pressed`: somebody else wants it done.
  mutating func apply(_ predicate: Pack.Predicate, negated: Bool, pressed: Bool = false) -> Bool {
    var effect = predicate.does
    var flips = negated
    if negated, let instead = predicate.negated {
      guard let other = Pack.Predicate.Effect(rawValue: instead) else { return false }
      effect = other
      flips = false
    }
    switch effect {
    case .supports: break
    // *refused to drop the demand*
    case .opposes where isGivenUp && !negated: (isEarlier, yields, isGivenUp) = (false, false, false)
    case .opposes: flip()
    case .undecided: isOpen = true
    case .conditional: isConditional = true
    case .drops where pressed, .yields where pressed: flip()
    case .drops: (isEarlier, isGivenUp) = (true, true)
    case .yields: (isEarlier, isGivenUp, yields) = (true, true, true)
    case .asks, .nothing: return false
    }
    if flips { flip() }
    return true
  }

  /// What holds once this is given up: nothing, unless it was opposed.
  var successor: Value? {
    guard yields, stance == .opposes else { return nil }
    var now = Value(.supports)
    now.isNew = true
    return now
  }

  var stance: Stance {
    if isOpen, !isConditional { return .undecided }
    if sign < 0 { return .opposes }
    return isConditional ? .conditional : .supports
  }
}
