import Runtime

/// A run as a pure state machine: it hears what happened and when, and answers with what to do next.
///
/// It has no clock, no tasks and no files; `now` is the time since the run began, and never runs backwards.
package struct RunEngine: Sendable {
    /// The plan that is carried out.
    package let plan: Plan
    let mode: RunMode
    let options: RunOptions
    /// The places of each configuration's targets in the plan, by ARN.
    let configurations: [String: [Int]]
    private let seed: UInt64
    private let stages: [Range<Int>]
    private var stage = 0
    /// The calls of the stage before: the next one knows their pace.
    private var lastQueue: CallQueue?
    private var pauses: PauseBudget
    /// What the listings of this session have shown of what covers projects.
    var covers: CoverProofs
    var states: TargetStates
    var statistics = RunStatistics()
    var phase = Phase.ready
    var gate = Gate.open
    var steps: [RunStep] = []

    /// Where a run is, with what belongs to that part of it alone.
    enum Phase: Sendable {
        case ready
        /// Configurations are listed: before anything is sent, or after everything was.
        case listing(Verification)
        case sending(CallQueue)
        case finished
    }

    /// Whether calls may be sent, and the operator asked.
    enum Gate: Sendable {
        case open
        /// One call tries whether the credentials are accepted again.
        case probing
        /// The operator has to do something first.
        case paused(RunPause)
        /// Nothing more is sent, for this reason, and nobody is asked any more.
        case halted(NotSentReason)
    }

    /// A run of `plan` that knows `history`; `seed` decides invocation ids and retry delays.
    package init(plan: Plan, history: RunHistory? = nil, mode: RunMode = .carryOut, options: RunOptions = RunOptions(), seed: UInt64) {
        self.plan = plan
        self.mode = mode
        self.options = options
        self.seed = seed
        pauses = PauseBudget(total: options.verifyFor)
        stages = plan.stages
        states = TargetStates(history ?? RunHistory(count: plan.targets.count))
        covers = CoverProofs(plan)
        configurations = plan.placesByConfiguration
        statistics.unreadRuns = history?.unreadRuns ?? []
    }

    /// Whether the run is over and every target has its outcome.
    package var isFinished: Bool { if case .finished = phase { true } else { false } }

    /// The outcome of each target so far, in the plan's order.
    package var outcomes: [Outcome?] { states.outcomes }
    /// The outcome of each target for a report made now: what is in doubt is unresolved, and the rest was not sent.
    package var reportedOutcomes: [Outcome] {
        plan.targets.indices.map { states[$0] ?? (states.isInDoubt($0) ? .unresolved(.interrupted) : .notSent(.stopped)) }
    }

    /// Problems that concern the run as a whole, a sentence each.
    package var remarks: [String] { statistics.remarks }

    /// How many targets that were reported done could not be verified.
    package var unverifiedCount: Int { statistics.unverifiedTargets }

    /// What kept listings from coming when the run ended; absent when nothing that the operator could have changed did.
    package var blocked: RunPause? { statistics.blocked }

    /// How many configurations could not be listed to the end when they were listed last.
    package var unlistedCount: Int { statistics.unlistedConfigurations }

    /// Takes in what happened at `now`, and says what to do, in order.
    package mutating func handle(_ input: RunInput, at now: Duration) -> [RunStep] {
        guard !isFinished else { return [] }
        steps = []
        take(input, at: now)
        advance(at: now)
        statistics.rate.note(done: states.counts.all, at: now)
        if let verification, tells(verification), input == .timePassed { steps.append(.verifying(verification.progress(at: now))) }
        if trouble(at: now) != nil || verification?.isInTrouble == true { steps.append(.wait(until: now + .seconds(1))) }
        return steps
    }

    /// Whether the seconds of a pause or of a silence are counted for the operator; while the run waits for the operator they are not.
    private func tells(_ verification: Verification) -> Bool {
        if case .paused = gate { return false }
        return verification.isInTrouble || verification.nextRound != nil
    }

    private mutating func take(_ input: RunInput, at now: Duration) {
        switch input {
        case .start: start(at: now)
        case .answered(let id, let answer): answered(id, answer, at: now)
        case .listed(let arn, let answer, let asOf): listed(arn, answer, asOf: asOf, at: now)
        case .timePassed: break
        case .stop: stop(at: now)
        case .abort: abort()
        case .resume: resume(at: now)
        case .journalFailed(let message, let unsentCall): journalFailed(message, unsentCall)
        }
    }

    private mutating func advance(at now: Duration) {
        beginNextRound(at: now)
        if let verification, verification.purpose == .earlierDoubts, verification.isOver { beginSending(at: now) }
        repeat {
            if queue != nil {
                giveUpWaiting(at: now)
                sendCalls(at: now)
                if queue?.isEmpty == true { beginVerifying(at: now) }
            }
        } while endStage(at: now)
    }

    /// Ends a stage that was verified, and the run with the last one; whether another stage has begun to send.
    private mutating func endStage(at now: Duration) -> Bool {
        guard let verification, verification.purpose == .results, verification.isOver else { return false }
        guard mode == .carryOut, haltReason == nil, stage + 1 < stages.count else {
            finish()
            return false
        }
        holdBackUncovered(in: stages[stage + 1])
        stage += 1
        beginSending(at: now)
        pauses = PauseBudget(total: options.verifyFor)
        return true
    }

    /// Gives up those of the next stage whose project is not covered for certain: as reported done *and* as listed in this session, for
    /// somebody else may have dissolved it since an earlier one.
    private mutating func holdBackUncovered(in next: Range<Int>) {
        for target in next where isUnsent(target) { states.reopen(target) }
        var reasons: [AssociationResource: NotSentReason] = [:]
        for cover in covers.unlisted {
            reasons[cover.association.resource] = .notCovered(detail: CoverProofs.doubt(cover) + "the listing does not show it any more")
        }
        for target in 0..<next.lowerBound where !covers.isSeen(target) || states[target] != .succeeded {
            let (cover, outcome) = (plan.targets[target], states[target])
            reasons[cover.association.resource] = .notCovered(
                detail: CoverProofs.doubt(cover) + (outcome?.whyNotDone ?? "no listing shows it"), refusal: outcome?.refusal)
        }
        if reasons.isEmpty { return }
        assign(
            next.compactMap { target in
                guard states[target] == nil else { return nil }
                return reasons[plan.targets.resource(at: target)].map { (target, .notSent($0)) }
            })
    }

    /// What this listing is to show of what covers projects: between the stages of a move the next one rests on it, and after the last one
    /// somebody else may have dissolved it.
    private var coverQuestion: CoverProofs.Question? {
        guard mode == .carryOut, stages.count > 1 else { return nil }
        if stage + 1 == stages.count {
            return .sinceDissolved(Set(currentStage.lazy.filter(isDone).map { plan.targets[$0].association.resource }))
        }
        let isResting = haltReason == nil && stages[stage + 1].contains { states[$0] == nil || isUnsent($0) }
        return isResting ? .beforeDissolving : nil
    }

    /// The targets of the stage that the run is in.
    var currentStage: Range<Int> { stages[stage] }

    private func isUnsent(_ target: Int) -> Bool { if case .notSent = states[target] { true } else { false } }
}

