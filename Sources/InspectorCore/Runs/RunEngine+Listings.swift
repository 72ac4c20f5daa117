/// What listings say of the run's targets.
extension RunEngine {
    /// Begins the next round of listings when its time has come.
    mutating func beginNextRound(at now: Duration) {
        if case .paused = gate { return }
        if verification?.beginNextRound(at: now) == true, let verification { stepsOfRound(verification, at: now) }
        if let moment = verification?.nextRound { steps.append(.wait(until: min(moment, now + .seconds(1)))) }
    }

    /// Lists the configurations of a round that has begun.
    mutating func stepsOfRound(_ verification: Verification, at now: Duration) {
        steps += [.verifying(verification.progress(at: now)), .list(scanConfigurationArns: verification.arnsBeingListed)]
    }

    /// A configuration was listed, or could not be.
    mutating func listed(_ arn: String, _ answer: ListingAnswer, asOf: String, at now: Duration) {
        if case .underWay(let trouble) = answer { return tellTrouble(trouble, of: arn, at: now) }
        if case .blocked(let reason) = answer, haltReason == nil {
            verification?.postpone(arn)
            return pause(reason)
        }
        guard verification?.arrived(arn, problem: answer.problem) == true else { return }
        judge(arn, answer, asOf: asOf, at: now)
        guard var verification, verification.isRoundOver else { return }
        if case .blocked(let reason) = answer {
            statistics.blocked = reason
            verification.giveUpWaiting()
        }
        if verification.endRound(at: now) {
            steps += [.verifying(verification.progress(at: now))]
        } else {
            conclude(verification)
            verification.end()
        }
        self.verification = verification
    }

    /// A try to list a configuration failed and is followed by another, or pages come again.
    private mutating func tellTrouble(_ trouble: RunTrouble?, of arn: String, at now: Duration) {
        guard verification?.note(trouble, of: arn, at: now) == true, let verification else { return }
        steps.append(.verifying(verification.progress(at: now)))
    }

    private mutating func judge(_ arn: String, _ answer: ListingAnswer, asOf: String, at now: Duration) {
        guard var verification else { return }
        let hadOpenTargets = !verification.openTargets(of: arn).isEmpty
        let findings = verification.judge(
            arn, asOf: asOf, at: now, sight: { sightOfOpen($0, answer) }, proofsNeeded: proofsNeeded)
        self.verification = verification
        for target in findings.undone {
            states.markInDoubt([target])
            states.reopen(target)
        }
        assign(findings.proven.filter { states[$0] != .succeeded }.map { ($0, .succeeded) })
        for target in findings.proven { states.markVerified(target) }
        covers.see(findings.proven)
        covers.see(answer, of: arn)
        if !findings.proven.isEmpty || !hadOpenTargets && answer.isListing { recordVerified(arn) }
        if verification.purpose == .results, verification.round == 1 {
            compareClosedTargets(of: arn, answer, open: verification.openTargets(of: arn).map(\.target))
        }
    }

    /// What a listing shows of a target left to settle. Of one that a later run of ours may have changed back it says nothing about this
    /// run, unless this session decides whether to send it.
    private func sightOfOpen(_ target: Int, _ answer: ListingAnswer) -> Sight {
        let sight = sight(of: target, answer)
        guard mode == .verify || isDone(target), sight == .otherwise else { return sight }
        guard let change = states.laterChange(of: target), change.isOpposite else { return sight }
        return .nothing(change.sentenceEnd)
    }

    /// What a listing shows of the target.
    private func sight(of target: Int, _ answer: ListingAnswer) -> Sight { answer.sight(of: target, in: plan) }

    /// Two listings in a row that do not show a target prove that it is gone. One is enough for what the service reported done, and for
    /// what is there.
    private func proofsNeeded(_ target: Int) -> Int { isDone(target) || plan.change(at: target) == .associate ? 1 : 2 }

    /// Counts what the first listing says against outcomes that are not open any more.
    private mutating func compareClosedTargets(of arn: String, _ answer: ListingAnswer, open: [Int]) {
        guard answer.isListing else { return }
        let open = Set(open)
        for target in configurations[arn] ?? [] where !open.contains(target) && (mode == .verify || currentStage.contains(target)) {
            let change = states.laterChange(of: target)
            switch (states[target], sight(of: target, answer)) {
            case (.failed(let code, _), .asWanted) where code != .resourceNotFound && code != .scanConfigurationNotFound:
                statistics.failedYetDone[change.flatMap { $0.isOpposite ? nil : $0 }, default: 0] += 1
            case (.notSent, .asWanted) where mode == .verify, (nil, .asWanted) where mode == .verify:
                statistics.unsentYetDone[change.flatMap { $0.isOpposite ? nil : $0 }, default: 0] += 1
            case (.succeeded, .otherwise) where mode == .verify, (.notConfirmed, .otherwise) where states.isChangedBack(target):
                statistics.changedBack[change.flatMap { $0.isOpposite ? $0 : nil }, default: 0] += 1
            default: break
            }
        }
    }

