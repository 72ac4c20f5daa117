import InspectorCore

/// What R, U and V do on screens that show no run of their own: they mean the session's last run.
struct RunCommands {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// Whether the command does something, and if not, why.
    func availability(of command: RunCommand) -> Availability {
        switch command {
        case .send: .disabled("y sends a plan: mark associations, then press \(session.key(.list(.plan))).")
        case .retry: .unless(session.sendingRefusal ?? retryRefusal)
        case .undo: .unless(session.sendingRefusal ?? undoRefusal)
        case .leaveOut, .onlyWarned, .edit:
            .disabled("This key works in a plan: mark associations, then press \(session.key(.list(.plan))).")
        case .watch: .unless(watchingRefusal(session.finishedRuns.last?.report))
        case .verify:
            .unless(
                verifyingRefusal
                    ?? "\(session.key(.run(.verify))) verifies a run: \(session.key(.program(.results))) shows the last one, \(session.key(.program(.earlierRuns))) earlier ones."
            )
        }
    }

    /// Carries the command out.
    func actions(for command: RunCommand, in session: inout Session) -> [Action] {
        switch command {
        case .retry: session.resumableRun.map { PlanScreen.resumingRun($0.report, in: session) } ?? PlanScreen.retryingLastRun(in: session)
        case .undo: PlanScreen.undoingLastRun(in: session)
        case .watch: session.finishedRuns.last.map { Self.watch($0.report, in: &session) } ?? []
        case .send, .verify, .leaveOut, .onlyWarned, .edit: []
        }
    }

    /// Whether R does something for the run under the cursor, and if not, why.
    func retrying(_ run: FinishedRun?) -> Availability {
        guard let run else { return availability(of: .retry) }
        let isDone = run.failures.isEmpty ? "Everything in this run succeeded." : nil
        return .unless(session.sendingRefusal ?? isDone ?? session.mismatch(run.report.plan))
    }

    /// Whether U does something for the run under the cursor, and if not, why.
    func undoing(_ run: FinishedRun?) -> Availability {
        guard run != nil else { return availability(of: .undo) }
        return .unless(session.sendingRefusal)
    }

    private var retryRefusal: String? {
        guard let last = session.finishedRuns.last else { return "Nothing was sent yet, so there is nothing to retry." }
        if let group = session.lastGroup {
            return
                "The last runs began together: \(session.key(.program(.results))) shows them, and \(session.key(.run(.retry))) there is for one of them. scanconfig resume \(group) resumes all."
        }
        if session.resumableRun != nil { return nil }
        if last.failures.isEmpty { return "Everything in the last run succeeded." + rowsThatStillFail }
        return session.mismatch(last.report.plan)
    }

    /// What a retry left out is still highlighted, and marked where that makes sense.
    private var rowsThatStillFail: String {
        let count = session.account.failures.count
        if count == 0 { return "" }
        return
            " \(count.counted("earlier failure")) \(count == 1 ? "remains" : "remain"): \(session.key(.list(.nextFailed))) goes to \(count == 1 ? "it" : "each")."
    }

    /// A bare U undoes the newest run that is no undo itself, as `scanconfig undo` does, and not for the second time.
    private var undoRefusal: String? {
        guard let last = session.finishedRuns.newestToUndo else {
            let what = session.finishedRuns.isEmpty ? "Nothing was sent yet, so there is nothing to undo" : "Only undos were sent"
            return "\(what); \(session.key(.program(.earlierRuns))) shows earlier runs."
        }
        if let group = session.lastGroup {
            return
                "The last runs began together: \(session.key(.program(.results))) shows them, and \(session.key(.run(.undo))) there is for one of them. scanconfig undo \(group) undoes all."
        }
        let run = last.report.runId
        return session.finishedRuns.undo(of: run).map {
            "\(UndoWords.newestIsUndone(run, by: $0)) To choose another run, press \(session.key(.program(.results)))."
        }
    }

    /// Why nothing can be verified now.
    var verifyingRefusal: String? {
        if let run = session.run {
            return run.isVerifying
                ? "The run is being verified. \(run.endingWords(in: session))"
                : "A run is in progress; it is verified once everything is sent."
        }
        return session.seats.contains(where: \.connection.isReady) ? nil : noConnection
    }

    /// Why the run cannot be watched now.
    func watchingRefusal(_ report: RunReport?) -> String? {
        if let watch = session.watch { return "Run \(watch.runId) is being watched; \(session.key(.program(.stop))) ends that." }
        guard let report else {
            return "Nothing was sent yet, so there is nothing to watch; \(session.key(.program(.earlierRuns))) shows earlier runs."
        }
        if session.run != nil { return session.busyReason }
        if let mismatch = session.mismatch(report.plan), session.isFleet { return mismatch }
        if let key = session.key(for: report.plan), !session[key].connection.isReady { return session.named(key, noConnection) }
        return report.outcomes.contains(where: \.isDone)
            ? session.mismatch(report.plan) : "This run changed nothing, so there is nothing to watch."
    }

    private var noConnection: String { "There is no connection: \(session.key(.refresh)) connects." }

    /// Lists again, for an hour, what the run changed.
    static func watch(_ report: RunReport, in session: inout Session) -> [Action] {
        if let reason = RunCommands(session).watchingRefusal(report) { return [.warn(reason)] }
        session.watch = LiveWatch(runId: report.runId, plan: report.plan)
        let stop = session.key(.program(.stop))
        return [
            .effect(.watchRun(runId: report.runId, at: session.key(for: report.plan) ?? 0)),
            .inform(
                "Watching for an hour what run \(report.runId) changed: what is changed back is named here. \(stop) ends the watch."),
        ]
    }

    /// Lists again what the run touched. It asks nothing, because nothing is sent.
    static func verify(_ report: RunReport, in session: inout Session) -> [Action] {
        if let reason = session.mismatch(report.plan) { return [.warn(reason)] }
        let key = session.key(for: report.plan) ?? 0
        session.begin(LiveRun(plan: report.plan, kind: .verification, runId: report.runId, in: key))
        return [.showRun, .effect(.verifyRun(runId: report.runId, at: key))]
    }
}
