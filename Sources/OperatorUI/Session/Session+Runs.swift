import InspectorCore

extension Session {
    /// A run starts: pages of its configurations that are being listed no longer count.
    mutating func begin(_ run: LiveRun) { begin([run]) }

    /// Runs start side by side, one in each of several sessions.
    mutating func begin(_ runs: [LiveRun]) {
        self.runs = runs.map { run in
            var run = run
            run.milestones.begin(at: now)
            return SessionRun(run: run)
        }
        for run in runs where run.kind != .verification { account.overlap(run.plan, in: run.session) }
    }

    /// The run could not start.
    mutating func runRefused(_ problem: Problem, at key: SessionKey = 0) -> [Effect] {
        let problem = named(key, problem)
        updateRun(in: key) { $0.refusal = problem }
        endRuns()
        report(problem)
        return listOverlapped(key)
    }

    /// Forgets the runs once all have ended.
    private mutating func endRuns() {
        if runs.allSatisfy(\.isOver) { runs = [] }
    }

    /// Stops every run after the calls in progress; a second time, aborts them.
    mutating func stopRun() -> [Effect] {
        guard let run else { return endWatch() }
        let several = runs.count > 1
        if run.phase == .stopping {
            notices.show(
                Notice(
                    .warning,
                    several
                        ? "Runs aborted: calls in progress are unresolved, and the journals record that."
                        : "Run aborted: calls in progress are unresolved, and the journal records that."))
            return [.abortRun]
        }
        for place in runs.indices where !runs[place].isOver { runs[place].run.phase = .stopping }
        notices.show(
            Notice(
                .warning,
                several
                    ? Self.stoppingAllWords
                    : run.isBetweenStages ? Self.endingMoveWords : run.isVerifying ? Self.endingWords : Self.stoppingWords))
        return [.stopRun]
    }

    private static let endingWords = "Ending verification: outcomes that are not confirmed yet stay as they are."
    private static let endingMoveWords = "Ending the move: nothing is disassociated. A resume goes on from here."
    private static let stoppingWords = "Stopping: calls in progress will finish and be recorded. ^C again aborts the run."
    private static let stoppingAllWords = "Stopping all runs: calls in progress will finish and be recorded. ^C again aborts them."

    /// Handles what a run in progress reported.
    mutating func runReported(_ event: RunEvent, at key: SessionKey = 0) -> [Effect] {
        guard let run = liveRun(in: key) else { return [] }
        if case .finished(let report) = event { return finish(run, report) }
        if case .outcomes(let outcomes) = event { account.apply(outcomes, in: key) }
        if case .progress(let progress) = event { measuredRate = progress.rate ?? measuredRate }
        let now = now
        updateRun(in: key) { part in
            part.run.apply(event)
            if case .progress(let progress) = event { part.run.milestones.note(progress, at: now) }
        }
        if case .verifying = event, notices.current?.text == Self.stoppingWords { notices.clear() }
        return []
    }

    /// Handles the end of a run, and lists again what it overlapped. A resumed run is kept once.
    private mutating func finish(_ run: LiveRun, _ report: RunReport) -> [Effect] {
        let isVerification = run.kind == .verification
        if isVerification {
            account.apply(findings: report, in: run.session)
            if let place = finishedRuns.firstIndex(where: { $0.report.runId == report.runId }) { finishedRuns[place] = FinishedRun(report) }
        } else {
            account.apply(report.targetOutcomes, in: run.session)
            finishedRuns.removeAll { $0.report.runId == report.runId }
            finishedRuns.append(FinishedRun(report))
            unmarkFailures(undoneBy: report)
        }
        updateRun(in: run.session) { $0.report = report }
        let parts = runs
        endRuns()
        if parts.count > 1 {
            tellEnd(of: parts)
            return listOverlapped(run.session)
        }
        let isDone = report.isComplete && report.listingWords.isEmpty
        let kind: Notice.Kind = isDone ? .success : isVerification || report.isComplete ? .warning : .error
        let sentence = (isVerification && report.listingWords.isEmpty ? "Verified: " : "") + report.sentence + report.listingWords
        notices.show(Notice(kind, named(run.session, sentence) + stillMarked(run) + (isDone ? "" : nextSteps(report))))
        return listOverlapped(run.session)
    }

    /// Says how several runs ended, once all have.
    private mutating func tellEnd(of parts: [SessionRun]) {
        guard parts.allSatisfy(\.isOver) else { return }
        let open = parts.filter { $0.report.map { !$0.isComplete || !$0.listingWords.isEmpty } ?? true }
        let progress = RunProgress(joining: parts.map(\.run.progress))
        let sum = parts.compactMap(\.report).reduce(0) { $0 + $1.counts.succeeded }
        let words = "\(parts.count.grouped) runs have ended: \(sum.grouped) of \(progress.total.grouped) succeeded"
        if open.isEmpty {
            notices.show(Notice(.success, "\(words). \(key(.program(.results))) shows each run."))
        } else {
            let names = open.map { self[$0.run.session].name }.listed(upTo: 3)
            notices.show(Notice(.warning, "\(words). \(names): not everything succeeded. \(key(.program(.results))) shows each run."))
        }
    }

    /// What failed in a run stays marked for a retry; whoever undoes the run does not retry it.
    private mutating func unmarkFailures(undoneBy undo: RunReport) {
        guard let undone = finishedRuns.first(where: { $0.report.runId == undo.plan.undoes })?.report else { return }
        account.unmark(
            zip(undone.plan.targets, undone.outcomes).filter { $1 != .succeeded }.map(\.0.association), in: key(for: undone.plan) ?? 0)
    }

    /// What the operator took out of the plan is still marked, as far as it is still listed: a sentence behind another one.
    private func stillMarked(_ run: LiveRun) -> String {
        guard run.leftOut > 0 else { return "" }
        let sent = run.plan.targets.associations.count {
            account.inventory.id(of: $0, in: run.session).map(account.marks.contains) ?? false
        }
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
