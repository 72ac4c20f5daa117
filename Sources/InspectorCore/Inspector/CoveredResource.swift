package import JSON

/// A row of `ListCoverage`, with the members of `CoveredResource` that are about a code repository.
///
/// A fact that cannot be read is absent and costs neither its row nor its page. Words are kept as the service writes them, so that new
/// ones survive.
package struct CoveredResource: Hashable, Sendable {
    /// `arn:…:codesecurity-integration/UUID/project-UUID` for a code repository.
    package var resourceId: String?
    /// `CODE_REPOSITORY`: the request asks for no others.
    package var resourceType: String?
    /// The account that owns the repository, twelve digits.
    package var accountId: String?
    /// `CODE` for a code repository.
    package var scanType: String?
    /// When the repository was last scanned.
    package var lastScannedAt = ScanTime.never
    /// How the scans go.
    package var scanStatus: ScanStatus?
    /// The cloud that the resource is in, `AWS` or another one; since November 2026.
    package var provider: String?
    /// The account at that cloud.
    package var providerAccountId: String?
    /// The organization at that cloud.
    package var providerOrgId: String?
    /// The region of that cloud.
    package var providerRegion: String?
    /// The partition of that cloud.
    package var providerPartition: String?
    /// What is known of the repository.
    package var resourceMetadata: ResourceMetadata?

    /// The type of the resources that are asked for.
    static let codeRepository = "CODE_REPOSITORY"

    /// The last path part of `resourceId`, when it is a project's id.
    package var projectId: String? {
        guard let bytes = resourceId?.utf8 else { return nil }
        let last = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes[bytes.index(after: $0)...] } ?? bytes[...]
        return last.starts(with: PackedProject.prefix.utf8) ? String(Substring(last)) : nil
    }
}

extension CoveredResource: JSONReadable {
    /// Reads a row; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "resourceId": resourceId = try json.readableString()
            case "resourceType": resourceType = try json.readableString()
            case "accountId": accountId = try json.readableString()
            case "scanType": scanType = try json.readableString()
            case "lastScannedAt": lastScannedAt = try ScanTime(&json)
            case "scanStatus": scanStatus = try json.readable(ScanStatus.init)
            case "provider": provider = try json.readableString()
            case "providerAccountId": providerAccountId = try json.readableString()
            case "providerOrgId": providerOrgId = try json.readableString()
            case "providerRegion": providerRegion = try json.readableString()
            case "providerPartition": providerPartition = try json.readableString()
            case "resourceMetadata": resourceMetadata = try json.readable(ResourceMetadata.init) ?? .unreadable
            default: break
            }
        }
    }
}

/// `ResourceScanMetadata`, reduced to code repositories.
package struct ResourceMetadata: Hashable, Sendable {
    /// Set for code repositories, absent for other resources.
    package var codeRepository: CodeRepositoryMetadata?

    fileprivate static let unreadable: Self = {
        var metadata = Self()
        metadata.codeRepository = .unreadable
        return metadata
    }()
}

extension ResourceMetadata: JSONReadable {
    /// Reads the metadata; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            if case "codeRepository" = name { codeRepository = try json.readable(CodeRepositoryMetadata.init) ?? .unreadable }
        }
    }
}

/// `CodeRepositoryMetadata`: the repository's name, its provider, and what was scanned of it.
package struct CodeRepositoryMetadata: Hashable, Sendable {
    /// The repository's name at its provider.
    package var projectName: String?
    /// Whether a name came that cannot be read.
    package private(set) var hasUnreadableName = false
    /// Where the repository is: `GITHUB`, `GITHUB_ENTERPRISE_SERVER`, `GITLAB_SELF_MANAGED`, …
    package var providerType: String?
    /// `PUBLIC` or `PRIVATE`, as the provider has it.
    package var providerTypeVisibility: String?
    /// The integration that connects the repository.
    package var integrationArn: String?
    /// The last commit that was scanned, forty hexadecimal digits.
    package var lastScannedCommitId: String?
    /// What is known of scans that somebody asked for.
    package var onDemandScan: OnDemandScan?

    fileprivate static let unreadable: Self = {
        var metadata = Self()
        metadata.hasUnreadableName = true
        return metadata
    }()
}

extension CodeRepositoryMetadata: JSONReadable {
    /// Reads the metadata; members that this version does not know are read over.
    package init(_ json: inout JSONReader) throws(JSONError) {
        try json.object { json, name throws(JSONError) in
            switch name {
            case "projectName":
                projectName = try json.readableString()
                hasUnreadableName = projectName == nil
            case "providerType": providerType = try json.readableString()
            case "providerTypeVisibility": providerTypeVisibility = try json.readableString()
            case "integrationArn": integrationArn = try json.readableString()
            case "lastScannedCommitId": lastScannedCommitId = try json.readableString()
            case "onDemandScan": onDemandScan = try json.readable(OnDemandScan.init)
            default: break
            }
        }
    }
}
