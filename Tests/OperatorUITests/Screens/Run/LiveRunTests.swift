import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A run that goes on is seen everywhere as what it is.
@Suite struct LiveRunTests {
    private func isRun(_ app: App) -> Bool {
        if case .run = app.screen { true } else { false }
    }

    @Test func whileARunIsInProgressTheResultsKeyShowsIt() throws {
        var (app, _) = try RunTests.running()
        app.press(keys: .escape, .character("!"))
        #expect(isRun(app))
        #expect(app.lines.contains { $0.contains("Disassociating 3 associations") })
        #expect(!app.lines.contains { $0.contains("Nothing was sent yet") })
        _ = app.update(.runReported(.verifying(VerificationProgress(round: 1, configurations: 1, targets: 3))))
        app.press(keys: .escape, .character("!"))
        #expect(isRun(app))
        #expect(app.lines.contains { $0.contains("Verifying what was sent") })
        #expect(app.screens.count { if case .run = $0 { true } else { false } } == 1)
    }

    @Test func resultsOpenedFromTheRunShowItsProgress() throws {
        var (app, _) = try RunTests.running()
        app.press(keys: .character("!"))
        #expect(app.lines.contains { $0.contains("Sending: 0/3") })
        #expect(!app.lines.contains { $0.contains("Nothing was sent yet") })
        let depth = app.screens.count
        app.press(keys: .character("!"), .character("!"), .character("!"), .character("!"))
        #expect(app.screens.count == depth)
    }

    @Test func verificationSaysWhatItWaitsForAndThatXEndsIt() throws {
        var (app, _) = try RunTests.running()
        _ = app.update(.runReported(.verifying(VerificationProgress(round: 2, configurations: 1, targets: 3))))
        #expect(app.lines.contains { $0.contains("Round 2: listing 1 configuration. x ends verification.") })
        _ = app.update(.runReported(.verifying(VerificationProgress(round: 2, configurations: 1, targets: 3, nextListing: .seconds(4)))))
        let text = app.words
        #expect(text.contains("3 associations are not confirmed yet"))
        #expect(text.contains("In 4 s, 1 configuration will be listed again."))
        #expect(text.contains("x ends verification."))
        app.press(keys: .escape)
        #expect(app.lines[22] == " Verifying: pausing 4 s before round 3. x ends verification.")
        #expect(app.press(keys: .character("x")) == [.stopRun])
        #expect(app.notice?.text == "Ending verification: outcomes that are not confirmed yet stay as they are.")
    }

    @Test func whatCannotBeListedIsSaidWhileItIsWaitedFor() throws {
        var (app, _) = try RunTests.running(columns: 100)
        let waiting = VerificationProgress(
            round: 1, configurations: 1, targets: 3, nextListing: .seconds(4), unlisted: 1, problem: "connection refused")
        _ = app.update(.runReported(.verifying(waiting)))
        #expect(app.words.contains("Round 1 ended with listings missing."))
        #expect(app.words.contains("1 configuration could not be listed: connection refused"))
        #expect(!app.words.contains("is complete"))
    }

    @Test func whatStandsInTheWayIsSaidInsteadOfATime() throws {
        var (app, _) = try RunTests.running(columns: 100)
        var progress = RunProgress(total: 3)
        progress.trouble = RunTrouble(problem: "connection refused", seconds: 45, nextTry: 8)
        _ = app.update(.runReported(.progress(progress)))
        #expect(app.words.contains("No call got through for 45 s; next try in 8 s. Last error: connection refused"))
        app.press(keys: .escape)
        #expect(app.words.contains("Sending: 0/3. No call got through for 45 s; next try in 8 s"))
    }

    @Test func whatAStopSaysGoesWithIt() throws {
        var (app, _) = try RunTests.running()
        app.press(keys: .character("x"))
        #expect(app.notice?.text.hasPrefix("Stopping: calls in progress") == true)
        _ = app.update(.runReported(.verifying(VerificationProgress(round: 1, configurations: 1, targets: 3))))
        #expect(app.notice == nil)
        #expect(app.lines.last?.contains("x end") == true && app.lines.last?.contains("x stop") == false, "\(app.lines)")
    }

    @Test func aVerificationThatWasCutShortIsNoSuccess() throws {
        var (app, plan) = try RunTests.running()
        _ = app.update(
            .runReported(
                .finished(
                    RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: plan.targets.map { _ in .succeeded }, unverified: 2))
            ))
        #expect(app.notice?.kind == .warning)
        #expect(app.notice?.text == "3 disassociated. 2 associations reported done could not be confirmed by listing.  ! shows each")
    }

    @Test func aRetryIsOfferedOnlyWhereItMakesSense() throws {
        var (app, plan) = try RunTests.running()
        app.finish(RunTests.report(plan))
        #expect(app.notice?.text.contains("R retries") == false)
        app.press(keys: .character("!"))
        #expect(app.lines.last?.contains("R retry") == false)
        let outcomes = plan.targets.map { _ in Outcome.failed(statusCode: .internalError, statusMessage: nil) }
        var (other, _) = try RunTests.running()
        other.finish(RunReport(runId: "run-1", journal: "/tmp/j", plan: plan, outcomes: outcomes))
        #expect(other.notice?.text.contains("R retries") == true)
        other.press(keys: .character("!"))
        #expect(other.lines.last?.contains("R retry") == true)
    }

    /// The live run among earlier runs, and one that ended.
    private func listed() throws -> App {
        var (app, _) = try RunTests.running()
        _ = app.update(.runReported(.started(runId: "run-4", journal: "/tmp/run-4.jsonl")))
        app.press(keys: .escape, .character("H"))
        _ = app.update(.runsListed(MadeRuns.all))
        return app
    }

    @Test func earlierRunsFollowTheLiveRun() throws {
        var app = try listed()
        #expect(app.lines[2].contains("running, 3 left"))
        var progress = RunProgress(total: 3)
        (progress.done, progress.succeeded, progress.failed) = (2, 1, 1)
        _ = app.update(.runReported(.progress(progress)))
        #expect(app.lines[2].contains("running, 1 left, 1 failed"))
        _ = app.update(.runReported(.paused(.credentialsExpired(sentence: "expired"))))
        #expect(app.lines[2].contains("waiting for you"))
        _ = app.update(.runReported(.verifying(VerificationProgress(round: 1, configurations: 1, targets: 3))))
        #expect(app.lines[2].contains("verifying"))
        #expect(!app.lines[2].contains("interrupted"))
    }

    @Test func theWordAndTheColourTellHowARunEnded() {
        var app = Fixture.listed()
        app.press(keys: .character("H"))
        _ = app.update(.runsListed(MadeRuns.all))
        let ends = app.view().lines[2...5].map { ($0.spans.last?.text ?? "", $0.spans.last?.style.role) }
        #expect(ends.map(\.0) == ["interrupted, 11,550 left", "228 failed", "done", "unreadable"])
        #expect(ends.map(\.1) == [.warning, .failed, .success, .warning])
        #expect(!app.lines.contains { $0.contains("complete") })
    }

    @Test func inANarrowTerminalTheFirstWordsStayWhole() {
        let words = ["stopped", "11,550 left", "228 failed"]
        #expect(words.joined(in: 32) == "stopped, 11,550 left, 228 failed")
        #expect(words.joined(in: 31) == "stopped, 11,550 left")
        #expect(words.joined(in: 19) == "stopped")
    }
}
