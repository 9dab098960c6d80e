/// A run of text of a page between two breaks of a block, before it is known what it is.
struct Passage {
  /// The innermost element that is no inline one.
  var node: Int
  /// White space is folded; entities are characters.
  var text: Range<Int>
  var linked: Int
  var bold: Int
  var marks: Marks
  /// Within a figure, a list item, a quotation, a heading.
  var place: Place
  var tag: Tag

  struct Place: OptionSet {
    let rawValue: UInt8
    static let figure = Place(rawValue: 1)
    static let caption = Place(rawValue: 2)
    static let quote = Place(rawValue: 4)
    static let list = Place(rawValue: 8)
    static let cell = Place(rawValue: 16)
    static let head = Place(rawValue: 32)
    /// In an `article` or `main` element.
    static let article = Place(rawValue: 64)
  }

  var length: Int { text.count }
  var linkDensity: Double { length == 0 ? 0 : Double(linked) / Double(length) }
}
