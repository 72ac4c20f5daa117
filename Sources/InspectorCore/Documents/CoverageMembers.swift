package import JSON

/// What the coverage says of a resource, under the API's names: as members of a JSON object, and as columns of a table. What is not known
/// is absent, and empty in a table.
package struct CoverageMembers: Sendable {
    private let inventory: Inventory
    private let resource: ResourceNumber

    /// What `inventory` has of `resource`.
    package init(_ inventory: Inventory, _ resource: ResourceNumber) {
        (self.inventory, self.resource) = (inventory, resource)
    }

    /// Writes the members in the order of their names; `others` writes those that belong between `providerTypeVisibility` and `scanStatus`.
    package func write(to json: inout JSONWriter, _ others: (inout JSONWriter) -> Void = { _ in }) {
        json.member("accountId", word(.account))
        json.member("integrationArn", word(.integration))
        json.member("lastScannedAt", time.iso8601)
        json.member("lastScannedCommitId", inventory.facts.lastCommit(of: resource))
        json.member("onDemandScan", onDemandScan)
        json.member("projectName", inventory.projectName(of: resource))
        json.member("provider", word(.cloud))
        json.member("providerAccountId", word(.cloudAccount))
        json.member("providerOrgId", word(.organization))
        json.member("providerRegion", word(.cloudRegion))
        json.member("providerType", word(.provider))
        json.member("providerTypeVisibility", word(.visibility))
        others(&json)
        json.member("scanStatus", ScanStatus(statusCode: word(.statusCode), reason: word(.reason)).ifAny)
    }

    /// The columns of ``cells``, besides the name and the provider's type, which tables have elsewhere.
    package static let columns: [TableColumn] = [
        .lastScannedAt, .scanStatusCode, .scanStatusReason, .accountId, .providerTypeVisibility, .integrationArn, .lastScannedCommitId,
        .onDemandScanAt, .onDemandScanStatusCode, .onDemandScanReason, .onDemandScanCommitId, .provider, .providerAccountId, .providerOrgId,
        .providerRegion,
    ]

    /// The cells of a table's row.
    package var cells: [String] {
        let facts = inventory.facts
        return [
            time.iso8601, word(.statusCode), word(.reason), word(.account), word(.visibility), word(.integration),
            facts.lastCommit(of: resource), facts.onDemandScanTime(of: resource).iso8601, word(.onDemandStatusCode), word(.onDemandReason),
            facts.onDemandCommit(of: resource), word(.cloud), word(.cloudAccount), word(.organization), word(.cloudRegion),
        ].map { $0 ?? "" }
    }

    private var time: ScanTime { inventory.facts.scanTime(of: resource) }

    private func word(_ fact: ScanFact) -> String? { inventory.facts.text(fact, of: resource) }

    private var onDemandScan: OnDemandScan? {
        var scan = OnDemandScan()
        scan.lastScannedCommitId = inventory.facts.onDemandCommit(of: resource)
        scan.lastScanAt = inventory.facts.onDemandScanTime(of: resource)
        scan.scanStatus = ScanStatus(statusCode: word(.onDemandStatusCode), reason: word(.onDemandReason)).ifAny
        return scan.lastScannedCommitId == nil && scan.lastScanAt.seconds == nil && scan.scanStatus == nil ? nil : scan
    }
}

extension ScanStatus {
    /// Nothing, when it says nothing.
    fileprivate var ifAny: Self? { self == Self() ? nil : self }
}
