import InspectorCore
import JSON

/// A row of the coverage, before it is written.
struct CoverageRow: Sendable {
    /// The project's id.
    let projectId: String
    /// The repository's name.
    let name: String
    /// Where it is.
    let provider: String
    /// Whether everybody may read it.
    let isPublic: Bool
    /// Whose it is.
    let accountId: String
    /// The integration that connects it.
    let integrationArn: String
    /// How its scans went.
    let scan: RepositoryScan
    /// Why it is scanned or is not, now.
    let reason: String
    /// What is odd about the row.
    var oddity: CoverageOddity?
}

extension CoverageRow {
    /// What a client should know after it has read the row.
    var details: ProjectDetails {
        var words: [ScanFact: String] = [
            .statusCode: Self.statusCode(reason), .reason: reason, .provider: provider, .visibility: visibility, .account: accountId,
            .integration: integrationArn,
        ]
        words[.onDemandReason] = scan.onDemand?.reason
        words[.onDemandStatusCode] = scan.onDemand.map { Self.statusCode($0.reason) }
        return ProjectDetails(
            projectId: projectId, projectName: name, words: words, lastScan: scan.lastScan.map(ScanTime.at) ?? .never,
            lastCommit: scan.lastScan == nil ? nil : Self.text(scan.commit), onDemandScan: scan.onDemand.map { .at($0.time) } ?? .never,
            onDemandCommit: scan.onDemand == nil ? nil : Self.text(~scan.commit))
    }

    private static func statusCode(_ reason: String) -> String { RepositoryScan.isActive(reason) ? "ACTIVE" : "INACTIVE" }

    private var visibility: String { isPublic ? "PUBLIC" : "PRIVATE" }

    private static func text(_ commit: UInt64) -> String {
        var bytes: [UInt8] = []
        UUIDText.append(commit, count: 40, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension CoverageRow {
    /// Writes the row as the service does, for a client of `options`.
    func write(to writer: inout JSONWriter, _ options: SimulatorOptions) {
        writer.object { row in
            row.member("resourceId", integrationArn + "/" + projectId)
            row.member("resourceType", "CODE_REPOSITORY")
            row.member("accountId", accountId)
            row.member("scanType", "CODE")
            Self.write("scanStatus", oddity == .newReason ? "QUARANTINED_BY_POLICY" : reason, to: &row)
            writeTime(to: &row)
            row.member("provider", "AWS")
            row.member("providerAccountId", accountId)
            row.member("providerOrgId", ScanConfiguration.simulatedOrganization)
            row.member("providerPartition", options.partition)
            row.member("providerRegion", options.region)
            row.key("resourceMetadata")
            row.object { metadata in
                metadata.key("codeRepository")
                metadata.object { writeRepository(to: &$0) }
            }
        }
    }

    private func writeTime(to row: inout JSONWriter) {
        if oddity == .unreadable { return row.member("lastScannedAt", "some time ago") }
        row.member("lastScannedAt", scan.lastScan.map { Double($0) + 0.125 })
    }

    private func writeRepository(to writer: inout JSONWriter) {
        writer.member("projectName", oddity == .renamed ? name + "-renamed" : name)
        writer.member("providerType", provider)
        if oddity == .unreadable { writer.member("providerTypeVisibility", 7) } else { writer.member("providerTypeVisibility", visibility) }
        writer.member("integrationArn", integrationArn)
        if scan.lastScan != nil { Self.write(commit: scan.commit, to: &writer) }
        guard let onDemand = scan.onDemand else { return }
        writer.key("onDemandScan")
        writer.object { demand in
            Self.write(commit: ~scan.commit, to: &demand)
            demand.member("lastScanAt", Double(onDemand.time) + 0.5)
            Self.write("scanStatus", onDemand.reason, to: &demand)
        }
    }

    private static func write(_ name: StaticString, _ reason: String, to writer: inout JSONWriter) {
        writer.key(name)
        writer.object { status in
            status.member("statusCode", statusCode(reason))
            status.member("reason", reason)
        }
    }

    private static func write(commit: UInt64, to writer: inout JSONWriter) {
        writer.key("lastScannedCommitId")
        writer.plainString { UUIDText.append(commit, count: 40, to: &$0) }
    }
}
