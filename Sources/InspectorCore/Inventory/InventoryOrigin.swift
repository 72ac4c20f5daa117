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
