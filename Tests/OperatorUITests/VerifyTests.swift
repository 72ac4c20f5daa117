import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// V: what a run touched is listed again.
@Suite struct VerifyTests {
    private static let late = Outcome.notConfirmed(statusCode: .notDisassociated, asOf: "2026-01-31T09:15:00Z")

    /// A run of which one association was reported done and is still listed, and its plan.
    private func lagging() throws -> (State, Plan) {
        var (state, plan) = try RunTests.running()
        let outcomes = plan.targets.map { $0.association == Fixture.association(2) ? Self.late : .succeeded }
        _ = update(&state, .runReported(.finished(RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: outcomes))))
        return (state, plan)
    }

    @Test func doneButStillListedIsSaidInPlainWords() throws {
        var (state, _) = try lagging()
        #expect(state.notice?.text == "2 disassociated, 1 reported done but still listed.  ! shows each")
        state.press(keys: .home, .down, .enter)
        let row = try #require(view(state).lines.first { $0.text.contains("acme/ledger") })
        #expect(row.text.contains("Reported done, still listed"))
        #expect(!row.spans.contains { $0.style.role == .failed })
        state.press(keys: .character("!"))
        let text = state.words
        #expect(text.contains("Reported done, still listed: 1 association"))
        #expect(text.contains("V verifies again."))
        #expect(!text.contains("NOT_DISASSOCIATED"))
        state.press(keys: .character("R"))
        #expect(state.words.contains("unlikely to help"))
        state.press(keys: .escape, .character("U"))
        guard case .plan(let undo) = state.screen else { throw RunTests.Missing() }
        #expect(undo.plan.targets.count == 3, "an undo takes it back too")
    }

    @Test func vVerifiesTheLastRunAndItsFindingsCount() throws {
        var (state, plan) = try lagging()
        state.press(keys: .character("!"))
        #expect(state.press(keys: .character("V")) == [.verifyRun(runId: "run-1")])
        #expect(state.lines.contains { $0.contains("Verifying 3 associations") })
        #expect(state.press(keys: .character("V")) == [])
        #expect(state.notice?.text == "The run is being verified. x ends that.")
        let report = RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: plan.targets.map { _ in .succeeded })
        #expect(update(&state, .runReported(.finished(report))) == [])
        #expect(state.activity == .idle)
        #expect(state.notice == Notice(.success, "Verified: 3 disassociated."))
        #expect(state.runs.map(\.report) == [report])
        #expect(state.failures.isEmpty && state.marks.isEmpty)
        let id = try #require(Fixture.id(2, in: state))
        #expect(!state.inventory.contains(id))
        #expect(state.lines.contains { $0.contains("3 disassociated.") })
    }

    @Test func aFindingSaysNothingOfRowsThatDidNotFail() throws {
        var (state, plan) = try lagging()
        let arn = Fixture.nightly.scanConfigurationArn
        _ = update(&state, .inventoryArrived(generation: 1, .associations(scanConfigurationArn: arn, [Fixture.project(1)], isLast: true)))
        state.press(keys: .character("!"), .character("V"))
        let report = RunReport(
            runId: "run-1", journal: "/tmp/j", plan: plan,
            outcomes: plan.targets.map { $0.association == Fixture.association(2) ? Self.late : .succeeded })
        _ = update(&state, .runReported(.finished(report)))
        let back = try #require(Fixture.id(1, in: state))
        #expect(state.inventory.contains(back), "somebody associated it again since")
        #expect(state.notice?.kind == .warning)
    }

    @Test func vSaysWhyItDoesNothing() throws {
        var state = Fixture.listed()
        state.press(keys: .character("V"))
        #expect(state.notice?.text == "V verifies a run again: ! shows the last one, H earlier ones.")
        state.press(keys: .character("!"), .character("V"))
        #expect(state.notice?.text == "Nothing was sent yet, so there is nothing to verify; H shows earlier runs.")
        var (running, _) = try RunTests.running()
        running.press(keys: .character("V"))
        #expect(running.notice?.text == "A run is in progress, and verified when everything is sent.")
    }

    @Test func readOnlyVerifies() throws {
        var (state, _) = try lagging()
        state.isReadOnly = true
        state.press(keys: .character("!"))
        #expect(state.press(keys: .character("V")) == [.verifyRun(runId: "run-1")])
    }

    @Test func anotherAccountsRunIsNotVerified() throws {
        var (state, _) = try lagging()
        state.session.account = "999999999999"
        state.press(keys: .character("!"))
        #expect(state.press(keys: .character("V")) == [])
        #expect(state.activity == .idle)
        #expect(state.notice?.text.contains("account 123456789012") == true)
    }

    @Test func whatIsNotDoneYetIsSaidToBeSentAgain() throws {
        var (state, plan) = try RunTests.running(columns: 120)
        let outcomes: [Outcome] = plan.targets.map { target in
            target.association == Fixture.association(2)
                ? .notSent(.notDone(detail: "no answer came")) : .notSent(.otherAccount(message: "the account is now 999999999999"))
        }
        _ = update(&state, .runReported(.finished(RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: outcomes))))
        state.press(keys: .character("!"))
        let text = state.words
        #expect(text.contains("Not done yet: 1 association These were sent, and the listing shows that nothing came of it."))
        #expect(text.contains("Not sent, another account: 2 associations"))
        #expect(text.contains("the account is now 999999999999"))
        #expect(text.contains("R resumes this run."))
        #expect(!text.contains("not done yet: no answer"))
    }
}
