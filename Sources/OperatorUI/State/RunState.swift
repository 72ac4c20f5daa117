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
        /// Listing the touched configurations again.
        case verifying
    }

    /// The plan that is carried out.
    package var plan: Plan
    /// What it is busy with.
    package var phase: Phase = .sending
    /// Where it stands.
    package var progress: RunProgress
    /// The journal's path once it is open.
    package var journal: String?
    /// Targets that did not succeed, as they came.
    package var troubles: [TargetOutcome] = []

    /// The beginning of a run.
    package init(plan: Plan) {
        self.plan = plan
        progress = RunProgress(total: plan.targets.count)
    }
}
