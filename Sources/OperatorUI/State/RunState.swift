package import InspectorCore

/// A run that goes on.
package struct RunState: Hashable, Sendable {
    /// What a run is busy with.
    package enum Phase: Hashable, Sendable {
        /// Sending and waiting for answers.
        case sending
        /// A stop was asked for: calls under way end first.
        case stopping
        /// Waiting for the operator.
        case paused(RunPause)
        /// Listing the touched configurations again, or waiting until they are.
        case verifying(VerificationProgress)
    }

    /// What the run does.
    package enum Kind: Hashable, Sendable {
        /// It sends a plan for the first time.
        case new
        /// It goes on where it stopped.
        case resumed
        /// It sends nothing: what it did before is listed again.
        case verification
    }

    /// The plan that is carried out.
    package var plan: Plan
    /// What the run does.
    package let kind: Kind
    /// The run's id, the journal's name; a new one has it once its journal is open.
    package var runId: String?
    /// What it is busy with.
    package var phase: Phase = .sending
    /// Where it stands.
    package var progress: RunProgress
    /// The journal's path once it is open.
    package var journal: String?
    /// Targets that did not succeed, as they came.
    package var troubles = Troubles()

    /// The beginning of a run.
    package init(plan: Plan, kind: Kind = .new, runId: String? = nil) {
        self.plan = plan
        self.kind = kind
        self.runId = runId
        progress = RunProgress(total: plan.targets.count)
        guard kind == .verification else { return }
        phase = .verifying(
            VerificationProgress(round: 1, configurations: plan.configurationCount, targets: plan.targets.count))
    }
}

extension RunState {
    /// Whether configurations are being listed, or waited for, to see what became of the targets.
    var isVerifying: Bool {
        if case .verifying = phase { true } else { false }
    }
}

/// Targets of a run that were sent and did not succeed, each once, in the order they came.
package struct Troubles: Hashable, Sendable {
    private var outcomes: [TargetOutcome?] = []
    private var places: [Association: Int] = [:]

    /// None so far.
    package init() {}

    /// How many there are.
    package var count: Int { places.count }

    /// Takes in what became of a target; a later outcome replaces an earlier one.
    mutating func note(_ outcome: TargetOutcome) {
        if let place = places.removeValue(forKey: outcome.association) { outcomes[place] = nil }
        guard outcome.outcome.isFailure else { return }
        places[outcome.association] = outcomes.count
        outcomes.append(outcome)
    }

    /// The newest ones first.
    func latest(_ limit: Int) -> [TargetOutcome] {
        Array(outcomes.reversed().lazy.compactMap(\.self).prefix(limit))
    }
}
