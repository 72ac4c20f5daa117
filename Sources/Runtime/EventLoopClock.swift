internal import NIOCore
internal import NIOPosix

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
