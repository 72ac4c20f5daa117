import AWSClient
import TextSafety

/// Sending calls, and what their answers mean.
extension RunEngine {
    /// Nothing more is sent when no call has brought progress for as long as the operator wants to wait.
    mutating func giveUpWaiting(at now: Duration) {
        guard letsCallsGo, let limit = options.giveUpAfter, let queue, queue.idleTime(at: now) >= limit else { return }
        let reason = "no call was answered for \(Int(limit.components.seconds).grouped) seconds, so the run gave up"
        halt(.unreachable(message: statistics.trouble.map { "\(reason). Last error: \($0.problem)" } ?? reason))
    }

    /// Sends what may be sent now, and asks to come back when something may be sent later.
    mutating func sendCalls(at now: Duration) {
        guard letsCallsGo, var queue else { return }
        defer { self.queue = queue }
        while true {
            switch queue.next(at: now, isProbe: isProbing) {
            case .send(let call): steps.append(.send(call))
            case .wait(let moment): return steps.append(.wait(until: moment))
            case .nothing: return
            }
        }
    }

    private var isProbing: Bool { if case .probing = gate { true } else { false } }

    var letsCallsGo: Bool {
        switch gate {
        case .open, .probing: true
        case .paused, .halted: false
        }
    }

    /// An attempt of a call ended.
    mutating func answered(_ id: Int, _ answer: CallAnswer, at now: Duration) {
        guard let call = queue?.removeInFlight(id) else { return }
        switch answer {
        case .response(let response): lookUp(call, response, at: now)
        case .failure(let failure): failed(call, failure, at: now)
        }
    }

    /// 200 with both lists: each target is looked up.
    private mutating func lookUp(_ call: RunCall, _ response: BatchAssociationResponse, at now: Duration) {
        tookCall(call)
        queue?.answered(call, at: now)
        let lookup = BatchLookup(response)
        statistics.unidentified += lookup.unidentifiedEntries
        statistics.unrequested += lookup.unrequestedEntries(besides: Set(call.targets.map { plan.targets.association(at: $0) }))
        assign(call.targets.map { ($0, lookup.outcome(of: plan.targets.association(at: $0))) }, answeredBy: call, response.requestId)
    }

    private mutating func failed(_ call: RunCall, _ failure: CallFailure, at now: Duration) {
        switch failure {
        case .throttled(let retryAfter): throttled(call, retryAfter, at: now)
        case .unknown(let detail, let isTimeout, let retryAfter):
            unanswered(call, detail, isTimeout: isTimeout, retryAfter: retryAfter, at: now)
        case .malformedResponse(let excerpt): malformedResponse(call, excerpt)
        case .rejected(let refusal): rejected(call, refusal)
        case .refused(let refusal): refused(call, refusal, then: .refused(message: refusal.sentence))
        case .accessDenied(let refusal): refused(call, refusal, then: .accessDenied(message: refusal.sentence))
        case .credentialsExpired(let sentence): credentialsExpired(call, sentence)
        case .otherAccount(let other): otherAccount(call, other)
        case .notConnected(let sentence, let isTransient): notConnected(call, sentence, isTransient: isTransient, at: now)
        case .cancelled: assign(call.targets.map { ($0, .unresolved(.interrupted)) }, answeredBy: call)
        }
    }
}

extension RunEngine {
    /// Throttling is pace, not failure: the call goes again, and spends nothing of the retry budget.
    private mutating func throttled(_ call: RunCall, _ retryAfter: Int?, at now: Duration) {
        statistics.callsAnswered += 1
        statistics.throttled += 1
        statistics.trouble = ("The service throttles: it asks to slow down.", statistics.trouble?.since ?? now)
        queue?.throttled(call, retryAfter: retryAfter, at: now)
        notActedUpon(call, "throttled")
        sendAgain(call)
    }

    /// The outcome is unknown: the call goes again within the retry budget, under the same invocation id.
    private mutating func unanswered(_ call: RunCall, _ detail: String, isTimeout: Bool, retryAfter: Int?, at now: Duration) {
        states.markInDoubt(call.targets)
        serviceFailed(detail, at: now)
        steps.append(.record(.unanswered(call: call.id, attempt: call.attempt, detail: detail)))
        guard haltReason == nil else { return giveUp(call.targets, detail) }
        switch queue?.retryUnanswered(call, afterTimeout: isTimeout, retryAfter: retryAfter, at: now) {
        case .queued?: statistics.retried += 1
        case .tooManyAttempts?, nil: giveUp(call.targets, detail)
        case .budgetExhausted?:
            giveUp(call.targets, detail)
            halt(.unreachable(message: "The service failed too often to continue. Last error: \(detail)"))
        }
    }

