import Testing

@testable import Extracting

@Suite struct PlacesTests {
  @Test func tokensAreThoseAddedInTheirOrder() throws {
    let places = try [12, 19, 132].reduce(Places(5)) { try #require($0.adding($1)) }
    #expect(Array(places) == [5, 12, 19, 132])
    #expect(places.reversed() == [132, 19, 12, 5])
    #expect(places.last == 132)
    #expect(places.count == 4)
    #expect(places.contains(19) && !places.contains(4) && !places.contains(18) && !places.contains(133) && !places.contains(500))
    #expect(Array(places.dropFirst(2)) == [19, 132])
  }

  @Test func aTokenTooFarIsNotAdded() {
    #expect(Places(5).adding(5 + Places.widest) == nil)
  }

  @Test(arguments: [1, 2, 127, 128])
  func aRangeIsAllItsTokens(count: Int) {
    #expect(Array(Places(7..<(7 + count))) == Array(7..<(7 + count)))
  }
}
