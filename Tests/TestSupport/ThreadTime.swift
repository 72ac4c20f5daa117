import Foundation

/// Time of the processor as this thread alone has used it: what else the machine does is not in it.
public enum ThreadTime {
    /// What some work costs.
    public static func cost(of work: () throws -> Void) rethrows -> Duration {
        let start = now
        try work()
        return now - start
    }

    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
