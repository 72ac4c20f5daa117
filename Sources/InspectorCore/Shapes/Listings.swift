/// The answer of `ListCodeSecurityScanConfigurations`: one page.
package struct ListCodeSecurityScanConfigurationsResponse: Hashable, Codable, Sendable {
    /// The page's configurations; an answer without them is no page.
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
    /// The page's associations; an answer without them is no page.
    package var associations: [AssociationSummary]?
    /// Set while more pages follow.
    package var nextToken: String?

    /// A page.
    package init(associations: [AssociationSummary]?, nextToken: String?) {
        self.associations = associations
        self.nextToken = nextToken
    }
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

/// An answer that is a page of a listing only when its list is there: any JSON object can be read as one whose members are all absent,
/// and would stand for an empty account.
protocol ListingPage {
    /// The list's name.
    static var listName: String { get }
    /// Whether the list is there, be it empty.
    var hasList: Bool { get }
}

extension ListCodeSecurityScanConfigurationsResponse: ListingPage {
    static let listName = "configurations"
    var hasList: Bool { configurations != nil }
}

extension ListCodeSecurityScanConfigurationAssociationsResponse: ListingPage {
    static let listName = "associations"
    var hasList: Bool { associations != nil }
}

extension ListCoverageResponse: ListingPage {
    static let listName = "coveredResources"
    var hasList: Bool { coveredResources != nil }
}
