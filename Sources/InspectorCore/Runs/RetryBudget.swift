/// The retry quota of AWS's standard mode: unknown outcomes spend it, successes give it back.
package struct RetryBudget: Hashable, Sendable {
    /// Sends of one call in total when its outcome stays unknown.
    package static let sends = 3
    /// Attempts to get a connection; nothing is sent by these, so there are a few more.
    package static let connectionAttempts = 5
    private static let capacity = 500
    private static let retryCost = 5
    private static let timeoutRetryCost = 10
    private static let longestDelay = 20.0

    private(set) var tokens = capacity

    /// Takes the tokens of one retry and says how many, or nothing when too few are left.
    mutating func take(afterTimeout: Bool) -> Int? {
        let cost = afterTimeout ? Self.timeoutRetryCost : Self.retryCost
        guard tokens >= cost else { return nil }
        tokens -= cost
        return cost
    }

    /// Gives back what the answered call's last attempt had taken, or one token.
    mutating func giveBack(_ cost: Int) {
        tokens = min(Self.capacity, tokens + max(1, cost))
    }

    /// How long to wait before the retry after `failures` failed attempts: random(0,1) × min(2^i, 20 s),
    /// and no less than the service asked for.
    static func delay(failures: Int, retryAfter: Int?, random: inout RunRandom) -> Duration {
        let ceiling = min(Double(1 << min(max(0, failures - 1), 10)), longestDelay)
        let asked = min(Double(max(0, retryAfter ?? 0)), longestDelay)
        return .seconds(max(random.fraction() * ceiling, asked))
    }
}
