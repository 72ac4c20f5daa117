import Synchronization
import Testing

@testable import scanconfig

/// What is waited for is said once in a phase, as it is when the time has come.
@Suite struct PatienceLineTests {
    /// A clock of which each wait ends when the test lets it.
    private final class HeldClock: Clock, Sendable {
        struct Instant: InstantProtocol {
            var offset = Swift.Duration.zero
            func advanced(by duration: Swift.Duration) -> Instant { Instant(offset: offset + duration) }
            func duration(to other: Instant) -> Swift.Duration { other.offset - offset }
            static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
        }

        let now = Instant()
        let minimumResolution = Swift.Duration.zero
        private let held = AsyncStream<Void>.makeStream()

        func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
            var gate = held.stream.makeAsyncIterator()
            _ = await gate.next()
            try Task.checkCancellation()
        }

        func open() { held.continuation.yield() }
    }

    private let clock = HeldClock()
    private let said = AsyncStream<String>.makeStream()

    private var line: PatienceLine {
        let written = said.continuation
        return PatienceLine(clock: clock) { written.yield($0) }
    }

    @Test func theWordsAreThoseOfTheMoment() async {
        let line = line
        line.wait("verifying", "early")
        line.wait("verifying", "late")
        clock.open()
        var lines = said.stream.makeAsyncIterator()
        #expect(await lines.next() == "scanconfig: late\n")
        line.wait("verifying", "later")
        line.wait("sending", "another phase")
        clock.open()
        #expect(await lines.next() == "scanconfig: another phase\n", "a phase speaks once")
    }

    @Test func whatEndedSaysNothing() async {
        let line = line
        line.wait("a", "never said")
        line.end()
        line.wait("b", "said")
        clock.open()
        clock.open()
        var lines = said.stream.makeAsyncIterator()
        #expect(await lines.next() == "scanconfig: said\n")
    }
}
