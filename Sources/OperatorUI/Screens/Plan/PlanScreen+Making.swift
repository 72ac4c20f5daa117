import BitCollections
import InspectorCore

/// Where plans come from. Each gives the actions that show the plan, or say why there is none.
extension PlanScreen {
    /// d: what is marked, without what is in doubt in a run that can be resumed: a second run would call its success a failure.
    static func ofMarks(hidden: Marks, in session: Session) -> [Action] {
        let marked = session.account.marks
        let marks = session.resumableRun == nil ? marked : marked.without { session.account.failures[$0]?.isInDoubt ?? false }
        if marks.isEmpty {
            return [
                .warn("All marked associations are unresolved: \(session.key(.run(.retry))) resumes their run, which looks them up first.")
            ]
        }
        let left = marked.count - marks.count
        let origins = marks.origins(in: session.account.inventory)
        if origins.count > 1 { return ofSeveral(origins, marks, hidden: hidden, left: left, in: session) }
        let (key, inventory) = (origins.first ?? 0, session.account.inventory)
        if let reason = session.unknownAccount(of: key) { return [.warn(reason)] }
        var draft = draft(.disassociate, inventory.only(key).planTargets(marks.rows), at: key, in: session)
        if left > 0 { draft.closing.append(.unresolvedLeftOut(targets: left)) }
        if !hidden.isEmpty { draft.hide(places(of: hidden, in: draft, inventory, key)) }
        return show(PlanScreen(draft, in: key))
    }

    static func places(of marks: Marks, in draft: PlanDraft, _ inventory: Inventory, _ key: SessionKey) -> [Int] {
        draft.whole.targets.indices.filter {
            inventory.id(of: draft.whole.targets.association(at: $0), in: key).map(marks.contains) ?? false
        }
    }

    /// R on a run: what is left of it, otherwise what failed in it.
    static func sendingAgain(_ run: FinishedRun, in session: Session) -> [Action] {
        run.isResumable ? resumingRun(run.report, in: session) : retrying(run, in: session)
    }

    /// R: what failed in the last run.
    static func retryingLastRun(in session: Session) -> [Action] {
        session.finishedRuns.last.map { retrying($0, in: session) } ?? []
    }

    /// What failed in a run, and is worth sending again, once more.
    static func retrying(_ run: FinishedRun, takesAll: Bool = false, isReplacing: Bool = false, in session: Session) -> [Action] {
        let plan = run.report.plan
        if let reason = session.isFleet ? session.mismatch(plan) : nil { return [.warn(reason)] }
        let key = session.key(for: plan) ?? 0
        let inventory = session.account.inventory.only(key)
        let (retryable, all) = (inventory.open(run.open(takesAll: false), of: plan), inventory.open(run.open(takesAll: true), of: plan))
        if all.isEmpty { return [.inform("The listing shows that nothing in that run is left to do.")] }
        let takesAll = takesAll || retryable.isEmpty
        let targets = (takesAll ? all : retryable).map { plan.targets[$0] }
        let covers = plan.action == .move ? targets.filter { $0.change == .associate }.map(\.association) : []
        let draft = draft(
            plan.action, targets, alreadyDone: inventory.present(among: covers), undoing: plan.undoes,
            retrying: run.report.runId, at: key, in: session)
        let screen = PlanScreen(
            draft,
            origin: .retry(retryable: retryable.count, all: all.count, takesAll: takesAll), in: key)
        return isReplacing ? [.replace(.plan(screen))] : show(screen)
    }

    /// U: the way back from the last run that did something.
    static func undoingLastRun(in session: Session) -> [Action] {
        session.finishedRuns.newestToUndo.map { undoing($0, in: session) } ?? []
    }

    /// U on a run: the way back from it.
    static func undoing(_ run: FinishedRun, in session: Session) -> [Action] {
        let undoneBy = session.finishedRuns.undo(of: run.report.runId)
        let part = session.finishedRuns.undonePart(of: run)
        return undoing(run.report, unconfirmed: run.report.unconfirmed, undoneBy: undoneBy, part: part, in: session)
    }

    /// U: the way back from an earlier run.
    static func undoing(_ record: RunRecord, in session: Session) -> [Action] {
        if let reason = record.distrust { return [.warn("This run cannot be undone: \(reason).")] }
        return undoing(
            record.report, unconfirmed: record.unconfirmed, undoneBy: record.undoneBy, part: record.undonePart, in: session)
    }

