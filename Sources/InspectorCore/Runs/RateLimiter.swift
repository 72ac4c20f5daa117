/// Finds the rate of calls the service accepts, and stays just under it.
///
/// Of the kind of AWS's adaptive retry mode: nothing is held back until the first throttle; each throttle takes the
/// rate × 0.7, and it comes back along a cubic curve (RFC 9438) to the rate the service was seen to accept. Throttles of
/// calls that were sent before the last reduction say nothing new.
package struct RateLimiter: Hashable, Sendable {
    private var curve: RateCurve?
    private var estimate = AcceptedRate()
    private var nextCall: Duration = .zero
    private var blockedUntil: Duration = .zero
    private var lastReduction: Duration?

    /// The longest wait a `Retry-After` may ask for, in seconds.
    static let longestRetryAfter = 20

    /// A limiter that holds nothing back yet.
    package init() {}

    /// Whether the service has asked to slow down.
    var isLimiting: Bool { curve != nil }

    /// Calls a second that may be sent at `now`; absent while there is no limit.
    package func rate(at now: Duration) -> Double? {
        curve?.rate(at: now, accepted: estimate.accepted)
    }

    /// The moment the next call may be sent.
    package var earliestCall: Duration { max(nextCall, blockedUntil) }

    /// Notes that a call was sent.
    mutating func sent(at now: Duration) {
        estimate.begin(at: now)
        if let rate = rate(at: now) { nextCall = max(nextCall, now) + .seconds(1 / rate) }
    }

    /// Notes that the service took a call.
    mutating func tookCall() {
        estimate.accepted += 1
    }

    /// Notes a throttle of a call sent at `sentAt`; `retryAfter` in seconds is a lower bound, up to 20.
    mutating func throttled(sentAt: Duration, now: Duration, retryAfter: Int?) {
        if let retryAfter, retryAfter > 0 {
            blockedUntil = max(blockedUntil, now + .seconds(min(retryAfter, Self.longestRetryAfter)))
        }
        if let lastReduction, sentAt <= lastReduction { return }
        reduce(at: now)
        lastReduction = now
    }

    private mutating func reduce(at now: Duration) {
        let reduced: RateCurve
        if let curve {
            let tried = curve.rate(at: now, accepted: estimate.accepted)
            if curve.isGuess { estimate.forget() }
            reduced = RateCurve(tried: tried, seen: estimate.rate(at: now), now: now)
        } else {
            reduced = RateCurve(burst: estimate.accepted, since: estimate.start ?? now, now: now)
        }
        estimate.markThrottle(at: now)
        curve = reduced
        nextCall = now + .seconds(1 / reduced.rate(at: now, accepted: estimate.accepted))
    }
}
