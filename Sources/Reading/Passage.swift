/// A run of text of a page between two breaks of a block, before it is known what it is.
struct Passage {
  /// The innermost element that is no inline one.
  var node: Int
  /// Where its bytes are in `Passages.bytes`: white space of ASCII is folded, entities are characters.
  var text: Range<Int>
  /// How many of its bytes stand in links, and how many in bold letters or headings.
  var linked: Int
  var bold: Int
  /// What the names of the small elements around it say.
  var marks: Marks
  var place: Place
  /// Of `node`.
  var tag: Tag

  /// Elements around it that say what it is by themselves.
  struct Place: OptionSet {
    let rawValue: UInt8
    static let figure = Place(rawValue: 1)
    static let caption = Place(rawValue: 2)
    static let quote = Place(rawValue: 4)
    static let list = Place(rawValue: 8)
    static let cell = Place(rawValue: 16)
  }

  var length: Int { text.count }
  var linkDensity: Double { length == 0 ? 0 : Double(linked) / Double(length) }
}
