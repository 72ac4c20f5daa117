/// A place in one listing: the number of the first entry that was not yet returned.
///
/// Deleting or adding entries elsewhere never moves it. Its text is awkward on purpose: tokens are opaque, may hold any character
/// and be up to a million characters long.
struct PageToken: Equatable, Sendable {
    /// The first entry of the next page.
    var cursor: Int
    /// How many empty pages were given at this place, so that an empty page still has a token of its own.
    var emptyPages = 0

    /// The text of the token in the listing named `listing`.
    func text(listing: String, seed: UInt64) -> String {
        let number = String(cursor, radix: 16) + "." + String(emptyPages, radix: 16)
        let check = Draw.bits(seed: seed, purpose: "token", key: Draw.hash(listing + number))
        return Self.decoration(check) + "." + number + "." + String(check, radix: 36)
    }

    /// The place a token stands for; nil when it is not a token of this listing.
    init?(text: String, listing: String, seed: UInt64) {
        let parts = text.utf8.split(separator: UInt8(ascii: ".")).suffix(3).compactMap { Substring($0) }
        guard parts.count == 3, let cursor = Int(parts[0], radix: 16), let emptyPages = Int(parts[1], radix: 16), cursor >= 0
        else { return nil }
        self.init(cursor: cursor, emptyPages: emptyPages)
        guard self.text(listing: listing, seed: seed) == text else { return nil }
    }

    /// The place before `cursor`.
    init(cursor: Int, emptyPages: Int = 0) {
        self.cursor = cursor
        self.emptyPages = emptyPages
    }

    private static let decorations = ["/+=&%?# ~*", "ключ é漢字🚀", "a b+c%20d", "'\"\\<>;,!()", "===="]

    private static func decoration(_ check: UInt64) -> String {
        let text = decorations[Int(check % UInt64(decorations.count))]
        return check % 16 == 0 ? text + String(repeating: "long+token/", count: 400) : text
    }
}
