/// The answer of `GetCodeSecurityScanConfiguration`.
package struct GetCodeSecurityScanConfigurationResponse: Hashable, Codable, Sendable {
    /// The configuration's ARN.
    package var scanConfigurationArn: String?
    /// The configuration's name.
    package var name: String?
    /// When and for what it scans.
    package var configuration: CodeSecurityScanConfiguration?
    /// `ORGANIZATION` or `ACCOUNT`.
    package var level: String?
    /// Which projects it applies to by itself.
    package var scopeSettings: ScopeSettings?
    /// Seconds since 1970.
    package var createdAt: Double?
    /// Seconds since 1970.
    package var lastUpdatedAt: Double?
    /// The configuration's tags.
    package var tags: [String: String]?

    /// An answer with just the members given.
    package init(
        scanConfigurationArn: String?, name: String?, configuration: CodeSecurityScanConfiguration?, level: String?,
        scopeSettings: ScopeSettings? = nil, createdAt: Double? = nil, lastUpdatedAt: Double? = nil, tags: [String: String]? = nil
    ) {
        self.scanConfigurationArn = scanConfigurationArn
        self.name = name
        self.configuration = configuration
        self.level = level
        self.scopeSettings = scopeSettings
        self.createdAt = createdAt
        self.lastUpdatedAt = lastUpdatedAt
        self.tags = tags
    }
}

/// `CodeSecurityScanConfiguration`: the settings of a configuration.
package struct CodeSecurityScanConfiguration: Hashable, Codable, Sendable {
    /// The schedule.
    package var periodicScanConfiguration: PeriodicScanConfiguration?
    /// The events of the repository that start a scan.
    package var continuousIntegrationScanConfiguration: ContinuousIntegrationScanConfiguration?
    /// `SAST`, `IAC` and `SCA`.
    package var ruleSetCategories: [String]?

    /// Settings with the parts given.
    package init(
        periodicScanConfiguration: PeriodicScanConfiguration?,
        continuousIntegrationScanConfiguration: ContinuousIntegrationScanConfiguration?, ruleSetCategories: [String]?
    ) {
        self.periodicScanConfiguration = periodicScanConfiguration
        self.continuousIntegrationScanConfiguration = continuousIntegrationScanConfiguration
        self.ruleSetCategories = ruleSetCategories
    }
}

/// The schedule of periodic scans.
package struct PeriodicScanConfiguration: Hashable, Codable, Sendable {
    /// `WEEKLY`, `MONTHLY` or `NEVER`.
    package var frequency: String?
    /// A cron expression.
    package var frequencyExpression: String?

    /// A schedule.
    package init(frequency: String?, frequencyExpression: String?) {
        self.frequency = frequency
        self.frequencyExpression = frequencyExpression
    }
}

/// The events that start a scan.
package struct ContinuousIntegrationScanConfiguration: Hashable, Codable, Sendable {
    /// `PULL_REQUEST` and `PUSH`.
    package var supportedEvents: [String]?

    /// The events given.
    package init(supportedEvents: [String]?) {
        self.supportedEvents = supportedEvents
    }
}
