import InspectorCore

extension State {
    /// V: verifies the last run again, or an earlier one.
    mutating func verifyAgain() -> [Effect] {
        switch screen {
        case .earlierRuns: openEarlierRun(.verify)
        case .earlierRun(let run): verify(run.record.report)
        default: runs.last.map { verify($0.report) } ?? []
        }
    }

    /// Lists again what the run touched. Nothing is sent, so that nothing is asked.
    mutating func verify(_ report: RunReport) -> [Effect] {
        if let reason = mismatch(report.plan) {
            notice = Notice(.warning, reason)
            return []
        }
        showRun()
        activity = .running(RunState(plan: report.plan, kind: .verification, runId: report.runId))
        return [.verifyRun(runId: report.runId)]
    }

    /// Takes in what a verification found: what turned out done is not a failure any more. It says nothing new of any other row.
    mutating func takeFindings(_ report: RunReport) {
        let settled = zip(report.plan.targets, report.outcomes).compactMap { target, outcome in
            outcome == .succeeded ? inventory.id(of: target.association) : nil
        }.filter { failures[$0] != nil }
        let known = settled.map { TargetOutcome(association: inventory.association($0), outcome: .succeeded) }
        take(known, of: report.plan.action)
        if let place = runs.firstIndex(where: { $0.report.runId == report.runId }) { runs[place] = FinishedRun(report) }
    }
}
