import InspectorCore
import Terminal

@testable import OperatorUI

/// The program on each of the screens there are.
enum EveryScreen {
    static func all(columns: Int = 80, rows: Int = 24) async throws -> [(name: String, app: App)] {
        try await lists(columns, rows) + fleet(columns, rows) + texts(columns, rows) + earlierRuns(columns, rows) + questions(columns, rows)
    }

    private static func lists(_ columns: Int, _ rows: Int) throws -> [(name: String, app: App)] {
        let listed = Fixture.listed(columns: columns, rows: rows)
        var failed = try finished(columns, rows)
        failed.press(keys: .home, .down, .down, .down, .down, .enter)
        return [
            ("starting", App(size: TerminalSize(columns: columns, rows: rows))), ("configurations", listed),
            ("projects", pressing(listed, .down, .enter)), ("all projects", pressing(listed, .enter)),
            ("no projects", pressing(listed, .end, .enter)), ("failed rows", failed), ("marked", pressing(listed, .character("a"))),
            ("range", pressing(listed, .down, .enter, .character("v"), .down)),
            ("filter", pressing(listed, .down, .enter, .character("/"), .character("x"))),
            ("sort by", pressing(listed, .down, .enter, .character("S"))),
            ("columns", pressing(listed, .down, .enter, .character("C"))),
            ("a view", Covered.open(1, columns: columns, rows: rows)), ("reasons", Covered.open(2, columns: columns, rows: rows)),
            ("unconfigured", Covered.open(3, columns: columns, rows: rows)),
            ("marked projects", pressing(Covered.open(3, columns: columns, rows: rows), .character(" "))),
            ("destinations", pressing(listed, .down, .character("A"))),
            ("finding a destination", pressing(listed, .down, .character("A"), .character("/"))),
            ("read-only", Fixture.listed(columns: columns, rows: rows, isReadOnly: true)),
        ]
    }

    private static let signInPage = SignInNotice(
        profile: "ops", address: "https://example.com/?user_code=ABCD-EFGH", shortAddress: "https://example.com/", code: "ABCD-EFGH",
        endsAt: nil)

    /// Several sessions.
    private static func fleet(_ columns: Int, _ rows: Int) throws -> [(name: String, app: App)] {
        let listed = FleetFixture.listed(columns: columns, rows: rows)
        let run = FleetFixture.running(columns: columns, rows: rows)
        return [
            ("connecting accounts", FleetFixture.begun(columns: columns, rows: rows)), ("accounts", listed),
            ("an account that failed", pressing(FleetFixture.refused(columns: columns, rows: rows), .end)),
            ("configurations of all accounts", pressing(listed, .enter)), ("one account", pressing(listed, .down, .enter)),
            ("rows of all accounts", pressing(listed, .enter, .enter)),
            ("plan of several sessions", FleetFixture.planned(columns: columns, rows: rows)),
            ("runs", run), ("accounts during runs", pressing(run, .escape, .escape, .escape)),
            ("ended runs", FleetFixture.finished(columns: columns, rows: rows)),
        ]
    }

    private static func texts(_ columns: Int, _ rows: Int) throws -> [(name: String, app: App)] {
        let listed = Fixture.listed(columns: columns, rows: rows)
        let finished = try finished(columns, rows)
        return [
            ("copy", pressing(listed, .down, .character("c"))), ("palette", pressing(listed, .character(":"))),
            ("details", pressing(listed, .down, .enter, .enter)), ("plan", pressing(listed, .character("a"), .character("d"))),
            ("cover with", CoveringTests.choosing(columns: columns, rows: rows)),
            ("covered plan", pressing(CoveringTests.choosing(columns: columns, rows: rows), .enter)),
            ("large plan", largePlan(columns, rows)), ("retry plan", pressing(finished, .character("R"))),
            ("run", try RunTests.running(columns: columns, rows: rows).0), ("results", pressing(finished, .character("!"))),
            ("sign in", taking(pressing(listed, .character("I")), .signInShown(signInPage))),
            ("no results", pressing(listed, .character("!"))), ("help", pressing(listed, .character("?"))),
            ("profiles", pressing(listed, .character("p"))),
            ("finding a profile", pressing(listed, .character("p"), .character("/"), .character("d"))),
            ("region", pressing(listed, .character("p"), .home, .enter)), ("file name", pressing(listed, .character("e"))),
            ("verification", pressing(finished, .character("!"), .character("V"))),
            ("results during a run", pressing(try RunTests.running(columns: columns, rows: rows).0, .character("!"))),
        ]
    }

    /// The list of earlier runs, and each kind of run there is in it, opened.
    private static func earlierRuns(_ columns: Int, _ rows: Int) async throws -> [(name: String, app: App)] {
        let listed = Fixture.listed(columns: columns, rows: rows)
        let reading = pressing(listed, .character("H"))
        let material = try await WalkMaterial.shared
        let opened = material.records.enumerated().map { number, record in
            ("earlier run \(number)", taking(taking(reading, .runsListed(material.runs)), .runOpened(record, .show)))
        }
        var live = try RunTests.running(columns: columns, rows: rows).0
        for event: Event in [
            .runReported(.started(runId: material.records[0].runId, journal: "/tmp/run.jsonl")), .keyPressed(.character("H")),
            .runsListed(material.runs), .runOpened(material.records[0], .show),
        ] {
            _ = live.update(event)
        }
        return opened + [
            ("earlier run in progress", live), ("reading earlier runs", reading), ("no earlier runs", taking(reading, .runsListed([]))),
            ("earlier runs", taking(reading, .runsListed(MadeRuns.all))),
        ]
    }

    private static func questions(_ columns: Int, _ rows: Int) throws -> [(name: String, app: App)] {
        let marked = pressing(Fixture.listed(columns: columns, rows: rows), .character("a"))
        let run = try RunTests.running(columns: columns, rows: rows).0
        let export = Export(path: "a.csv", content: .report(RunReport(runId: "1", journal: nil, plan: RunTests.emptyPlan, outcomes: [])))
        return [
            ("quit?", pressing(marked, .character("q"))), ("quit during a run?", pressing(run, .escape, .character("q"))),
            ("switch?", pressing(taking(marked, .profilesFound(["default", "ops"])), .character("p"), .end, .enter)),
            ("code", taking(marked, .codeRequested(serial: "mfa", profile: "p"))),
            ("replace?", export.map { taking(marked, .exportExists($0)) } ?? marked),
        ]
    }

    private static func finished(_ columns: Int, _ rows: Int) throws -> App {
        var (app, plan) = try RunTests.running(columns: columns, rows: rows)
        app.finish(RunTests.report(plan))
        return app
    }

    static func largePlan(_ columns: Int, _ rows: Int) -> App {
        var app = Fixture.listed(columns: columns, rows: rows)
        let many = (10..<60).map(Fixture.project)
        let arn = Fixture.empty.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        return pressing(app, .character("a"), .character("d"))
    }

    static func pressing(_ app: App, _ keys: Key...) -> App {
        var app = app
        for key in keys { _ = app.update(.keyPressed(key)) }
        return app
    }

    static func taking(_ app: App, _ event: Event) -> App {
        var app = app
        _ = app.update(event)
        return app
    }
}
