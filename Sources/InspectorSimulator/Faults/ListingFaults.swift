/// What is wrong with the pages and rows of listings.
package struct ListingFaults: Equatable, Sendable {
    /// Share of pages whose `nextToken` is the token they were requested with.
    package var repeatedToken = 0.0
    /// Share of pages that are empty although more follow.
    package var emptyPage = 0.0
    /// At most this many rows in a page, even if the client asks for more; nil is no limit of its own.
    package var pageSize: Int?
    /// Share of associations that are followed by one whose resource is of an unknown kind.
    package var unknownMember = 0.0
    /// Share of associations that are listed in a form that cannot be matched, by form.
    package var rowFormRates: [RowForm: Double] = [:]
    /// Form by project id or name.
    package var rowForms: [String: RowForm] = [:]
    /// Share of listing calls answered by a body that is no listing, by kind.
    package var bodies: [ListingBody: Double] = [:]
    /// Share of listings that never end, by the way they go on.
    package var endless: [EndlessListing: Double] = [:]
    /// What page tokens stand for; nil is ``PageTokens/positional`` while another operator acts by chance, else ``PageTokens/stable``.
    package var pageTokens: PageTokens?
    /// How far listings are behind the truth.
    package var lag = ListingLag()
}

/// How a listing goes on when it never ends.
package enum EndlessListing: String, CaseIterable, Sendable {
    /// Empty pages with fresh tokens.
    case empty
    /// Its rows from the beginning, with fresh tokens.
    case again
}

/// A body that is no listing.
package enum ListingBody: String, CaseIterable, Sendable {
    /// An object without members.
    case noMembers = "no-members"
    /// `null` in place of the list.
    case nullList = "null-list"
    /// What another operation answers.
    case otherOperation = "other-operation"
}

/// A row of a listing of associations that names its project in a form that cannot be matched.
package enum RowForm: String, CaseIterable, Sendable {
    /// A member `__type` beside the id.
    case type
    /// The id in upper case.
    case upperCase = "upper-case"
    /// A second member of the union beside the id.
    case secondMember = "second-member"
    /// An ARN that ends with the id in its place.
    case arn
    /// No resource at all.
    case noResource = "no-resource"
}

/// What the page tokens of association listings stand for.
package enum PageTokens: String, CaseIterable, Sendable {
    /// The next row itself: changes elsewhere never move it.
    case stable
    /// How many rows came before: rows slide past the page border when others change associations.
    case positional
}

/// How far listings are behind the truth.
package struct ListingLag: Equatable, Sendable {
    /// A change shows only this long after it was made.
    package var time: Duration = .zero
    /// A change shows only after this many more listings of the same configuration (or of the coverage) were begun.
    package var listings = 0
    /// The last change made before the lag began; it shows at once, as do those before it, so that no listing goes back in time.
    var shownChange = 0

    /// No lag.
    package init(time: Duration = .zero, listings: Int = 0) {
        self.time = time
        self.listings = listings
    }

    /// Whether every change shows at once.
    var isNone: Bool { time == .zero && listings == 0 }

    /// Whether a change made at `moment` does not show yet; `listingsSince` counts the listings begun since, the current one among them.
    func hides(_ moment: Duration, at now: Duration, listingsSince: Int) -> Bool {
        (time > .zero && moment + time > now) || (listings > 0 && listingsSince <= listings)
    }
}

extension ListingFaults {
    /// In which form a project is listed; the same one each time. `name` is its name.
    func rowForm(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> RowForm? {
        if !rowForms.isEmpty, let form = rowForms[projectId] ?? rowForms[name()] { return form }
        let rates = Dictionary(uniqueKeysWithValues: rowFormRates.map { ($0.rawValue, $1) })
        return Draw.name(rates, seed: seed, purpose: "row", target: arn + projectId).flatMap(RowForm.init)
    }

    /// Whether any row may be listed in a form that cannot be matched.
    var hasRowForms: Bool { !rowForms.isEmpty || !rowFormRates.isEmpty }

    /// How the listing with this name goes on for ever, if it does; the same way each time.
    func endlessListing(seed: UInt64, listing: String) -> EndlessListing? {
        let rates = Dictionary(uniqueKeysWithValues: endless.map { ($0.rawValue, $1) })
        return Draw.name(rates, seed: seed, purpose: "endless", target: listing).flatMap(EndlessListing.init)
    }

    /// What the listing call with this number answers instead of a page.
    func body(seed: UInt64, number: Int) -> ListingBody? {
        let rates = Dictionary(uniqueKeysWithValues: bodies.map { ($0.rawValue, $1) })
        return Draw.name(rates, seed: seed, purpose: "listing-body", target: "\(number)").flatMap(ListingBody.init)
    }

    /// Whether the page of this call repeats the token it was requested with.
    func repeatsToken(seed: UInt64, number: Int) -> Bool {
        Draw.unit(seed: seed, purpose: "repeat-token", key: UInt64(number)) < repeatedToken
    }

    /// Whether the page of this call is empty.
    func emptiesPage(seed: UInt64, number: Int) -> Bool {
        Draw.unit(seed: seed, purpose: "empty-page", key: UInt64(number)) < emptyPage
    }

    /// Whether a resource of an unknown kind follows the project in a listing.
    func addsUnknownMember(seed: UInt64, project: Int) -> Bool {
        unknownMember > 0 && Draw.unit(seed: seed, purpose: "unknown", key: UInt64(project)) < unknownMember
    }
}
