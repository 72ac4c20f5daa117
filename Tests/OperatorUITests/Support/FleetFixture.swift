import AWSClient
import InspectorCore
import Terminal

@testable import OperatorUI

/// Two sessions of different accounts whose configurations and projects have the same names and IDs.
enum FleetFixture {
    static let choices = [
        ConnectionChoice(profile: "payments", region: "eu-west-1"), ConnectionChoice(profile: "sandbox", region: "us-east-1"),
    ]
    static let accounts = ["123456789012", "210987654321"]
    static let sessions: [SessionKey] = [0, 1]

    /// The configuration of a session: all have the same name, and the organization's has the same ARN everywhere.
    static func configuration(_ key: SessionKey) -> ScanConfiguration { configuration(key, "nightly", "a1") }

    static func configuration(_ key: SessionKey, _ name: String, _ id: String) -> ScanConfiguration {
        let (account, region) = (accounts[Int(key)], choices[Int(key)].region ?? "")
        let uuid = "00000000-0000-0000-0000-0000000000\(id)"
        return ScanConfiguration(
            scanConfigurationArn: "arn:aws:inspector2:\(region):\(account):owner/\(account)/codesecurity-configuration/\(uuid)",
            name: name, ownerAccountId: account, periodicScanFrequency: "WEEKLY",
            continuousIntegrationScanSupportedEvents: ["PUSH"], ruleSetCategories: ["SAST"], scopeSettings: nil)
    }

    /// nightly has projects 1, 2 and 3 in each session, weekly has 1.
    static func events(_ key: SessionKey) -> [InventoryEvent] {
        let (nightly, weekly) = (configuration(key), configuration(key, "weekly", "b2"))
        return [
            .configurations([nightly, weekly], isLast: true),
            .associations(scanConfigurationArn: nightly.scanConfigurationArn, [1, 2, 3].map(Fixture.project), isLast: true),
            .associations(scanConfigurationArn: weekly.scanConfigurationArn, [Fixture.project(1)], isLast: true),
            .coverage([Fixture.details(1, "acme/api"), Fixture.details(2, "acme/ledger"), Fixture.details(3, "acme/refunds")]),
            .finished,
        ]
    }

    static func begun(columns: Int = 80, rows: Int = 24) -> App {
        var app = App(size: TerminalSize(columns: columns, rows: rows), sessions: choices)
        _ = app.begin()
        return app
    }

    /// Both sessions are open, and nothing is listed.
    static func connected(columns: Int = 80, rows: Int = 24) -> App {
        var app = begun(columns: columns, rows: rows)
        for key in sessions { connect(key, &app) }
        return app
    }

    @discardableResult
    static func connect(_ key: SessionKey, endpoint: String? = nil, _ app: inout App) -> [Effect] {
        let choice = choices[Int(key)]
        let identity = SessionIdentity(region: choice.region, profile: choice.profile, endpoint: endpoint)
        let effects = app.update(.connected(generation: app.session[key].connection.generation, identity, at: key))
        let caller = "arn:aws:sts::\(accounts[Int(key)]):assumed-role/Ops\(key)/me"
        return effects
            + app.update(
                .identified(generation: app.session[key].connection.number, account: accounts[Int(key)], caller: caller, at: key))
    }

    static func list(_ key: SessionKey, _ app: inout App) {
        for event in events(key) {
            _ = app.update(.inventoryArrived(generation: app.session[key].connection.generation, event, at: key))
        }
        app.recomputeLists()
    }

    static func listed(columns: Int = 80, rows: Int = 24) -> App {
        var app = connected(columns: columns, rows: rows)
        for key in sessions { list(key, &app) }
        return app
    }

    static let denied = ListingError.call(
        CallError(
            operation: "ListCodeSecurityScanConfigurations", service: "inspector2", endpoint: "", attempts: 1,
            cause: .service(ServiceError(status: 403, code: "AccessDeniedException", message: "You are not allowed to do this."))))

    /// The first session is listed; nothing may be listed in the second one.
    static func refused(columns: Int = 80, rows: Int = 24, _ error: ListingError = denied) -> App {
        var app = connected(columns: columns, rows: rows)
        list(0, &app)
        for event in [InventoryEvent.failed(error), .finished] {
            _ = app.update(.inventoryArrived(generation: app.session[1].connection.generation, event, at: 1))
        }
        app.recomputeLists()
        return app
    }

    /// The plan of everything in both sessions.
    static func planned(columns: Int = 80, rows: Int = 24) -> App {
        var app = listed(columns: columns, rows: rows)
        app.press(keys: .enter, .character("a"), .character("d"))
        return app
    }

    /// The plan of everything is sent.
    static func running(columns: Int = 80, rows: Int = 24) -> App { send(planned(columns: columns, rows: rows)).0 }

    /// Sends the plan on top; the runs that begin.
    static func send(_ planned: App) -> (App, [PlannedRun]) {
        var app = planned
        app.read()
        app.type(String(app.plan?.draft.count ?? 0))
        for case .startRuns(let runs) in app.press(keys: .enter) { return (app, runs) }
        return (app, [])
    }

    static func report(_ run: PlannedRun, _ id: String, _ outcome: (Int) -> Outcome = { _ in .succeeded }) -> RunReport {
        var plan = run.plan
        plan.group = "G20260101T000000Z-0001-2"
        return RunReport(runId: id, journal: "/tmp/\(id)", plan: plan, outcomes: plan.targets.indices.map(outcome))
    }

    /// Both runs have ended; one target failed in the second session.
    static func finished(columns: Int = 80, rows: Int = 24) -> App {
        let (running, runs) = send(planned(columns: columns, rows: rows))
        var app = running
        for run in runs {
            let report = report(run, "run-\(run.session)") { run.session == 1 && $0 == 0 ? RunTests.denied : .succeeded }
            _ = app.update(.runReported(.finished(report), at: run.session))
        }
        return app
    }

    static func id(_ number: Int, _ key: SessionKey, in app: App) -> AssociationID? {
        app.inventory.id(
            of: Association(scanConfigurationArn: configuration(key).scanConfigurationArn, resource: Fixture.project(number)), in: key)
    }
}
