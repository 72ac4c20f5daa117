/// Finds the rate of calls the service accepts, and stays just under it.
///
/// Of the kind of AWS's adaptive retry mode: nothing is held back until the first throttle; each throttle takes the
/// rate × 0.7, and it comes back along a cubic curve (RFC 9438) to the rate the service was seen to accept. Beyond that
/// it grows so slowly at first that a throttle costs one call of some forty. Throttles of calls that were sent before
/// the last reduction say nothing new.
package struct RateLimiter: Hashable, Sendable {
    private var curve: RateCurve?
    private var nextCall: Duration = .zero
    private var blockedUntil: Duration = .zero
    private var firstCall: Duration?
    private var lastReduction: Duration?
    private var accepted = 0

    /// The longest wait a `Retry-After` may ask for, in seconds.
    static let longestRetryAfter = 20

    /// A limiter that holds nothing back yet.
    package init() {}

    /// Calls a second that may be sent at `now`; absent while there is no limit.
    package func rate(at now: Duration) -> Double? {
        curve?.rate(at: now)
    }

    /// The moment the next call may be sent.
    package var earliestCall: Duration { max(nextCall, blockedUntil) }

    /// Notes that a call was sent.
    mutating func sent(at now: Duration) {
        if firstCall == nil { firstCall = now }
        if let rate = rate(at: now) { nextCall = max(nextCall, now - .seconds(0.5 / rate)) + .seconds(1 / rate) }
    }

    /// Notes that the service took a call.
    mutating func tookCall() {
        accepted += 1
    }

    /// Notes a throttle of a call sent at `sentAt`; `retryAfter` in seconds is a lower bound, up to 20.
    mutating func throttled(sentAt: Duration, now: Duration, retryAfter: Int?) {
        if let retryAfter, retryAfter > 0 {
            blockedUntil = max(blockedUntil, now + .seconds(min(retryAfter, Self.longestRetryAfter)))
        }
        if let lastReduction, sentAt <= lastReduction { return }
        curve = RateCurve(after: curve, accepted: accepted, since: lastReduction ?? firstCall ?? now, now: now)
        lastReduction = now
        accepted = 0
        nextCall = now + .seconds(1 / RateCurve.slowest(curve?.rate(at: now)))
    }
}
