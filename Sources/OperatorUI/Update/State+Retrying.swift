import InspectorCore

extension State {
    /// R: plans what did not succeed in the last run once more, or the rest of an earlier run.
    mutating func retry() -> [Effect] {
        switch screen {
        case .earlierRuns: return openEarlierRun(.resume)
        case .earlierRun(let run): planResume(run.record)
        case .plan(let plan):
            if case .retry(let worthwhile, let all, let takesAll) = plan.origin {
                if worthwhile == 0 || worthwhile == all {
                    notice = Notice(.information, "This is all that failed.")
                } else {
                    planRetry(takesAll: !takesAll, isReplacing: true)
                }
            }
        default: planRetry(takesAll: false, isReplacing: false)
        }
        return []
    }

    private mutating func planRetry(takesAll: Bool, isReplacing: Bool) {
        guard let run = runs.last else { return }
        let plan = run.report.plan
        let (worthwhile, all) = (pending(run.open(takesAll: false), of: plan), pending(run.open(takesAll: true), of: plan))
        if all.isEmpty { return notice = Notice(.information, "The listing shows that nothing of that run is left to do.") }
        let takesAll = takesAll || worthwhile.isEmpty
        let new = self.plan(plan.action, (takesAll ? all : worthwhile).map { plan.targets[$0] })
        let origin = PlanScreen.Origin.retry(worthwhile: worthwhile.count, all: all.count, takesAll: takesAll)
        if isReplacing {
            screens.removeLast()
            arming.forget()
        }
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
        default: if let run = runs.last(where: { $0.report.outcomes.contains(.succeeded) }) ?? runs.last { planUndo(run.report) }
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

    mutating func planResume(_ record: RunRecord) {
        if let reason = mismatch(record.plan) { return notice = Notice(.warning, reason) }
        let rest = record.rest.targets
        if rest.isEmpty, record.isFinished { return notice = Notice(.information, "That run came to its end: there is nothing to resume.") }
        let plan = plan(record.plan.action, rest)
        screens.append(.plan(PlanScreen(plan: plan, origin: .resume(record, inDoubt: record.report.counts.unresolved))))
    }

    /// Why a plan must not be carried out in this session.
    func mismatch(_ plan: Plan) -> String? {
        plan.mismatch(PlanInputContext(account: session.account, region: session.region)).map { $0 + " p changes the profile or region." }
    }
}
