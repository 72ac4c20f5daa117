/// A fact about a code repository that is a word or a name, from ListCoverage.
///
/// Whoever needs a date or a commit finds them in ``ScanFacts`` itself.
package enum ScanFact: Int, CaseIterable, Hashable, Sendable {
    /// `scanStatus.statusCode`: `ACTIVE` or `INACTIVE`.
    case statusCode
    /// `scanStatus.reason`: `SUCCESSFUL`, `ACCESS_DENIED` and many more.
    case reason
    /// `providerType`: where the repository is, `GITHUB`, `GITLAB_SELF_MANAGED`, …
    case provider
    /// `providerTypeVisibility`: `PUBLIC` or `PRIVATE`.
    case visibility
    /// `accountId`: the account that owns the repository.
    case account
    /// `integrationArn`: the integration that connects the repository.
    case integration
    /// `onDemandScan.scanStatus.statusCode`: of the last scan that somebody asked for.
    case onDemandStatusCode
    /// `onDemandScan.scanStatus.reason`.
    case onDemandReason
    /// `provider`: the cloud, `AWS` or another one.
    case cloud
    /// `providerAccountId`: the account at that cloud.
    case cloudAccount
    /// `providerOrgId`: the organization at that cloud.
    case organization
    /// `providerRegion`: the region of that cloud.
    case cloudRegion
}

/// A fact's word as a number, the same for all resources that have it; 0 is none.
package typealias FactValue = UInt16

/// What a row of ListCoverage says of a project.
package struct ProjectDetails: Equatable, Sendable {
    /// The project's id.
    package var projectId: String
    /// The repository's name; absent when the service gave none.
    package var projectName: String?
    /// The facts that are words; one that is absent is not among them.
    package var words: [ScanFact: String]
    /// When it was last scanned.
    package var lastScan: ScanTime
    /// The last commit that was scanned.
    package var lastCommit: String?
    /// When it was last scanned because somebody asked for it.
    package var onDemandScan: ScanTime
    /// The last commit that was scanned that way.
    package var onDemandCommit: String?

    /// What a row says; a project that was never scanned, when no more is given.
    package init(
        projectId: String, projectName: String?, words: [ScanFact: String] = [:], lastScan: ScanTime = .never, lastCommit: String? = nil,
        onDemandScan: ScanTime = .never, onDemandCommit: String? = nil
    ) {
        (self.projectId, self.projectName, self.words) = (projectId, projectName, words)
        (self.lastScan, self.lastCommit) = (lastScan, lastCommit)
        (self.onDemandScan, self.onDemandCommit) = (onDemandScan, onDemandCommit)
    }
}

extension ProjectDetails {
    /// What a row says, when it is about a project.
    init?(_ resource: CoveredResource) {
        guard let projectId = resource.projectId else { return nil }
        let repository = resource.resourceMetadata?.codeRepository
        self.init(
            projectId: projectId, projectName: repository?.projectName, words: Self.words(resource, repository),
            lastScan: resource.lastScannedAt, lastCommit: repository?.lastScannedCommitId,
            onDemandScan: repository?.onDemandScan?.lastScanAt ?? .never, onDemandCommit: repository?.onDemandScan?.lastScannedCommitId)
    }

    private static func words(_ resource: CoveredResource, _ repository: CodeRepositoryMetadata?) -> [ScanFact: String] {
        var words: [ScanFact: String] = [:]
        for fact in ScanFact.allCases { words[fact] = fact.word(resource, repository) }
        return words
    }
}

extension ScanFact {
    fileprivate func word(_ resource: CoveredResource, _ repository: CodeRepositoryMetadata?) -> String? {
        switch self {
        case .statusCode: resource.scanStatus?.statusCode
        case .reason: resource.scanStatus?.reason
        case .provider: repository?.providerType
        case .visibility: repository?.providerTypeVisibility
        case .account: resource.accountId
        case .integration: repository?.integrationArn
        case .onDemandStatusCode: repository?.onDemandScan?.scanStatus?.statusCode
        case .onDemandReason: repository?.onDemandScan?.scanStatus?.reason
        case .cloud: resource.provider
        case .cloudAccount: resource.providerAccountId
        case .organization: resource.providerOrgId
        case .cloudRegion: resource.providerRegion
        }
    }
}
