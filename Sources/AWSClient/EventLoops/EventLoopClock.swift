internal import NIOCore
internal import NIOPosix

/// Continuous time; its waits are timers of an event loop. Dispatch's timers, which other clocks wait with, start a thread pool that wakes
/// an idle process once a second on Linux, and they stay armed when the waiting task is cancelled.
package struct EventLoopClock: Clock {
    /// A moment of continuous time.
    package typealias Instant = ContinuousClock.Instant

    /// A clock without state.
    package init() {}

    /// The moment now.
    package var now: Instant { .now }

    /// The finest difference of moments.
    package var minimumResolution: Duration { ContinuousClock().minimumResolution }

    /// Waits.
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
