import AWSClient

/// The retry quota of AWS's standard mode: unknown outcomes spend it, successes give it back.
package struct RetryBudget: Hashable, Sendable {
    /// Sends of one call in total when its outcome stays unknown.
    package static let sends = 3
    /// Attempts to get a connection; nothing is sent by these, so there are a few more.
    package static let connectionAttempts = 5

    private(set) var tokens = RetryQuota.capacity

    /// Takes the tokens of one retry and says how many, or nothing when too few are left.
    mutating func take(afterTimeout: Bool) -> Int? {
        let cost = afterTimeout ? RetryQuota.timeoutCost : RetryQuota.retryCost
        guard tokens >= cost else { return nil }
        tokens -= cost
        return cost
    }

    /// Gives back what the answered call's last attempt had taken, or one token.
    mutating func giveBack(_ cost: Int) {
        tokens = min(RetryQuota.capacity, tokens + max(1, cost))
    }

    /// How long to wait before the retry after `failures` failed attempts, as for any call.
    static func delay(failures: Int, retryAfter: Int?, random: inout RunRandom) -> Duration {
        .seconds(RetryPolicy().wait(afterAttempt: failures, random: random.fraction(), retryAfter: retryAfter))
    }
}
