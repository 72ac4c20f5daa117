extension RunEngine {
    /// No more calls; those under way are waited for. While configurations are listed there is nothing to wait for.
    mutating func stop(at now: Duration) {
        switch phase {
        case .settling, .verifying: leave()
        case .ready where mode == .verify: finish()
        case .ready, .sending:
            if phase == .ready { beginSending(at: now) }
            halt(pause?.notSentReason ?? .stopped)
        case .finished: break
        }
    }

    /// Nothing more is sent: what waits gets its outcome, what is under way keeps its chance.
    mutating func halt(_ reason: NotSentReason) {
        guard halt == nil else { return }
        halt = reason
        pause = nil
        let left = waiting.flatMap(\.targets) + Array(fresh)
        waiting = []
        fresh = []
        settle(left.sorted().map { ($0, outcomeGivenUp($0, "the run ended before it was sent again")) })
    }

    /// Ends the run at once. What listings have shown so far counts.
    mutating func leave() {
        if phase == .verifying { return leaveVerification() }
        let sent = inFlight.values.flatMap(\.targets)
        inFlight = [:]
        halt(.stopped)
        settle(sent.sorted().map { ($0, .unresolved(.interrupted)) })
        let rest = ledger.outcomes.indices.filter { ledger.outcomes[$0] == nil }
        settle(rest.map { ($0, ledger.isDoubted($0) ? .unresolved(.interrupted) : .notSent(halt ?? .stopped)) })
        finish()
    }

    /// The journal is lost: nothing is sent without a durable intent. What an earlier session left in doubt stays so, and what was to be
    /// listed once the operator has signed in again is not waited for, because nobody is asked any more.
    mutating func journalFailed(_ message: String, _ unsentCall: Int?) {
        halt(.journalFailed(message: message))
        if phase == .settling { return leave() }
        if !unlisted.isEmpty { return leave() }
        if let unsentCall, let call = inFlight.removeValue(forKey: unsentCall) {
            settle(call.targets.map { ($0, outcomeGivenUp($0, "the journal could not be written")) })
        }
    }

    mutating func finish() {
        phase = .finished
        steps += remarks.map { .record(.remark($0)) }
        if mode == .carryOut { steps.append(.record(.finished)) }
        steps.append(.finish)
    }
}
