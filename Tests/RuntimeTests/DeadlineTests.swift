import TestSupport
import Testing

@testable import Runtime

@Suite(.timeLimit(.minutes(5))) struct DeadlineTests {
    @Test func workThatFinishesInTimeGivesItsResult() async throws {
        #expect(try await Deadline.race(.seconds(3600)) { 7 } == 7)
    }

    @Test func workIsCancelledWhenTheTimeRunsOut() async {
        await #expect(throws: Deadline.Exceeded.self) {
            try await Deadline.race(.milliseconds(1)) { try await waitUntilCancelled() }
        }
    }

    @Test func nothingBeginsWithoutTime() async {
        await #expect(throws: Deadline.Exceeded.self) {
            try await Deadline.race(.zero) { Issue.record("the work began") }
        }
    }

    @Test func cancelledCallerIsNotToldThatTheTimeRanOut() async {
        let caller = Task { try await Deadline.race(.seconds(3600)) { try await waitUntilCancelled() } }
        caller.cancel()
        await #expect(throws: CancellationError.self) { try await caller.value }
    }
}
