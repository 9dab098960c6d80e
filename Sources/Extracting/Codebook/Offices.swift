import Model
import Yams

/// Who holds which office when: two at one time cannot be told apart by the office alone.
struct Offices {
  private var held: [String: [(role: Codebook.Role, person: String)]] = [:]

  mutating func give(_ role: Codebook.Role, of party: String, to person: String, at node: Node, _ nodes: inout Nodes) {
    guard !role.name.isEmpty else { return }
    if let other = held["\(party) \(role.name)"]?.first(where: { role.overlaps($0.role) }) {
      if other.person == person {
        nodes.error(
          node, "`\(person)` is `\(role.name)` twice at one time", "make one term of the two, or part their days")
      } else {
        nodes.warn(
          node,
          "`\(other.person)` and `\(person)` are both `\(role.name)` of `\(party)` at one time: "
            + "by the office alone the first is meant",
          "give their days with `from` and `to`, or the office to one of them")
      }
    }
    held["\(party) \(role.name)", default: []].append((role, person))
  }
}

extension Codebook.Role {
  fileprivate func overlaps(_ other: Codebook.Role) -> Bool {
    func begins(_ one: Codebook.Role, before other: Codebook.Role) -> Bool {
      guard let from = one.from, let to = other.to else { return true }
      return from <= to
    }
    return begins(self, before: other) && begins(other, before: self)
  }
}
