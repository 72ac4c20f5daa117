import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// V: what a run touched is listed again.
@Suite struct VerifyTests {
    private static let late = Outcome.notConfirmed(statusCode: .notDisassociated, asOf: "2026-01-31T09:15:00Z")

    /// A run of which one association was reported done and is still listed, and its plan.
    private func lagging() throws -> (App, Plan) {
        var (app, plan) = try RunTests.running()
        let outcomes = plan.targets.map { $0.association == Fixture.association(2) ? Self.late : .succeeded }
        app.finish(RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: outcomes))
        return (app, plan)
    }

    @Test func reportedDoneButStillListedIsShownInWords() throws {
        var (app, _) = try lagging()
        #expect(app.notice?.text == "2 disassociated, 1 reported done but still listed.  ! shows each")
        app.press(keys: .home, .down, .down, .down, .down, .down, .enter)
        let row = try #require(app.view().lines.first { $0.text.contains("acme/ledger") })
        #expect(row.text.contains("Reported done, still listed"))
        #expect(!row.spans.contains { $0.style.role == .failed })
        app.press(keys: .character("!"))
        let text = app.words
        #expect(text.contains("▾ Verify again 1 ▾ 1 Reported done, still listed"))
        #expect(text.contains("V verifies again."))
        #expect(!text.contains("NOT_DISASSOCIATED"))
        app.press(keys: .character("R"))
        #expect(app.words.contains("unlikely to help"))
        app.press(keys: .escape, .character("U"))
        guard case .plan(let undo) = app.screen else { throw RunTests.Missing() }
        #expect(undo.plan.targets.count == 3, "an undo includes it too")
    }

    @Test func vVerifiesTheLastRunAndItsFindingsCount() throws {
        var (app, plan) = try lagging()
        app.press(keys: .character("!"))
        #expect(app.press(keys: .character("V")) == [.verifyRun(runId: "run-1")])
        #expect(app.lines.contains { $0.contains("Verifying what was sent") })
        #expect(app.press(keys: .character("V")) == [])
        #expect(app.notice?.text == "The run is being verified. x ends verification.")
        let report = RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: plan.targets.map { _ in .succeeded })
        #expect(app.update(.runReported(.finished(report))) == [])
        app.press(keys: .escape)
        #expect(app.isIdle)
        #expect(app.notice == Notice(.success, "Verified: 3 disassociated."))
        #expect(app.finishedRuns.map(\.report) == [report])
        #expect(app.failures.isEmpty && app.marks.isEmpty)
        let id = try #require(Fixture.id(2, in: app))
        #expect(!app.inventory.contains(id))
        #expect(app.lines.contains { $0.contains("3 disassociated.") })
    }

    @Test func aFindingSaysNothingOfRowsThatDidNotFail() throws {
        var (app, plan) = try lagging()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = app.update(.inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(1)], isLast: true)))
        app.press(keys: .character("!"), .character("V"))
        let report = RunReport(
            runId: "run-1", journal: "/tmp/j", plan: plan,
            outcomes: plan.targets.map { $0.association == Fixture.association(2) ? Self.late : .succeeded })
        app.finish(report)
        let back = try #require(Fixture.id(1, in: app))
        #expect(app.inventory.contains(back), "somebody associated it again since")
        #expect(app.notice?.kind == .warning)
    }

    @Test func vSaysWhyItDoesNothing() throws {
        var app = Fixture.listed()
        app.press(keys: .character("V"))
        #expect(app.notice?.text == "V verifies a run: ! shows the last one, H earlier ones.")
        app.press(keys: .character("!"), .character("V"))
        #expect(app.notice?.text == "Nothing was sent yet, so there is nothing to verify; H shows earlier runs.")
        var (running, _) = try RunTests.running()
        running.press(keys: .character("V"))
        #expect(running.notice?.text == "A run is in progress; it is verified once everything is sent.")
    }

    @Test func readOnlyVerifies() throws {
        var (app, _) = try lagging()
        app.session.isReadOnly = true
        app.press(keys: .character("!"))
        #expect(app.press(keys: .character("V")) == [.verifyRun(runId: "run-1")])
    }

    @Test func anotherAccountsRunIsNotVerified() throws {
        var (app, _) = try lagging()
        app.identity.account = "999999999999"
        app.press(keys: .character("!"))
        #expect(app.press(keys: .character("V")) == [])
        #expect(app.isIdle)
        #expect(app.notice?.text.contains("account 123456789012") == true)
    }

    @Test func whatIsNotDoneYetIsSaidToBeSentAgain() throws {
        var (app, plan) = try RunTests.running(columns: 120)
        let outcomes: [Outcome] = plan.targets.map { target in
            target.association == Fixture.association(2)
                ? .notSent(.notDone(detail: "no answer came")) : .notSent(.otherAccount(message: "the account is now 999999999999"))
        }
        app.finish(RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: outcomes))
        app.press(keys: .character("!"))
        let text = app.words
        #expect(text.contains("Not done yet no answer came These were sent, but the listing shows no effect."))
        #expect(text.contains("2 Not sent, another account"))
        #expect(text.contains("the account is now 999999999999"))
        #expect(text.contains("R resumes this run."))
        #expect(!text.contains("not done yet: no answer"))
    }
}
