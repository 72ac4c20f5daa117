package import AWSClient
package import JSON

extension Inspector {
    /// One page of the associations of a configuration.
    ///
    /// - Parameter maxResults: 1 to 100.
    package func listCodeSecurityScanConfigurationAssociations(
        scanConfigurationArn: String, maxResults: Int? = nil, nextToken: String? = nil
    ) async throws(CallError) -> ListCodeSecurityScanConfigurationAssociationsResponse {
        var body = JSONWriter()
        body.object { $0.member("scanConfigurationArn", scanConfigurationArn) }
        let request = OperationRequest(
            name: "ListCodeSecurityScanConfigurationAssociations", path: "/codesecurity/scan-configuration/associations/list",
            query: Self.pageQuery(maxResults, nextToken), body: body.bytes, isReadOnly: true)
        let problem = RequestChecks.arn(scanConfigurationArn) ?? RequestChecks.page(maxResults, upTo: ServiceLimits.pageSize, nextToken)
        return try await page(request, problem: problem)
    }
}

/// The answer of `ListCodeSecurityScanConfigurationAssociations`: one page.
package struct ListCodeSecurityScanConfigurationAssociationsResponse: Hashable, Sendable {
    /// The page's associations; an answer without them is no page.
    package var associations: [AssociationSummary]?
    /// Set while more pages follow.
    package var nextToken: String?
}

extension ListCodeSecurityScanConfigurationAssociationsResponse: ListingPage {
    static let listName = "associations"
    var hasList: Bool { associations != nil }

    /// Reads a page; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "associations":
                var all: [AssociationSummary] = []
                all.reserveCapacity(ServiceLimits.pageSize)
                try json.array { json throws(JSONError) in all.append(try AssociationSummary(&json)) }
                associations = all
            case "nextToken": nextToken = try json.string()
            default: break
            }
        }
    }
}

/// `CodeSecurityScanConfigurationAssociationSummary`: one associated resource.
package struct AssociationSummary: Hashable, Sendable {
    /// What is associated; optional in the service model.
    package var resource: AssociationResource?
}

extension AssociationSummary: JSONReadable {
    /// Reads a row; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            if case "resource" = name { resource = try AssociationResource(&json) }
        }
    }
}
