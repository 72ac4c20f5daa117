package import JSON

/// One run as `scanconfig runs` lists it.
package struct RunSummary: Hashable, Sendable {
    /// How far a run came.
    package enum State: Hashable, Sendable {
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

    /// The run's id, which `show`, `resume` and `undo` take.
    package var runId: String
    /// The absolute path of the journal.
    package var journal: String
    /// How far the run came.
    package var state: State
    /// When it began, ISO 8601 in UTC; absent when the journal cannot be read, as is all that follows.
    package var startedAt: String?
    /// When it came to its end, ISO 8601 in UTC; absent while it did not.
    package var finishedAt: String?
    /// Whether it disassociates or associates.
    package var action: RunAction?
    /// The account, when the plan knew it.
    package var account: String?
    /// The region that its calls went to.
    package var region: String?
    /// Targets of the plan that something was to be sent for.
    package var targets = 0
    /// Targets that succeeded by an answer or by listings.
    package var succeeded = 0
    /// Targets that failed, those that listings do not confirm among them.
    package var failed = 0
    /// Targets that were sent and are not known to have succeeded or failed.
    package var unresolved = 0
    /// Targets that were not sent.
    package var notSent = 0
    /// Those of them that a resume would not send either: the service refused to associate their project first.
    package var heldBack = 0
    /// Targets that were, when planned, already as the run would make them; they are not among the others.
    package var alreadyDone = 0
    /// The length of the journal in bytes.
    package var bytes: Int?
    /// Whether the journal's lines are as they were written: `checked`, `unchecked` or `damaged`.
    package var integrity: String?
    /// The numbers of the damaged lines, from 1.
    package var damagedLines: [Int]?
    /// The last run that undid this one.
    package var undoneBy: String?
    /// How much of what it did was undone, "1 of 5"; nil where nothing is known to be left.
    package private(set) var undonePart: String?
    /// The run that this one undoes.
    package var undoes: String?
    /// The run whose failed associations this one sent again.
    package var retries: String?
    /// The group of runs that it began with.
    package var group: String?
    /// The profile of its session, where somebody named one.
    package var profile: String?
    /// When its associations were last listed again in a session of their own, ISO 8601 in UTC.
    package var lastCheckedAt: String?
    /// Whether neither `resume` nor `undo` may build on the journal.
    package private(set) var isDistrusted = false
    /// Whether the run undoes another one.
    let isUndo: Bool
    /// Whether the journal is a copy of another run's, and so none of its own.
    private(set) var isCopy = false

    init(runId: String, journal: String, unreadable reason: String, isCopy: Bool = false) {
        self.isCopy = isCopy
        self.runId = runId
        self.journal = journal
        state = .unreadable(reason: reason)
        isUndo = false
    }

    init(_ record: RunRecord, isLocked: Bool, bytes: Int) {
        (runId, journal, startedAt) = (record.runId, record.journal, record.startedAt)
        (action, account, region) = (record.plan.action, record.plan.account, record.plan.region)
        (undoneBy, undoes, lastCheckedAt) = (record.undoneBy, record.plan.undoes, record.lastCheckedAt)
        undonePart = record.undonePart
        (group, profile) = (record.plan.group, record.plan.profile)
        (retries, finishedAt) = (record.plan.retries, record.isFinished ? record.finishedAt : nil)
        (isDistrusted, isUndo, self.bytes) = (record.distrust != nil, record.isUndo, bytes)
        integrity = record.integrity.word
        if !record.integrity.damagedLines.isEmpty { damagedLines = record.integrity.damagedLines }
        state = .interrupted
        (targets, alreadyDone) = (record.plan.targets.count, record.plan.alreadyDone.count)
        let counts = record.report.counts
        (succeeded, failed, unresolved, notSent) = (counts.succeeded, counts.failed, counts.unresolved, counts.notSent)
        heldBack = record.report.heldBack.count
        if record.isFinished { state = counts.open > heldBack ? .stopped : .complete }
        if isLocked { state = .runningElsewhere }
    }

    /// Whether `resume` has something to do: targets in doubt or not sent, no process working on it, and a journal that can be trusted.
    package var isResumable: Bool { hasRest && !isDistrusted }

    /// Whether something is left to do, and no process works on it.
    var hasRest: Bool {
        switch state {
        case .stopped, .interrupted: true
        case .complete, .runningElsewhere, .unreadable: false
        }
    }
}

extension RunSummary: JSONWritable {
    /// Writes what is known of the run; members that are absent are left out.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("account", account)
            json.member("action", action?.rawValue)
            json.member("alreadyDone", alreadyDone)
            json.member("bytes", bytes)
            json.member("damagedLines", damagedLines)
            json.member("failed", failed)
            json.member("finishedAt", finishedAt)
            json.member("group", group)
            if heldBack > 0 { json.member("heldBack", heldBack) }
            json.member("integrity", integrity)
            json.member("journal", journal)
            json.member("lastCheckedAt", lastCheckedAt)
            json.member("notSent", notSent)
            json.member("profile", profile)
            json.member("region", region)
            json.member("retries", retries)
            json.member("runId", runId)
            json.member("startedAt", startedAt)
            json.member("state", state.word)
            json.member("succeeded", succeeded)
            json.member("targets", targets)
            json.member("undoes", undoes)
            json.member("undoneBy", undoneBy)
            json.member("unresolved", unresolved)
        }
    }
}

extension RunSummary.State {
    /// The state as one word for scripts.
    fileprivate var word: String {
        switch self {
        case .complete: "complete"
        case .stopped: "stopped"
        case .interrupted: "interrupted"
        case .runningElsewhere: "runningElsewhere"
        case .unreadable: "unreadable"
        }
    }
}
