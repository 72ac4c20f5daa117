/// One code-security scan configuration, with the member names of `CodeSecurityScanConfigurationSummary`.
///
/// Enumerations are kept as the service's strings, so that new values survive.
package struct ScanConfiguration: Hashable, Codable, Sendable {
    /// The configuration's ARN, its identity.
    package var scanConfigurationArn: String
    /// At most 60 characters; not unique by contract.
    package var name: String
    /// Twelve digits, or `o-…` for an organization-level configuration.
    package var ownerAccountId: String
    /// `WEEKLY`, `MONTHLY` or `NEVER`.
    package var periodicScanFrequency: String?
    /// A cron expression.
    package var frequencyExpression: String?
    /// `PULL_REQUEST` and `PUSH`.
    package var continuousIntegrationScanSupportedEvents: [String]?
    /// `SAST`, `IAC` and `SCA`.
    package var ruleSetCategories: [String]
    /// Which projects are associated by themselves.
    package var scopeSettings: ScopeSettings?
    /// The configuration's tags.
    package var tags: [String: String]?

    /// A configuration with just the members given.
    package init(
        scanConfigurationArn: String, name: String, ownerAccountId: String, periodicScanFrequency: String? = nil,
        frequencyExpression: String? = nil, continuousIntegrationScanSupportedEvents: [String]? = nil,
        ruleSetCategories: [String] = [], scopeSettings: ScopeSettings? = nil, tags: [String: String]? = nil
    ) {
        self.scanConfigurationArn = scanConfigurationArn
        self.name = name
        self.ownerAccountId = ownerAccountId
        self.periodicScanFrequency = periodicScanFrequency
        self.frequencyExpression = frequencyExpression
        self.continuousIntegrationScanSupportedEvents = continuousIntegrationScanSupportedEvents
        self.ruleSetCategories = ruleSetCategories
        self.scopeSettings = scopeSettings
        self.tags = tags
    }

    /// Whether this is a default configuration: new projects are associated with it by the service.
    package var isDefault: Bool { scopeSettings?.projectSelectionScope == "ALL" }

    /// Whether the configuration belongs to an organization, so that only its delegated administrator may change it.
    package var isOrganizationLevel: Bool { ownerAccountId.hasPrefix("o-") }
}

extension ScanConfiguration {
    /// Decodes a summary; a missing name falls back to the ARN, other missing members to nothing.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let arn = try container.decode(String.self, forKey: .scanConfigurationArn)
        self.init(
            scanConfigurationArn: arn,
            name: try container.decodeIfPresent(String.self, forKey: .name) ?? arn,
            ownerAccountId: try container.decodeIfPresent(String.self, forKey: .ownerAccountId) ?? "",
            periodicScanFrequency: try container.decodeIfPresent(String.self, forKey: .periodicScanFrequency),
            frequencyExpression: try container.decodeIfPresent(String.self, forKey: .frequencyExpression),
            continuousIntegrationScanSupportedEvents: try container.decodeIfPresent(
                [String].self, forKey: .continuousIntegrationScanSupportedEvents),
            ruleSetCategories: try container.decodeIfPresent([String].self, forKey: .ruleSetCategories) ?? [],
            scopeSettings: try container.decodeIfPresent(ScopeSettings.self, forKey: .scopeSettings),
            tags: try container.decodeIfPresent([String: String].self, forKey: .tags)
        )
    }
}

/// `ScopeSettings`: which projects a configuration applies to.
package struct ScopeSettings: Hashable, Codable, Sendable {
    /// `ALL` marks a default configuration.
    package var projectSelectionScope: String?

    /// Settings with the scope given.
    package init(projectSelectionScope: String?) {
        self.projectSelectionScope = projectSelectionScope
    }
}
