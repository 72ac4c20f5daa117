package import AWSClient
package import JSON

extension Inspector {
    /// One page of the coverage of code repositories, where projects have their names. The token travels in the body, unlike the other
    /// listings'.
    ///
    /// - Parameter maxResults: 1 to 200.
    package func listCoverage(maxResults: Int? = nil, nextToken: String? = nil) async throws(CallError) -> ListCoverageResponse {
        var body = JSONWriter()
        body.object { body in
            body.key("filterCriteria")
            body.object { criteria in
                criteria.key("resourceType")
                criteria.array { $0.object(["comparison": "EQUALS", "value": "CODE_REPOSITORY"]) }
            }
            body.member("maxResults", maxResults)
            body.member("nextToken", nextToken)
        }
        let request = OperationRequest(name: "ListCoverage", path: "/coverage/list", body: body.bytes, isReadOnly: true)
        return try await page(request, problem: RequestChecks.page(maxResults, upTo: ServiceLimits.coveragePageSize, nextToken))
    }
}

/// The answer of `ListCoverage`: one page.
package struct ListCoverageResponse: Hashable, Sendable {
    /// The page's resources; an answer without them is no page.
    package var coveredResources: [CoveredResource]?
    /// Set while more pages follow.
    package var nextToken: String?
}

extension ListCoverageResponse: ListingPage {
    static let listName = "coveredResources"
    var hasList: Bool { coveredResources != nil }

    /// Reads a page; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "coveredResources":
                var all: [CoveredResource] = []
                all.reserveCapacity(ServiceLimits.coveragePageSize)
                try json.array { json throws(JSONError) in all.append(try CoveredResource(&json)) }
                coveredResources = all
            case "nextToken": nextToken = try json.string()
            default: break
            }
        }
    }
}

/// The part of `CoveredResource` that names a project.
package struct CoveredResource: Hashable, Sendable {
    /// `arn:…:codesecurity-integration/UUID/project-UUID` for a code repository.
    package var resourceId: String?
    /// `CODE_REPOSITORY`: the request asks for no others.
    package var resourceType: String?
    /// The account that owns the repository, twelve digits.
    package var accountId: String?
    /// `CODE` for a code repository.
    package var scanType: String?
    /// What is known of the repository.
    package var resourceMetadata: ResourceMetadata?

    /// The last path part of `resourceId`, when it is a project's id.
    package var projectId: String? {
        guard let last = resourceId?.split(separator: "/").last, last.hasPrefix("project-") else { return nil }
        return String(last)
    }
}

extension CoveredResource: JSONReadable {
    /// Reads a row; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "resourceId": resourceId = try json.string()
            case "resourceType": resourceType = try json.string()
            case "accountId": accountId = try json.string()
            case "scanType": scanType = try json.string()
            case "resourceMetadata": resourceMetadata = try ResourceMetadata(&json)
            default: break
            }
        }
    }
}

/// `ResourceScanMetadata`, reduced to code repositories.
package struct ResourceMetadata: Hashable, Sendable {
    /// Set for code repositories, absent for other resources.
    package var codeRepository: CodeRepositoryMetadata?
}

extension ResourceMetadata: JSONReadable {
    /// Reads the metadata; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            if case "codeRepository" = name { codeRepository = try CodeRepositoryMetadata(&json) }
        }
    }
}

/// `CodeRepositoryMetadata`: the repository's name and provider.
package struct CodeRepositoryMetadata: Hashable, Sendable {
    /// The repository's name at its provider.
    package var projectName: String?
    /// Where the repository is: `GITHUB`, `GITLAB_SELF_MANAGED`, …
    package var providerType: String?
    /// `PUBLIC` or `PRIVATE`, as the provider has it.
    package var providerTypeVisibility: String?
    /// The integration that connects the repository.
    package var integrationArn: String?
}

extension CodeRepositoryMetadata: JSONReadable {
    /// Reads the metadata; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "projectName": projectName = try json.string()
            case "providerType": providerType = try json.string()
            case "providerTypeVisibility": providerTypeVisibility = try json.string()
            case "integrationArn": integrationArn = try json.string()
            default: break
            }
        }
    }
}
