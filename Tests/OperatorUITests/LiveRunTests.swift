import InspectorCore
import Terminal
import Testing

@testable import OperatorUI

/// A run that goes on is seen everywhere as what it is.
@Suite struct LiveRunTests {
    private func isRun(_ state: State) -> Bool {
        if case .run = state.screen { true } else { false }
    }

    @Test func duringARunTheResultsAreTheRun() throws {
        var (state, _) = try RunTests.running()
        state.press(keys: .escape, .character("!"))
        #expect(isRun(state))
        #expect(state.lines.contains { $0.contains("Disassociating 3 associations") })
        #expect(!state.lines.contains { $0.contains("Nothing was sent yet") })
        _ = update(&state, .runReported(.verifying(VerificationProgress(round: 1, configurations: 1, targets: 3))))
        state.press(keys: .escape, .character("!"))
        #expect(isRun(state))
        #expect(state.lines.contains { $0.contains("Verifying 3 associations") })
        #expect(state.screens.count { if case .run = $0 { true } else { false } } == 1)
    }

    @Test func fromTheRunTheResultsSayThatItGoesOn() throws {
        var (state, _) = try RunTests.running()
        state.press(keys: .character("!"))
        #expect(state.lines.contains { $0.contains("Sending: 0/3") })
        #expect(!state.lines.contains { $0.contains("Nothing was sent yet") })
        let depth = state.screens.count
        state.press(keys: .character("!"), .character("!"), .character("!"), .character("!"))
        #expect(state.screens.count == depth)
    }

    @Test func verificationSaysWhatItWaitsForAndThatXEndsIt() throws {
        var (state, _) = try RunTests.running()
        _ = update(&state, .runReported(.verifying(VerificationProgress(round: 2, configurations: 1, targets: 3))))
        #expect(state.lines.contains { $0.contains("Round 2: listing 1 configuration. x skips verification.") })
        _ = update(
            &state, .runReported(.verifying(VerificationProgress(round: 2, configurations: 1, targets: 3, nextListing: .seconds(4)))))
        let text = state.words
        #expect(text.contains("3 associations are not settled"))
        #expect(text.contains("After a pause of 4 s"))
        #expect(text.contains("x ends the wait."))
        state.press(keys: .escape)
        #expect(state.lines[22] == " Verifying: pausing 4 s before round 3. x ends it.")
        #expect(state.press(keys: .character("x")) == [.stopRun])
        #expect(state.notice?.text == "Ending the verification: what it could not settle stays as it is.")
    }

    /// The live run among earlier runs, and one that ended.
    private func listed() throws -> State {
        var (state, _) = try RunTests.running()
        _ = update(&state, .runReported(.started(runId: "run-4", journal: "/tmp/run-4.jsonl")))
        state.press(keys: .escape, .character("H"))
        _ = update(&state, .runsListed(MadeRuns.all))
        return state
    }

    @Test func earlierRunsFollowTheLiveRun() throws {
        var state = try listed()
        #expect(state.lines[2].contains("running, 3 left"))
        var progress = RunProgress(total: 3)
        (progress.done, progress.succeeded, progress.failed) = (2, 1, 1)
        _ = update(&state, .runReported(.progress(progress)))
        #expect(state.lines[2].contains("running, 1 left, 1 failed"))
        _ = update(&state, .runReported(.paused(.credentialsExpired(sentence: "expired"))))
        #expect(state.lines[2].contains("waiting for you"))
        _ = update(&state, .runReported(.verifying(VerificationProgress(round: 1, configurations: 1, targets: 3))))
        #expect(state.lines[2].contains("verifying"))
        #expect(!state.lines[2].contains("interrupted"))
    }

    @Test func theWordAndTheColourTellHowARunEnded() {
        var state = Fixture.listed()
        state.press(keys: .character("H"))
        _ = update(&state, .runsListed(MadeRuns.all))
        let ends = view(state).lines[2...5].map { ($0.spans.last?.text ?? "", $0.spans.last?.style.role) }
        #expect(ends.map(\.0) == ["interrupted, 11,550 left", "228 failed", "done", "unreadable"])
        #expect(ends.map(\.1) == [.warning, .failed, .success, .warning])
        #expect(!state.lines.contains { $0.contains("complete") })
    }

    @Test func inANarrowTerminalTheFirstWordsStayWhole() {
        let words = ["stopped", "11,550 left", "228 failed"]
        #expect(words.joined(in: 32) == "stopped, 11,550 left, 228 failed")
        #expect(words.joined(in: 31) == "stopped, 11,550 left")
        #expect(words.joined(in: 19) == "stopped")
    }
}
