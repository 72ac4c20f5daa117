/// The answer of `ListCodeSecurityScanConfigurations`: one page.
package struct ListCodeSecurityScanConfigurationsResponse: Hashable, Codable, Sendable {
    /// The page's configurations; absent counts as none.
    package var configurations: [ScanConfiguration]?
    /// Set while more pages follow.
    package var nextToken: String?

    /// A page.
    package init(configurations: [ScanConfiguration]?, nextToken: String?) {
        self.configurations = configurations
        self.nextToken = nextToken
    }
}

/// The body of `ListCodeSecurityScanConfigurationAssociations`.
package struct ListCodeSecurityScanConfigurationAssociationsRequest: Hashable, Codable, Sendable {
    /// The configuration whose associations are listed.
    package var scanConfigurationArn: String

    /// A request for the configuration `scanConfigurationArn`.
    package init(scanConfigurationArn: String) {
        self.scanConfigurationArn = scanConfigurationArn
    }
}

/// The answer of `ListCodeSecurityScanConfigurationAssociations`: one page.
package struct ListCodeSecurityScanConfigurationAssociationsResponse: Hashable, Codable, Sendable {
    /// The page's associations.
    package var associations: [AssociationSummary]?
    /// Set while more pages follow.
    package var nextToken: String?

    /// A page.
    package init(associations: [AssociationSummary]?, nextToken: String?) {
        self.associations = associations
        self.nextToken = nextToken
    }

    /// Whether this is a page at all: any JSON object can be read as one whose members are all absent.
    var isListing: Bool { associations != nil || !(nextToken ?? "").isEmpty }
}

/// `CodeSecurityScanConfigurationAssociationSummary`: one associated resource.
package struct AssociationSummary: Hashable, Codable, Sendable {
    /// What is associated; optional in the service model.
    package var resource: AssociationResource?

    /// A summary of `resource`.
    package init(resource: AssociationResource?) {
        self.resource = resource
    }
}
