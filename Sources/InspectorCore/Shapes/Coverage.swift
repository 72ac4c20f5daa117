/// The body of `ListCoverage`; its token travels in the body, unlike the other listings'.
package struct ListCoverageRequest: Hashable, Codable, Sendable {
    /// What to list.
    package var filterCriteria: CoverageFilterCriteria?
    /// At most 200.
    package var maxResults: Int?
    /// The previous page's token.
    package var nextToken: String?

    /// A request for one page.
    package init(filterCriteria: CoverageFilterCriteria?, maxResults: Int?, nextToken: String?) {
        self.filterCriteria = filterCriteria
        self.maxResults = maxResults
        self.nextToken = nextToken
    }
}

/// The one criterion used here.
package struct CoverageFilterCriteria: Hashable, Codable, Sendable {
    /// Resource types to list.
    package var resourceType: [CoverageStringFilter]?

    /// Criteria with a resource type.
    package init(resourceType: [CoverageStringFilter]?) {
        self.resourceType = resourceType
    }

    /// Code repositories only.
    package static let codeRepositories = Self(resourceType: [CoverageStringFilter(comparison: "EQUALS", value: "CODE_REPOSITORY")])
}

/// A comparison with one string.
package struct CoverageStringFilter: Hashable, Codable, Sendable {
    /// `EQUALS` or `NOT_EQUALS`.
    package var comparison: String
    /// The string compared with.
    package var value: String

    /// A filter.
    package init(comparison: String, value: String) {
        self.comparison = comparison
        self.value = value
    }
}

/// The answer of `ListCoverage`: one page.
package struct ListCoverageResponse: Hashable, Codable, Sendable {
    /// The page's resources; an answer without them is no page.
    package var coveredResources: [CoveredResource]?
    /// Set while more pages follow.
    package var nextToken: String?

    /// A page.
    package init(coveredResources: [CoveredResource]?, nextToken: String?) {
        self.coveredResources = coveredResources
        self.nextToken = nextToken
    }
}

/// The part of `CoveredResource` that names a project.
package struct CoveredResource: Hashable, Codable, Sendable {
    /// `arn:…:codesecurity-integration/UUID/project-UUID` for a code repository.
    package var resourceId: String?
    /// `CODE_REPOSITORY` here.
    package var resourceType: String?
    /// The owner, twelve digits.
    package var accountId: String?
    /// `CODE` here.
    package var scanType: String?
    /// What is known of the repository.
    package var resourceMetadata: ResourceMetadata?

    /// A covered resource.
    package init(resourceId: String?, resourceType: String?, accountId: String?, scanType: String?, resourceMetadata: ResourceMetadata?) {
        self.resourceId = resourceId
        self.resourceType = resourceType
        self.accountId = accountId
        self.scanType = scanType
        self.resourceMetadata = resourceMetadata
    }

    /// The last path part of `resourceId`, when it is a project's id.
    package var projectId: String? {
        guard let last = resourceId?.split(separator: "/").last, last.hasPrefix("project-") else { return nil }
        return String(last)
    }
}

/// `ResourceScanMetadata`, reduced to code repositories.
package struct ResourceMetadata: Hashable, Codable, Sendable {
    /// Set for code repositories.
    package var codeRepository: CodeRepositoryMetadata?

    /// Metadata of a code repository.
    package init(codeRepository: CodeRepositoryMetadata?) {
        self.codeRepository = codeRepository
    }
}

/// `CodeRepositoryMetadata`: the repository's name and provider.
package struct CodeRepositoryMetadata: Hashable, Codable, Sendable {
    /// The repository's name at its provider.
    package var projectName: String?
    /// `GITHUB`, `GITLAB_SELF_MANAGED`, …
    package var providerType: String?
    /// `PUBLIC` or `PRIVATE`.
    package var providerTypeVisibility: String?
    /// The integration that connects the repository.
    package var integrationArn: String?

    /// Metadata with just the members given.
    package init(projectName: String?, providerType: String?, providerTypeVisibility: String?, integrationArn: String?) {
        self.projectName = projectName
        self.providerType = providerType
        self.providerTypeVisibility = providerTypeVisibility
        self.integrationArn = integrationArn
    }
}
