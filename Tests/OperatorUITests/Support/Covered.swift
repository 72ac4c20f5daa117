import InspectorCore
import Terminal

@testable import OperatorUI

/// An account whose coverage says something of every project.
///
/// payments-nightly has projects 1 to 6, default-scan has 1 and 2; 7 and 8 are in no configuration.
enum Covered {
    /// 1 February 2026, noon.
    static let now: Int64 = 1_769_947_200
    private static let day: Int64 = 86_400

    /// What the coverage says of the projects, by number.
    static let projects: [ProjectDetails] = [
        details(1, "acme/api", "SUCCESSFUL", .at(now - 3 * day)), details(2, "acme/billing", "ACCESS_DENIED", .at(now - 120 * day)),
        details(3, "acme/cart", "ACCESS_DENIED", .never), details(4, "acme/docs", "INTEGRATION_CONNECTION_LOST", .at(now - 400 * day)),
        details(5, "acme/edge", "PENDING_INITIAL_SCAN", .never, account: "210987654321"), details(6, "acme/front", nil, .unknown),
        details(7, "globex/old", "NO_SCAN_CONFIGURATION_ASSOCIATED", .at(now - 500 * day)),
        details(8, "globex/new", "NO_SCAN_CONFIGURATION_ASSOCIATED", .never),
    ]

    static func details(
        _ number: Int, _ name: String, _ reason: String?, _ lastScan: ScanTime, account: String = "123456789012"
    ) -> ProjectDetails {
        var details = Fixture.details(number, name)
        details.words = [
            .provider: number == 2 ? "GITLAB_SELF_MANAGED" : "GITHUB", .visibility: number == 1 ? "PUBLIC" : "PRIVATE", .account: account,
        ]
        details.words[.reason] = reason
        details.lastScan = lastScan
        return details
    }

    static func events(coverage: [InventoryEvent] = [.coverage(projects)]) -> [InventoryEvent] {
        [
            .configurations([Fixture.nightly, Fixture.standard, Fixture.empty], isLast: true),
            .associations(scanConfigurationArn: Fixture.nightly.scanConfigurationArn, (1...6).map(Fixture.project), isLast: true),
            .associations(scanConfigurationArn: Fixture.standard.scanConfigurationArn, [1, 2].map(Fixture.project), isLast: true),
            .associations(scanConfigurationArn: Fixture.empty.scanConfigurationArn, [], isLast: true),
        ] + coverage + [.finished]
    }

    static func listed(columns: Int = 80, rows: Int = 24, _ events: [InventoryEvent] = events()) -> App {
        var app = Fixture.connected(columns: columns, rows: rows)
        app.setTime(now)
        for event in events { _ = app.update(.inventoryArrived(generation: 1, event)) }
        app.recomputeLists()
        return app
    }

    /// The account with a view open, counted from the first.
    static func open(_ view: Int, columns: Int = 80, rows: Int = 24) -> App {
        var app = listed(columns: columns, rows: rows)
        app.press(keys: .home)
        for _ in 0..<view { app.press(keys: .down) }
        app.press(keys: .enter)
        return app
    }
}
