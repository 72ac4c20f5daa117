import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// U, when what the run took out is associated again meanwhile.
@Suite struct UndoneAlreadyTests {
    /// A run over payments-nightly with these outcomes, after which a refresh finds `listed` there.
    private func state(_ outcomes: [Outcome], finding listed: [Int]) throws -> State {
        var (state, plan) = try RunTests.running()
        let report = RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes)
        _ = update(&state, .runReported(.finished(report)))
        state.press(keys: .character("r"))
        let arn = Fixture.nightly.scanConfigurationArn
        let events: [InventoryEvent] = [
            .configurations([Fixture.nightly], isLast: true),
            .associations(scanConfigurationArn: arn, listed.map(Fixture.project), isLast: true), .finished,
        ]
        for event in events { _ = update(&state, .inventoryArrived(generation: state.generation, event)) }
        return state
    }

    private func plan(_ state: State) throws -> Plan {
        guard case .plan(let plan) = state.screen else { throw RunTests.Missing() }
        return plan.plan
    }

    @Test func whatIsThereStaysAsItIs() throws {
        var state = try state([.succeeded, .succeeded, .succeeded], finding: [1])
        state.press(keys: .character("U"))
        let plan = try plan(state)
        #expect(Set(plan.targets.map(\.association)) == [Fixture.association(2), Fixture.association(3)])
        #expect(plan.alreadyDone.map(\.association) == [Fixture.association(1)])
        let text = state.lines.joined(separator: "\n")
        #expect(text.contains("1 of 3 targets is associated with payments-nightly already; nothing is"))
        #expect(text.contains("Re-associate 2 associations (2 projects) in 1 configuration"))
        #expect(text.contains("Associated already, so nothing is sent  1 association"))
    }

    @Test func whenEverythingIsThereNothingIsPlanned() throws {
        var state = try state([.succeeded, .succeeded, .succeeded], finding: [1, 2, 3])
        state.press(keys: .character("U"))
        #expect(state.screens.count == 1)
        #expect(state.notice?.text == "Everything that run disassociated is associated again: there is nothing to undo.")
    }

    @Test func whatTheListingsNeverConfirmedIsSent() throws {
        let lags = Outcome.notConfirmed(statusCode: .notDisassociated, asOf: "2026-01-01T00:00:00Z")
        var state = try state([lags, lags, lags], finding: [1, 2, 3])
        state.press(keys: .character("U"))
        #expect(try plan(state).targets.count == 3)
        #expect(try plan(state).alreadyDone.isEmpty)
    }
}
