import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// R, U and the results.
@Suite struct RetryTests {
    /// Three targets: one succeeded, one was denied, one failed in a way that may pass.
    static func finished() throws -> App {
        var (app, plan) = try RunTests.running()
        let outcomes: [Outcome] = plan.targets.map { target in
            switch target.association {
            case Fixture.association(1): .succeeded
            case Fixture.association(2): RunTests.denied
            default: .failed(statusCode: .internalError, statusMessage: "try later")
            }
        }
        _ = app.update(.runReported(.finished(RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes))))
        return app
    }

    private func plan(_ app: App) throws -> PlanScreen {
        try #require(app.plan)
    }

    @Test func rPlansLikelyRetriesFirstAndAllOnDemand() throws {
        var app = try Self.finished()
        app.press(keys: .character("R"))
        #expect(try plan(app).plan.targets.map(\.association) == [Fixture.association(3)])
        #expect(app.lines.contains { $0.contains("Retries the 1 (of 2) likely to succeed. R selects all that failed.") })
        app.press(keys: .character("R"))
        #expect(try plan(app).plan.targets.map(\.association) == [Fixture.association(2), Fixture.association(3)])
        #expect(app.screens.count == 2)
        app.press(keys: .character("R"))
        #expect(try plan(app).plan.targets.count == 1)
        guard case .startRun(let sent)? = app.agree().first else { throw RunTests.Missing() }
        #expect(sent.action == .disassociate)
        #expect(sent.targets.count == 1)
    }

    @Test func whatARetrySettledIsNotShownAsFailedAndTheRestIsNotForgotten() throws {
        var app = try Self.finished()
        app.press(keys: .character("R"))
        guard case .startRun(let sent)? = app.agree().first else { throw RunTests.Missing() }
        let report = RunReport(runId: "run-2", journal: nil, plan: sent, outcomes: [.succeeded])
        _ = app.update(.runReported(.finished(report)))
        app.press(keys: .character("R"))
        #expect(
            app.notice?.text
                == "Everything in the last run succeeded. 1 association of an earlier run remains failed: n goes to it.")
        app.press(keys: .character("!"))
        app.press(keys: .enter)
        #expect(app.lines.count { $0.contains(" ✓ ") && $0.contains("resolved since") } == 1)
        app.press(keys: .end, .enter)
        #expect(app.lines.count { $0.contains("      ✗ ") } == 1)
    }

    @Test func rSaysWhenARetryIsUnlikelyToHelp() throws {
        var (app, sent) = try RunTests.running()
        _ = app.update(.runReported(.finished(RunTests.report(sent))))
        app.press(keys: .character("R"))
        #expect(try plan(app).plan.targets.count == 1)
        #expect(app.lines.joined(separator: " ").contains("although that is unlikely to help"))
    }

    @Test func undoPlansTheWayBackOfWhatSucceeded() throws {
        var app = try Self.finished()
        app.press(keys: .character("U"))
        let plan = try plan(app)
        #expect(plan.plan.action == .associate)
        #expect(plan.plan.targets.map(\.association) == [Fixture.association(1)])
        #expect(app.lines.contains { $0.contains("Re-associate 1 association (1 project) in 1 configuration") })
        _ = app.agree()
        let report = RunReport(runId: "run-2", journal: nil, plan: plan.plan, outcomes: [.succeeded])
        _ = app.update(.runReported(.finished(report)))
        let id = try #require(Fixture.id(1, in: app))
        #expect(app.inventory.entries[Int(id.configuration)].contains(id.resource))
    }

    @Test func undoIsRefusedForAnotherRegion() throws {
        var app = try Self.finished()
        app.identity.region = "eu-west-1"
        app.press(keys: .character("U"))
        #expect(app.screens.count == 1)
        #expect(app.notice?.text.contains("This plan is for region us-east-1") == true)
        app.press(keys: .character("R"))
        #expect(app.screens.count == 1)
        #expect(app.notice?.text.contains("p changes the profile or region") == true)
    }

    @Test func resultsAreGroupedWithAdvice() throws {
        var app = try Self.finished()
        app.press(keys: .character("!"))
        let text = app.lines.joined(separator: "\n")
        #expect(text.contains("1 disassociated, 2 failed."))
        #expect(text.contains("▾ A retry may help  1"))
        #expect(text.contains("▾ 1  INTERNAL_ERROR"))
        #expect(text.contains("▾ Needs someone else  1"))
        #expect(text.contains("▾ 1  ACCESS_DENIED"))
        #expect(text.contains("R retries these."))
        #expect(text.contains("✗ acme/refunds"))
    }

    @Test func onlyTheLastRunOffersARetry() throws {
        var app = try Self.finished()
        app.press(keys: .character("R"))
        let plan = try plan(app).plan
        _ = app.agree()
        _ = app.update(.runReported(.finished(RunReport(runId: "run-2", journal: nil, plan: plan, outcomes: [.succeeded]))))
        app.press(keys: .character("!"))
        #expect(app.lines.contains { $0.contains("▸ A retry may help  1   INTERNAL_ERROR") }, "\(app.lines)")
        #expect(!app.lines.contains { $0.contains("R retries") })
    }

    @Test func withoutARunBothSayWhy() {
        var app = Fixture.listed()
        app.press(keys: .character("R"))
        #expect(app.notice?.text == "Nothing was sent yet, so there is nothing to retry.")
        app.press(keys: .character("U"))
        #expect(app.notice?.text.hasPrefix("Nothing was sent yet, so there is nothing to undo") == true)
    }

    @Test func readOnlyRefusesBoth() throws {
        var app = try Self.finished()
        app.session.isReadOnly = true
        for key in [Key.character("R"), .character("U")] {
            app.press(keys: key)
            #expect(app.screens.count == 1)
            #expect(app.notice?.text.hasPrefix("Read-only") == true)
        }
    }
}
