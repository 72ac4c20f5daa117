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
        if isReplacing {
            screens.removeLast()
            arming.forget()
        }
        screens.append(.plan(PlanScreen(plan: new, origin: origin)))
    }

    /// Those of a plan's targets that a complete listing does not show as done.
    private func pending(_ targets: [Int], of plan: Plan) -> [Int] {
        guard inventory.provesAbsence else { return targets }
        return targets.filter { target in
            let id = inventory.id(of: plan.targets[target].association)
            return (id.map(inventory.contains) ?? false) == (plan.action == .disassociate)
        }
    }

    /// U: plans the way back from the last run, or from an earlier one.
    mutating func undo() -> [Effect] {
        switch screen {
        case .earlierRuns: return openEarlierRun(.undo)
        case .earlierRun(let run): planUndo(run.record)
        default:
            guard let last = runs.last(where: { $0.report.outcomes.contains(where: \.isDone) }) ?? runs.last else { return [] }
            planUndo(last.report, unconfirmed: last.report.unconfirmed)
        }
        return []
    }

    mutating func planUndo(_ record: RunRecord) {
        if let reason = record.distrust { return notice = Notice(.warning, "This run cannot be undone: \(reason).") }
        planUndo(record.report, unconfirmed: record.unconfirmed)
    }

    /// Plans the way back. What is listed as associated is not associated again, unless no listing has confirmed yet that the run took it
    /// out: it may only lag behind.
    mutating func planUndo(_ report: RunReport, unconfirmed: Set<Association>) {
        if let reason = mismatch(report.plan) { return notice = Notice(.warning, reason) }
        let undo = report.undoPlan
        if undo.targets.isEmpty { return notice = Notice(.information, "That run changed nothing, so there is nothing to undo.") }
        let isMade = undo.action == .associate
        let made = isMade ? inventory.present(among: undo.targets.lazy.map(\.association)).subtracting(unconfirmed) : []
        var back = plan(undo.action, undo.targets, alreadyDone: made)
        if back.targets.isEmpty {
            return notice = Notice(.information, "Everything that run disassociated is associated again: there is nothing to undo.")
        }
        back.warnings += undo.warnings
        back.undoes = undo.undoes
        screens.append(.plan(PlanScreen(plan: back, origin: .undo(runId: report.runId))))
    }

    mutating func planResume(_ record: RunRecord) {
        if let reason = record.distrust { return notice = Notice(.warning, "This run cannot be resumed: \(reason).") }
        if record.rest.targets.isEmpty, record.isFinished {
            return notice = Notice(.information, "That run came to its end: there is nothing to resume.")
        }
        planResume(record.report, began: record.startedAt, undoneBy: record.undoneBy)
    }

    /// Plans what is left of a run, to be sent as part of it.
    mutating func planResume(_ report: RunReport, began: String? = nil, undoneBy: String? = nil) {
        if let reason = mismatch(report.plan) { return notice = Notice(.warning, reason) }
        let rest = zip(report.plan.targets, report.outcomes).compactMap { $1.isOpen ? $0 : nil }
        let origin = PlanScreen.Origin.resume(report, began: began, undoneBy: undoneBy)
        screens.append(.plan(PlanScreen(plan: plan(report.plan.action, rest), origin: origin)))
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
