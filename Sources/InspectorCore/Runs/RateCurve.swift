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
