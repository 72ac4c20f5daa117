import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// R, U and the results.
@Suite struct RetryTests {
    /// Three targets: one succeeded, one was denied, one failed in a way that may pass.
    static func finished() throws -> State {
        var (state, plan) = try RunTests.running()
        let outcomes: [Outcome] = plan.targets.map { target in
            switch target.association {
            case Fixture.association(1): .succeeded
            case Fixture.association(2): RunTests.denied
            default: .failed(statusCode: .internalError, statusMessage: "try later")
            }
        }
        _ = update(&state, .runReported(.finished(RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes))))
        return state
    }

    private func plan(_ state: State) throws -> PlanScreen {
        guard case .plan(let plan) = state.screen else { throw RunTests.Missing() }
        return plan
    }

    @Test func retryPlansWhatIsWorthItAndOnDemandAll() throws {
        var state = try Self.finished()
        state.press(keys: .character("R"))
        #expect(try plan(state).plan.targets.map(\.association) == [Fixture.association(3)])
        #expect(state.lines.contains { $0.contains("Retries the 1 (of 2) likely to succeed. R takes all that failed.") })
        state.press(keys: .character("R"))
        #expect(try plan(state).plan.targets.map(\.association) == [Fixture.association(2), Fixture.association(3)])
        #expect(state.screens.count == 2)
        state.press(keys: .character("R"))
        #expect(try plan(state).plan.targets.count == 1)
        guard case .startRun(let sent)? = state.agree().first else { throw RunTests.Missing() }
        #expect(sent.action == .disassociate)
        #expect(sent.targets.count == 1)
    }

    @Test func whatARetrySettledIsNotShownAsFailedAndTheRestIsNotForgotten() throws {
        var state = try Self.finished()
        state.press(keys: .character("R"))
        guard case .startRun(let sent)? = state.agree().first else { throw RunTests.Missing() }
        let report = RunReport(runId: "run-2", journal: nil, plan: sent, outcomes: [.succeeded])
        _ = update(&state, .runReported(.finished(report)))
        state.press(keys: .character("R"))
        #expect(
            state.notice?.text
                == "Everything in the last run succeeded. 1 association of an earlier run still fails: d plans what is marked.")
        state.press(keys: .character("!"))
        #expect(state.lines.count { $0.hasPrefix(" ✓ ") && $0.contains("settled since") } == 1)
        #expect(state.lines.count { $0.hasPrefix(" ✗ ") } == 1)
    }

    @Test func retrySaysWhenNothingIsLikelyToFareBetter() throws {
        var (state, sent) = try RunTests.running()
        _ = update(&state, .runReported(.finished(RunTests.report(sent))))
        state.press(keys: .character("R"))
        #expect(try plan(state).plan.targets.count == 1)
        #expect(state.lines.joined(separator: " ").contains("although it is unlikely to help"))
    }

    @Test func undoPlansTheWayBackOfWhatSucceeded() throws {
        var state = try Self.finished()
        state.press(keys: .character("U"))
        let plan = try plan(state)
        #expect(plan.plan.action == .associate)
        #expect(plan.plan.targets.map(\.association) == [Fixture.association(1)])
        #expect(state.lines.contains { $0.contains("Re-associate 1 association (1 project) in 1 configuration") })
        _ = state.agree()
        let report = RunReport(runId: "run-2", journal: nil, plan: plan.plan, outcomes: [.succeeded])
        _ = update(&state, .runReported(.finished(report)))
        let id = try #require(Fixture.id(1, in: state))
        #expect(state.inventory.entries[Int(id.configuration)].contains(id.resource))
    }

    @Test func undoIsRefusedForAnotherRegion() throws {
        var state = try Self.finished()
        state.session.region = "eu-west-1"
        state.press(keys: .character("U"))
        #expect(state.screens.count == 1)
        #expect(state.notice?.text.contains("This plan is for region us-east-1") == true)
        state.press(keys: .character("R"))
        #expect(state.screens.count == 1)
        #expect(state.notice?.text.contains("p changes the profile or region") == true)
    }

    @Test func resultsAreGroupedWithAdvice() throws {
        var state = try Self.finished()
        state.press(keys: .character("!"))
        let text = state.lines.joined(separator: "\n")
        #expect(text.contains("1 disassociated, 2 failed."))
        #expect(text.contains("ACCESS_DENIED: 1 association"))
        #expect(text.contains("INTERNAL_ERROR: 1 association"))
        #expect(text.contains("R retries these."))
        #expect(text.contains("A retry is unlikely to help."))
        #expect(text.contains("✗ acme/refunds"))
    }

    @Test func onlyTheLastRunOffersARetry() throws {
        var state = try Self.finished()
        state.press(keys: .character("R"))
        let plan = try plan(state).plan
        _ = state.agree()
        _ = update(&state, .runReported(.finished(RunReport(runId: "run-2", journal: nil, plan: plan, outcomes: [.succeeded]))))
        state.press(keys: .character("!"))
        #expect(state.lines.contains { $0.contains("INTERNAL_ERROR: 1 association") })
        #expect(!state.lines.contains { $0.contains("retry") })
    }

    @Test func withoutARunBothSayWhy() {
        var state = Fixture.listed()
        state.press(keys: .character("R"))
        #expect(state.notice?.text == "Nothing was sent yet, so there is nothing to retry.")
        state.press(keys: .character("U"))
        #expect(state.notice?.text.hasPrefix("Nothing was sent yet, so there is nothing to undo") == true)
    }

    @Test func readOnlyRefusesBoth() throws {
        var state = try Self.finished()
        state.isReadOnly = true
        for key in [Key.character("R"), .character("U")] {
            state.press(keys: key)
            #expect(state.screens.count == 1)
            #expect(state.notice?.text.hasPrefix("Read-only") == true)
        }
    }
}
