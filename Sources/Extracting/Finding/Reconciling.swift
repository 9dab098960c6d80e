/// Stances of one holder that contradict each other within a sentence.
extension Coder {
  /// *now*, but not *until now*: what its clause tells holds today.
  func isNow(at place: Range<Int>) -> Bool {
    guard let home = scene.segment(of: place.lowerBound) else { return false }
    return scene.segments[home].range.contains { token in
      scene.classes(token).contains(.now)
        && (token == scene.sentence.lowerBound || scene.classes(token - 1).isDisjoint(with: [.preposition, .until, .conjunctive]))
    }
  }

  /// *Berlin, which opposed it, now backs it*: what the sentence tells to the contrary of what holds now was so before.
  mutating func setBack() {
    for now in findings where now.isNow && !now.earlier {
      for index in findings.indices where !findings[index].isNow && !findings[index].hasLasted && isContradicted(findings[index], by: [now]) {
        findings[index].earlier = true
        findings[index].trace.append(.overtaken)
      }
    }
  }

  /// Of contradicting findings of one holder on one issue in one sentence the surer ones; none where neither is.
  static func reconciled(_ findings: [Finding], notes: inout [(issue: Int, reason: String)]) -> [Finding] {
    findings.filter { one in
      let rivals = findings.filter {
        $0.holder.party == one.holder.party && $0.issue == one.issue && $0.earlier == one.earlier && $0.source == one.source
          && $0.stance.side * one.stance.side < 0
      }
      let isSurer = rivals.allSatisfy { ($0.isBackground ? 0 : 1, $0.weight) < (one.isBackground ? 0 : 1, one.weight) }
      if !isSurer { notes.append((one.issue, "\(one.trace.map(\.text).joined(separator: ", ")); the sentence says the contrary too")) }
      return isSurer
    }
  }
}
