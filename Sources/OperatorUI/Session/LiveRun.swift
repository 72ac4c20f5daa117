import InspectorCore

/// The run in progress.
struct LiveRun: Hashable, Sendable {
    /// What a run is doing.
    enum Phase: Hashable, Sendable {
        /// Sending and waiting for answers.
        case sending
        /// A stop was requested: calls in progress finish first.
        case stopping
        /// Waiting for the operator.
        case paused(RunPause)
        /// Listing the touched configurations again, or waiting until they are.
        case verifying(VerificationProgress)
    }

    /// What the run does.
    enum Kind: Hashable, Sendable {
        /// It sends a plan for the first time.
        case new
        /// It continues where it stopped.
        case resumed
        /// It sends nothing: what it did before is listed again.
        case verification
    }

    /// The plan that is carried out.
    var plan: Plan
    /// The session that it is carried out in.
    let session: SessionKey
    /// How many targets there are.
    var count: Int
    /// What the run does.
    let kind: Kind
    /// How many marked associations its operator took out of the plan.
    let leftOut: Int
    /// The run's id, the journal's name; a new one has it once its journal is open.
    var runId: String?
    /// What it is doing.
    var phase: Phase = .sending
    /// The stage of a move that it is in; nothing before the first one, and in other runs.
    var stage: RunStage?
    /// Whether it verifies what a move associated, before it disassociates anything.
    var isBetweenStages: Bool { isVerifying && kind != .verification && stage?.change == .associate }
    /// Its progress.
    var progress: RunProgress
    /// How far it was said to be.
    var milestones = RunMilestones()
    /// The journal's path once it is open.
    var journal: String?
    /// Targets that did not succeed, in the order they were reported.
    var recentFailures = RecentFailures()

    /// The beginning of a run.
    init(plan: Plan, kind: Kind = .new, runId: String? = nil, leftOut: Int = 0, in session: SessionKey = 0) {
        (self.plan, self.session, count) = (plan, session, plan.targets.count)
        self.kind = kind
        self.runId = runId
        self.leftOut = leftOut
        progress = RunProgress(total: plan.targets.count)
        guard kind == .verification else { return }
        phase = .verifying(
            VerificationProgress(round: 1, configurations: plan.configurationCount, targets: plan.targets.count))
    }
}

extension LiveRun {
    /// Applies what the run reported. Its end is handled by the session.
    mutating func apply(_ event: RunEvent) {
        switch event {
        case .started(let runId, let journal): (self.runId, self.journal) = (runId, journal)
        case .outcomes(let outcomes): for outcome in outcomes { recentFailures.note(outcome) }
        case .progress(let progress): self.progress = progress
        case .paused(let pause): phase = .paused(pause)
        case .resumed: phase = .sending
        case .sending(let stage):
            self.stage = stage ?? self.stage
            if phase != .stopping { phase = .sending }
        case .verifying(let progress): phase = .verifying(progress)
        case .finished: break
        }
    }

    /// Whether it waits for the operator.
    var isPaused: Bool {
        if case .paused = phase { true } else { false }
    }

    /// Whether configurations are being listed, or waited for, to see what became of the targets.
    var isVerifying: Bool {
        if case .verifying = phase { true } else { false }
    }
}

/// Targets of a run that were sent and did not succeed, or were held back in a move, each once, in the order they were reported.
struct RecentFailures: Hashable, Sendable {
    private var outcomes: [TargetOutcome?] = []
    private var places: [Association: Int] = [:]

    /// None so far.
    init() {}

    /// How many there are.
    var count: Int { places.count }

    /// Records an outcome; a later one replaces an earlier one.
    mutating func note(_ outcome: TargetOutcome) {
        if let place = places.removeValue(forKey: outcome.association) { outcomes[place] = nil }
        guard outcome.outcome.isFailure || outcome.outcome.isHeldBack else { return }
        places[outcome.association] = outcomes.count
        outcomes.append(outcome)
    }

    /// The newest ones first.
    func latest(_ limit: Int) -> [TargetOutcome] {
        Array(outcomes.reversed().lazy.compactMap(\.self).prefix(limit))
    }
}
