import Testing

@testable import InspectorCore

/// How a run ended, in the words of lists.
@Suite struct RunSummaryWordsTests {
    private func words(_ state: RunSummary.State, failed: Int = 0, unresolved: Int = 0, notSent: Int = 0, heldBack: Int = 0) -> String {
        var run = RunSummary(runId: "r", journal: "/tmp/r", unreadable: "")
        (run.state, run.failed, run.unresolved, run.notSent) = (state, failed, unresolved, notSent)
        run.heldBack = heldBack
        return run.stateWords.joined(separator: ", ")
    }

    @Test func theWordsTellTheOutcome() {
        #expect(words(.complete) == "done")
        #expect(words(.complete, failed: 228) == "228 failed")
        #expect(words(.stopped, notSent: 11_550) == "stopped, 11,550 left")
        #expect(words(.stopped, failed: 3, unresolved: 50, notSent: 1_000) == "stopped, 1,050 left, 3 failed")
        #expect(words(.stopped, failed: 3, unresolved: 50) == "50 unresolved, 3 failed")
        #expect(words(.complete, failed: 3, notSent: 3, heldBack: 3) == "3 failed, held back by that: 3")
        #expect(words(.stopped, failed: 3, notSent: 5, heldBack: 3) == "stopped, 2 left, 3 failed, held back by that: 3")
        #expect(words(.stopped, failed: 3, unresolved: 1, notSent: 3, heldBack: 3) == "1 unresolved, 3 failed, held back by that: 3")
        #expect(words(.interrupted) == "interrupted")
        #expect(words(.interrupted, failed: 3, notSent: 7) == "interrupted, 7 left, 3 failed")
        #expect(words(.runningElsewhere, notSent: 7) == "running elsewhere")
        #expect(words(.unreadable(reason: "x")) == "unreadable")
    }
}
