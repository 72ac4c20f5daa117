import InspectorCore

/// Everything an account holds when the simulator starts.
struct Population: Sendable {
    /// The scan configurations in the order they are listed, with the projects of each.
    var configurations: [ConfigurationRecord]
    /// The projects.
    var directory: ProjectDirectory
    /// Associations that cannot be dissolved, and why.
    var refusals: [AssociationKey: Refusal] = [:]
}

/// One scan configuration and the projects it is associated with.
struct ConfigurationRecord: Sendable {
    /// What the listing shows.
    let summary: ScanConfiguration
    /// The associated projects.
    var projects: ProjectSet
    /// What changed, in its order.
    var changes: [KeptChange] = []
    /// How many listings of its associations were begun.
    var listings = 0
    /// Whether another operator may act between the pages of its listings.
    var interference = PageInterference.allowed
}

/// An association by the places of its two ends.
struct AssociationKey: Hashable, Sendable {
    /// The configuration's place in the listing.
    let configuration: Int
    /// The project's number.
    let project: Int
}

/// Why an association stays, in the service's words.
struct Refusal: Hashable, Sendable {
    /// One of the service's codes.
    let code: AssociationStatusCode
    /// The message that goes with it.
    let message: String
    /// How often the refusal is given before the association can be dissolved after all; nil is for ever.
    var times: Int?
}

/// How an account is filled.
package enum PopulationStyle: String, Sendable, CaseIterable {
    /// An account as one meets it: a default and an organization-level configuration, an empty one, shared projects, some that refuse.
    case believable
    /// The same number of projects in each configuration, up to four configurations a project, none that refuses.
    case uniform
}
