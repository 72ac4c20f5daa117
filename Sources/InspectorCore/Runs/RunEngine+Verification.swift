extension RunEngine {
    /// Lists again what was touched: whatever was reported successful and not verified yet, and whatever is unresolved.
    mutating func beginVerifying() {
        let touched = Set(ledger.outcomes.indices.filter(needsVerification).map(configuration))
        phase = .verifying(touched)
        guard !touched.isEmpty else { return }
        steps += [.verifying, .list(scanConfigurationArns: touched.sorted())]
    }

    private func needsVerification(_ target: Int) -> Bool {
        switch ledger.outcomes[target] {
        case .succeeded: !ledger.isVerified(target)
        case .unresolved: true
        default: false
        }
    }

    mutating func listed(_ arn: String, _ answer: ListingAnswer) {
        if case .credentialsExpired(let sentence) = answer, halt == nil {
            unlisted.insert(arn)
            if pause == nil { pauseRun(sentence) }
            return
        }
        switch phase {
        case .settling(var left) where left.remove(arn) != nil:
            phase = .settling(left)
            settleDoubts(of: arn, answer)
        case .verifying(var left) where left.remove(arn) != nil:
            phase = .verifying(left)
            verify(arn, answer)
        default: break
        }
    }

    /// Whether the listing shows what the run wanted for the target; absent when the listing failed.
    private func isDone(_ target: Int, _ answer: ListingAnswer) -> Bool? {
        switch answer {
        case .associations(let resources):
            resources.contains(plan.targets[target].association.resource) == (plan.action == .associate)
        case .configurationGone: plan.action == .disassociate
        case .failed, .credentialsExpired: nil
        }
    }
}

extension RunEngine {
    /// Before anything is sent: what an earlier session left in doubt is done, or will be sent again.
    private mutating func settleDoubts(of arn: String, _ answer: ListingAnswer) {
        var settled: [(target: Int, outcome: Outcome)] = []
        for target in configurations[arn] ?? [] where isOpen(target) {
            switch isDone(target, answer) {
            case true?:
                ledger.verify(target)
                settled.append((target, .succeeded))
            case false?:
                ledger.doubt([target])
                ledger.reopen(target)
            case nil: settled.append((target, .unresolved(.notVerified(detail: answer.detail))))
            }
        }
        settle(settled)
    }

    /// Whether an earlier session left the target without a known outcome.
    func isOpen(_ target: Int) -> Bool {
        if case .unresolved = ledger.outcomes[target] { return true }
        return ledger.outcomes[target] == nil && ledger.isDoubted(target)
    }

    private mutating func verify(_ arn: String, _ answer: ListingAnswer) {
        let targets = configurations[arn] ?? []
        settle(targets.compactMap { target in trueOutcome(target, answer).map { (target, $0) } })
        if answer.isListing {
            for target in targets { ledger.verify(target) }
            tally.failedYetDone += targets.count { isFailedYetDone($0, answer) }
            steps.append(.record(.verified(scanConfigurationArn: arn)))
        } else {
            let name = plan.targets[targets[0]].configurationName ?? arn
            tally.unverified.append("\(name) could not be verified: \(answer.detail)")
        }
    }

    /// The target's outcome by the listing, when that differs from the one it has.
    private func trueOutcome(_ target: Int, _ answer: ListingAnswer) -> Outcome? {
        switch (ledger.outcomes[target], isDone(target, answer)) {
        case (.succeeded?, false?):
            notDone("The service reported success, yet the listing afterwards says otherwise.")
        case (.unresolved?, true?): .succeeded
        case (.unresolved(let reason)?, false?):
            ledger.postponedRefusal(target) ?? notDone("Not told by the service (\(reason.sentence)).")
        case (.unresolved(let reason)?, nil):
            .unresolved(.notVerified(detail: "\(answer.detail); before that, \(reason.sentence)"))
        default: nil
        }
    }

    private func isFailedYetDone(_ target: Int, _ answer: ListingAnswer) -> Bool {
        guard case .failed(let code, _) = ledger.outcomes[target], isDone(target, answer) == true else { return false }
        return code != .resourceNotFound && code != .scanConfigurationNotFound
    }

    private func notDone(_ words: String) -> Outcome {
        switch plan.action {
        case .disassociate:
            .failed(
                statusCode: .notDisassociated,
                statusMessage: words
                    + " The association is still listed; a default configuration may have made it again, or the listing lags.")
        case .associate:
            .failed(
                statusCode: .notAssociated,
                statusMessage: words + " The association is not listed; the listing may lag behind.")
        }
    }
}

extension ListingAnswer {
    fileprivate var isListing: Bool {
        switch self {
        case .associations, .configurationGone: true
        case .failed, .credentialsExpired: false
        }
    }

    fileprivate var detail: String {
        switch self {
        case .associations, .configurationGone: ""
        case .failed(let detail), .credentialsExpired(let detail): detail
        }
    }
}
