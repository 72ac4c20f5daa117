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
    /// The touched configurations are being listed again.
    case verifying
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

/// Where a run stands.
package struct RunProgress: Hashable, Sendable {
    /// All targets of the plan.
    package var total: Int
    /// Targets with an outcome.
    package var done: Int
    /// Targets that succeeded so far.
    package var succeeded: Int
    /// Targets that failed so far.
    package var failed: Int
    /// Targets whose outcome is not known so far.
    package var unresolved: Int
    /// Targets that were not sent and will not be.
    package var notSent: Int
    /// Calls answered so far.
    package var calls: Int
    /// Calls under way.
    package var inFlight: Int
    /// Answers that asked to slow down.
    package var throttled: Int
    /// Calls sent again after an unknown outcome.
    package var retried: Int
    /// Targets a second over the last seconds; absent until there is something to measure.
    package var rate: Double?
    /// Seconds until the end at this rate.
    package var secondsLeft: Int?
    /// Whether a stop was asked for.
    package var isStopping: Bool

    /// Targets that were sent and have an outcome.
    package var carriedOut: Int { done - notSent }

    /// The start of a run of `total` targets.
    package init(total: Int) {
        self.total = total
        (done, succeeded, failed, unresolved, notSent) = (0, 0, 0, 0, 0)
        (calls, inFlight, throttled, retried) = (0, 0, 0, 0)
        rate = nil
        secondsLeft = nil
        isStopping = false
    }
}

/// Why a run waits for its operator.
package enum RunPause: Hashable, Sendable {
    /// The credentials ended: sign in again in another window, then go on.
    case credentialsExpired(sentence: String)
}

/// The end of a run: every target once, in the plan's order.
package struct RunReport: Hashable, Sendable {
    /// The run's id, the journal's name.
    package var runId: String
    /// The journal's path; absent when the run keeps none.
    package var journal: String?
    /// The plan.
    package var plan: Plan
    /// One outcome for each of the plan's targets, in the same order.
    package var outcomes: [Outcome]
    /// Problems that concern the run as a whole, in words.
    package var remarks: [String]
    /// Why the journal does not hold everything that is told here, in words; absent when it does.
    package var journalLoss: String?

    /// A report.
    package init(
        runId: String, journal: String?, plan: Plan, outcomes: [Outcome], remarks: [String] = [], journalLoss: String? = nil
    ) {
        self.runId = runId
        self.journal = journal
        self.plan = plan
        self.outcomes = outcomes
        self.remarks = remarks
        self.journalLoss = journalLoss
        if let journalLoss {
            self.remarks.append("\(journalLoss) The journal lacks what came after that; scanconfig resume \(runId) verifies it.")
        }
    }

    /// Whether every target succeeded, and the journal says so too.
    package var isComplete: Bool { journalLoss == nil && outcomes.allSatisfy { $0 == .succeeded } }
}
