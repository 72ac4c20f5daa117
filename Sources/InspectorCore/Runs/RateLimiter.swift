/// Finds the rate of calls the service accepts, and stays just under it.
///
/// Of the kind of AWS's adaptive retry mode: nothing is held back until the first throttle; each throttle takes the
/// rate × 0.7, and it comes back along a cubic curve (RFC 9438) to the rate the service was seen to accept. Throttles of
/// calls that were sent before the last reduction say nothing new.
package struct RateLimiter: Sendable {
    private var curve: RateCurve?
    private var estimate = AcceptedRate()
    private var bucket = TokenBucket(burst: 0)
    private var blockedUntil: Duration = .zero
    private var lastReduction: Duration?

    /// The longest wait a `Retry-After` may ask for, in seconds.
    static let longestRetryAfter = 20

    /// A limiter that holds nothing back yet.
    package init() {}

    /// Whether the service has asked to slow down.
    var isLimiting: Bool { curve != nil }

    /// The moment the next call may be sent.
    package var earliestCall: Duration { max(bucket.earliest, blockedUntil) }

    private func rate(at now: Duration) -> Double? {
        curve?.rate(at: now, accepted: estimate.accepted)
    }

    /// Notes that a call was sent.
    mutating func sent(at now: Duration) {
        estimate.begin(at: now)
        if let rate = rate(at: now) { bucket.take(at: now, interval: .seconds(1 / rate)) }
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
        bucket.empty(at: now, interval: .seconds(1 / reduced.rate(at: now, accepted: estimate.accepted)))
    }
}

/// Lets one call go in each interval, and after a pause up to `burst` more at once.
struct TokenBucket: Sendable {
    let burst: Double
    /// The moment of the next token.
    private(set) var earliest: Duration = .zero

    /// A bucket with a token in it.
    init(burst: Double) {
        self.burst = burst
    }

    /// Takes a token at `now`; the next one comes an interval later.
    mutating func take(at now: Duration, interval: Duration) {
        earliest = max(earliest, now - interval * burst) + interval
    }

    /// Leaves nothing in the bucket until an interval from `now`.
    mutating func empty(at now: Duration, interval: Duration) {
        earliest = now + interval
    }
}

/// How many calls a second the service took between throttles, the moments at which it had none to spare.
private struct AcceptedRate {
    private static let fewest = 5
    private static let enough = 20
    private static let longestMemory = 30

    /// Calls taken since the run began.
    var accepted = 0
    private(set) var start: Duration?
    private var throttles: [(at: Duration, accepted: Int)] = []

    mutating func begin(at now: Duration) {
        if start == nil { start = now }
    }

    mutating func markThrottle(at now: Duration) {
        throttles = throttles.suffix(Self.longestMemory - 1) + [(now, accepted)]
    }

    /// Throttles of a phase in which the rate was only guessed do not count.
    mutating func forget() {
        throttles = []
    }

    /// Calls a second since the latest throttle that is far enough back; absent when there are too few calls to tell.
    func rate(at now: Duration) -> Double? {
        let far = throttles.last { accepted - $0.accepted >= Self.enough }
        guard let mark = far ?? throttles.first, accepted - mark.accepted >= Self.fewest, now > mark.at else { return nil }
        return Double(accepted - mark.accepted) / (now - mark.at).inSeconds
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The rate after a throttle, as a function of time.
///
/// A reduction takes 0.7, and a cubic curve leads back to the target, as in AWS's adaptive mode. The constants beyond
/// that are our own, found by simulating services of 1 to 100 calls a second: with a low rate the way back takes
/// a dozen calls, and the growth beyond the target costs about one throttle in 160 calls.
struct RateCurve: Sendable {
    /// While the service's rate is only guessed from its first burst, the rate doubles each second.
    let isGuess: Bool
    private let start: Duration
    private let floor: Double
    private let target: Double
    /// Calls taken at the start, when the guess comes from so few that the rate may double with each call.
    private let smallBurst: Int?

    private static let reduction = 0.7
    private static let unmeasured = 0.85
    private static let growth = 0.4
    private static let slowestRate = 0.5
    private static let callsOfReturn = 12.0
    private static let callsPerThrottle = 160.0
    private static let fewCalls = 4

    /// After the first throttle: the service took `burst` calls since `since`.
    init(burst: Int, since: Duration, now: Duration) {
        isGuess = true
        start = now
        target = max(Double(burst) / max((now - since).inSeconds, 1), Self.slowestRate)
        floor = max(target * Self.reduction, Self.slowestRate)
        smallBurst = burst < Self.fewCalls ? burst : nil
    }

    /// After a throttle at the rate `tried`, when the service was seen to take `seen` calls a second.
    init(tried: Double, seen: Double?, now: Duration) {
        isGuess = false
        start = now
        let between = seen.map { min(tried, ($0 + tried * Self.unmeasured) / 2) }
        target = max(between ?? tried * Self.unmeasured, Self.slowestRate)
        floor = max(target * Self.reduction, Self.slowestRate)
        smallBurst = nil
    }

    /// Calls a second at `now`, when the service has taken `accepted` calls.
    func rate(at now: Duration, accepted: Int) -> Double {
        let elapsed = max(0, (now - start).inSeconds)
        if isGuess { return floor * exp2(min(max(elapsed, Double(smallBurst.map { accepted - $0 } ?? 0)), 20)) }
        let wayBack = max(cbrt((target - floor) / Self.growth), Self.callsOfReturn / target)
        let distance = elapsed - wayBack
        return max(floor, target + steepness(distance, wayBack) * distance * distance * distance)
    }

    private func steepness(_ distance: Double, _ wayBack: Double) -> Double {
        if distance < 0 { return (target - floor) / (wayBack * wayBack * wayBack) }
        let patience = target / Self.callsPerThrottle
        return min(Self.growth, 4 * patience * patience * patience * patience)
    }
}
