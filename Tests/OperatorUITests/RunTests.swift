import AWSClient
import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

@Suite struct RunTests {
    static let denied = Outcome.failed(statusCode: .accessDenied, statusMessage: "Not allowed to change acme/ledger.")

    /// Everything in payments-nightly marked, planned and sent.
    static func running(columns: Int = 80, rows: Int = 24) throws -> (State, Plan) {
        var state = Fixture.listed(columns: columns, rows: rows)
        state.press(keys: .down, .character(" "), .character("d"))
        let effects = state.agree()
        guard case .startRun(let plan)? = effects.first else { throw Missing() }
        return (state, plan)
    }

    struct Missing: Error {}

    static let emptyPlan = Plan(action: .disassociate, account: nil, region: "us-east-1", caller: nil, targets: [], warnings: [])

    static func report(_ plan: Plan) -> RunReport {
        let outcomes = plan.targets.map { $0.association == Fixture.association(2) ? denied : .succeeded }
        return RunReport(runId: "run-1", journal: "/tmp/run-1.jsonl", plan: plan, outcomes: outcomes)
    }

    @Test func thePlanShowsWhereWhoAndEveryTargetFirst() {
        var state = Fixture.listed()
        state.press(keys: .down, .character(" "), .character("d"))
        let text = state.lines.joined(separator: "\n")
        #expect(text.contains("Disassociate 3 associations (3 projects) in 1 configuration"))
        for word in ["123456789012", "us-east-1", "OpsAdmin", "acme/ledger", "acme/payments-api", "acme/refunds"] {
            #expect(text.contains(word), "\(word) is missing")
        }
        #expect(text.contains("2 projects would be left with no scan configuration at all"))
    }

    @Test func enterAndTheOpeningKeySendNothing() {
        var state = Fixture.listed()
        state.press(keys: .down, .character(" "), .character("d"))
        #expect(state.press(keys: .enter) == [])
        #expect(state.press(keys: .character("d")) == [])
        #expect(state.activity == .idle)
    }