extension RunEngine {
    /// The calls of a run that is sending; nothing in other phases.
    var queue: CallQueue? {
        get { if case .sending(let queue) = phase { queue } else { nil } }
        set { if let newValue { phase = .sending(newValue) } }
    }

    /// The verification of a run that is listing; nothing in other phases.
    var verification: Verification? {
        get { if case .listing(let verification) = phase { verification } else { nil } }
        set { if let newValue { phase = .listing(newValue) } }
    }

    /// Why nothing more is sent; nothing while something may be.
    var haltReason: NotSentReason? { if case .halted(let reason) = gate { reason } else { nil } }

    private mutating func start(at now: Duration) {
        guard case .ready = phase else { return }
        switch mode {
        case .carryOut: list(targetsByConfiguration(states.isUnresolved), for: .earlierDoubts, at: now)
        case .verify: beginVerifying(at: now)
        }
    }

    private mutating func beginSending(at now: Duration) {
        if let verification { pauses = verification.pauses }
        let unsent = stages[stage].filter { target in
            if case .notSent(.notCovered) = states[target] { false } else { states[target] == nil || isUnsent(target) }
        }
        for target in unsent { states.reopen(target) }
        if stages.count > 1 || verification?.round ?? 0 > 0 { steps.append(.sending(runStage(unsent.count))) }
        var queue = lastQueue ?? CallQueue(random: RunRandom(seed: seed))
        queue.take(unsent, at: now)
        phase = .sending(queue)
    }

    /// The stage that begins; nothing for a run that has one only.
    private func runStage(_ unsent: Int) -> RunStage? {
        guard stages.count > 1 else { return nil }
        let heldBack = stages[stage].count { if case .notSent(.notCovered) = states[$0] { true } else { false } }
        return RunStage(stage == 0 ? .associate : .disassociate, targets: unsent, heldBack: heldBack)
    }

