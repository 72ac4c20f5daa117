import BitCollections
import InspectorCore

/// Where plans come from. Each gives the actions that show the plan, or say why there is none.
extension PlanScreen {
    /// d: what is marked, without what is in doubt in a run that can be resumed: a second run would call its success a failure.
    static func ofMarks(hidden: Int, in session: Session) -> [Action] {
        let marked = session.account.marks.ids
        let ids = session.resumableRun == nil ? marked : marked.filter { !(session.account.failures[$0]?.isInDoubt ?? false) }
        if ids.isEmpty { return [.warn("All marked associations are unresolved: R resumes their run, which looks them up first.")] }
        var plan = plan(.disassociate, ids.map(session.account.inventory.planTarget), hidden: hidden, in: session)
        if ids.count < marked.count { plan.warnings.append(.unresolvedLeftOut(targets: marked.count - ids.count)) }
        return show(PlanScreen(plan: plan, projectCount: BitSet(ids.lazy.map { Int($0.resource) }).count))
    }

    /// R: what failed in the last run, and is worth sending again, once more.
    static func retryingLastRun(takesAll: Bool = false, isReplacing: Bool = false, in session: Session) -> [Action] {
        guard let run = session.finishedRuns.last else { return [] }
        let plan = run.report.plan
        let retryable = session.account.inventory.open(run.open(takesAll: false), of: plan)
        let all = session.account.inventory.open(run.open(takesAll: true), of: plan)
        if all.isEmpty { return [.inform("The listing shows that nothing in that run is left to do.")] }
        let takesAll = takesAll || retryable.isEmpty
        var again = Self.plan(plan.action, (takesAll ? all : retryable).map { plan.targets[$0] }, in: session)
        (again.undoes, again.retries) = (plan.undoes, run.report.runId)
        let screen = PlanScreen(
            plan: again,
            origin: .retry(retryable: retryable.count, all: all.count, takesAll: takesAll))
        return isReplacing ? [.replace(.plan(screen))] : show(screen)
    }

    /// U: the way back from the last run that did something.
    static func undoingLastRun(in session: Session) -> [Action] {
        let runs = session.finishedRuns
        guard let last = runs.last(where: { $0.report.outcomes.contains(where: \.isDone) }) ?? runs.last else { return [] }
        return undoing(last.report, unconfirmed: last.report.unconfirmed, in: session)
    }

    /// U: the way back from an earlier run.
    static func undoing(_ record: RunRecord, in session: Session) -> [Action] {
        if let reason = record.distrust { return [.warn("This run cannot be undone: \(reason).")] }
        return undoing(record.report, unconfirmed: record.unconfirmed, in: session)
    }

    /// What is listed as associated is not associated again, unless no listing has confirmed yet that the run took it out: it may only lag
    /// behind.
    private static func undoing(_ report: RunReport, unconfirmed: Set<Association>, in session: Session) -> [Action] {
        if let reason = session.mismatch(report.plan) { return [.warn(reason)] }
        let undo = report.undoPlan
        if undo.targets.isEmpty { return [.inform("That run changed nothing, so there is nothing to undo.")] }
        let associates = undo.action == .associate
        let done = associates ? session.account.inventory.present(among: undo.targets.lazy.map(\.association)).subtracting(unconfirmed) : []
        var back = plan(undo.action, undo.targets, alreadyDone: done, in: session)
        if back.targets.isEmpty {
            return [.inform("Everything that run disassociated is associated again, so there is nothing to undo.")]
        }
        back.warnings += undo.warnings
        back.undoes = undo.undoes
        return show(PlanScreen(plan: back, origin: .undo(runId: report.runId)))
    }

    /// R: what is left of an earlier run.
    static func resuming(_ record: RunRecord, in session: Session) -> [Action] {
        if let reason = record.distrust { return [.warn("This run cannot be resumed: \(reason).")] }
        if record.hasNothingLeft { return [.inform("That run is complete, so there is nothing to resume.")] }
        return resuming(record.report, began: record.startedAt, undoneBy: record.undoneBy, in: session)
    }

    /// R: what is left of a run, to be sent as part of it: what is in doubt is never sent as if it were new.
    static func resuming(_ report: RunReport, began: String? = nil, undoneBy: String? = nil, in session: Session) -> [Action] {
        if let reason = session.mismatch(report.plan) { return [.warn(reason)] }
        let rest = zip(report.plan.targets, report.outcomes).compactMap { $1.isOpen ? $0 : nil }
        let plan = plan(report.plan.action, rest, in: session)
        return show(PlanScreen(plan: plan, origin: .resume(report, began: began, undoneBy: undoneBy)))
    }

    private static func show(_ screen: PlanScreen) -> [Action] { [.push(.plan(screen))] }

    /// A plan of what is known now.
    private static func plan(
        _ action: RunAction, _ targets: [PlanTarget], alreadyDone: Set<Association> = [], hidden: Int = 0, in session: Session
    ) -> Plan {
        let identity = session.identity
        let facts = PlanFacts(
            inventory: session.account.inventory, targets: targets, alreadyDone: alreadyDone, account: identity.account,
            region: identity.region ?? "", caller: identity.caller, hiddenByFilter: hidden)
        return Planner(facts: facts).plan(action, targets: targets)
    }
}

extension Inventory {
    /// Those of a plan's targets that a complete listing does not show as done.
    fileprivate func open(_ targets: [Int], of plan: Plan) -> [Int] {
        guard provesAbsence else { return targets }
        return targets.filter { target in
            (id(of: plan.targets[target].association).map(contains) ?? false) == (plan.action == .disassociate)
        }
    }
}