    /// 200 with something else than the operation's JSON says nothing about any target.
    private mutating func malformedResponse(_ call: RunCall, _ excerpt: String) {
        tookCall(call)
        assign(call.targets.map { ($0, .unresolved(.unexpectedBody(excerpt: excerpt))) }, answeredBy: call)
    }

    /// The call is refused for something in it: halves find the target it is about, and let the good ones through.
    private mutating func rejected(_ call: RunCall, _ refusal: CallRefusal) {
        tookCall(call)
        guard call.targets.count > 1 else {
            let outcome = Outcome.failed(statusCode: AssociationStatusCode(rawValue: refusal.code), statusMessage: refusal.message)
            return assign(call.targets.map { ($0, outcome) }, answeredBy: call, refusal.requestId)
        }
        notActedUpon(call, refusal.sentence)
        if haltReason == nil { queue?.sendHalves(of: call) } else { giveUp(call.targets, Self.endedBeforeSentAgain) }
    }

    /// No call would be taken, so the run ends here. The service did nothing with these targets: like the rest they can be sent later.
    private mutating func refused(_ call: RunCall, _ refusal: CallRefusal, then reason: NotSentReason) {
        tookCall(call)
        halt(reason)
        assign(call.targets.map { ($0, outcomeGivenUp($0, refusal.sentence)) }, answeredBy: call, refusal.requestId)
    }

    /// Nothing was done. One call tries the credential chain anew; when that is refused as well, the operator is asked.
    private mutating func credentialsExpired(_ call: RunCall, _ sentence: String) {
        notActedUpon(call, sentence)
        sendAgain(call)
        switch gate {
        case .open, .probing: if call.isProbe { pause(.credentialsExpired(sentence: sentence)) } else { gate = .probing }
        case .paused, .halted: break
        }
    }

    /// Nothing was sent, and no other call would be: the chain has been asked already, so that the operator is asked at once.
    private mutating func otherAccount(_ call: RunCall, _ other: OtherAccount) {
        notActedUpon(call, other.sentence)
        sendAgain(call)
        pause(.otherAccount(other))
    }

    /// There was no connection, so nothing was sent. One that may come back is waited for, until the operator has waited long enough.
    private mutating func notConnected(_ call: RunCall, _ sentence: String, isTransient: Bool, at now: Duration) {
        serviceFailed(sentence, at: now)
        notActedUpon(call, sentence)
        guard haltReason == nil else { return giveUp(call.targets, Self.endedBeforeSentAgain) }
        queue?.retryUnconnected(call, at: now)
        if !isTransient { halt(.unreachable(message: sentence)) }
    }
}

extension RunEngine {
    static let endedBeforeSentAgain = "the run ended before it was sent again"

    /// The service took the call and gave a definite answer.
    private mutating func tookCall(_ call: RunCall) {
        statistics.callsAnswered += 1
        statistics.trouble = nil
        queue?.tookCall(call)
        if call.isProbe, case .probing = gate { gate = .open }
    }

    /// The service failed, or could not be reached.
    private mutating func serviceFailed(_ problem: String, at now: Duration) {
        queue?.serviceFailed()
        statistics.trouble = (problem, statistics.trouble?.since ?? now)
    }

    private mutating func notActedUpon(_ call: RunCall, _ detail: String) {
        steps.append(.record(.notActedUpon(call: call.id, attempt: call.attempt, detail: detail)))
    }

    /// Puts the call first in line again, unless the run has been halted.
    private mutating func sendAgain(_ call: RunCall) {
        if haltReason == nil { queue?.sendAgain(call) } else { giveUp(call.targets, Self.endedBeforeSentAgain) }
    }

    /// The targets are not sent again.
    mutating func giveUp(_ targets: [Int], _ detail: String) {
        assign(targets.map { ($0, outcomeGivenUp($0, detail)) })
    }

    private func outcomeGivenUp(_ target: Int, _ detail: String) -> Outcome {
        states.isInDoubt(target) ? .unresolved(.noAnswer(detail: detail)) : .notSent(haltReason ?? .stopped)
    }

    /// Gives every target of an answered call its outcome.
    private mutating func assign(
        _ outcomes: [(target: Int, outcome: Outcome)], answeredBy call: RunCall, _ requestId: String? = nil
    ) {
        let weighed = outcomes.map { (target: $0.target, outcome: states.weighed($0.outcome, for: $0.target)) }
        for (target, outcome) in weighed { states.assign(outcome, to: target) }
        let groups = OutcomeGroup.groups(of: weighed)
        steps.append(.record(.answered(call: call.id, attempt: call.attempt, groups, requestId: requestId)))
    }

    /// Gives targets an outcome that no single call told.
    mutating func assign(_ outcomes: [(target: Int, outcome: Outcome)]) {
        guard !outcomes.isEmpty else { return }
        for (target, outcome) in outcomes { states.assign(outcome, to: target) }
        steps.append(.record(.settled(OutcomeGroup.groups(of: outcomes))))
    }
}
