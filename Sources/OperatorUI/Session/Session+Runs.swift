import InspectorCore

extension Session {
    /// A run starts: pages of its configurations that are being listed no longer count.
    mutating func begin(_ run: LiveRun) {
        self.run = run
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
        guard let run else { return [] }
        if run.phase == .stopping {
            notices.show(Notice(.warning, "Run aborted: calls in progress are unresolved, and the journal records that."))
            return [.abortRun]
        }
        let words =
            run.isVerifying
            ? "Ending verification: outcomes that are not confirmed yet stay as they are."
            : "Stopping: calls in progress will finish and be recorded. ^C again aborts the run."
        self.run?.phase = .stopping
        notices.show(Notice(.warning, words))
        return [.stopRun]
    }

    /// Handles what the run in progress reported.
    mutating func runReported(_ event: RunEvent) -> [Effect] {
        guard let run else { return [] }
        if case .finished(let report) = event { return finish(run, report) }
        if case .outcomes(let outcomes) = event { account.apply(outcomes, of: run.plan.action) }
        if case .progress(let progress) = event { measuredRate = progress.rate ?? measuredRate }
        self.run?.apply(event)
        return []
    }

    /// Handles the end of the run, and lists again what it overlapped. A resumed run is kept once.
    private mutating func finish(_ run: LiveRun, _ report: RunReport) -> [Effect] {
        let isVerification = run.kind == .verification
        if isVerification {
            account.apply(findings: report)
            if let place = finishedRuns.firstIndex(where: { $0.report.runId == report.runId }) { finishedRuns[place] = FinishedRun(report) }
        } else {
            account.apply(report.targetOutcomes, of: report.plan.action)
            finishedRuns.removeAll { $0.report.runId == report.runId }
            finishedRuns.append(FinishedRun(report))
        }
        self.run = nil
        let kind: Notice.Kind = report.isComplete ? .success : isVerification ? .warning : .error
        let sentence = (isVerification ? "Verified: " : "") + report.sentence
        notices.show(Notice(kind, sentence + (report.isComplete ? "" : nextSteps(report))))
        return listOverlapped()
    }

    /// Keys that matter after a run in which something did not succeed; none where this session's results do not have it.
    private func nextSteps(_ report: RunReport) -> String {
        guard finishedRuns.last?.report.runId == report.runId else { return "" }
        let hasFailed = report.counts.failed > report.counts.notConfirmed
        return "  ! shows each" + (resumableRun != nil ? ", R resumes" : hasFailed ? ", R retries" : "")
    }
}

extension RunReport {
    fileprivate var targetOutcomes: [TargetOutcome] {
        zip(plan.targets, outcomes).map { TargetOutcome(association: $0.association, outcome: $1) }
    }
}
