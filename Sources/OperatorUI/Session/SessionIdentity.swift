/// Who is calling, and where: the account, region and caller as far as they are known.
package struct SessionIdentity: Hashable, Sendable {
    /// Twelve digits.
    package var account: String?
    /// The region calls go to.
    package var region: String?
    /// The caller's ARN.
    package var caller: String?
    /// The profile in use.
    package var profile: String?
    /// A custom endpoint's URL.
    package var endpoint: String?
    /// The names of all profiles.
    package var profiles: [String] = []

    /// An identity with just the parts given.
    package init(
        account: String? = nil, region: String? = nil, caller: String? = nil, profile: String? = nil, endpoint: String? = nil,
        profiles: [String] = []
    ) {
        self.account = account
        self.region = region
        self.caller = caller
        self.profile = profile
        self.endpoint = endpoint
        self.profiles = profiles
    }

    /// The last part of the caller's ARN that names a role or user.
    package var callerName: String? {
        guard let caller, let resource = caller.split(separator: ":").last else { return nil }
        let parts = resource.split(separator: "/")
        return parts.count > 1 ? String(parts[1]) : String(resource)
    }
}

/// A profile and a region to work with; what is absent is left to settings.
package struct ConnectionChoice: Hashable, Sendable {
    /// A profile of the shared files.
    package var profile: String?
    /// A region.
    package var region: String?

    /// A choice.
    package init(profile: String? = nil, region: String? = nil) {
        self.profile = profile
        self.region = region
    }
}
