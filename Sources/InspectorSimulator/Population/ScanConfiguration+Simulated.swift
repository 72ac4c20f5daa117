import InspectorCore

extension ScanConfiguration {
    /// The organization that owns organization-level configurations.
    static let simulatedOrganization = "o-acme4scan7"

    /// A configuration as a team keeps it.
    init(team: Team, number: Int, options: SimulatorOptions, isDefault: Bool = false, owner: String? = nil) {
        let owner = owner ?? options.accountId
        let id = UUIDText.drawn(seed: options.seed, purpose: "configuration", key: UInt64(number))
        let schedules = ["WEEKLY": "cron(0 3 ? * MON *)", "MONTHLY": "cron(0 3 1 * ? *)"]
        self.init(
            scanConfigurationArn: "arn:\(options.partition):inspector2:\(options.region):\(options.accountId)"
                + ":owner/\(owner)/codesecurity-configuration/\(id)",
            name: team.configuration, ownerAccountId: owner, periodicScanFrequency: team.frequency,
            frequencyExpression: schedules[team.frequency],
            continuousIntegrationScanSupportedEvents: team.events.isEmpty ? nil : team.events, ruleSetCategories: team.rules,
            scopeSettings: isDefault ? ScopeSettings(projectSelectionScope: "ALL") : nil,
            tags: ["team": team.configuration]
        )
    }
}
