/// Values that were told to be alike, each class by its first: a disjoint-set forest (B. Galler, M. Fischer, "An
/// improved equivalence algorithm", 1964).
struct Classes<Value: Hashable & Comparable> {
  /// To a value of the same class that comes before it.
  private var earlier: [Value: Value] = [:]

  mutating func join(_ one: Value, _ other: Value) {
    let (one, other) = (first(of: one), first(of: other))
    if one != other { earlier[max(one, other)] = min(one, other) }
  }

  func first(of value: Value) -> Value {
    var value = value
    while let next = earlier[value] { value = next }
    return value
  }
}
