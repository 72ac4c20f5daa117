import InspectorCore

/// The people behind one scan configuration: their configuration's settings and how they name repositories.
package struct Team: Sendable {
    /// The name of the scan configuration.
    var configuration: String
    /// `WEEKLY`, `MONTHLY` or `NEVER`.
    var frequency: String
    /// `PULL_REQUEST`, `PUSH`.
    var events: [String]
    /// `SAST`, `IAC`, `SCA`.
    var rules: [String]
    /// How many projects of each nine hundred are the team's own.
    var share: Int
    /// Organizations at the provider.
    var organizations: [String]
    /// Names that come first.
    var favourites: [String] = []
    /// First halves of the other names.
    var subjects: [String]

    private static let kinds = [
        "-api", "", "-worker", "-service", "-ui", "-sdk", "-batch", "-docs", "-tools", "-gateway", "-events", "-tests",
    ]

    /// The name of the team's project with this number, counted from zero; unique within the team.
    func projectName(_ number: Int) -> String {
        if number < favourites.count { return favourites[number] }
        let rest = number - favourites.count
        let subject = subjects[rest % subjects.count]
        let kind = Self.kinds[rest / subjects.count % Self.kinds.count]
        let round = rest / (subjects.count * Self.kinds.count)
        let organization = organizations[(rest + rest / subjects.count) % organizations.count]
        return "\(organization)/\(subject)\(kind)" + (round == 0 ? "" : "-\(round + 1)")
    }

    /// Whether the team's projects are in a configuration.
    var hasConfiguration: Bool { share > 0 }

    /// Whether everybody may read the repository; some are public although nobody expects it.
    func isPublic(_ name: String, seed: UInt64) -> Bool {
        name.hasPrefix("acme-oss/") || Draw.unit(seed: seed, purpose: "visibility", key: Draw.hash(name)) < 0.04
    }

    /// Whether the repository lives on a GitLab of the company's own: names outside ASCII are possible only there.
    func isSelfManaged(_ name: String) -> Bool {
        name.hasPrefix("platform/") || !name.utf8.allSatisfy { $0 < 0x80 }
    }
}

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
