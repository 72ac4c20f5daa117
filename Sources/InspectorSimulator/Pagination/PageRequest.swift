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

extension World {
    /// Cuts a page out of a listing; `next` finds the first entry at or after a place.
    func page<Entry: Sendable>(_ request: PageRequest, number: Int, next: (Int) -> Found<Entry>?) -> Page<Entry> {
        if request.place.emptyPages == 0, next(request.place.cursor) != nil, faults.emptiesPage(seed: options.seed, number: number) {
            return Page(entries: [], nextToken: text(PageToken(cursor: request.place.cursor, emptyPages: 1), request, number: number))
        }
        var page = Page<Entry>(entries: [])
        var cursor = request.place.cursor
        while let found = next(cursor) {
            if !page.entries.isEmpty, page.entries.count + (found.companion == nil ? 1 : 2) > request.size {
                page.nextToken = text(PageToken(cursor: cursor), request, number: number)
                break
            }
            page.entries.append(found.entry)
            if let companion = found.companion { page.entries.append(companion) }
            cursor = found.place + 1
        }
        return page
    }

    private func text(_ place: PageToken, _ request: PageRequest, number: Int) -> String {
        if let token = request.token, faults.repeatsToken(seed: options.seed, number: number) { return token }
        return place.text(listing: request.listing, seed: options.seed)
    }
}
