extension RunEngine {
    /// Before anything is sent: lists the configurations of what an earlier session left in doubt.
    mutating func beginSettling(at now: Duration) {
        phase = .settling
        list(byConfiguration(isOpen), at: now)
    }

    /// Lists what was touched: whatever was reported successful and not verified yet, and whatever is in doubt.
    mutating func beginVerifying(at now: Duration) {
        phase = .verifying
        for target in ledger.outcomes.indices where ledger.outcomes[target] == nil && ledger.isDoubted(target) {
            ledger.settle(target, .unresolved(.interrupted))
        }
        var targets = byConfiguration(needsVerification)
        if mode == .verify {
            for (arn, places) in configurations where places.contains(where: isDone) { targets[arn] = targets[arn] ?? [] }
        }
        list(targets, at: now)
    }

    private mutating func list(_ targets: [String: [Int]], at now: Duration) {
        guard !targets.isEmpty else { return }
        list(verification.begin(targets, at: now), at: now)
    }

    /// Begins the next round when its time has come.
    mutating func listAgain(at now: Duration) {
        guard pause == nil else { return }
        if let arns = verification.nextRound(at: now) { list(arns, at: now) }
        if let moment = verification.nextRound { steps.append(.wait(until: moment)) }
    }

    private mutating func list(_ arns: [String], at now: Duration) {
        steps += [.verifying(verification.progress(at: now)), .list(scanConfigurationArns: arns)]
    }

    private func byConfiguration(_ isIncluded: (Int) -> Bool) -> [String: [Int]] {
        configurations.compactMapValues { places in
            let targets = places.filter(isIncluded)
            return targets.isEmpty ? nil : targets
        }
    }

    /// Whether an earlier session left the target without a known outcome.
    func isOpen(_ target: Int) -> Bool {
        if case .unresolved = ledger.outcomes[target] { return true }
        return ledger.outcomes[target] == nil && ledger.isDoubted(target)
    }

    private func isDone(_ target: Int) -> Bool { ledger.outcomes[target]?.isDone ?? false }

    /// Whether only listings tell what became of the target: also of one that the service failed at, for that may have taken effect.
    private func needsVerification(_ target: Int) -> Bool {
        let isVerified = ledger.isVerified(target)
        return switch ledger.outcomes[target] {
        case .unresolved: true
        case .succeeded: !isVerified
        case .notConfirmed: !isVerified || mode == .verify && !ledger.isChangedBack(target)
        case .failed(.internalError, _): !isVerified || mode == .verify
        case .notSent(.notDone): mode == .verify
        case .failed, .notSent, nil: false
        }
    }
}

extension RunEngine {
    /// A configuration was listed, or could not be.
    mutating func listed(_ arn: String, _ answer: ListingAnswer, asOf: String, at now: Duration) {
        if let reason = answer.pause, halt == nil {
            unlisted.insert(arn)
            if pause == nil { pauseRun(reason) }
            return
        }
        guard verification.arrived(arn, isListing: answer.isListing) else { return }
        settleOpenTargets(of: arn, answer, asOf: asOf)
        if phase == .verifying, verification.round == 1 { compare(arn, answer) }
        guard verification.isRoundOver else { return }
        if answer.pause != nil { verification.giveUp() }
        if verification.endRound(at: now) {
            steps += [.verifying(verification.progress(at: now))]
        } else {
            conclude()
        }
    }

    private mutating func settleOpenTargets(of arn: String, _ answer: ListingAnswer, asOf: String) {
        let targets = verification.open[arn] ?? []
        var (settled, left): ([(target: Int, outcome: Outcome)], [Int]) = ([], [])
        for target in targets {
            switch verdict(on: target, sight(of: target, answer), asOf: asOf) {
            case .open: left.append(target)
            case .settled(let outcome): settled.append((target, outcome))
            case .unsent:
                ledger.doubt([target])
                ledger.reopen(target)
            }
        }
        verification.keep(left, of: arn)
        let changes = settled.filter { ledger.outcomes[$0.target] != $0.outcome }
        settle(changes)
        for (target, _) in settled { ledger.verify(target) }
        if !settled.isEmpty || targets.isEmpty && answer.isListing { recordVerified(arn) }
    }

    /// What a listing shows of the target.
    private func sight(of target: Int, _ answer: ListingAnswer) -> Sight {
        let wantsPresence = plan.action == .associate
        switch answer {
        case .associations(let resources, let provesAbsence):
            if resources.contains(plan.targets[target].association.resource) { return wantsPresence ? .asWanted : .otherwise }
            guard provesAbsence else { return .nothing("the listing has rows that match no project") }
            return wantsPresence ? .otherwise : .asWanted
        case .configurationGone:
            guard plan.account != nil else { return .nothing("the configuration was not found, and the run's account is not known") }
            return wantsPresence ? .otherwise : .asWanted
        case .failed(let detail): return .nothing(detail)
        case .credentialsExpired, .otherAccount: return .nothing(answer.pause?.sentence ?? "")
        }
    }

    private enum Verdict {
        case open
        case settled(Outcome)
        /// It is going to be sent.
        case unsent
    }

