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
