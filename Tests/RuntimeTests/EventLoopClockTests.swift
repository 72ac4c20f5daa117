import Testing

@testable import Runtime

@Suite(.timeLimit(.minutes(5))) struct EventLoopClockTests {
    @Test(arguments: [Duration.nanoseconds(1), .milliseconds(1), .milliseconds(30)]) func waitIsNeverShorterThanAskedFor(span: Duration)
        async throws
    {
        let (clock, start) = (EventLoopClock(), ContinuousClock.now)
        try await clock.sleep(for: span)
        #expect(ContinuousClock.now - start >= span)
    }

    @Test func deadlineInThePastIsNotWaitedFor() async throws {
        let start = ContinuousClock.now
        try await EventLoopClock().sleep(until: start - .seconds(3600))
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func cancellationEndsTheWait() async {
        let waiting = Task { try await EventLoopClock().sleep(for: .seconds(3600)) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}
