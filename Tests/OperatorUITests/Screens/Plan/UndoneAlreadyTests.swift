import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// U, when what the run took out is associated again meanwhile.
@Suite struct UndoneAlreadyTests {
    /// A run over payments-nightly with these outcomes, after which a refresh finds `listed` there.
    private func app(_ outcomes: [Outcome], finding listed: [Int]) throws -> App {
        var (app, plan) = try RunTests.running()
        let report = RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes)
        app.finish(report)
        app.press(keys: .character("r"))
        let arn = Fixture.nightly.scanConfigurationArn
        let events: [InventoryEvent] = [
            .configurations([Fixture.nightly], isLast: true),
            .associations(scanConfigurationArn: arn, listed.map(Fixture.project), isLast: true), .finished,
        ]
        for event in events { _ = app.update(.inventoryArrived(generation: app.generation, event)) }
        return app
    }

    private func plan(_ app: App) throws -> Plan {
        guard case .plan(let plan) = app.screen else { throw RunTests.Missing() }
        return plan.plan
    }

    @Test func whatIsAlreadyAssociatedIsNotSent() throws {
        var app = try app([.succeeded, .succeeded, .succeeded], finding: [1])
        app.press(keys: .character("U"))
        let plan = try plan(app)
        #expect(Set(plan.targets.map(\.association)) == [Fixture.association(2), Fixture.association(3)])
        #expect(plan.alreadyDone.map(\.association) == [Fixture.association(1)])
        let text = app.lines.joined(separator: "\n")
        #expect(text.contains("1 of 3 associations already exists (payments-nightly); nothing is sent"))
        #expect(text.contains("Re-associate 2 associations (2 projects) in 1 configuration"))
        #expect(text.contains("Already associated, so nothing is sent  1 association"))
    }

    @Test func whenEverythingIsAssociatedNothingIsPlanned() throws {
        var app = try app([.succeeded, .succeeded, .succeeded], finding: [1, 2, 3])
        app.press(keys: .character("U"))
        #expect(app.screens.count == 1)
        #expect(app.notice?.text == "Everything that run disassociated is associated again, so there is nothing to undo.")
    }

    @Test func whatNoListingHasConfirmedIsSentAgain() throws {
        let lags = Outcome.notConfirmed(statusCode: .notDisassociated, asOf: "2026-01-01T00:00:00Z")
        var app = try app([lags, lags, lags], finding: [1, 2, 3])
        app.press(keys: .character("U"))
        #expect(try plan(app).targets.count == 3)
        #expect(try plan(app).alreadyDone.isEmpty)
    }
}