    /// One listing that shows a target present proves that; two in a row that do not show it prove that it is gone. What the service
    /// reported done needs no second one.
    private mutating func verdict(on target: Int, _ sight: Sight, asOf: String) -> Verdict {
        verification.sightings[target, default: Sightings()].note(sight, asOf: asOf)
        switch sight {
        case .nothing: return .open
        case .otherwise: return phase == .settling ? .unsent : .open
        case .asWanted:
            let needed = isDone(target) || plan.action == .associate ? 1 : 2
            guard verification.sightings[target, default: Sightings()].inARow >= needed else { return .open }
            verification.sightings[target] = nil
            return .settled(.succeeded)
        }
    }

    /// Says what the first listing shows of targets that are settled already.
    private mutating func compare(_ arn: String, _ answer: ListingAnswer) {
        guard answer.isListing else { return }
        for target in configurations[arn] ?? [] where verification.sightings[target] == nil {
            switch (ledger.outcomes[target], sight(of: target, answer)) {
            case (.failed(let code, _), .asWanted) where code != .resourceNotFound && code != .scanConfigurationNotFound:
                let change = ledger.laterChange(of: target).flatMap { $0.isOpposite ? nil : $0 }
                tally.failedYetDone[change, default: 0] += 1
            case (.succeeded, .otherwise) where mode == .verify, (.notConfirmed, .otherwise) where ledger.isChangedBack(target):
                let change = ledger.laterChange(of: target).flatMap { $0.isOpposite ? $0 : nil }
                tally.changedBack[change, default: 0] += 1
            default: break
            }
        }
    }

    /// Records which of a configuration's outcomes hold by its listing.
    private mutating func recordVerified(_ arn: String) {
        for target in configurations[arn] ?? [] {
            if case .failed(let code, _) = ledger.outcomes[target], code != .internalError { ledger.verify(target) }
        }
        let open = (configurations[arn] ?? []).filter { ledger.outcomes[$0] != nil && !ledger.isVerified($0) }
        steps.append(.record(.verified(scanConfigurationArn: arn, open: open)))
    }
}

extension RunEngine {
    /// Ends the verification: what is still open gets the outcome that the listings so far allow.
    private mutating func conclude() {
        let open = verification.open
        for arn in open.keys.sorted() { conclude(arn, open[arn] ?? []) }
        verification.end()
    }

    private mutating func conclude(_ arn: String, _ targets: [Int]) {
        let outcomes = targets.compactMap { target in conclusion(on: target).map { (target: target, outcome: $0) } }
        settle(outcomes.filter { ledger.outcomes[$0.target] != $0.outcome })
        let seen = targets.filter { verification.sightings[$0]?.otherwiseAsOf != nil }
        for target in seen where !(ledger.outcomes[target]?.isOpen ?? true) { ledger.verify(target) }
        if !seen.isEmpty { recordVerified(arn) }
        if let target = targets.first(where: { verification.sightings[$0]?.failure != nil }),
            let detail = verification.sightings[target]?.failure
        {
            tally.unverified.append("\(plan.targets[targets[0]].configurationName ?? arn) could not be verified: \(detail)")
        }
    }

    /// What the listings allow to say of a target that they have not settled; absent when it stays as it is.
    private func conclusion(on target: Int) -> Outcome? {
        let sightings = verification.sightings[target] ?? Sightings()
        switch ledger.outcomes[target] {
        case .succeeded, .notConfirmed:
            guard let asOf = sightings.otherwiseAsOf else { return nil }
            return .notConfirmed(statusCode: plan.action == .disassociate ? .notDisassociated : .notAssociated, asOf: asOf)
        case .unresolved(let reason):
            guard sightings.otherwiseAsOf != nil, phase == .verifying else { return doubted(reason, sightings) }
            return ledger.postponedRefusal(target) ?? .notSent(.notDone(detail: reason.root))
        case nil: return doubted(.interrupted, sightings)
        case .failed, .notSent: return nil
        }
    }

    /// Still in doubt, and why the listings do not help.
    private func doubted(_ reason: UnresolvedReason, _ sightings: Sightings) -> Outcome {
        if let failure = sightings.failure { return .unresolved(.notVerified(detail: failure, before: reason.root)) }
        guard sightings.inARow > 0 else { return .unresolved(reason) }
        return .unresolved(.notVerified(detail: "only one listing shows it done", before: reason.root))
    }

    /// The operator does not wait any longer.
    mutating func leaveVerification() {
        let open = verification.openCount
        conclude()
        if open > 0 { tally.unverified.append("Verification was stopped with \(open.counted("association")) still to settle.") }
        finish()
    }
}

extension UnresolvedReason {
    /// The reason without what a listing added to it.
    fileprivate var root: String {
        if case .notVerified(_, let before?) = self { before } else { sentence }
    }
}

extension ListingAnswer {
    fileprivate var isListing: Bool {
        switch self {
        case .associations, .configurationGone: true
        case .failed, .credentialsExpired, .otherAccount: false
        }
    }
}
