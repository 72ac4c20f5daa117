import InspectorCore

extension Session {
    /// A run starts: pages of its configurations that are being listed no longer count.
    mutating func begin(_ run: LiveRun) {
        self.run = run
        self.run?.milestones.begin(at: now)
        if run.kind != .verification { account.overlap(run.plan) }
    }

    /// The run could not start.
    mutating func runRefused(_ problem: Problem) -> [Effect] {
        run = nil
        report(problem)
        return listOverlapped()
    }

    /// Stops the run after the calls in progress; a second time, aborts it.
    mutating func stopRun() -> [Effect] {
        guard let run else { return endWatch() }
        if run.phase == .stopping {
            notices.show(Notice(.warning, "Run aborted: calls in progress are unresolved, and the journal records that."))
            return [.abortRun]
        }
        self.run?.phase = .stopping
        notices.show(Notice(.warning, run.isBetweenStages ? Self.endingMoveWords : run.isVerifying ? Self.endingWords : Self.stoppingWords))
        return [.stopRun]
    }

    private static let endingWords = "Ending verification: outcomes that are not confirmed yet stay as they are."
    private static let endingMoveWords = "Ending the move: nothing is disassociated. A resume goes on from here."
    private static let stoppingWords = "Stopping: calls in progress will finish and be recorded. ^C again aborts the run."

    /// Handles what the run in progress reported.
    mutating func runReported(_ event: RunEvent) -> [Effect] {
        guard let run else { return [] }
        if case .finished(let report) = event { return finish(run, report) }
        if case .outcomes(let outcomes) = event { account.apply(outcomes) }
        if case .progress(let progress) = event { measuredRate = progress.rate ?? measuredRate }
        self.run?.apply(event)
        if case .progress(let progress) = event { self.run?.milestones.note(progress, at: now) }
        if case .verifying = event, notices.current?.text == Self.stoppingWords { notices.clear() }
        return []
    }

    /// Handles the end of the run, and lists again what it overlapped. A resumed run is kept once.
    private mutating func finish(_ run: LiveRun, _ report: RunReport) -> [Effect] {
        let isVerification = run.kind == .verification
        if isVerification {
            account.apply(findings: report)
            if let place = finishedRuns.firstIndex(where: { $0.report.runId == report.runId }) { finishedRuns[place] = FinishedRun(report) }
        } else {
            account.apply(report.targetOutcomes)
            finishedRuns.removeAll { $0.report.runId == report.runId }
            finishedRuns.append(FinishedRun(report))
            unmarkFailures(undoneBy: report)
        }
        self.run = nil
        let isDone = report.isComplete && report.listingWords.isEmpty
        let kind: Notice.Kind = isDone ? .success : isVerification || report.isComplete ? .warning : .error
        let sentence = (isVerification && report.listingWords.isEmpty ? "Verified: " : "") + report.sentence + report.listingWords
        notices.show(Notice(kind, sentence + stillMarked(run) + (isDone ? "" : nextSteps(report))))
        return listOverlapped()
    }

    /// What failed in a run stays marked for a retry; whoever undoes the run does not retry it.
    private mutating func unmarkFailures(undoneBy undo: RunReport) {
        guard let undone = finishedRuns.first(where: { $0.report.runId == undo.plan.undoes })?.report else { return }
        account.unmark(zip(undone.plan.targets, undone.outcomes).filter { $1 != .succeeded }.map(\.0.association))
    }

    /// What the operator took out of the plan is still marked, as far as it is still listed: a sentence behind another one.
    private func stillMarked(_ run: LiveRun) -> String {
        guard run.leftOut > 0 else { return "" }
        let sent = run.plan.targets.associations.count { account.inventory.id(of: $0).map(account.marks.contains) ?? false }
        let count = min(run.leftOut, account.marks.count - sent)
        return count > 0 ? " \(count.grouped) left out of the plan \(count == 1 ? "is" : "are") still marked." : ""
    }

    /// Keys that matter after a run in which something did not succeed; none where this session's results do not have it.
    private func nextSteps(_ report: RunReport) -> String {
        guard let last = finishedRuns.last, last.report.runId == report.runId else { return "" }
        let each = isHeard ? " \(key(.list(.nextFailed))) in a list goes to each failure, and says its whole message;" : " "
        return "\(each) \(key(.program(.results))) shows each"
            + (resumableRun != nil ? ", \(key(.run(.retry))) resumes" : last.isRetryable ? ", \(key(.run(.retry))) retries" : "")
    }
}

extension RunReport {
    fileprivate var targetOutcomes: [TargetOutcome] {
        outcomes.indices.map {
            TargetOutcome(association: plan.targets.association(at: $0), change: plan.change(at: $0), outcome: outcomes[$0])
        }
    }
}
