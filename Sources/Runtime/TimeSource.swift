package import FoundationEssentials
internal import NIOCore
internal import NIOPosix

/// The machine's clocks and waits as one value, so that tests can bring their own.
package struct TimeSource: Sendable {
    /// The wall clock, which may be set back: signatures and expirations.
    package var now: @Sendable () -> Date
    /// Time since an arbitrary moment, never set back: deadlines.
    package var uptime: @Sendable () -> Duration
    /// Waits; throws `CancellationError` when the task is cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void

    /// Clocks of the caller's own, which have to agree with each other.
    package init(
        now: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
    }

    /// This machine's clocks; waits go by ``EventLoopClock``.
    package static let system = TimeSource(
        now: { Date() },
        uptime: {
            let start = ContinuousClock.Instant.now
            return systemStart.duration(to: start)
        },
        sleep: { try await EventLoopClock().sleep(for: $0) })

    private static let systemStart = ContinuousClock.Instant.now
}

/// Continuous time whose waits are timers of an event loop. Other clocks wait by Dispatch's timers, which start a thread pool that wakes an
/// idle process once a second on Linux, and which stay armed when the waiting task is cancelled.
package struct EventLoopClock: Clock {
    /// The same moments as `ContinuousClock`'s.
    package typealias Instant = ContinuousClock.Instant

    /// A clock; all of them show the same time.
    package init() {}

    /// The current moment of continuous time.
    package var now: Instant { .now }

    /// `ContinuousClock`'s, one nanosecond on Linux.
    package var minimumResolution: Duration { ContinuousClock().minimumResolution }

    /// Returns at the deadline, at once where it has passed; `tolerance` is not used.
    /// - Throws: `CancellationError` as soon as the task is cancelled.
    package func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
        while now < deadline {
            try Task.checkCancellation()
            let wait = TimeAmount(now.duration(to: deadline))
            let timer = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: wait) {}
            await withTaskCancellationHandler {
                _ = try? await timer.futureResult.get()
            } onCancel: {
                timer.cancel()
            }
        }
        try Task.checkCancellation()
    }
}
