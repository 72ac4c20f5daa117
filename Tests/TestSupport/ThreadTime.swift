import Foundation

/// The processor time that this thread alone has used, whatever else the machine does.
public enum ThreadTime {
    /// The processor time that some work takes.
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
