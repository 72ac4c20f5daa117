extension RunEngine {
    /// 200 with both lists: each target is looked up.
    mutating func answered(_ id: Int, _ response: BatchAssociationResponse, at now: Duration) {
        guard let call = inFlight.removeValue(forKey: id) else { return }
        noteTaken(call)
        lastProgress = now
        spacing.answered(after: now - call.sentAt)
        let lookup = BatchLookup(response)
        tally.anonymousEntries += lookup.anonymousEntries
        tally.strangers += lookup.strangers(to: Set(call.targets.map { plan.targets[$0].association }))
        settle(call, call.targets.map { ($0, lookup.outcome(of: plan.targets[$0].association)) })
    }

    /// The service took the call and gave a definite answer.
    mutating func noteTaken(_ call: RunCall) {
        tally.callsAnswered += 1
        limiter.tookCall()
        window.grow(inFlight: inFlight.count + 1, isLimited: limiter.isLimiting)
        budget.giveBack(call.retryCost)
        if call.isProbe { isProbing = false }
    }

    /// Gives every target of an answered call its outcome.
    mutating func settle(_ call: RunCall, _ outcomes: [(target: Int, outcome: Outcome)]) {
        let judged = outcomes.map { (target: $0.target, outcome: ledger.judged($0.target, $0.outcome)) }
        for (target, outcome) in judged { ledger.settle(target, outcome) }
        steps.append(.record(.answered(call: call.id, attempt: call.attempt, OutcomeGroup.groups(of: judged))))
    }

    /// Gives targets an outcome that no single call told.
    mutating func settle(_ outcomes: [(target: Int, outcome: Outcome)]) {
        guard !outcomes.isEmpty else { return }
        for (target, outcome) in outcomes { ledger.settle(target, outcome) }
        steps.append(.record(.settled(OutcomeGroup.groups(of: outcomes))))
    }
}
