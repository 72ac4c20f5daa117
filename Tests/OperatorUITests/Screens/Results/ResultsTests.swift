import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// What did not succeed, as the results show it.
@Suite struct ResultsTests {
    private static let message = "Only the delegated administrator can change an organization's configuration, and nobody else may."

    /// A finished run of so many targets in each of two configurations, most of which failed alike, with its results open.
    static func results(_ count: Int, columns: Int = 80, rows: Int = 24, code: (Int) -> Outcome = { outcome($0) }) -> App {
        var app = Fixture.listed(columns: columns, rows: rows)
        let targets = [Fixture.nightly, Fixture.standard].flatMap { configuration in
            (0..<count).map {
                PlanTarget(
                    association: Fixture.association($0, configuration), configurationName: configuration.name, projectName: "acme/p\($0)")
            }
        }
        let plan = Plan(action: .disassociate, account: "123456789012", region: "us-east-1", caller: nil, targets: targets, warnings: [])
        let report = RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: targets.indices.map(code))
        app.session.finishedRuns = [FinishedRun(report)]
        app.press(keys: .character("!"))
        app.recomputeLists()
        return app
    }

    static func outcome(_ place: Int) -> Outcome {
        switch place % 10 {
        case 0: .succeeded
        case 1: .failed(statusCode: .internalError, statusMessage: "Try again later.")
        case 2: .failed(statusCode: .resourceNotFound, statusMessage: nil)
        default: .failed(statusCode: .accessDenied, statusMessage: message)
        }
    }

    @Test func eachMessageStandsOnceAndWhole() {
        let app = Self.results(100, rows: 50)
        #expect(
            app.words.matches(of: /Only the delegated administrator can change an organization's configuration, and nobody else may\./)
                .count == 1)
        #expect(app.lines.contains { $0.contains("▾ 140  ACCESS_DENIED  Only the delegated") })
        let order = ["A retry may help  20", "Needs someone else  140", "Gone already  20   RESOURCE_NOT_FOUND"]
        let places = order.map { words in app.lines.firstIndex { $0.contains(words) } ?? -1 }
        #expect(places == places.sorted() && !places.contains(-1), "\(app.lines)")
    }

    @Test func whereEverythingSucceededNothingIsOfferedThatDoesNothing() {
        var app = Self.results(3) { _ in .succeeded }
        app.press(keys: .character("!"))
        #expect(!app.words.contains("next failure") && !app.words.contains("fold"), "\(app.words)")
        app.press(keys: .character("n"))
        #expect(app.notice?.text == "Nothing failed here.")
    }

    @Test func enterUnfoldsAndFolds() {
        var app = Self.results(100, rows: 50)
        #expect(app.lines.contains { $0.contains("▸ ▾ A retry may help") })
        app.press(keys: .enter)
        #expect(app.lines.contains { $0.contains("▸ ▸ A retry may help  20   INTERNAL_ERROR") })
        #expect(!app.words.contains("Try again later."))
        app.press(keys: .enter, .down, .down, .enter)
        #expect(app.lines.contains { $0.hasPrefix("▸") && $0.contains("▾ default-scan") })
        #expect(app.lines.contains { $0.contains("✗ acme/p91") })
    }

    @Test func aClosedConfigurationShowsTheNamesThatFit() {
        let app = Self.results(100, rows: 50)
        #expect(app.lines.contains { $0.contains("▸ default-scan      10 projects   acme/p1, acme/p11, ") }, "\(app.lines)")
    }

    @Test func nGoesFromReasonToReason() {
        var app = Self.results(100, rows: 20)
        app.press(keys: .character("n"))
        #expect(app.lines.contains { $0.hasPrefix("▸") && $0.contains("INTERNAL_ERROR") })
        app.press(keys: .character("n"))
        #expect(app.lines.contains { $0.hasPrefix("▸") && $0.contains("ACCESS_DENIED") })
        app.press(keys: .character("n"))
        #expect(app.notice?.text.hasPrefix("This is the last unfolded failure") == true)
        app.press(keys: .character("N"))
        #expect(app.lines.contains { $0.hasPrefix("▸") && $0.contains("INTERNAL_ERROR") })
    }

    @Test func cCopiesTheIdsOfTheGroup() throws {
        var app = Self.results(20)
        guard case .copy(let ids)? = app.press(keys: .character("n"), .character("c")).first else { throw RunTests.Missing() }
        #expect(ids.split(separator: "\n").map(String.init) == [1, 11].compactMap { Fixture.project($0).projectId })
        #expect(app.notice?.text.hasPrefix("Copied 2 IDs") == true)
    }

    @Test func moreIdsThanTheClipboardTakesGoToAFile() throws {
        var app = Self.results(3_000)
        app.press(keys: .character("n"), .character("n"))
        #expect(app.press(keys: .character("c")).isEmpty)
        #expect(app.notice?.text == "2,100 IDs are more than a terminal's clipboard takes: write them to a file.")
        #expect(app.prompt?.text == "ids.csv")
        app.press(keys: .control("u"))
        app.type("ids.json")
        guard case .export(let export)? = app.press(keys: .enter).first else { throw RunTests.Missing() }
        #expect(export.path == "ids.json" && export.count == 4_200)
    }

    @Test func aNameOpensItsAssociation() {
        var app = Self.results(3)
        app.press(keys: .down, .down, .down, .enter)
        guard case .details(let details) = app.screen else {
            Issue.record("\(app.lines)")
            return
        }
        #expect(details.id == Fixture.id(1, in: app))
    }

    /// What is opened and where it is costs no more with many targets: only lines that are seen are made.
    @Test func aHundredThousandFailuresAreCountedAndSeen() throws {
        var app = Self.results(50_000)
        let count = try #require(app.text).count
        app.press(keys: .character("n"), .character("n"), .down, .enter)
        #expect(app.text?.count == count + 35_000)
        #expect(app.lines.contains { $0.contains("✗ acme/p3") })
        app.press(keys: .end)
        #expect(app.lines.contains { $0.hasPrefix("▸ ▸ Gone already  10,000") })
    }

    @Test func manyMessagesAreFoldedToOneLineEach() throws {
        let app = Self.results(5_000) { .failed(statusCode: .internalError, statusMessage: "Request \($0) " + Self.message) }
        #expect(try #require(app.text).count < 10_020)
        #expect(app.lines.contains { $0.contains("▸ 1  INTERNAL_ERROR  Request 0 Only") && $0.hasSuffix("…") }, "\(app.lines)")
    }

    @Test func theCursorStaysOnItsNodeWhenTheWidthChanges() {
        var app = Self.results(100, rows: 20)
        app.press(keys: .character("n"), .character("n"))
        for columns in [60, 160] {
            _ = app.update(.resized(TerminalSize(columns: columns, rows: 16)))
            #expect(app.lines.contains { $0.hasPrefix("▸") && $0.contains("ACCESS_DENIED") }, "\(app.lines)")
        }
    }

    @Test func aMessageThatIsLongerThanTheScreenCanBeReadToItsEnd() {
        let long = (0..<60).map { "word\($0)" }.joined(separator: " ")
        var app = Self.results(1, columns: 60, rows: 10) { _ in .failed(statusCode: .accessDenied, statusMessage: long) }
        var seen: Set<Substring> = []
        for _ in 0..<40 {
            seen.formUnion(app.lines.flatMap { $0.split(separator: " ") })
            app.press(keys: .down)
        }
        #expect((0..<60).allSatisfy { seen.contains("word\($0)") })
    }

    @Test func whatWasSoAlreadyIsListedApart() {
        var app = Self.results(1)
        var report = app.session.finishedRuns[0].report
        report.plan.alreadyDone = [
            PlanTarget(association: Fixture.association(3), configurationName: "payments-nightly", projectName: "acme/z")
        ]
        app.session.finishedRuns = [FinishedRun(report)]
        #expect(app.lines.contains { $0.contains("▸ Not associated when planned  1") })
        app.press(keys: .end, .enter)
        #expect(app.lines.contains { $0.contains("acme/z  payments-nightly") })
    }
}
