internal import BitCollections

/// A run as its journal records it.
package struct RunRecord: Hashable, Sendable {
    /// The run's id, the journal's name without its ending.
    package let runId: String
    /// The absolute path of the journal.
    package let journal: String
    /// When it began, ISO 8601 in UTC.
    package let startedAt: String
    /// What was planned; whole only where ``hasWholePlan`` says so.
    package let plan: Plan
    /// What is known of each target.
    package private(set) var history: RunHistory
    /// Whether the run came to its end.
    package let isFinished: Bool
    /// When it came to its end, ISO 8601 in UTC; a verification later on does not count.
    package let finishedAt: String?
    /// Whether the journal's lines are as they were written.
    package let integrity: JournalIntegrity
    /// What the run remarked as a whole, each once.
    package let remarks: [String]
    /// The last run that undid this one, or some of it; absent when none did.
    package let undoneBy: String?
    private let undoneCount: Int?
    /// When its associations were last listed again in a session of their own, ISO 8601 in UTC.
    package let lastCheckedAt: String?
    /// Whether the journal ends in the middle of a line.
    package let isCut: Bool
    /// Lines of a kind that this version does not know.
    let foreign: [JournalDamage]
    /// Whether the plan's own line is as it was written; then a new listing can establish the outcomes.
    package let hasWholePlan: Bool
    /// Whether a session that listed again left nothing that depends on damaged lines.
    let isToldAnew: Bool
    private let calls: [SentCall]
    private let lastCalls: [Int]
    /// What stands behind a command that a sentence suggests, so that it finds this journal: nothing, or the option `--state-dir`.
    let option: String

    /// The record of a journal; its file's name is the run's id, as a copy of a journal is another one.
    init(_ replay: JournalReplay, runId: String, journal: String, option: String = "") {
        (self.runId, self.journal, self.option, startedAt, plan) = (runId, journal, option, replay.startedAt, replay.plan)
        (history, isFinished, remarks) = (replay.run.history, replay.run.isFinished, replay.run.remarks)
        finishedAt = replay.run.finishedAt
        undoneCount = replay.run.undoneCount
        (undoneBy, lastCheckedAt, isToldAnew) = (replay.run.undoneBy, replay.run.lastCheckedAt, replay.run.isToldAnew)
        (isCut, foreign, hasWholePlan) = (replay.isCut, replay.foreign, replay.hasWholePlan)
        (calls, lastCalls) = (replay.run.calls, replay.run.lastCalls)
        integrity = replay.damages.isEmpty ? (replay.version == 1 ? .unchecked : .checked) : .damaged(replay.damages)
    }

    /// How much of what it did was undone, "1 of 5"; nil where nothing is known to be left.
    package var undonePart: String? {
        guard undoneBy != nil, let undoneCount else { return nil }
        let done = knownOutcomes.count(where: \.isDone)
        return undoneCount < done ? "\(undoneCount.grouped) of \(done.grouped)" : nil
    }

    /// The same run, with what later runs did to its targets.
    func with(_ later: LaterRuns) -> RunRecord {
        var record = self
        (record.history.laterChanges, record.history.unreadRuns) = (later.changes, later.unread)
        return record
    }

    /// The last call that the target was sent with; nothing when it never was.
    package func call(of target: Int) -> SentCall? { lastCalls[target] < 0 ? nil : calls[lastCalls[target]] }

    /// The run so far: what was under way when it ended is unresolved, and what was not reached is not sent.
    package var report: RunReport {
        RunReport(runId: runId, journal: journal, plan: plan, outcomes: knownOutcomes, remarks: remarks + journalRemarks)
    }

    private var knownOutcomes: [Outcome] {
        history.outcomes.enumerated().map { target, outcome in
            outcome ?? (history.inDoubt.contains(target) ? .unresolved(.interrupted) : .notSent(.stopped))
        }
    }

    /// How many targets are in doubt.
    var inDoubtCount: Int { OutcomeCounts(knownOutcomes).unresolved }

    /// What the run did, as far as no listing has confirmed it: one that shows something else may only lag behind.
    package var unconfirmed: Set<Association> {
        let outcomes = report.outcomes
        let done = outcomes.indices.lazy.filter { outcomes[$0].isDone && (outcomes[$0] != .succeeded || !history.verified.contains($0)) }
        return Set(done.map(plan.targets.association))
    }

    /// What is left to do: targets in doubt or not sent, as a plan of its own.
    package var rest: Plan {
        var rest = plan
        (rest.warnings, rest.alreadyDone) = ([], [])
        rest.targets = report.openTargets
        return rest
    }

    /// Whether `resume` has nothing to do: every target has its outcome, and the run came to its end.
    package var hasNothingLeft: Bool { isFinished && rest.targets.isEmpty }

    /// Whether the run itself undoes another one. In version 1 all that associated did.
    package var isUndo: Bool { plan.undoes != nil || integrity == .unchecked && plan.action == .associate }
}
