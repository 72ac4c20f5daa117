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
            scopeSettings: isDefault ? ScopeSettings(projectSelectionScope: "ALL") : nil)
    }
}

extension Team {
    /// The teams of the demo account; the first holds what only the default configuration covers.
    static let demo: [Team] = [
        Team(
            configuration: "default-scan", frequency: "WEEKLY", events: ["PUSH", "PULL_REQUEST"], rules: ["SAST", "IAC", "SCA"], share: 116,
            organizations: ["acme", "platform", "globex"],
            favourites: ["équipe-web/tableau-de-bord", "qa/Prüfstand", "東京/決済ゲートウェイ", "аналитика/отчёты", "labs/🚀-launchpad", "서울/모바일-앱"],
            subjects: [
                "website", "intranet", "newsletter", "onboarding", "handbook", "status-page", "feature-flags", "translations",
                "hello-world",
            ]),
        Team(
            configuration: "payments-nightly", frequency: "WEEKLY", events: ["PUSH"], rules: ["SAST", "SCA"], share: 88,
            organizations: ["acme"],
            favourites: ["acme/payments-api", "acme/ledger", "acme/refunds", "acme/accounts-payable", "acme/chargebacks"],
            subjects: ["direct-debit", "invoices", "payouts", "fraud-rules", "cards", "checkout", "tax", "settlement", "wallet"]),
        Team(
            configuration: "mobile", frequency: "MONTHLY", events: ["PULL_REQUEST"], rules: ["SAST"], share: 64,
            organizations: ["acme-mobile"], favourites: ["acme-mobile/ios-app", "acme-mobile/android-app"],
            subjects: ["push-messages", "deep-links", "design-kit", "offline-sync", "camera", "maps", "biometrics"]),
        Team(
            configuration: "web-frontend", frequency: "WEEKLY", events: ["PUSH", "PULL_REQUEST"], rules: ["SAST", "SCA"], share: 150,
            organizations: ["acme", "northwind"],
            subjects: [
                "storefront", "search", "basket", "profile", "reviews", "landing", "loyalty", "assets", "consent", "forms", "charts",
            ]),
        Team(
            configuration: "data-platform", frequency: "WEEKLY", events: ["PUSH"], rules: ["SAST", "SCA"], share: 180,
            organizations: ["globex", "platform"],
            subjects: [
                "warehouse", "ingest", "lineage", "catalog", "forecast", "churn-model", "exports", "streams", "quality", "notebooks",
                "features",
            ]),
        Team(
            configuration: "infrastructure", frequency: "WEEKLY", events: ["PULL_REQUEST"], rules: ["IAC"], share: 120,
            organizations: ["platform"], favourites: ["platform/terraform-network", "platform/terraform-iam"],
            subjects: ["cluster", "dns", "vpn", "monitoring", "secrets", "images", "backup", "mail-relay", "runners", "edge"]),
        Team(
            configuration: "legacy-quarterly", frequency: "NEVER", events: [], rules: ["SAST"], share: 96,
            organizations: ["initech"], favourites: ["initech/TPS-Reports", "initech/cobol_bridge"],
            subjects: ["billing97", "fax", "mainframe", "printing", "soap-adapter", "archive", "kiosk", "y2k"]),
        Team(
            configuration: "open-source", frequency: "MONTHLY", events: ["PULL_REQUEST"], rules: ["SCA"], share: 86,
            organizations: ["acme-oss"],
            subjects: ["parser", "retry", "cli", "colors", "cache", "csv", "uuid", "logger"]),
    ]

    /// Those whose projects no configuration has.
    static let unconfigured = Team(
        configuration: "", frequency: "NEVER", events: [], rules: [], share: 0, organizations: ["acme-labs", "acme-archive"],
        subjects: ["prototype", "hackathon", "sandbox", "workshop", "spike", "demo", "talks"])

    /// The accounts of the organization that some organizations at a provider belong to.
    static let memberAccounts = ["globex": "345678901234", "initech": "456789012345"]

    /// A further team, for accounts with more configurations than the demo account.
    static func further(_ number: Int) -> Team {
        let model = demo[1 + number % (demo.count - 1)]
        var team = model
        team.configuration = "team-\(String(1_000 + number).dropFirst())-\(model.configuration)"
        team.organizations = ["team-\(String(1_000 + number).dropFirst())"]
        team.favourites = []
        return team
    }
}