    /// Lists what was touched: whatever was reported successful and not verified yet, and whatever is in doubt.
    private mutating func beginVerifying(at now: Duration) {
        lastQueue = queue
        covers.ask(coverQuestion)
        let end = mode == .verify ? plan.targets.endIndex : stages[stage].upperBound
        for target in 0..<end where states[target] == nil && states.isInDoubt(target) {
            states.assign(.unresolved(.interrupted), to: target)
        }
        var targets = targetsByConfiguration { $0 < end && needsVerification($0) }
        if mode == .verify {
            // Also what the record has no call for: its last lines may be lost.
            for (arn, places) in configurations where places.contains(where: { isDone($0) || isUnsent($0) || states[$0] == nil }) {
                targets[arn] = targets[arn] ?? []
            }
        }
        for arn in covers.standingArns { targets[arn] = targets[arn] ?? [] }
        list(targets, for: .results, at: now)
    }

    private mutating func list(_ targets: [String: [Int]], for purpose: Verification.Purpose, at now: Duration) {
        let verification = Verification(purpose, of: targets, pauses: pauses, at: now)
        phase = .listing(verification)
        if verification.round > 0 { stepsOfRound(verification, at: now) }
    }

    private func targetsByConfiguration(_ isIncluded: (Int) -> Bool) -> [String: [Int]] {
        configurations.compactMapValues { places in
            let targets = places.filter(isIncluded)
            return targets.isEmpty ? nil : targets
        }
    }
}

extension RunEngine {
    /// No more calls; those under way are waited for. While configurations are listed there is nothing to wait for.
    private mutating func stop(at now: Duration) {
        if case .listing = phase, case .paused(let pause) = gate { statistics.blocked = pause }
        switch phase {
        case .listing: abort()
        case .ready where mode == .verify: finish()
        case .ready:
            beginSending(at: now)
            halt(.stopped)
        case .sending:
            if case .paused(let pause) = gate { halt(pause.notSentReason) } else { halt(.stopped) }
        case .finished: break
        }
    }

    /// Nothing more is sent: what waits gets its outcome, what is under way keeps its chance.
    mutating func halt(_ reason: NotSentReason) {
        guard haltReason == nil else { return }
        gate = .halted(reason)
        giveUp(queue?.removeWaiting() ?? [], Self.endedBeforeSentAgain)
    }

    /// Ends the run at once. What listings have shown so far counts.
    private mutating func abort() {
        if let verification, verification.purpose == .results { return abandonVerification(verification) }
        let sent = queue?.removeAllInFlight() ?? []
        halt(.stopped)
        assign(sent.map { ($0, .unresolved(.interrupted)) })
        finish()
    }

    /// What a target is left with that no answer and no listing told anything of.
    private func outcomeOfUnsent(_ target: Int) -> Outcome {
        states.isInDoubt(target) ? .unresolved(.interrupted) : .notSent(haltReason ?? .stopped)
    }

    /// The operator does not wait for the listings any longer.
    private mutating func abandonVerification(_ verification: Verification) {
        conclude(verification)
        let open = verification.openCount
        if open > 0 { statistics.unverified.append("Verification was stopped with \(open.counted("association")) still to verify.") }
        finish()
    }

    /// The operator has signed in again. The time of the pause is no time without progress.
    private mutating func resume(at now: Duration) {
        guard case .paused = gate else { return }
        gate = .probing
        queue?.noteProgress(at: now)
        steps.append(.resumed)
        if let arns = verification?.takeRelistQueue(), !arns.isEmpty { steps.append(.list(scanConfigurationArns: arns)) }
    }

    /// Waits for the operator, unless the run is halted or waits already.
    mutating func pause(_ reason: RunPause) {
        switch gate {
        case .open, .probing:
            gate = .paused(reason)
            steps.append(.pause(reason))
        case .paused, .halted: break
        }
    }

    /// The journal is lost: nothing is sent without a durable intent. What an earlier session left in doubt stays so, and what was to be
    /// listed once the operator has signed in again is not waited for, because nobody is asked any more.
    private mutating func journalFailed(_ message: String, _ unsentCall: Int?) {
        halt(.journalFailed(message: message))
        if let verification, verification.purpose == .earlierDoubts || verification.waitsForOperator { return abort() }
        if let unsentCall, let call = queue?.removeInFlight(unsentCall) { giveUp(call.targets, "the journal could not be written") }
    }

    private mutating func finish() {
        if mode == .carryOut { assign(plan.targets.indices.filter { states[$0] == nil }.map { ($0, outcomeOfUnsent($0)) }) }
        phase = .finished
        steps += statistics.answerRemarks.map { .record(.remark($0)) }
        steps += statistics.listingRemarks.map { .record(.remark($0, ofListings: true)) }
        if mode == .carryOut { steps.append(.record(.finished)) }
        steps.append(.finish)
    }
}
