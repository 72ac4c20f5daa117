extension ListCoverageResponse: ScannedBody {
    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var page = Self(coveredResources: nil, nextToken: nil)
        try scan.object(["coveredResources", "nextToken"]) { scan, place throws(JSONScan.Unusual) in
            if place == 1 { return page.nextToken = try scan.string() }
            var all: [CoveredResource] = []
            all.reserveCapacity(ServiceLimits.coveragePageSize)
            try scan.array { scan throws(JSONScan.Unusual) in all.append(try CoveredResource(&scan)) }
            page.coveredResources = all
        }
        self = page
    }
}

extension CoveredResource: ScannedBody {
    private static let names: [StaticString] = ["resourceId", "resourceType", "accountId", "scanType", "resourceMetadata"]

    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var found = Self(resourceId: nil, resourceType: nil, accountId: nil, scanType: nil, resourceMetadata: nil)
        try scan.object(Self.names) { scan, place throws(JSONScan.Unusual) in
            switch place {
            case 0: found.resourceId = try scan.string()
            case 1: found.resourceType = try scan.string()
            case 2: found.accountId = try scan.string()
            case 3: found.scanType = try scan.string()
            default: found.resourceMetadata = try ResourceMetadata(&scan)
            }
        }
        self = found
    }
}

extension ResourceMetadata: ScannedBody {
    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var repository: CodeRepositoryMetadata?
        try scan.object(["codeRepository"]) { scan, _ throws(JSONScan.Unusual) in repository = try CodeRepositoryMetadata(&scan) }
        self.init(codeRepository: repository)
    }
}

extension CodeRepositoryMetadata: ScannedBody {
    private static let names: [StaticString] = ["projectName", "providerType", "providerTypeVisibility", "integrationArn"]

    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var found = Self(projectName: nil, providerType: nil, providerTypeVisibility: nil, integrationArn: nil)
        try scan.object(Self.names) { scan, place throws(JSONScan.Unusual) in
            let text = try scan.string()
            switch place {
            case 0: found.projectName = text
            case 1: found.providerType = text
            case 2: found.providerTypeVisibility = text
            default: found.integrationArn = text
            }
        }
        self = found
    }
}
