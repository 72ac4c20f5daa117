/// A place in one listing: the number of the first entry that was not yet returned, or how many rows were.
///
/// Deleting or adding entries elsewhere never moves a number; it does move rows that are counted. The token's text is awkward on purpose:
/// tokens are opaque, may hold any character and be up to a million characters long.
struct PageToken: Equatable, Sendable {
    /// The first entry of the next page, or how many rows came before it.
    var cursor: Int
    /// How many empty pages were given at this place.
    var emptyPages = 0
    /// How many pages of the listing were given, so that every page has a token of its own.
    var page = 0
    /// Whether ``cursor`` counts rows.
    var countsRows = false

    /// The text of the token in the listing named `listing`.
    func text(listing: String, seed: UInt64) -> String {
        let place = [cursor, emptyPages, page, countsRows ? 1 : 0].map { String($0, radix: 16) }.joined(separator: ".")
        let check = Draw.bits(seed: seed, purpose: "token", key: Draw.hash(listing + place))
        return Self.decoration(check) + "." + place + "." + String(check, radix: 36)
    }

    /// The place a token stands for; nil when it is not a token of this listing.
    init?(text: String, listing: String, seed: UInt64) {
        let parts = text.utf8.split(separator: UInt8(ascii: ".")).suffix(5).compactMap { Substring($0) }
        let numbers = parts.dropLast().compactMap { Int($0, radix: 16) }
        guard parts.count == 5, numbers.count == 4, numbers[0] >= 0 else { return nil }
        self.init(cursor: numbers[0], emptyPages: numbers[1], page: numbers[2], countsRows: numbers[3] == 1)
        guard self.text(listing: listing, seed: seed) == text else { return nil }
    }

    /// The place before `cursor`.
    init(cursor: Int, emptyPages: Int = 0, page: Int = 0, countsRows: Bool = false) {
        self.cursor = cursor
        self.emptyPages = emptyPages
        self.page = page
        self.countsRows = countsRows
    }

    private static let decorations = ["/+=&%?# ~*", "ключ é漢字🚀", "a b+c%20d", "'\"\\<>;,!()", "===="]

    private static func decoration(_ check: UInt64) -> String {
        let text = decorations[Int(check % UInt64(decorations.count))]
        return check % 16 == 0 ? text + String(repeating: "long+token/", count: 400) : text
    }
}
