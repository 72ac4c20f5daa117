import InspectorCore

/// What is possible with runs where a screen shows none of its own: R, U and V mean the session's last run then.
struct RunCommands {
    private let session: Session

    init(_ session: Session) {
        self.session = session
    }

    /// Whether the command does something, and if not, why.
    func availability(of command: RunCommand) -> Availability {
        switch command {
        case .send: .disabled("y sends a plan: mark associations and press d first.")
        case .retry: .unless(session.sendingRefusal ?? retryRefusal)
        case .undo: .unless(session.sendingRefusal ?? undoRefusal)
        case .verify: .unless(verifyingRefusal ?? "V verifies a run again: ! shows the last one, H earlier ones.")
        }
    }

    /// Carries the command out.
    func actions(for command: RunCommand, in session: inout Session) -> [Action] {
        switch command {
        case .retry: session.resumableRun.map { PlanScreen.resuming($0.report, in: session) } ?? PlanScreen.retryingLastRun(in: session)
        case .undo: PlanScreen.undoingLastRun(in: session)
        case .send, .verify: []
        }
    }

    private var retryRefusal: String? {
        guard let last = session.finishedRuns.last else { return "Nothing was sent yet, so there is nothing to retry." }
        if session.resumableRun != nil { return nil }
        if last.groups.isEmpty { return "Everything in the last run succeeded." + rowsThatStillFail }
        return session.mismatch(last.report.plan)
    }

    /// A retry takes what makes sense; the rest of the run before it is still marked and highlighted.
    private var rowsThatStillFail: String {
        let count = session.account.failures.count
        if count == 0 { return "" }
        return " \(count.counted("association")) of an earlier run still \(count == 1 ? "fails" : "fail"): d plans what is marked."
    }

    private var undoRefusal: String? {
        session.finishedRuns.isEmpty ? "Nothing was sent yet, so there is nothing to undo; H shows earlier runs." : nil
    }

    /// Why nothing can be verified now.
    var verifyingRefusal: String? {
        if let run = session.run {
            return run.isVerifying
                ? "The run is being verified. x ends that." : "A run is in progress, and verified when everything is sent."
        }
        return session.connection.isReady ? nil : "There is no connection: r connects."
    }

    /// Lists again what the run touched. Nothing is sent, so that nothing is asked.
    static func verify(_ report: RunReport, in session: inout Session) -> [Action] {
        if let reason = session.mismatch(report.plan) { return [.warn(reason)] }
        session.begin(LiveRun(plan: report.plan, kind: .verification, runId: report.runId))
        return [.showRun, .effect(.verifyRun(runId: report.runId))]
    }
}
