/// What a run tells while it goes on.
package enum RunEvent: Hashable, Sendable {
    /// The journal is open; nothing was sent yet.
    case started(runId: String, journal: String?)
    /// Outcomes that just became known; a later one for the same target replaces an earlier one.
    case outcomes([TargetOutcome])
    /// Where the run stands, at most four times a second.
    case progress(RunProgress)
    /// The run waits for the operator.
    case paused(RunPause)
    /// The run goes on after a pause.
    case resumed
    /// What an earlier session left in doubt is settled, and calls are sent.
    case sending
    /// Configurations are being listed, or will be after a pause, to see what became of their targets.
    case verifying(VerificationProgress)
    /// Nothing more happens; every target has its outcome.
    case finished(RunReport)
}

/// A target and what became of it.
package struct TargetOutcome: Hashable, Codable, Sendable {
    /// The target.
    package var association: Association
    /// What became of it.
    package var outcome: Outcome

    /// An outcome for the association given.
    package init(association: Association, outcome: Outcome) {
        self.association = association
        self.outcome = outcome
    }
}
