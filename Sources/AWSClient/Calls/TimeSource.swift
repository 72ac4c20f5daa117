package import FoundationEssentials

/// The clocks and the waiting of this client, to be replaced in tests.
package struct TimeSource: Sendable {
    /// The wall clock: signatures and expirations.
    package var now: @Sendable () -> Date
    /// Time since some moment, never set back: deadlines.
    package var uptime: @Sendable () -> Duration
    /// Waits; throws `CancellationError` when the task is cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void

    /// Clocks from elsewhere.
    package init(
        now: @escaping @Sendable () -> Date, uptime: @escaping @Sendable () -> Duration,
        sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
    }

    /// The clocks of this machine.
    package static let system = TimeSource(
        now: { Date() },
        uptime: {
            let start = ContinuousClock.Instant.now
            return systemStart.duration(to: start)
        },
        sleep: { try await EventLoopClock().sleep(for: $0) })

    private static let systemStart = ContinuousClock.Instant.now
}