    @Test func thePlanIsFrozenWhenItOpens() throws {
        var state = Fixture.listed()
        state.press(keys: .down, .character(" "), .character("d"))
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(7)], isLast: true)))
        guard case .startRun(let plan)? = state.agree().first else { throw Missing() }
        #expect(Set(plan.targets.map(\.association)) == Set([1, 2, 3].map { Fixture.association($0) }))
    }

    @Test func moreThan25TargetsNeedTheirNumberTyped() {
        var state = Fixture.connected()
        let many = (0..<26).map(Fixture.project)
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        state.settle()
        state.press(keys: .character("a"), .character("d"))
        #expect(state.agree() == [])
        #expect(state.press(keys: .character("2"), .enter) == [])
        #expect(state.lines[22] == " Type 26 and Enter to send:    2 is not the number. Esc sends nothing.")
        state.type("26")
        #expect(state.lines[22] == " Type 26 and Enter to send: 26")
        #expect(state.press(keys: .enter).count == 1)
        #expect(state.activity.run?.plan.targets.count == 26)
    }

    /// More targets than one key sends, planned.
    private func largePlan(of count: Int = 64) -> State {
        var state = Fixture.connected()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .configurations([Fixture.nightly], isLast: true)))
        let many = (0..<count).map(Fixture.project)
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, many, isLast: true)))
        state.settle()
        state.press(keys: .character("a"), .character("d"))
        state.read()
        return state
    }

    @Test(arguments: [Key.character("x"), .character("y"), .tab, .character("?"), .character("Z")])
    func aNumberSurvivesAnotherKeyAndStaysInSight(key: Key) {
        var state = largePlan()
        state.type("64")
        #expect(state.lines[22].hasPrefix(" Type 64 and Enter to send: 64"))
        state.press(keys: key)
        #expect(state.activity == .idle)
        if case .help = state.screen {
            state.press(keys: .escape)
            state.read()
        }
        #expect(state.lines[22].hasPrefix(" Type 64 and Enter to send: 64"))
        #expect(state.press(keys: .enter).count == 1)
    }

    @Test(arguments: ["1200", "1,200"]) func aNumberIsTakenAsItIsPrintedAndWithoutCommas(typed: String) {
        var state = largePlan(of: 1_200)
        #expect(state.lines[22] == " Type 1,200 and Enter to send:")
        state.type(typed)
        #expect(state.press(keys: .enter).count == 1)
    }

    @Test(arguments: ["12,00", "1200,", ",1200", "1,20"]) func anotherNumberIsNotTaken(typed: String) {
        var state = largePlan(of: 1_200)
        state.type(typed)
        #expect(state.press(keys: .enter) == [])
        #expect(state.activity == .idle)
    }

    @Test func scrollingKeepsTheNumber() {
        var state = largePlan()
        state.type("6")
        state.press(keys: .down, .pageDown, .end)
        state.type("4")
        #expect(state.press(keys: .enter).count == 1)
    }

    @Test func whatWasNotSentIsNoFailure() throws {
        var (state, plan) = try Self.running()
        let outcomes: [Outcome] = plan.targets.map { $0.association == Fixture.association(2) ? Self.denied : .notSent(.stopped) }
        _ = update(&state, .runReported(.finished(RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes))))
        state.press(keys: .home, .enter)
        let rows = view(state).lines.filter { $0.text.contains("acme/") }
        #expect(rows.filter { $0.text.contains("✗") }.map { $0.text.contains("acme/ledger") } == [true])
        let open = try #require(rows.first { $0.text.contains("acme/refunds") })
        #expect(open.text.contains("●- acme/refunds") && open.text.contains("Not sent"))
        #expect(!open.spans.contains { $0.style.role == .failed })
        state.press(keys: .character("!"))
        let lines = state.lines
        let failed = try #require(lines.firstIndex { $0.contains("ACCESS_DENIED: 1 association") })
        let notSent = try #require(lines.firstIndex { $0.contains("Not sent: 2 associations") })
        #expect(failed < notSent)
        #expect(lines[failed...].contains { $0.contains("acme/ledger") && $0.contains("payments-nightly") && $0.contains("Not allowed") })
    }

    @Test func aTargetThatFailsAfterAllIsMarkedAgain() throws {
        var (state, plan) = try Self.running()
        let association = Fixture.association(2)
        _ = update(&state, .runReported(.outcomes([TargetOutcome(association: association, outcome: .succeeded)])))
        #expect(!state.marks.contains(try #require(Fixture.id(2, in: state))))
        _ = update(&state, .runReported(.finished(Self.report(plan))))
        #expect(state.marks.contains(try #require(Fixture.id(2, in: state))))
    }

    @Test func readOnlySendsNothing() {
        var state = Fixture.listed(isReadOnly: true)
        state.press(keys: .down, .character(" "), .character("d"))
        #expect(state.screens.count == 1)
        #expect(state.notice?.text.hasPrefix("Read-only") == true)
        #expect(state.lines[0].hasSuffix("read-only"))
    }

    @Test func failedRowsStayMarkedAndHighlightedAndSucceededOnesLeave() throws {
        var (state, plan) = try Self.running()
        _ = update(&state, .runReported(.finished(Self.report(plan))))
        #expect(state.activity == .idle)
        #expect(state.marks.ids == [try #require(Fixture.id(2, in: state))])
        state.press(keys: .up, .enter)
        let row = try #require(view(state).lines.first { $0.text.contains("acme/ledger") })
        #expect(row.text.hasPrefix("▸●✗ acme/ledger"))
        #expect(row.text.contains("ACCESS_DENIED  Not allowed"))
        #expect(row.spans.dropFirst().allSatisfy { $0.style.role == .failed })
        #expect(!state.lines.contains { $0.contains("acme/refunds") })
    }

    @Test func enterShowsTheWholeMessage() throws {
        var (state, plan) = try Self.running()
        _ = update(&state, .runReported(.finished(Self.report(plan))))
        state.press(keys: .up, .enter, .enter)
        let text = state.lines.joined(separator: "\n")
        #expect(text.contains("ACCESS_DENIED"))
        #expect(text.contains("Not allowed to change acme/ledger."))
    }

    @Test func theFarewellNamesTheJournal() throws {
        var (state, plan) = try Self.running()
        _ = update(&state, .runReported(.finished(Self.report(plan))))
        #expect(state.farewell == "2 disassociated, 1 failed.\n  journal: /tmp/run-1.jsonl\n")
    }

    @Test func whatIsNotSentFillsNoBar() throws {
        var (state, _) = try Self.running()
        var progress = RunProgress(total: 3)
        (progress.done, progress.succeeded, progress.notSent) = (3, 1, 2)
        _ = update(&state, .runReported(.progress(progress)))
        #expect(state.lines.contains { $0.contains("░") && $0.hasSuffix("1/3") })
        #expect(state.lines.contains { $0.hasPrefix(" Not sent") && $0.hasSuffix("2") })
    }

    @Test func marksRestWhileARunGoesOn() throws {
        var (state, _) = try Self.running()
        state.press(keys: .escape, .character(" "))
        #expect(state.notice?.text == "Marks cannot change during a run. x stops it.")
    }

    @Test func stoppingAsksForAnEndAndTheSecondTimeLeavesAtOnce() throws {
        var (state, _) = try Self.running()
        #expect(state.press(keys: .control("c")) == [.stopRun])
        #expect(state.press(keys: .control("c")) == [.abandonRun])
    }

    @Test func quittingAStoppingRunWaitsForTheCallsUnderWay() throws {
        var (state, _) = try Self.running()
        #expect(state.press(keys: .control("c")) == [.stopRun])
        state.press(keys: .character("q"), .character("q"))
        #expect(state.agree() == [.quit])
    }

    @Test func aWrongClockIsTold() {
        var state = Fixture.listed()
        _ = update(&state, .sessionRemarked(generation: state.generation, sentence: "This machine's clock is 900 s behind."))
        #expect(state.notice?.text.contains("900 s behind") == true)
    }

    @Test func aHangUpStopsTheRunAndLeaves() throws {
        var (state, _) = try Self.running()
        #expect(update(&state, .hungUp) == [.stopRun, .quit])
    }

    @Test func aHangUpThatComesTwiceStopsOnce() throws {
        var (state, _) = try Self.running()
        state.press(keys: .character("x"))
        #expect(update(&state, .hungUp) == [.quit])
    }

    @Test func aRunThatMetAnotherAccountShowsBothAndWhatToDo() throws {
        var (state, _) = try Self.running()
        _ = update(&state, .runReported(.paused(.otherAccount(OtherAccount(expected: "123456789012", found: "210987654321")))))
        let text = state.words
        #expect(text.contains("Waiting: sign in to account 123456789012 again in another window, then press r"))
        #expect(text.contains("210987654321"))
        state.press(keys: .escape)
        #expect(state.lines.contains { $0.contains("The run waits: sign in to account 123456789012 again") })
        #expect(state.press(keys: .character("r")) == [.continueRun])
    }

    @Test func aPlanIsNotSentByASessionOfAnotherAccount() {
        var state = Fixture.listed()
        state.press(keys: .down, .character(" "), .character("d"))
        state.session.account = "210987654321"
        #expect(state.agree() == [])
        #expect(state.activity == .idle)
        #expect(state.notice?.text.contains("for account 123456789012, and this session's account is 210987654321") == true)
        state.session.account = nil
        #expect(state.agree() == [])
        #expect(state.notice?.text.contains("this session's account is not known") == true)
    }

    @Test func aPausedRunGoesOnWithR() throws {
        var (state, _) = try Self.running()
        #expect(state.press(keys: .character("r")) == [])
        _ = update(&state, .runReported(.paused(.credentialsExpired(sentence: "The session token expired."))))
        #expect(state.press(keys: .character("r")) == [.continueRun])
    }
}
