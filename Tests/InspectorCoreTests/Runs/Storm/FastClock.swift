import Runtime

/// A clock that runs faster than the world's, so that waits of a run take a fraction of their time, and that stands while something
/// goes on that takes the world's time.
final class FastClock: Clock {
    struct Instant: InstantProtocol {
        let offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private struct Reading {
        /// What it showed when it began to run or to stand the last time, and when that was.
        var offset = Duration.zero
        var since = ContinuousClock.now
        var stops = 0

        func offset(factor: Int) -> Duration {
            stops > 0 ? offset : offset + (ContinuousClock.now - since) * factor
        }
    }

    private let factor: Int
    private let reading = Locked(Reading())

    init(factor: Int) {
        self.factor = factor
    }

    var now: Instant { reading.withLock { Instant(offset: $0.offset(factor: factor)) } }
    var minimumResolution: Duration { .microseconds(1) }

    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        repeat {
            try await ContinuousClock().sleep(for: max(.microseconds(100), now.duration(to: deadline) / factor))
        } while now < deadline
    }

    /// Stands, for one reason more or one less.
    func stop(_ more: Int) {
        reading.withLock { reading in
            reading.offset = reading.offset(factor: factor)
            reading.since = .now
            reading.stops += more
        }
    }
}
