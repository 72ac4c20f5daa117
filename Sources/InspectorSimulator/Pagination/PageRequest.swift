import InspectorCore

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

    /// Checks the token of a call; an empty one counts as none.
    init(listing: String, token: String?, size: Int, seed: UInt64) throws(ServiceFault) {
        self.listing = listing
        self.size = size
        self.token = token.flatMap { $0.isEmpty ? nil : $0 }
        guard let token = self.token else {
            place = PageToken(cursor: 0)
            return
        }
        guard token.unicodeScalars.count <= ServiceLimits.tokenLength, let place = PageToken(text: token, listing: listing, seed: seed)
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

extension World {
    /// Cuts a page out of a listing; `next` finds the first entry at or after a place.
    func page<Entry: Sendable>(_ request: PageRequest, number: Int, next: (Int) -> (place: Int, entries: [Entry])?) -> Page<Entry> {
        if request.place.emptyPages == 0, next(request.place.cursor) != nil, faults.emptiesPage(seed: options.seed, number: number) {
            return Page(entries: [], nextToken: text(PageToken(cursor: request.place.cursor, emptyPages: 1), request, number: number))
        }
        var page = Page<Entry>(entries: [])
        var cursor = request.place.cursor
        while let found = next(cursor) {
            if !page.entries.isEmpty, page.entries.count + found.entries.count > request.size {
                page.nextToken = text(PageToken(cursor: cursor), request, number: number)
                break
            }
            page.entries += found.entries
            cursor = found.place + 1
        }
        return page
    }

    private func text(_ place: PageToken, _ request: PageRequest, number: Int) -> String {
        if let token = request.token, faults.repeatsToken(seed: options.seed, number: number) { return token }
        return place.text(listing: request.listing, seed: options.seed)
    }
}
