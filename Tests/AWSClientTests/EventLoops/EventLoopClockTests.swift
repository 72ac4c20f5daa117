import Testing

@testable import AWSClient

@Suite(.timeLimit(.minutes(5))) struct EventLoopClockTests {
    @Test(arguments: [Duration.nanoseconds(1), .milliseconds(1), .milliseconds(30)]) func waitsNoShorter(span: Duration) async throws {
        let (clock, start) = (EventLoopClock(), ContinuousClock.now)
        try await clock.sleep(for: span)
        #expect(ContinuousClock.now - start >= span)
    }

    @Test func aMomentThatIsOverIsNotWaitedFor() async throws {
        try await EventLoopClock().sleep(until: ContinuousClock.now - .seconds(1))
    }

    @Test func cancellationEndsTheWait() async {
        let waiting = Task { try await EventLoopClock().sleep(for: .seconds(3600)) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
    }
}
