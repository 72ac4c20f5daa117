import Glibc
import InspectorCore

extension Array<Double> {
    /// The middle value, or the mean of the two in the middle; 0 of nothing.
    var median: Double {
        let sorted = sorted()
        guard let last = sorted.indices.last else { return 0 }
        return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
    }

    /// The smallest value that a share of all values, 0 to 1, does not exceed; 0 of nothing.
    func percentile(_ share: Double) -> Double {
        let sorted = sorted()
        let place = Int((share * Double(sorted.count)).rounded(.up)) - 1
        return sorted.isEmpty ? 0 : sorted[Swift.max(0, Swift.min(place, sorted.count - 1))]
    }
}

/// How a time grows with a size: time ≈ factor × size ^ exponent.
struct Growth: Equatable, Sendable {
    /// 1 is linear, 2 quadratic.
    let exponent: Double

    /// The straight line through the logarithms, by least squares; nothing for fewer than two sizes.
    init?(_ points: [(size: Double, time: Double)]) {
        let logs = points.filter { $0.size > 0 && $0.time > 0 }.map { (x: log($0.size), y: log($0.time)) }
        guard logs.count > 1 else { return nil }
        let middle = (x: logs.map(\.x).reduce(0, +) / Double(logs.count), y: logs.map(\.y).reduce(0, +) / Double(logs.count))
        let spread = logs.reduce(0) { $0 + ($1.x - middle.x) * ($1.x - middle.x) }
        guard spread > 0 else { return nil }
        exponent = logs.reduce(0) { $0 + ($1.x - middle.x) * ($1.y - middle.y) } / spread
    }
}

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
    static func processor(_ work: () throws -> Void) rethrows -> Double {
        let start = processorTime(CLOCK_THREAD_CPUTIME_ID)
        try work()
        return processorTime(CLOCK_THREAD_CPUTIME_ID) - start
    }

    /// Of the processor, on all threads of this process: a disk that is slow to confirm does not count.
    static func process(_ work: () async throws -> Void) async rethrows -> Double {
        let start = processorTime(CLOCK_PROCESS_CPUTIME_ID)
        try await work()
        return processorTime(CLOCK_PROCESS_CPUTIME_ID) - start
    }

    private static func processorTime(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
