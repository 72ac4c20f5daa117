/// How far listings are behind the truth.
package struct ListingLag: Equatable, Sendable {
    /// A change shows only so long after it was made.
    package var time: Duration = .zero
    /// A change shows only after so many more listings of the same configuration (or of the coverage) were begun.
    package var listings = 0

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
