import Glibc
import InspectorCore

/// Takes times, in seconds.
enum Timing {
    /// By the wall clock.
    static func wall(_ work: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start).inSeconds
    }

    /// By the wall clock, since `start`.
    static func since(_ start: ContinuousClock.Instant) -> Double {
        (ContinuousClock.now - start).inSeconds
    }

    /// Of the processor, for work on one thread: other programs on the machine do not count.
    static func processor(_ work: () -> Void) -> Double {
        let start = processorTime
        work()
        return processorTime - start
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
