import InspectorCore

extension State {
    /// R: plans what is left of a run, else what failed in the last one once more: what is in doubt is never sent as if it were new.
    mutating func retry() -> [Effect] {
        switch screen {
        case .earlierRuns: return openEarlierRun(.resume)
        case .earlierRun(let run): planResume(run.record.report, began: run.record.startedAt)
        case .plan(let plan):
            if case .retry(let worthwhile, let all, let takesAll) = plan.origin {
                if worthwhile == 0 || worthwhile == all {
                    notice = Notice(.information, "This is everything that failed.")
                } else {
                    planRetry(takesAll: !takesAll, isReplacing: true)
                }
            }
        default: if let run = resumableRun { planResume(run.report) } else { planRetry(takesAll: false, isReplacing: false) }
        }
        return []
    }

    private mutating func planRetry(takesAll: Bool, isReplacing: Bool) {
        guard let run = runs.last else { return }
        let plan = run.report.plan
        let (worthwhile, all) = (pending(run.open(takesAll: false), of: plan), pending(run.open(takesAll: true), of: plan))
        if all.isEmpty { return notice = Notice(.information, "Nothing of that run is left to do, the listing shows.") }
        let takesAll = takesAll || worthwhile.isEmpty
        let new = self.plan(plan.action, (takesAll ? all : worthwhile).map { plan.targets[$0] })
        let origin = PlanScreen.Origin.retry(worthwhile: worthwhile.count, all: all.count, takesAll: takesAll)
        if isReplacing { screens.removeLast() }
        screens.append(.plan(PlanScreen(plan: new, origin: origin)))
    }

    /// Those of a plan's targets that a complete listing does not show as done.
    private func pending(_ targets: [Int], of plan: Plan) -> [Int] {
        guard inventory.isComplete else { return targets }
        return targets.filter { target in
            let id = inventory.id(of: plan.targets[target].association)
            return (id.map(inventory.contains) ?? false) == (plan.action == .disassociate)
        }
    }

    /// U: plans the way back from the last run, or from an earlier one.
    mutating func undo() -> [Effect] {
        switch screen {
        case .earlierRuns: return openEarlierRun(.undo)
        case .earlierRun(let run): planUndo(run.record.report)
        default: if let run = runs.last(where: { $0.report.outcomes.contains(where: \.isDone) }) ?? runs.last { planUndo(run.report) }
        }
        return []
    }

    mutating func planUndo(_ report: RunReport) {
        if let reason = mismatch(report.plan) { return notice = Notice(.warning, reason) }
        let undo = report.undoPlan
        if undo.targets.isEmpty { return notice = Notice(.information, "That run changed nothing, so there is nothing to undo.") }
        var back = plan(undo.action, undo.targets)
        back.warnings += inventory.warnings(beforeMaking: back) + undo.warnings
        screens.append(.plan(PlanScreen(plan: back, origin: .undo(runId: report.runId))))
    }

    /// Plans what is left of a run, to be sent as part of it.
    mutating func planResume(_ report: RunReport, began: String? = nil) {
        if let reason = mismatch(report.plan) { return notice = Notice(.warning, reason) }
        let rest = zip(report.plan.targets, report.outcomes).compactMap { $1.isOpen ? $0 : nil }
        screens.append(.plan(PlanScreen(plan: plan(report.plan.action, rest), origin: .resume(report, began: began))))
    }

    /// The newest run of this session that a resume has something to do for, of this account and region.
    var resumableRun: FinishedRun? {
        runs.last { $0.isResumable && mismatch($0.report.plan) == nil }
    }

    /// Why a plan must not be carried out in this session.
    func mismatch(_ plan: Plan) -> String? {
        plan.mismatch(PlanInputContext(account: session.account, region: session.region)).map { $0 + " p changes the profile or region." }
    }
}
