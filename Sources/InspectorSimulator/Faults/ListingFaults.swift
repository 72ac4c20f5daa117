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

extension FaultPlan {
    /// Whether page tokens count rows: as said, else while another operator is at work.
    var countsRows: Bool { (pageTokens ?? (otherOperator.isIdle ? .stable : .positional)) == .positional }

    /// In which form a project is listed; the same one each time. `name` is its name.
    func rowForm(seed: UInt64, arn: String, projectId: String, name: @autoclosure () -> String) -> RowForm? {
        if !rowForms.isEmpty, let form = rowForms[projectId] ?? rowForms[name()] { return form }
        let rates = Dictionary(uniqueKeysWithValues: rowFormRates.map { ($0.rawValue, $1) })
        return Self.drawn(rates, seed: seed, purpose: "row", target: arn + projectId).flatMap(RowForm.init)
    }

    /// Whether any row may be listed in a form that cannot be matched.
    var hasRowForms: Bool { !rowForms.isEmpty || !rowFormRates.isEmpty }

    /// How the listing with this name goes on for ever, if it does; the same one each time.
    func endlessListing(seed: UInt64, listing: String) -> EndlessListing? {
        let rates = Dictionary(uniqueKeysWithValues: endless.map { ($0.rawValue, $1) })
        return Self.drawn(rates, seed: seed, purpose: "endless", target: listing).flatMap(EndlessListing.init)
    }

    /// What the listing with this number answers in place of a page.
    func listingBody(seed: UInt64, number: Int) -> ListingBody? {
        let rates = Dictionary(uniqueKeysWithValues: listingBodies.map { ($0.rawValue, $1) })
        return Self.drawn(rates, seed: seed, purpose: "listing-body", target: "\(number)").flatMap(ListingBody.init)
    }

    /// Whether an object of the answer with this number has a member twice.
    func repeatsMember(seed: UInt64, number: Int) -> Bool {
        repeatedMember > 0 && Draw.unit(seed: seed, purpose: "repeat-member", key: UInt64(number)) < repeatedMember
    }
}
