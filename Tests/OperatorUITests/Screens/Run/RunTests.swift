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
        guard case .startRun(let plan, _)? = effects.first else { throw Missing() }
        return (app, plan)
    }

    struct Missing: Error {}

    static let emptyPlan = Plan(action: .disassociate, account: nil, region: "us-east-1", caller: nil, targets: [], warnings: [])

    static func report(_ plan: Plan) -> RunReport {
        let outcomes = plan.targets.map { $0.association == Fixture.association(2) ? denied : .succeeded }
        return RunReport(runId: "run-1", journal: "/tmp/run-1.jsonl", plan: plan, outcomes: outcomes)
    }

    @Test func whatWasNotSentIsNoFailure() throws {
        var (app, plan) = try Self.running()
        let outcomes: [Outcome] = plan.targets.map { $0.association == Fixture.association(2) ? Self.denied : .notSent(.stopped) }
        app.finish(RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes))
        app.press(keys: .home, .down, .down, .down, .down, .enter)
        let rows = app.view().lines.filter { $0.text.contains("acme/") }
        #expect(rows.filter { $0.text.contains("✗") }.map { $0.text.contains("acme/ledger") } == [true])
        let open = try #require(rows.first { $0.text.contains("acme/refunds") })
        #expect(open.text.contains("●- acme/refunds") && open.text.contains("Not sent"))
        #expect(!open.spans.contains { $0.style.role == .failed })
        app.press(keys: .character("!"))
        let lines = app.lines
        let notSent = try #require(lines.firstIndex { $0.contains("▾ 2  Not sent") })
        let failed = try #require(lines.firstIndex { $0.contains("▾ 1  ACCESS_DENIED  Not allowed") })
        #expect(notSent < failed)
        #expect(lines[failed...].contains { $0.contains("▾ payments-nightly  1 project") })
        #expect(lines[failed...].contains { $0.contains("✗ acme/ledger") })
    }

    @Test func aTargetThatFailsAfterAllIsMarkedAgainWhereThatMakesSense() throws {
        var (app, plan) = try Self.running()
        let association = Fixture.association(2)
        _ = app.update(.runReported(.outcomes([TargetOutcome(association: association, change: .disassociate, outcome: .succeeded)])))
        #expect(!app.marks.contains(try #require(Fixture.id(2, in: app))))
        let outcomes = plan.targets.map { target in
            let code: AssociationStatusCode = target.association == association ? .internalError : .accessDenied
            return Outcome.failed(statusCode: code, statusMessage: nil)
        }
        app.finish(RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes))
        #expect(app.marks.ids == [try #require(Fixture.id(2, in: app))], "the others are hopeless")
        #expect(app.failures.count == 3)
    }

    @Test func hopelessRowsStayHighlightedAndUnmarkedAndSucceededOnesLeave() throws {
        var (app, plan) = try Self.running()
        app.finish(Self.report(plan))
        #expect(app.isIdle)
        #expect(app.marks.isEmpty, "d does not send them again")
        app.press(keys: .up, .enter)
        let row = try #require(app.view().lines.first { $0.text.contains("acme/ledger") })
        #expect(row.text.hasPrefix("▸ ✗ acme/ledger"))
        #expect(row.text.contains("ACCESS_DENIED  Not allowed"))
        #expect(row.spans.filter { $0.style.role == .failed }.map(\.text) == ["ACCESS_DENIED"], "the rest is text, and the cursor's bar")
        #expect(!app.lines.contains { $0.contains("acme/refunds") })
    }

    @Test func enterShowsTheWholeMessage() throws {
        var (app, plan) = try Self.running()
        app.finish(Self.report(plan))
        app.press(keys: .up, .enter, .enter)
        let text = app.lines.joined(separator: "\n")
        #expect(text.contains("ACCESS_DENIED"))
        #expect(text.contains("Not allowed to change acme/ledger."))
    }

    @Test func theFarewellNamesTheJournal() throws {
        var (app, plan) = try Self.running()
        app.finish(Self.report(plan))
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

    @Test func marksCannotChangeWhileARunIsInProgress() throws {
        var (app, _) = try Self.running()
        app.press(keys: .escape, .character(" "))
        #expect(app.notice?.text == "Marks cannot change while a run is in progress. x stops it.")
    }

    @Test func stoppingTwiceAbortsTheRun() throws {
        var (app, _) = try Self.running()
        #expect(app.press(keys: .control("c")) == [.stopRun])
        #expect(app.press(keys: .control("c")) == [.abortRun])
    }

    @Test func quittingWhileStoppingSendsNoSecondStop() throws {
        var (app, _) = try Self.running()
        #expect(app.press(keys: .control("c")) == [.stopRun])
        app.press(keys: .character("q"), .character("q"))
        #expect(app.agree() == [.quit])
    }

    @Test func aWrongClockIsShown() {
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

    @Test func aRunPausedByAnotherAccountNamesBothAccountsAndTheRemedy() throws {
        var (app, _) = try Self.running()
        _ = app.update(.runReported(.paused(.otherAccount(OtherAccount(expected: "123456789012", found: "210987654321")))))
        let text = app.words
        #expect(text.contains("Waiting: sign in to account 123456789012 again in another window, then press r"))
        #expect(text.contains("210987654321"))
        app.press(keys: .escape)
        #expect(app.lines.contains { $0.contains("The run is waiting: sign in to account 123456789012 again") })
        #expect(app.press(keys: .character("r")) == [.continueRun()])
    }

    @Test func rContinuesAPausedRun() throws {
        var (app, _) = try Self.running()
        #expect(app.press(keys: .character("r")) == [])
        _ = app.update(.runReported(.paused(.credentialsExpired(sentence: "The session token expired."))))
        #expect(app.press(keys: .character("r")) == [.continueRun()])
    }
}
