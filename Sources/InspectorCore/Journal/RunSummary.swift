/// One run as `scanconfig runs` lists it.
package struct RunSummary: Hashable, Encodable, Sendable {
    /// Where a run is.
    package enum State: Hashable, Encodable, Sendable {
        /// It came to its end, and every target has its outcome.
        case complete
        /// It came to its end with targets in doubt or not sent.
        case stopped
        /// It was killed, or its terminal went away.
        case interrupted
        /// A process works on it right now.
        case runningElsewhere
        /// The journal cannot be read; why, in words.
        case unreadable(reason: String)
    }

    /// The run's id.
    package var runId: String
    /// The journal's path.
    package var journal: String
    /// Where it is.
    package var state: State
    /// When it began, ISO 8601 in UTC; absent when the journal cannot be read, as is all that follows.
    package var startedAt: String?
    /// What it does.
    package var action: RunAction?
    /// The account, when the plan knew it.
    package var account: String?
    /// The region.
    package var region: String?
    /// The plan's targets.
    package var targets = 0
    /// Targets that succeeded.
    package var succeeded = 0
    /// Targets that failed.
    package var failed = 0
    /// Targets that were sent and are not known to have succeeded or failed.
    package var unresolved = 0
    /// Targets that were not sent.
    package var notSent = 0
    /// Targets that were, when planned, already as the run would make them; they are not among the others.
    package var alreadyDone = 0

    init(runId: String, journal: String, unreadable reason: String) {
        self.runId = runId
        self.journal = journal
        state = .unreadable(reason: reason)
    }

    init(_ record: RunRecord, isLocked: Bool) {
        (runId, journal, startedAt) = (record.runId, record.journal, record.startedAt)
        (action, account, region) = (record.plan.action, record.plan.account, record.plan.region)
        state = .interrupted
        (targets, alreadyDone) = (record.plan.targets.count, record.plan.alreadyDone.count)
        let counts = record.report.counts
        (succeeded, failed, unresolved, notSent) = (counts.succeeded, counts.failed, counts.unresolved, counts.notSent)
        if record.isFinished { state = counts.open > 0 ? .stopped : .complete }
        if isLocked { state = .runningElsewhere }
    }

    /// Whether `resume` has something to do: targets in doubt or not sent, and nobody at it.
    package var isResumable: Bool {
        switch state {
        case .stopped, .interrupted: true
        case .complete, .runningElsewhere, .unreadable: false
        }
    }
}

extension RunSummary.State {
    /// Encodes the state as one word.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .complete: try container.encode("complete")
        case .stopped: try container.encode("stopped")
        case .interrupted: try container.encode("interrupted")
        case .runningElsewhere: try container.encode("runningElsewhere")
        case .unreadable: try container.encode("unreadable")
        }
    }
}
