package import FoundationEssentials

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
