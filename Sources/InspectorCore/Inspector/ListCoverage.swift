package import AWSClient
package import JSON

extension Inspector {
    /// One page of the coverage of code repositories, where projects have their names and what is known of their scans. The token travels
    /// in the body, unlike the other listings'.
    ///
    /// - Parameter maxResults: 1 to 200.
    package func listCoverage(maxResults: Int? = nil, nextToken: String? = nil) async throws(CallError) -> ListCoverageResponse {
        var body = JSONWriter()
        body.object { body in
            body.key("filterCriteria")
            body.object { criteria in
                criteria.key("resourceType")
                criteria.array { $0.object(["comparison": "EQUALS", "value": CoveredResource.codeRepository]) }
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
