#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The rate after a throttle, as a function of time.
struct RateCurve: Hashable, Sendable {
    private let start: Duration
    /// Calls a second at the start: 0.7 of the rate aimed at.
    private let floor: Double
    /// Calls a second the service is believed to accept.
    private let target: Double
    /// While the service's rate was only guessed from a first burst, the rate doubles each second.
    private let isGuess: Bool

    private static let reduction = 0.7
    private static let growth = 0.4
    private static let slowestRate = 0.5
    private static let callsPerThrottle = 40.0

    /// The curve after a throttle at `now`, when `accepted` calls were taken since the moment `since`.
    init(after earlier: RateCurve?, accepted: Int, since: Duration, now: Duration) {
        let elapsed = (now - since).inSeconds
        let seen = Double(accepted) / max(elapsed, 1)
        if let earlier {
            let tried = earlier.rate(at: now)
            let isMeasured = accepted >= 10 && elapsed >= 1
            target = isMeasured ? min(tried, max(seen, tried * Self.reduction)) : tried
            isGuess = earlier.isGuess && accepted == 0
        } else {
            target = seen
            isGuess = true
        }
        floor = max(target * Self.reduction, Self.slowestRate)
        start = now
    }

    /// Calls a second at `now`.
    func rate(at now: Duration) -> Double {
        let elapsed = max(0, (now - start).inSeconds)
        if isGuess { return floor * exp2(min(elapsed, 20)) }
        let plateau = cbrt(max(0, target - floor) / Self.growth)
        let distance = elapsed - plateau
        let patience = target / Self.callsPerThrottle
        let steepness = distance < 0 ? Self.growth : min(Self.growth, 4 * patience * patience * patience * patience)
        return max(floor, target + steepness * distance * distance * distance)
    }

    /// `rate`, but never so slow that a run stands still.
    static func slowest(_ rate: Double?) -> Double {
        max(rate ?? slowestRate, slowestRate)
    }
}
