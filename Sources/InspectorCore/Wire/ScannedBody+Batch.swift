extension BatchAssociationResponse: ScannedBody {
    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var answer = Self(successfulAssociations: nil, failedAssociations: nil)
        try scan.object(["successfulAssociations", "failedAssociations"]) { scan, place throws(JSONScan.Unusual) in
            let results = try Self.results(&scan)
            if place == 1 { return answer.failedAssociations = results }
            answer.successfulAssociations = results.map {
                SuccessfulAssociation(scanConfigurationArn: $0.scanConfigurationArn, resource: $0.resource)
            }
        }
        self = answer
    }

    /// The entries of either list: all members are optional, and a success has no others than a failure.
    private static func results(_ scan: inout JSONScan) throws(JSONScan.Unusual) -> [FailedAssociation] {
        var all: [FailedAssociation] = []
        all.reserveCapacity(ServiceLimits.batchSize)
        try scan.array { scan throws(JSONScan.Unusual) in all.append(try FailedAssociation(&scan)) }
        return all
    }
}

extension FailedAssociation: ScannedBody {
    private static let names: [StaticString] = ["scanConfigurationArn", "resource", "statusCode", "statusMessage"]

    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var result = Self(scanConfigurationArn: nil, resource: nil, statusCode: nil, statusMessage: nil)
        try scan.object(Self.names) { scan, place throws(JSONScan.Unusual) in
            switch place {
            case 0: result.scanConfigurationArn = try scan.string()
            case 1: result.resource = try AssociationResource(&scan)
            case 2: result.statusCode = AssociationStatusCode(rawValue: try scan.string())
            default: result.statusMessage = try scan.string()
            }
        }
        self = result
    }
}