    /// Records which of a configuration's outcomes hold by its listing.
    private mutating func recordVerified(_ arn: String) {
        let places = configurations[arn] ?? []
        for target in places {
            if case .failed(let code, _) = states[target], !code.leavesEffectOpen { states.markVerified(target) }
        }
        let open = places.filter { states[$0] != nil && !states.isVerified($0) }
        steps.append(.record(.verified(scanConfigurationArn: arn, open: open)))
    }
}

extension RunEngine {
    /// Whether the service did what the run wants of the target.
    func isDone(_ target: Int) -> Bool { states[target]?.isDone ?? false }

    /// Whether only listings tell what became of the target: also of one that the service failed at, for that may have taken effect.
    func needsVerification(_ target: Int) -> Bool {
        let isVerified = states.isVerified(target)
        let isAskedAgain = covers.isAsked(target)
        switch states[target] {
        case .unresolved: return true
        case .succeeded: return !isVerified || isAskedAgain
        case .notConfirmed: return !isVerified || isAskedAgain || mode == .verify && !states.isChangedBack(target)
        case .failed(let code, _): return code.leavesEffectOpen && (!isVerified || mode == .verify)
        case .notSent(.notDone): return mode == .verify
        case .notSent, nil: return false
        }
    }

    /// Ends a verification: what is still open gets the outcome that the listings so far allow.
    mutating func conclude(_ verification: Verification) {
        statistics.unlistedConfigurations = mode == .verify ? verification.notListedCount : verification.unlistedCount
        noteLostCovers(verification)
        for arn in verification.openArns { conclude(arn, verification.openTargets(of: arn), verification.purpose) }
    }

    /// Of projects from which this session took a configuration: what covered them, and is not listed any more.
    private mutating func noteLostCovers(_ verification: Verification) {
        guard case .sinceDissolved = covers.question else { return }
        var lost = covers.gone
        for arn in verification.openArns {
            let open = verification.openTargets(of: arn).filter { $0.sightings.otherwiseAsOf != nil }
            lost += open.filter { covers.isAsked($0.target) && !states.isChangedBack($0.target) }.map { plan.targets[$0.target] }
        }
        for (name, targets) in Dictionary(grouping: lost, by: { $0.configurationName ?? $0.association.scanConfigurationArn }) {
            statistics.lostCovers[name] = targets.count
        }
    }

    private mutating func conclude(_ arn: String, _ open: [(target: Int, sightings: Sightings)], _ purpose: Verification.Purpose) {
        let outcomes = open.compactMap { open in
            conclusion(on: open.target, open.sightings, purpose).map { (target: open.target, outcome: $0) }
        }
        assign(outcomes.filter { states[$0.target] != $0.outcome })
        let seen = open.filter { $0.sightings.otherwiseAsOf != nil }.map(\.target)
        for target in seen where !(states[target]?.isOpen ?? true) { states.markVerified(target) }
        if !seen.isEmpty { recordVerified(arn) }
        statistics.unverifiedTargets += open.count { isDone($0.target) && !states.isVerified($0.target) }
        if let first = open.first, let detail = open.lazy.compactMap(\.sightings.failure).first {
            let name = plan.targets[first.target].configurationName ?? arn
            statistics.unverified.append("\(name) could not be verified: \(detail)")
        }
    }

    /// What the listings allow to say of a target that they leave open; absent when it stays as it is.
    private func conclusion(on target: Int, _ sightings: Sightings, _ purpose: Verification.Purpose) -> Outcome? {
        switch states[target] {
        case .succeeded where states.isVerified(target): return nil
        case .succeeded, .notConfirmed:
            guard let asOf = sightings.otherwiseAsOf else { return nil }
            return .notConfirmed(statusCode: .notConfirmed(plan.change(at: target)), asOf: asOf)
        case .unresolved(let reason):
            guard sightings.otherwiseAsOf != nil, purpose == .results else { return stillInDoubt(reason, sightings) }
            let change = plan.change(of: plan.targets[target])
            guard change == .disassociate || sightings.outlastsLag || states.isImpossible(target) else {
                return .unresolved(.notVerified(detail: "it is not listed, and listings may lag behind", before: reason.root))
            }
            return states.postponedRefusal(of: target, change) ?? .notSent(.notDone(detail: reason.root))
        case nil: return stillInDoubt(.interrupted, sightings)
        case .failed, .notSent: return nil
        }
    }

    /// Still in doubt, and why the listings do not help.
    private func stillInDoubt(_ reason: UnresolvedReason, _ sightings: Sightings) -> Outcome {
        if let failure = sightings.failure { return .unresolved(.notVerified(detail: failure, before: reason.root)) }
        guard sightings.inARow > 0 else { return .unresolved(reason) }
        return .unresolved(.notVerified(detail: "only one listing shows it done", before: reason.root))
    }
}

extension UnresolvedReason {
    /// The reason without what a listing added to it.
    fileprivate var root: String {
        if case .notVerified(_, let before?) = self { before } else { words }
    }
}
