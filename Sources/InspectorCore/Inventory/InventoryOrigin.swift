/// The place of a session among those whose listings an ``Inventory`` has; 0 where there is one.
package typealias OriginNumber = UInt8

/// Where an inventory was listed, for what several of them are told apart by.
package struct InventoryOrigin: Hashable, Sendable {
    /// The profile whose credentials list it.
    package var profile: String
    /// The region.
    package var region: String
    /// The account, twelve digits, where several sessions are told apart by it.
    package var account: String?

    /// An origin.
    package init(profile: String, region: String, account: String? = nil) {
        (self.profile, self.region, self.account) = (profile, region, account)
    }
}

/// How far the listing of one session is.
struct OriginListing: Equatable, Sendable {
    /// Where it is; nil where that does not matter.
    var origin: InventoryOrigin?
    /// The configurations of the newest listing, in the service's order.
    var listed: [ConfigurationNumber] = []
    var configurationsState = ListingState.loading
    var coverageState = ListingState.loading
    /// The configurations of the listing under way.
    var incoming: [ConfigurationNumber] = []
    /// Its configurations by their ARNs: those of an organization have the same in several accounts.
    var numbers: [String: ConfigurationNumber] = [:]
}

extension [ListingState] {
    /// How far listings are together: loading while one of them is, and complete when all are.
    var joined: ListingState {
        if contains(.loading) { return .loading }
        return first { $0.error != nil } ?? .complete
    }
}
