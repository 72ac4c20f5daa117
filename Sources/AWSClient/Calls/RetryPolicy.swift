/// The numbers of the standard retry mode.
///
/// Source: AWS SDKs and Tools reference guide, "Retry behavior", as of 10 November 2026.
package struct RetryPolicy: Equatable, Sendable {
    /// Sends in total, the first included.
    package var maxAttempts: Int
    /// The longest wait between two sends, in seconds; it caps `Retry-After` too.
    package var longestWait: Double
    /// The time for the whole call, all attempts and waits included.
    package var callDeadline: Duration

    /// The numbers of the standard, unless said otherwise.
    package init(maxAttempts: Int = 3, longestWait: Double = 20, callDeadline: Duration = .seconds(300)) {
        self.maxAttempts = maxAttempts
        self.longestWait = longestWait
        self.callDeadline = callDeadline
    }

    /// The wait before the next send, in seconds: a random part of 50 ms, doubled with each retry made so far; of 1 s when throttled.
    /// What the service asks for makes it longer: by 5 s at most where it says milliseconds.
    /// - Parameters:
    ///   - attempt: the send that just failed, counted from 1.
    ///   - random: from 0 to 1.
    ///   - retryAfter: seconds that the service asked to wait at least.
    ///   - milliseconds: what `x-amz-retry-after` says; it goes before `retryAfter`.
    package func wait(
        afterAttempt attempt: Int, random: Double, retryAfter: Int? = nil, milliseconds: Int? = nil, isThrottled: Bool = false
    ) -> Double {
        var step = isThrottled ? 1 : 0.05
        for _ in 1..<max(1, min(attempt, 32)) { step *= 2 }
        let wait = random * min(step, longestWait)
        if let milliseconds { return max(wait, min(Double(milliseconds) / 1000, wait + 5)) }
        return max(wait, min(Double(retryAfter ?? 0), longestWait))
    }

    /// What a failed attempt costs of the quota if it is retried.
    package func cost(of cause: CallError.Cause) -> Int {
        cause.isThrottled ? RetryQuota.throttlingCost : RetryQuota.retryCost
    }

    /// Whether another send may help.
    package func isRetryable(_ cause: CallError.Cause) -> Bool {
        switch cause {
        case .service(let error): cause.isThrottled || (error.isTransient && !error.isExpiredCredentials)
        case .unexpectedResponse(let status, _, _, _): [500, 502, 503, 504].contains(status)
        case .transport(let error): !Self.finalKinds.contains(error.kind)
        case .settings, .credentials, .cancelled, .invalidRequest: false
        }
    }

    private static let finalKinds: [TransportError.Kind] = [
        .tlsVerification, .tlsUnavailable, .settings, .unwritable, .cancelled, .deadlineExceeded,
    ]
}

extension CallError.Cause {
    /// Whether the service named its throttling; 429 alone is none to the standard.
    var isThrottled: Bool {
        guard case .service(let error) = self else { return false }
        return ServiceError.throttlingCodes.contains(error.code)
    }
}

/// Keeps retries from making an outage worse: each takes from a fixed number of tokens, successes give back.
package actor RetryQuota {
    /// Tokens at the start, and at most.
    package static let capacity = 500
    /// Tokens that a retry takes.
    package static let retryCost = 14
    /// What a retry after throttling takes.
    package static let throttlingCost = 5

    /// Tokens that are left for retries.
    package private(set) var available = RetryQuota.capacity

    /// A quota with ``capacity`` tokens.
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
