import InspectorCore

extension Session {
    /// A run begins: what is being listed of its configurations does not count any more.
    mutating func begin(_ run: LiveRun) {
        self.run = run
        if run.kind != .verification { account.overlap(run.plan) }
    }

    /// A run could not begin.
    mutating func runRefused(_ problem: Problem) -> [Effect] {
        run = nil
        report(problem)
        return listOverlapped()
    }

    /// Lets calls under way end; asked again, leaves the run at once.
    mutating func stopRun() -> [Effect] {
        guard let run else { return [] }
        if run.phase == .stopping {
            notices.show(Notice(.warning, "Left at once: what was in progress is unresolved, and the journal says so."))
            return [.abandonRun]
        }
        let words =
            run.isVerifying
            ? "Ending the verification: what it could not settle stays as it is."
            : "Stopping: calls under way end and are recorded. ^C again leaves at once."
        self.run?.phase = .stopping
        notices.show(Notice(.warning, words))
        return [.stopRun]
    }

    /// Takes in what the run in progress reported.
    mutating func runReported(_ event: RunEvent) -> [Effect] {
        guard let run else { return [] }
        if case .finished(let report) = event { return finish(run, report) }
        if case .outcomes(let outcomes) = event { account.apply(outcomes, of: run.plan.action) }
        self.run?.apply(event)
        return []
    }

    /// Takes in the end of the run; what it overlapped is listed again. A run that was resumed is told of once.
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
