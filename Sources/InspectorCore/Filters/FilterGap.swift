/// What a filter stands on and cannot be had.
package struct FilterGap: Error, Equatable, Sendable {
    /// The listing.
    package let need: FilterNeed
    /// Why it is not complete; nil when it came to its end, and leaves open what some of its rows are about.
    package let error: ListingError?

    /// What `inventory` lacks.
    init(_ need: FilterNeed, in inventory: Inventory) {
        (self.need, error) = (need, need.state(in: inventory).error)
    }
}
