package import HTTPTypes

/// What has happened in one call so far.
struct CallProgress: Sendable {
    /// The attempt that is on its way or comes next.
    private(set) var invocation: Invocation
    let isStandard: Bool
    let started: Duration
    /// How many times the request was sent.
    var sends = 0
    /// What the last retry took of the quota.
    var lastCost: Int?
    var credentials: Credentials?
    var hasCorrectedClock = false
    var hasReloadedCredentials = false
    /// Seconds that the last reply asked to wait.
    private(set) var retryAfter: Int?
    /// The same in milliseconds, by the header of AWS's own.
    private(set) var retryAfterMilliseconds: Int?
    /// Whether some attempt may have had its effect.
    private(set) var outcomeIsUnknown = false

    init(policy: AttemptPolicy, identifier: String, maxAttempts: Int, started: Duration) {
        self.started = started
        switch policy {
        case .standard:
            isStandard = true
            invocation = Invocation(id: identifier, maximum: maxAttempts)
        case .single(let given):
            isStandard = false
            invocation = given
        }
    }

    func mayRetry(maxAttempts: Int) -> Bool { isStandard && sends < maxAttempts }

    mutating func advance() { invocation = invocation.next }

    mutating func note(_ cause: CallError.Cause) {
        (retryAfter, retryAfterMilliseconds) = (nil, nil)
        switch cause {
        case .transport(let error): outcomeIsUnknown = outcomeIsUnknown || error.mayHaveBeenSent
        case .service(let error):
            (retryAfter, retryAfterMilliseconds) = (error.retryAfter, error.retryAfterMilliseconds)
            outcomeIsUnknown = outcomeIsUnknown || error.mayHaveActed
        case .unexpectedResponse(let status, _, _, _): outcomeIsUnknown = outcomeIsUnknown || !(400...499).contains(status)
        case .settings, .credentials, .cancelled, .invalidRequest: break
        }
    }

    func isCancelled(_ cause: CallError.Cause) -> Bool {
        if case .transport(let error) = cause { return error.kind == .cancelled }
        return false
    }
}

/// What ties the attempts of one call together on the wire: `amz-sdk-invocation-id` and `amz-sdk-request`.
package struct Invocation: Equatable, Sendable {
    /// The same UUID for all attempts.
    package let id: String
    /// The attempt, counted from 1.
    package let attempt: Int
    /// How many attempts there will be at most; nil when that is not known.
    package let maximum: Int?

    /// An attempt of a call.
    package init(id: String, attempt: Int = 1, maximum: Int? = nil) {
        self.id = id
        self.attempt = attempt
        self.maximum = maximum
    }

    /// The next attempt of the same call.
    package var next: Invocation { Invocation(id: id, attempt: attempt + 1, maximum: maximum) }

    /// The header fields, which stay unsigned.
    package var headers: HTTPFields {
        [.sdkInvocationId: id, .sdkRequest: "attempt=\(attempt)" + (maximum.map { "; max=\($0)" } ?? "")]
    }
}

/// How many times one call may be sent.
package enum AttemptPolicy: Equatable, Sendable {
    /// Standard retries, within the quota.
    case standard
    /// One attempt and no more: bulk runs pace themselves.
    case single(Invocation)
}
