import InspectorCore
import JSON

/// Which page of which listing a call asks for.
struct PageRequest: Equatable, Sendable {
    /// What tells this listing from every other; its tokens are good for no other.
    let listing: String
    /// Where the page begins.
    let place: PageToken
    /// At most this many entries.
    let size: Int
    /// The token the call came with.
    let token: String?

    /// Checks the token of a call; an empty one counts as none. A new listing `countsRows` in its tokens or not.
    init(listing: String, token: String?, size: Int, seed: UInt64, countsRows: Bool = false) throws(ServiceFault) {
        self.listing = listing
        self.size = size
        self.token = token.flatMap { $0.isEmpty ? nil : $0 }
        guard let token = self.token else {
            place = PageToken(cursor: 0, countsRows: countsRows)
            return
        }
        guard token.utf8.count <= ServiceLimits.tokenLength || token.unicodeScalars.count <= ServiceLimits.tokenLength,
            let place = PageToken(text: token, listing: listing, seed: seed)
        else { throw .validation("The value of 'nextToken' is not valid for this request.", field: "nextToken") }
        self.place = place
    }
}

/// One page: its entries and the token of the next one.
struct Page<Entry: Sendable>: Sendable {
    /// What is listed.
    var entries: [Entry]
    /// Set while more pages follow.
    var nextToken: String?
}

/// What a listing has at or after a place.
struct Found<Entry: Sendable>: Sendable {
    /// Where it is.
    var place: Int
    /// The entry there.
    var entry: Entry
    /// One more that belongs to the same place.
    var companion: Entry?
}

extension PageRequest {
    /// Cuts the page out of a listing for the call with this number; `next` finds the first entry at or after a place.
    func page<Entry: Sendable>(number: Int, faults: ListingFaults, seed: UInt64, next: (Int) -> Found<Entry>?) -> Page<Entry> {
        let start = place
        func token(_ cursor: Int, emptyPages: Int = 0) -> String {
            if let token = self.token, faults.repeatsToken(seed: seed, number: number) { return token }
            let next = PageToken(cursor: cursor, emptyPages: emptyPages, page: place.page + 1, countsRows: place.countsRows)
            return next.text(listing: listing, seed: seed)
        }
        if start.emptyPages == 0, next(start.cursor) != nil, faults.emptiesPage(seed: seed, number: number) {
            return Page(entries: [], nextToken: token(start.cursor, emptyPages: 1))
        }
        var page = Page<Entry>(entries: [])
        var cursor = start.cursor
        let size = min(self.size, faults.pageSize ?? self.size)
        while let found = next(cursor) {
            if !page.entries.isEmpty, page.entries.count + (found.companion == nil ? 1 : 2) > size {
                page.nextToken = token(cursor)
                return page
            }
            page.entries.append(found.entry)
            if let companion = found.companion { page.entries.append(companion) }
            cursor = found.place + 1
        }
        page.nextToken = faults.endlessListing(seed: seed, listing: listing).map { way in
            token(way == .again ? 0 : cursor)
        }
        return page
    }
}

extension Page {
    /// Writes the members that all listings have.
    func body(
        _ name: StaticString, capacity: Int, write: (inout JSONWriter, Entry) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter(capacity: capacity)
        writer.object { object in
            object.key(name)
            object.array { list in
                for entry in entries { write(&list, entry) }
            }
            object.member("nextToken", nextToken)
        }
        return writer.bytes
    }
}

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
