import InspectorCore
import Terminal
import Testing
import TextSafety

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
        app.finish(RunReport(runId: "run-1", journal: nil, plan: plan, outcomes: outcomes))
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
        guard case .startRun(let sent, _)? = app.agree().first else { throw RunTests.Missing() }
        #expect(sent.action == .disassociate)
        #expect(sent.targets.count == 1)
    }

    @Test func whatARetrySettledIsNotShownAsFailedAndTheRestIsNotForgotten() throws {
        var app = try Self.finished()
        app.press(keys: .character("R"))
        guard case .startRun(let sent, _)? = app.agree().first else { throw RunTests.Missing() }
        let report = RunReport(runId: "run-2", journal: nil, plan: sent, outcomes: [.succeeded])
        app.finish(report)
        app.press(keys: .character("R"))
        #expect(
            app.notice?.text
                == "Everything in the last run succeeded. 1 earlier failure remains: n goes to it.")
        app.press(keys: .character("!"))
        app.press(keys: .down, .down, .enter)
        #expect(app.lines.count { $0.contains(" ✓ ") && $0.contains("resolved since") } == 1)
        app.press(keys: .end, .enter)
        #expect(app.lines.count { $0.contains("      ✗ ") } == 1)
    }

    @Test func rSaysWhenARetryIsUnlikelyToHelp() throws {
        var (app, sent) = try RunTests.running()
        app.finish(RunTests.report(sent))
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
        app.finish(report)
        let id = try #require(Fixture.id(1, in: app))
        #expect(app.inventory.entries[Int(id.configuration)].contains(id.resource))
    }

    /// After a run with one success and its undo.
    private func undone() throws -> App {
        var app = try Self.finished()
        app.press(keys: .character("U"))
        let sent = try plan(app).plan
        _ = app.agree()
        app.finish(RunReport(runId: "run-2", journal: nil, plan: sent, outcomes: [.succeeded]))
        return app
    }

    @Test func anUndoUnmarksWhatFailed() throws {
        let finished = try Self.finished()
        #expect(finished.marks.count == 1, "what a retry may settle is marked")
        let app = try undone()
        #expect(app.marks.isEmpty && app.session.account.failures.count == 2)
    }

    @Test func eachOfSeveralRunsIsNamed() throws {
        var app = try Self.finished()
        app.press(keys: .character("!"))
        #expect(!app.words.contains("Run run-1"))
        app = try undone()
        app.press(keys: .character("!"))
        let lines = app.lines.map(\.trimmed)
        #expect(lines.contains("Run run-2, the undo of run run-1.") && lines.contains("Run run-1, undone by run run-2."))
    }

    @Test func aBareUndoIsNotUndone() throws {
        var app = try undone()
        app.press(keys: .character("U"))
        #expect(app.plan == nil)
        #expect(
            app.notice?.text
                == "The newest run, run-1, was undone already, by run run-2. To choose another run, press !.")
    }

    @Test func theRunUnderTheCursorIsUndoneAndRetried() throws {
        var app = try undone()
        app.press(keys: .character("!"), .character("U"))
        #expect(app.words.contains("Undoes run run-2. It is an undo itself, of run run-1."))
        app.press(keys: .escape, .down, .down, .character("R"))
        #expect(app.words.contains("Retries the 1 (of 2) likely to succeed."))
        app.press(keys: .character("R"))
        #expect(try plan(app).plan.targets.count == 2 && app.words.contains("Retries all 2"))
        app.press(keys: .escape, .character("U"))
        #expect(app.notice?.text.contains("Everything that run disassociated is associated again") == true)
    }

    @Test func theEndOfARunStaysUntilAKeyThatMarksNothing() throws {
        var (app, plan) = try RunTests.running()
        _ = app.update(.runReported(.finished(RunTests.report(plan))))
        #expect(app.words.contains("Finished: 2 disassociated, 1 failed."))
        app.press(keys: .character(" "))
        #expect(app.marks.isEmpty && app.screens.count == 1 && app.notice?.text.hasPrefix("2 disassociated") == true)
        var other = try RunTests.running().0
        _ = other.update(.runReported(.finished(RunTests.report(plan))))
        other.press(keys: .down)
        #expect(other.words.contains("Finished:"))
        other.press(keys: .character("R"))
        #expect(other.plan != nil && other.screens.count == 2)
    }

    @Test func whatWasLeftOutIsSaidToBeMarkedStill() throws {
        var app = Fixture.listed()
        app.press(keys: .down, .character(" "), .character("d"), .character(" "))
        #expect(app.words.contains("1 of 3 associations is left out and stays marked"))
        guard case .startRun(let sent, _)? = app.agree().first else { throw RunTests.Missing() }
        app.finish(RunReport(runId: "run-1", journal: nil, plan: sent, outcomes: sent.targets.map { _ in .succeeded }))
        #expect(app.notice?.text == "2 disassociated. 1 left out of the plan is still marked." && app.marks.count == 1)
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
        #expect(app.words.contains("R retries these; they stay marked."))
        #expect(text.contains("✗ acme/refunds"))
    }

    @Test func onlyTheLastRunOffersARetry() throws {
        var app = try Self.finished()
        app.press(keys: .character("R"))
        let plan = try plan(app).plan
        _ = app.agree()
        app.finish(RunReport(runId: "run-2", journal: nil, plan: plan, outcomes: [.succeeded]))
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