    /// What is listed as associated is not associated again, unless no listing has confirmed yet that the run took it out: it may only lag
    /// behind.
    private static func undoing(
        _ report: RunReport, unconfirmed: Set<Association>, undoneBy: String?, part: String?, in session: Session
    ) -> [Action] {
        if let reason = session.mismatch(report.plan) { return [.warn(reason)] }
        let undo = report.undoPlan
        if undo.targets.isEmpty { return [.inform(UndoWords.nothingToUndo(report))] }
        let made = undo.targets.indices.lazy.filter { undo.change(at: $0) == .associate }.map(undo.targets.association)
        let key = session.key(for: report.plan) ?? 0
        let done = session.account.inventory.only(key).present(among: made).subtracting(unconfirmed)
        var back = draft(undo.action, undo.targets, alreadyDone: done, undoing: undo.undoes, at: key, in: session)
        if back.count == 0 {
            return [.inform("\(report.plan.action.undoneWords), so there is nothing to undo.")]
        }
        back.closing += undo.warnings
        let origin = PlanScreen.Origin.undo(runId: report.runId, undoes: report.plan.undoes, undoneBy: undoneBy, part: part)
        return show(PlanScreen(back, origin: origin, in: key))
    }

    /// R: what is left of an earlier run.
    static func resumingEarlierRun(_ record: RunRecord, in session: Session) -> [Action] {
        if let reason = record.distrust { return [.warn("This run cannot be resumed: \(reason).")] }
        if record.hasNothingLeft {
            return [.inform(record.report.heldBackWords ?? "That run is complete, so there is nothing to resume.")]
        }
        return resumingRun(record.report, began: record.startedAt, undoneBy: record.undoneBy, in: session)
    }

    /// R: what is left of a run, to be sent as part of it: what is in doubt is never sent as if it were new.
    static func resumingRun(_ report: RunReport, began: String? = nil, undoneBy: String? = nil, in session: Session) -> [Action] {
        let key = session.key(for: report.plan) ?? 0
        if let reason = session.mismatch(report.plan) ?? report.plan.approval?.resumeRefusal(of: session[key].identity.caller) {
            return [.warn(reason)]
        }
        let rest = report.openTargets
        var facts = facts(at: key, in: session)
        facts.countAsBefore(rest, of: report.plan.action, in: session.account.inventory.only(key))
        let draft = Planner(facts: facts).draft(report.plan.action, targets: rest)
        return show(PlanScreen(draft, origin: .resume(report, began: began, undoneBy: undoneBy), in: key))
    }

    private static func show(_ screen: PlanScreen) -> [Action] { [.push(.plan(screen))] }

    /// A plan of what is known now.
    static func draft(
        _ action: RunAction, _ targets: some Collection<PlanTarget>, alreadyDone: Set<Association> = [], undoing run: String? = nil,
        retrying retried: String? = nil, at key: SessionKey, in session: Session
    ) -> PlanDraft {
        var facts = facts(alreadyDone: alreadyDone, at: key, in: session)
        facts.splitAlreadyDone(of: action, targets)
        var draft = Planner(facts: facts).draft(action, targets: targets, undoing: run, retrying: retried)
        draft.join(group: nil, profile: session[key].journalProfile)
        return draft
    }

    /// What is known now that a plan stands on.
    static func facts(alreadyDone: Set<Association> = [], at key: SessionKey, in session: Session) -> PlanFacts {
        let identity = session[key].identity
        return PlanFacts(
            inventory: session.account.inventory.only(key), alreadyDone: alreadyDone, account: identity.account,
            region: identity.region ?? "", caller: identity.caller, now: session.now)
    }
}

extension Marks {
    /// The sessions of which something is marked.
    fileprivate func origins(in inventory: Inventory) -> [SessionKey] {
        Set(rows.keys.map { inventory.entries[Int($0)].origin }).sorted()
    }
}

extension Session {
    /// Why nothing is planned in one of several sessions: its account is not known.
    fileprivate func unknownAccount(of key: SessionKey) -> String? {
        guard isFleet, self[key].identity.account == nil else { return nil }
        return "\(self[key].name): the account is not known, and among several sessions nothing is sent there then."
    }
}

extension RunAction {
    /// What is so when nothing of a run's changes is left to undo, as the beginning of a sentence.
    fileprivate var undoneWords: String {
        switch self {
        case .disassociate: "Everything that run disassociated is associated again"
        case .associate: "Everything that run associated is disassociated again"
        case .move: "Everything is as it was before that run"
        }
    }
}

extension Inventory {
    /// Those of a plan's targets that a complete listing does not show as done.
    fileprivate func open(_ targets: [Int], of plan: Plan) -> [Int] {
        guard provesAbsence else { return targets }
        let open = targets.filter { target in
            (id(of: plan.targets.association(at: target)).map(contains) ?? false) == (plan.change(at: target) == .disassociate)
        }
        guard plan.action == .move else { return open }
        let rest = open.filter { plan.targets[$0].change == .disassociate }
        let projects = Set(rest.lazy.map { plan.targets[$0].association.resource })
        return targets.filter { plan.targets[$0].change == .associate && projects.contains(plan.targets[$0].association.resource) } + rest
    }
}
