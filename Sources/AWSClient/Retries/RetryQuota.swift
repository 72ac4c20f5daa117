/// Keeps retries from making an outage worse: each takes from a fixed number of tokens, successes give back.
package actor RetryQuota {
    /// Tokens at the start, and at most.
    package static let capacity = 500
    /// What a retry takes.
    package static let retryCost = 5
    /// What a retry after a time limit takes.
    package static let timeoutCost = 10

    /// Tokens left.
    package private(set) var available = RetryQuota.capacity

    /// A full quota.
    package init() {}

    /// Takes tokens for one retry; false when too few are left.
    package func take(_ cost: Int) -> Bool {
        guard available >= cost else { return false }
        available -= cost
        return true
    }

    /// Gives back after a success: what its last retry took, or one token when there was none.
    package func giveBack(_ cost: Int?) {
        available = min(Self.capacity, available + (cost ?? 1))
    }
}
