import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct RunTests {
    static let denied = Outcome.failed(statusCode: .accessDenied, statusMessage: "Not allowed to change acme/ledger.")

    /// Everything in payments-nightly marked, planned and sent.
    static func running(columns: Int = 80, rows: Int = 24) throws -> (App, Plan) {
        var app = Fixture.listed(columns: columns, rows: rows)
        app.press(keys: .down, .character(" "), .character("d"))
        let effects = app.agree()
        guard case .startRun(let plan)? = effects.first else { throw Missing() }
        return (app, plan)
    }

    struct Missing: Error {}

    static let emptyPlan = Plan(action: .disassociate, account: nil, region: "us-east-1", caller: nil, targets: [], warnings: [])

    static func report(_ plan: Plan) -> RunReport {
        let outcomes = plan.targets.map { $0.association == Fixture.association(2) ? denied : .succeeded }
        return RunReport(runId: "run-1", journal: "/tmp/run-1.jsonl", plan: plan, outcomes: outcomes)
    }

    @Test func thePlanShowsWhereWhoAndEveryTargetFirst() {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        let text = app.lines.joined(separator: "\n")
        #expect(text.contains("Disassociate 3 associations (3 projects) in 1 configuration"))
        for word in ["123456789012", "us-east-1", "OpsAdmin", "acme/ledger", "acme/payments-api", "acme/refunds"] {
            #expect(text.contains(word), "\(word) is missing")
        }
        #expect(text.contains("2 projects would be left with no scan configuration at all"))
    }

    @Test func enterAndTheOpeningKeySendNothing() {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        #expect(app.press(keys: .enter) == [])
        #expect(app.press(keys: .character("d")) == [])
        #expect(app.isIdle)
    }

    @Test func thePlanIsFrozenWhenItOpens() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(7)], isLast: true)))
        guard case .startRun(let plan)? = app.agree().first else { throw Missing() }
        #expect(Set(plan.targets.map(\.association)) == Set([1, 2, 3].map { Fixture.association($0) }))
    }

    @Test func moreThan25TargetsNeedTheirNumberTyped() {
        var app = Fixture.connected()
        let many = (0..<26).map(Fixture.project)
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        app.press(keys: .character("a"), .character("d"))
        #expect(app.agree() == [])
        #expect(app.press(keys: .character("2"), .enter) == [])
        #expect(app.lines[22] == " Type 26 and Enter to send:    2 is not the number. Esc sends nothing.")
        app.type("26")
        #expect(app.lines[22] == " Type 26 and Enter to send: 26")
        #expect(app.press(keys: .enter).count == 1)
        #expect(app.session.run?.plan.targets.count == 26)
    }

    /// More targets than one key sends, planned.
    private func largePlan(of count: Int = 64) -> App {
        var app = Fixture.connected()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        let many = (0..<count).map(Fixture.project)
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        app.recomputeLists()
        app.press(keys: .character("a"), .character("d"))
        app.read()
        return app
    }

    @Test(arguments: [Key.character("x"), .character("y"), .tab, .character("?"), .character("Z")])
    func aNumberSurvivesAnotherKeyAndStaysInSight(key: Key) {
        var app = largePlan()
        app.type("64")
        #expect(app.lines[22].hasPrefix(" Type 64 and Enter to send: 64"))
        app.press(keys: key)
        #expect(app.isIdle)
        if case .help = app.screen {
            app.press(keys: .escape)
            app.read()
        }
        #expect(app.lines[22].hasPrefix(" Type 64 and Enter to send: 64"))
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test(arguments: ["1200", "1,200"]) func aNumberIsTakenAsItIsPrintedAndWithoutCommas(typed: String) {
        var app = largePlan(of: 1_200)
        #expect(app.lines[22] == " Type 1,200 and Enter to send:")
        app.type(typed)
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test(arguments: ["12,00", "1200,", ",1200", "1,20"]) func anotherNumberIsNotTaken(typed: String) {
        var app = largePlan(of: 1_200)
        app.type(typed)
        #expect(app.press(keys: .enter) == [])
        #expect(app.isIdle)
    }

    @Test func scrollingKeepsTheNumber() {
        var app = largePlan()
        app.type("6")
        app.press(keys: .down, .pageDown, .end)
        app.type("4")
        #expect(app.press(keys: .enter).count == 1)
    }

    @Test func whatWasNotSentIsNoFailure() throws {
        var (app, plan) = try Self.running()
        let outcomes: [Outcome] = plan.targets.map { $0.association == Fixture.association(2) ? Self.denied : .notSent(.stopped) }
        _ = app.update(.runReported(.finished(RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes))))
        app.press(keys: .home, .enter)
        let rows = app.view().lines.filter { $0.text.contains("acme/") }
        #expect(rows.filter { $0.text.contains("✗") }.map { $0.text.contains("acme/ledger") } == [true])
        let open = try #require(rows.first { $0.text.contains("acme/refunds") })
        #expect(open.text.contains("●- acme/refunds") && open.text.contains("Not sent"))
        #expect(!open.spans.contains { $0.style.role == .failed })
        app.press(keys: .character("!"))
        let lines = app.lines
        let failed = try #require(lines.firstIndex { $0.contains("ACCESS_DENIED: 1 association") })
        let notSent = try #require(lines.firstIndex { $0.contains("Not sent: 2 associations") })
        #expect(failed < notSent)
        #expect(lines[failed...].contains { $0.contains("acme/ledger") && $0.contains("payments-nightly") && $0.contains("Not allowed") })
    }

    @Test func aTargetThatFailsAfterAllIsMarkedAgain() throws {
        var (app, plan) = try Self.running()
        let association = Fixture.association(2)
        _ = app.update(.runReported(.outcomes([TargetOutcome(association: association, outcome: .succeeded)])))
        #expect(!app.marks.contains(try #require(Fixture.id(2, in: app))))
        _ = app.update(.runReported(.finished(Self.report(plan))))
        #expect(app.marks.contains(try #require(Fixture.id(2, in: app))))
    }

    @Test func readOnlySendsNothing() {
        var app = Fixture.listed(isReadOnly: true)
        app.press(keys: .down, .character(" "), .character("d"))
        #expect(app.screens.count == 1)
        #expect(app.notice?.text.hasPrefix("Read-only") == true)
        #expect(app.lines[0].hasSuffix("read-only"))
    }

    @Test func failedRowsStayMarkedAndHighlightedAndSucceededOnesLeave() throws {
        var (app, plan) = try Self.running()
        _ = app.update(.runReported(.finished(Self.report(plan))))
        #expect(app.isIdle)
        #expect(app.marks.ids == [try #require(Fixture.id(2, in: app))])
        app.press(keys: .up, .enter)
        let row = try #require(app.view().lines.first { $0.text.contains("acme/ledger") })
        #expect(row.text.hasPrefix("▸●✗ acme/ledger"))
        #expect(row.text.contains("ACCESS_DENIED  Not allowed"))
        #expect(row.spans.dropFirst().allSatisfy { $0.style.role == .failed })
        #expect(!app.lines.contains { $0.contains("acme/refunds") })
    }

    @Test func enterShowsTheWholeMessage() throws {
        var (app, plan) = try Self.running()
        _ = app.update(.runReported(.finished(Self.report(plan))))
        app.press(keys: .up, .enter, .enter)
        let text = app.lines.joined(separator: "\n")
        #expect(text.contains("ACCESS_DENIED"))
        #expect(text.contains("Not allowed to change acme/ledger."))
    }

    @Test func theFarewellNamesTheJournal() throws {
        var (app, plan) = try Self.running()
        _ = app.update(.runReported(.finished(Self.report(plan))))
        #expect(app.farewell == "2 disassociated, 1 failed.\n  journal: /tmp/run-1.jsonl\n")
    }

    @Test func whatIsNotSentFillsNoBar() throws {
        var (app, _) = try Self.running()
        var progress = RunProgress(total: 3)
        (progress.done, progress.succeeded, progress.notSent) = (3, 1, 2)
        _ = app.update(.runReported(.progress(progress)))
        #expect(app.lines.contains { $0.contains("░") && $0.hasSuffix("1/3") })
        #expect(app.lines.contains { $0.hasPrefix(" Not sent") && $0.hasSuffix("2") })
    }

    @Test func marksRestWhileARunGoesOn() throws {
        var (app, _) = try Self.running()
        app.press(keys: .escape, .character(" "))
        #expect(app.notice?.text == "Marks cannot change while a run is in progress. x stops it.")
    }

    @Test func stoppingAsksForAnEndAndTheSecondTimeLeavesAtOnce() throws {
        var (app, _) = try Self.running()
        #expect(app.press(keys: .control("c")) == [.stopRun])
        #expect(app.press(keys: .control("c")) == [.abortRun])
    }

    @Test func quittingAStoppingRunWaitsForTheCallsUnderWay() throws {
        var (app, _) = try Self.running()
        #expect(app.press(keys: .control("c")) == [.stopRun])
        app.press(keys: .character("q"), .character("q"))
        #expect(app.agree() == [.quit])
    }

    @Test func aWrongClockIsTold() {
        var app = Fixture.listed()
        _ = app.update(.sessionWarned(generation: app.generation, sentence: "This machine's clock is 900 s behind."))
        #expect(app.notice?.text.contains("900 s behind") == true)
    }

    @Test func aHangUpStopsTheRunAndLeaves() throws {
        var (app, _) = try Self.running()
        #expect(app.update(.hungUp) == [.stopRun, .quit])
    }

    @Test func aHangUpThatComesTwiceStopsOnce() throws {
        var (app, _) = try Self.running()
        app.press(keys: .character("x"))
        #expect(app.update(.hungUp) == [.quit])
    }

    @Test func aRunThatMetAnotherAccountShowsBothAndWhatToDo() throws {
        var (app, _) = try Self.running()
        _ = app.update(.runReported(.paused(.otherAccount(OtherAccount(expected: "123456789012", found: "210987654321")))))
        let text = app.words
        #expect(text.contains("Waiting: sign in to account 123456789012 again in another window, then press r"))
        #expect(text.contains("210987654321"))
        app.press(keys: .escape)
        #expect(app.lines.contains { $0.contains("The run is waiting: sign in to account 123456789012 again") })
        #expect(app.press(keys: .character("r")) == [.continueRun])
    }

    @Test func aPlanIsNotSentByASessionOfAnotherAccount() {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"))
        app.identity.account = "210987654321"
        #expect(app.agree() == [])
        #expect(app.isIdle)
        #expect(app.notice?.text.contains("for account 123456789012, and this session's account is 210987654321") == true)
        app.identity.account = nil
        #expect(app.agree() == [])
        #expect(app.notice?.text.contains("this session's account is not known") == true)
    }

    @Test func aPausedRunGoesOnWithR() throws {
        var (app, _) = try Self.running()
        #expect(app.press(keys: .character("r")) == [])
        _ = app.update(.runReported(.paused(.credentialsExpired(sentence: "The session token expired."))))
        #expect(app.press(keys: .character("r")) == [.continueRun])
    }
}
