extension RunEngine {
    mutating func start(at now: Duration) {
        guard phase == .ready else { return }
        switch mode {
        case .carryOut: beginSettling(at: now)
        case .verify: beginVerifying(at: now)
        }
    }

    mutating func beginSending(at now: Duration) {
        lastProgress = now
        for target in ledger.outcomes.indices {
            if case .notSent = ledger.outcomes[target] { ledger.reopen(target) }
        }
        if phase == .settling, verification.round > 0 { steps.append(.sending) }
        fresh = ledger.outcomes.indices.filter { ledger.outcomes[$0] == nil }[...]
        phase = .sending
    }

    /// Nothing more is sent when no call has brought progress for as long as the operator wants to wait.
    mutating func giveUpWaiting(at now: Duration) {
        guard let limit = options.giveUpAfter, halt == nil, pause == nil, now - lastProgress >= limit else { return }
        halt(.unreachable(message: "no call was answered for \(Int(limit.components.seconds).grouped) seconds, so the run gave up"))
    }

    /// Sends what may be sent now, and asks to come back when something may be sent later.
    mutating func sendCalls(at now: Duration) {
        while halt == nil, pause == nil, inFlight.count < (isProbing ? 1 : window.limit) {
            guard !waiting.isEmpty || !fresh.isEmpty else { return }
            let earliest = max(limiter.earliestCall, spacing.earliestCall)
            guard earliest <= now else { return steps.append(.wait(until: earliest)) }
            guard let call = nextCall(at: now) else {
                return steps.append(.wait(until: waiting.map(\.notBefore).min() ?? now))
            }
            send(call, at: now)
        }
    }

    /// The call to send next: one that waited long enough, else a new one.
    private mutating func nextCall(at now: Duration) -> RunCall? {
        if let place = waiting.firstIndex(where: { $0.notBefore <= now }) { return waiting.remove(at: place) }
        guard !fresh.isEmpty else { return nil }
        let targets = Array(fresh.prefix(ServiceLimits.batchSize))
        fresh = fresh.dropFirst(targets.count)
        return newCall(targets)
    }

    mutating func newCall(_ targets: [Int]) -> RunCall {
        tally.lastCallId += 1
        return RunCall(id: tally.lastCallId, targets: targets, invocationId: random.uuid())
    }

    private mutating func send(_ call: RunCall, at now: Duration) {
        var call = call
        call.attempt += 1
        call.sentAt = now
        call.isProbe = isProbing
        limiter.sent(at: now)
        spacing.sent(at: now, window: window.limit)
        inFlight[call.id] = call
        steps.append(.send(call))
    }

    func configuration(of target: Int) -> String {
        plan.targets[target].association.scanConfigurationArn
    }
}
