/// A profile of the shared files, with what they say of it without a call.
package struct KnownProfile: Hashable, Sendable {
    /// The profile's name.
    package var name: String
    /// The account that its settings name, twelve digits.
    package var account: String?
    /// Its region.
    package var region: String?

    /// A profile of which nothing but its name has to be known.
    package init(_ name: String, account: String? = nil, region: String? = nil) {
        (self.name, self.account, self.region) = (name, account, region)
    }
}

extension KnownProfile: ExpressibleByStringLiteral {
    /// A profile of which only the name is known.
    package init(stringLiteral name: String) { self.init(name) }
}
