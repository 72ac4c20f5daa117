/// A run as its journal tells it.
package struct RunRecord: Hashable, Sendable {
    /// The run's id.
    package let runId: String
    /// The journal's path.
    package let journal: String
    /// When it began, ISO 8601 in UTC.
    package let startedAt: String
    /// What was planned; see ``wholePlan``.
    package let plan: Plan
    /// What is known of each target.
    package private(set) var history: RunHistory
    /// Whether the run came to its end.
    package let isFinished: Bool
    /// Whether the journal's lines are as they were written.
    package let integrity: JournalIntegrity
    /// What the run remarked as a whole, each once.
    package let remarks: [String]
    /// The last run that took this one back, or some of it; absent when none did.
    package let undoneBy: String?
    /// When its associations were last listed again in a session of their own, ISO 8601 in UTC.
    package let lastCheckedAt: String?
    /// Whether the journal ends in the middle of a line.
    package let isCut: Bool
    /// Lines of a kind that this version does not know.
    let foreign: [JournalDamage]
    private let hasWholePlan: Bool
    private let isToldAnew: Bool

    /// The record of a journal; its file's name is the run's id, as a copy of a journal is another one.
    init(_ replay: JournalReplay, runId: String, journal: String) {
        (self.runId, self.journal, startedAt, plan) = (runId, journal, replay.startedAt, replay.plan)
        (history, isFinished, remarks) = (replay.run.history, replay.run.isFinished, replay.run.remarks)
        (undoneBy, lastCheckedAt, isToldAnew) = (replay.run.undoneBy, replay.run.lastCheckedAt, replay.run.isToldAnew)
        (isCut, foreign, hasWholePlan) = (replay.isCut, replay.foreign, replay.hasWholePlan)
        integrity = replay.damages.isEmpty ? (replay.version == 1 ? .unchecked : .checked) : .damaged(replay.damages)
    }

    /// The same run, with what later runs did to its targets.
    func with(laterChanges: [Int: LaterChange]) -> RunRecord {
        var record = self
        record.history.laterChanges = laterChanges
        return record
    }

    /// The run so far: what was under way when it ended is unresolved, and what was not reached is not sent.
    package var report: RunReport {
        let outcomes = history.outcomes.enumerated().map { target, outcome in
            outcome ?? (history.inDoubt.contains(target) ? .unresolved(.interrupted) : .notSent(.stopped))
        }
        return RunReport(runId: runId, journal: journal, plan: plan, outcomes: outcomes, remarks: remarks + notes)
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

    /// Whether `resume` has nothing to do: every target has its outcome, and the run came to its end.
    package var hasNothingLeft: Bool { isFinished && rest.targets.isEmpty }

    /// Whether the run itself takes another one back. In version 1 all that associated did.
    package var isUndo: Bool { plan.undoes != nil || integrity == .unchecked && plan.action == .associate }
}

extension RunRecord {
    /// The plan, unless its own line is damaged; with it, listing again can tell what is true.
    package var wholePlan: Plan? { hasWholePlan ? plan : nil }

    /// Why neither `resume` nor `undo` may build on the journal, in words; nothing when they may. Once everything was listed again
    /// and found out anew, damaged lines before that do not matter.
    package var distrust: String? {
        if let unknownLines { return unknownLines }
        guard case .damaged(let damages) = integrity, let first = damages.first else { return nil }
        guard hasWholePlan else {
            return "the plan itself (line 1) was changed, so nothing can be built on it; scanconfig list shows what is associated now"
        }
        if isToldAnew { return nil }
        return "\(JournalDamage.name(integrity.damagedLines)) cannot be believed (line \(first.line): \(first.reason)); "
            + "scanconfig verify \(runId) lists again, and what it finds can be built on"
    }

    /// Why nothing can be added to the journal, not even what a listing finds; in words.
    package var refusesFindings: String? { hasWholePlan ? unknownLines : distrust }

    private var unknownLines: String? {
        foreign.first.map { "line \($0.line) was written by a newer version of scanconfig (\($0.reason)); use that one" }
    }

    /// What there is to say about the journal itself, a sentence each.
    private var notes: [String] {
        var notes: [String] = []
        if let distrust { notes.append("The journal does not tell everything: \(distrust).") }
        if distrust == nil, !integrity.damagedLines.isEmpty {
            let lines = JournalDamage.name(integrity.damagedLines)
            notes.append("The journal is damaged (\(lines)); everything was listed again since, and stands as it was found.")
        }
        if integrity == .unchecked { notes.append("The journal is of version 1, without checksums: it is unchecked.") }
        if isCut, !history.inDoubt.isEmpty {
            notes.append("The journal ends in the middle of a line: whatever is not known to be done may have been sent.")
        }
        if let lastCheckedAt { notes.append("Listed again as of \(lastCheckedAt).") }
        if let undoneBy { notes.append("Taken back by run \(undoneBy).") }
        return notes
    }
}
