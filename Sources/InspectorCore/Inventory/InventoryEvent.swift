/// What a listing of the account tells while it goes on.
package enum InventoryEvent: Equatable, Sendable {
    /// A page of configurations.
    case configurations([ScanConfiguration], isLast: Bool)
    /// A page of one configuration's associations.
    case associations(scanConfigurationArn: String, [AssociationResource], isLast: Bool)
    /// The associations of one configuration could not be listed to the end.
    case associationsFailed(scanConfigurationArn: String, ListingError)
    /// A page of repository names.
    case names([ProjectDetails])
    /// Names could not be listed, or not all of them; everything works with ids.
    case namesFailed(ListingError)
    /// Nothing came for a while, and the listings go on.
    case waiting(ListingWait)
    /// The configurations themselves could not be listed.
    case failed(ListingError)
    /// Nothing more follows.
    case finished
}

/// What ListCoverage knows of a project.
package struct ProjectDetails: Equatable, Sendable {
    /// `project-` and a UUID.
    package var projectId: String
    /// The repository's name.
    package var projectName: String?
    /// `GITHUB`, `GITLAB_SELF_MANAGED`, …
    package var providerType: String?

    /// Details of a project.
    package init(projectId: String, projectName: String?, providerType: String?) {
        self.projectId = projectId
        self.projectName = projectName
        self.providerType = providerType
    }
}
