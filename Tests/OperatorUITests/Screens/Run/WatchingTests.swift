import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// W: what a run changed is listed again for a while.
@Suite struct WatchingTests {
    /// A run that has disassociated everything, and its plan.
    private func finished() throws -> (App, Plan) {
        var (app, plan) = try RunTests.running()
        app.finish(RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: plan.targets.map { _ in .succeeded }))
        return (app, plan)
    }

    private func report(_ plan: Plan, _ findings: [WatchFinding]) -> WatchReport {
        WatchReport(plan: plan, watched: 3, rounds: 4, isStopped: true, findings: findings)
    }

    @Test func wWatchesTheLastRunAndXEndsThat() throws {
        var (app, plan) = try finished()
        #expect(app.press(keys: .character("W")) == [.watchRun(runId: "run-1")])
        #expect(app.notice?.text.contains("x ends the watch") == true)
        let waiting = WatchEvent.waiting(rounds: 1, nextAt: "2026-01-31T09:15:15.000Z", endsAt: "2026-01-31T10:15:00.000Z", nil)
        #expect(app.update(.watchReported(runId: "run-1", waiting)) == [])
        app.press(keys: .character("!"))
        #expect(app.words.contains("Watching until 10:15:00 UTC: listed once, next at 09:15:15 UTC (run run-1)"))
        #expect(app.press(keys: .character("W")) == [])
        #expect(app.notice?.text == "Run run-1 is being watched; x ends that.")
        #expect(app.press(keys: .character("x")) == [.stopWatch])
        _ = app.update(.watchReported(runId: "run-1", .finished(report(plan, []))))
        #expect(app.notice == Notice(.success, "Watched 3 associations, listed 4 times, then stopped: nothing was changed back."))
        #expect(app.session.watch == nil)
        #expect(app.press(keys: .character("x")) == [])
    }

    @Test func whatIsChangedBackIsSaidAndKeptAmongTheResults() throws {
        var (app, plan) = try finished()
        app.press(keys: .character("!"), .character("W"))
        let finding = WatchFinding(target: 1, asOf: "2026-01-31T09:15:15.000Z", cause: .defaultConfiguration)
        _ = app.update(.watchReported(runId: "another", .found([finding])))
        #expect(app.notice?.kind != .error, "another run's watch is over")
        _ = app.update(.watchReported(runId: "run-1", .found([finding])))
        #expect(app.notice?.kind == .error)
        #expect(app.notice?.text.contains("1 project was associated again, with") == true)
        #expect(app.words.contains("1 association changed back"))
        _ = app.update(.watchReported(runId: "run-1", .finished(report(plan, [finding]))))
        #expect(app.notice?.kind == .warning)
        #expect(app.words.contains("It is a default configuration (scope ALL)"))
    }

    @Test func wSaysWhyItDoesNothing() throws {
        var app = Fixture.listed()
        app.press(keys: .character("W"))
        #expect(app.notice?.text == "Nothing was sent yet, so there is nothing to watch; H shows earlier runs.")
        var (running, _) = try RunTests.running()
        running.press(keys: .character("W"))
        #expect(running.session.watch == nil)
        var (other, _) = try finished()
        other.identity.account = "999999999999"
        #expect(other.press(keys: .character("W")) == [])
        #expect(other.notice?.text.contains("account 123456789012") == true)
    }

    @Test func aWatchThatCannotBeginIsAnError() throws {
        var (app, _) = try finished()
        app.press(keys: .character("W"))
        _ = app.update(.watchRefused(runId: "run-1", Problem(context: "Watching run run-1", sentence: "It is damaged.")))
        #expect(app.session.watch == nil && app.notice == Notice(.error, "It is damaged."))
    }

    @Test func anotherProfileEndsTheWatch() throws {
        var (app, _) = try finished()
        app.press(keys: .character("W"))
        #expect(app.session.endWatch() == [.stopWatch])
    }
}
