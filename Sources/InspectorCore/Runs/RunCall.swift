import AWSClient
import Runtime

/// One call of a run, through all of its attempts: at most 25 targets.
package struct RunCall: Hashable, Sendable {
    /// Counts the run's calls from 1.
    package let id: Int
    /// Positions in the plan.
    package let targets: [Int]
    /// The `amz-sdk-invocation-id` of every attempt.
    package let invocationId: String
    /// Counts the attempts from 1; 0 before the first.
    package internal(set) var attempt = 0
    /// When the last attempt was sent.
    package internal(set) var sentAt: Duration = .zero
    /// Whether the last attempt tried whether credentials are accepted again.
    package internal(set) var isProbe = false
    /// Attempts after which the outcome was unknown.
    var unknownAttempts = 0
    /// Attempts that never had a connection.
    var connectionFailures = 0
    /// Not to be sent before this moment of the run.
    var notBefore: Duration = .zero
    /// Tokens the retry budget gave for the last attempt.
    var retryCost = 0

    /// A call that was not sent yet.
    init(id: Int, targets: [Int], invocationId: String) {
        self.id = id
        self.targets = targets
        self.invocationId = invocationId
    }
}

/// The retry quota of AWS's standard mode, for all calls of a run: unknown outcomes spend it, successes give it back.
package struct RetryBudget: Hashable, Sendable {
    /// Sends of one call in total when its outcome stays unknown.
    package static let sends = 3

    /// Tokens that a retry takes, and one after a time limit. A call of a run is sent again only while its outcome is unknown, so they are
    /// fewer than those of other calls.
    private static let (retryCost, timeoutCost) = (5, 10)
    private var tokens = RetryQuota.capacity

    /// Takes the tokens of one retry and says how many, or nothing when too few are left.
    mutating func take(afterTimeout: Bool) -> Int? {
        let cost = afterTimeout ? Self.timeoutCost : Self.retryCost
        guard tokens >= cost else { return nil }
        tokens -= cost
        return cost
    }

    /// Gives back what the answered call's last attempt had taken, or one token.
    mutating func giveBack(_ cost: Int) {
        tokens = min(RetryQuota.capacity, tokens + max(1, cost))
    }

    /// How long to wait before the retry after `failures` failed attempts, as after throttling: a run has time.
    static func delay(failures: Int, retryAfter: Int?, random: inout RunRandom) -> Duration {
        .seconds(RetryPolicy().wait(afterAttempt: failures, random: random.fraction(), retryAfter: retryAfter, isThrottled: true))
    }
}
