extension RunEngine {
    /// A call ended without an answer of the operation's form.
    mutating func failed(_ id: Int, _ failure: CallFailure, at now: Duration) {
        guard let call = inFlight.removeValue(forKey: id) else { return }
        switch failure {
        case .throttled(let retryAfter): throttled(call, retryAfter, at: now)
        case .unknown(let detail, let isTimeout, let retryAfter):
            unanswered(call, detail, isTimeout: isTimeout, retryAfter: retryAfter, at: now)
        case .nonsense(let excerpt): nonsense(call, excerpt)
        case .rejected(let refusal): rejected(call, refusal)
        case .refused(let refusal): refused(call, refusal, then: .refused(message: refusal.sentence))
        case .accessDenied(let refusal): refused(call, refusal, then: .accessDenied(message: refusal.sentence))
        case .credentialsExpired(let sentence): credentialsExpired(call, sentence)
        case .otherAccount(let other): otherAccount(call, other)
        case .notConnected(let sentence, let isTransient): notConnected(call, sentence, isTransient: isTransient, at: now)
        case .withdrawn: withdrawn(call)
        }
    }

    /// Throttling is pace, not failure: the call goes again, and spends nothing of the retry budget.
    private mutating func throttled(_ call: RunCall, _ retryAfter: Int?, at now: Duration) {
        tally.callsAnswered += 1
        tally.throttled += 1
        limiter.throttled(sentAt: call.sentAt, now: now, retryAfter: retryAfter)
        notActedUpon(call, "throttled")
        sendAgain(call)
    }

    /// The outcome is unknown: the call goes again within the retry budget, under the same invocation id.
    private mutating func unanswered(
        _ call: RunCall, _ detail: String, isTimeout: Bool, retryAfter: Int?, at now: Duration
    ) {
        var call = call
        call.unknownAttempts += 1
        ledger.doubt(call.targets)
        window.shrink()
        steps.append(.record(.unanswered(call: call.id, attempt: call.attempt, detail: detail)))
        guard halt == nil, call.unknownAttempts < RetryBudget.sends else { return giveUp(call, detail) }
        guard let cost = budget.take(afterTimeout: isTimeout) else {
            giveUp(call, detail)
            return halt(.unreachable(message: "The service failed too often to go on; last: \(detail)"))
        }
        tally.retried += 1
        call.retryCost = cost
        call.notBefore = now + RetryBudget.delay(failures: call.unknownAttempts, retryAfter: retryAfter, random: &random)
        sendAgain(call)
    }

    /// 200 with something else than the operation's JSON says nothing about any target.
    private mutating func nonsense(_ call: RunCall, _ excerpt: String) {
        noteTaken(call)
        settle(call, call.targets.map { ($0, .unresolved(.unexpectedBody(excerpt: excerpt))) })
    }

    private mutating func withdrawn(_ call: RunCall) {
        settle(call, call.targets.map { ($0, .unresolved(.interrupted)) })
    }

    /// There was no connection, so nothing was sent.
    private mutating func notConnected(_ call: RunCall, _ sentence: String, isTransient: Bool, at now: Duration) {
        var call = call
        call.connectionFailures += 1
        window.shrink()
        notActedUpon(call, sentence)
        if !isTransient || call.connectionFailures >= RetryBudget.connectionAttempts { halt(.unreachable(message: sentence)) }
        call.notBefore = now + RetryBudget.delay(failures: call.connectionFailures, retryAfter: nil, random: &random)
        sendAgain(call)
    }

    mutating func notActedUpon(_ call: RunCall, _ detail: String) {
        steps.append(.record(.notActedUpon(call: call.id, attempt: call.attempt, detail: detail)))
    }

    /// Puts the call first in line again, unless the run has been halted.
    mutating func sendAgain(_ call: RunCall) {
        if halt == nil { waiting.insert(call, at: 0) } else { giveUp(call, "the run ended before it was sent again") }
    }

    /// The call is not sent again.
    func outcomeGivenUp(_ target: Int, _ detail: String) -> Outcome {
        ledger.isDoubted(target) ? .unresolved(.noAnswer(detail: detail)) : .notSent(halt ?? .stopped)
    }

    private mutating func giveUp(_ call: RunCall, _ detail: String) {
        settle(call.targets.map { ($0, outcomeGivenUp($0, detail)) })
    }
}
