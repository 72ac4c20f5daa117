/// A run as its journal tells it.
package struct RunRecord: Hashable, Sendable {
    /// The run's id.
    package let runId: String
    /// The journal's path.
    package let journal: String
    /// When it began, ISO 8601 in UTC.
    package let startedAt: String
    /// What was planned.
    package let plan: Plan
    /// What is known of each target.
    package let history: RunHistory
    /// Whether the run came to its end.
    package let isFinished: Bool

    /// The record of a journal; its file's name is the run's id, as a copy of a journal is another one.
    init(_ replay: JournalReplay, runId: String, journal: String) {
        (self.runId, startedAt, plan) = (runId, replay.startedAt, replay.plan)
        (history, isFinished) = (replay.history, replay.isFinished)
        self.journal = journal
    }

    /// The run so far: what was under way when it ended is unresolved, and what was not reached is not sent.
    package var report: RunReport {
        let outcomes = history.outcomes.enumerated().map { target, outcome in
            outcome ?? (history.inDoubt.contains(target) ? .unresolved(.interrupted) : .notSent(.stopped))
        }
        return RunReport(runId: runId, journal: journal, plan: plan, outcomes: outcomes)
    }

    /// What the run did, as far as no listing has confirmed it: one that shows something else may only lag behind.
    package var unconfirmed: Set<Association> {
        let done = zip(plan.targets.indices, report.outcomes).filter { $1.isDone && ($1 != .succeeded || !history.verified.contains($0)) }
        return Set(done.map { plan.targets[$0.0].association })
    }

    /// What is left to do: targets in doubt or not sent, as a plan of its own.
    package var rest: Plan {
        var rest = plan
        (rest.warnings, rest.alreadyDone) = ([], [])
        rest.targets = zip(plan.targets, report.outcomes).compactMap { target, outcome in
            outcome.isOpen ? target : nil
        }
        return rest
    }
}
