/// How many calls may be under way at once, and how far apart they leave.
///
/// Four at first, more while all goes well, fewer when the service struggles. What is sent together is answered together, and then waits
/// its turn together: with 32 calls under way a round of answers took half as long again. So the calls of a round leave over three
/// quarters of the shortest time an answer took.
package struct CallWindow: Sendable {
    private static let first = 4.0
    /// The most calls that are ever under way at once.
    package static let widest = 32
    private static let spread = 0.75
    /// Calls that may leave with the one that is due, when the time for them has passed.
    private static let burst = 4.0

    private var size = first
    private var hasShrunk = false
    private var shortestAnswer: Duration?
    private var bucket = TokenBucket(burst: burst)

    /// The window of a run that begins.
    package init() {}

    /// Calls that may be under way.
    package var limit: Int { Int(size) }

    /// The moment the next call may leave.
    var earliestCall: Duration { bucket.earliest }

    /// An answer came while `inFlight` calls were under way; the window grows when they filled it: by half with each round of
    /// answers while nothing `isLimited` or failed, by one call with each round later.
    mutating func grow(inFlight: Int, isLimited: Bool) {
        if inFlight >= limit { size = min(Double(Self.widest), size + (isLimited || hasShrunk ? 1 / size : 0.5)) }
    }

    /// The service failed.
    mutating func shrink() {
        hasShrunk = true
        size = max(1, size * 0.7)
    }

    /// Notes how long an answer took.
    mutating func answered(after time: Duration) {
        shortestAnswer = min(shortestAnswer ?? time, time)
    }

    /// Notes that a call was sent.
    mutating func sent(at now: Duration) {
        guard let shortestAnswer else { return }
        bucket.take(at: now, interval: shortestAnswer * Self.spread / limit)
    }
}
