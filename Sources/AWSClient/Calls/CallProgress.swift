/// What has happened in one call so far.
struct CallProgress: Sendable {
    /// The attempt under way.
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
        retryAfter = nil
        switch cause {
        case .transport(let error): outcomeIsUnknown = outcomeIsUnknown || error.mayHaveBeenSent
        case .service(let error):
            retryAfter = error.retryAfter
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
