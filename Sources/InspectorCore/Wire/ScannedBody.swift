/// A body that comes by the thousand, and is read straight from its bytes where nothing about it is unusual.
package protocol ScannedBody: Decodable {
    /// Reads the body.
    init(_ scan: inout JSONScan) throws(JSONScan.Unusual)
}

extension WireJSON {
    /// Decodes a body, or nothing when it is not the JSON promised. The result is the same as ``decode(_:from:)``'s, sooner.
    static func scan<Value: ScannedBody>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        JSONScan.value(of: bytes) { scan throws(JSONScan.Unusual) in try Value(&scan) } ?? decode(type, from: bytes)
    }
}

extension ListCodeSecurityScanConfigurationAssociationsResponse: ScannedBody {
    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var page = Self(associations: nil, nextToken: nil)
        try scan.object(["associations", "nextToken"]) { scan, place throws(JSONScan.Unusual) in
            if place == 0 { page.associations = try Self.associations(&scan) } else { page.nextToken = try scan.string() }
        }
        self = page
    }

    private static func associations(_ scan: inout JSONScan) throws(JSONScan.Unusual) -> [AssociationSummary] {
        var all: [AssociationSummary] = []
        all.reserveCapacity(ServiceLimits.pageSize)
        try scan.array { scan throws(JSONScan.Unusual) in all.append(try AssociationSummary(&scan)) }
        return all
    }
}

extension AssociationSummary: ScannedBody {
    /// Reads the members from their bytes.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        var resource: AssociationResource?
        try scan.object(["resource"]) { scan, _ throws(JSONScan.Unusual) in resource = try AssociationResource(&scan) }
        self.init(resource: resource)
    }
}

extension AssociationResource: ScannedBody {
    /// Reads a project; a resource of any other kind is unusual.
    package init(_ scan: inout JSONScan) throws(JSONScan.Unusual) {
        self = .projectId(try scan.onlyMember("projectId"))
    }
}
