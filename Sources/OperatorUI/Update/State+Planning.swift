import BitCollections
import InspectorCore
import Terminal

extension State {
    /// d: freezes the marked associations into a plan and shows it.
    mutating func openPlan() {
        let (ids, inDoubt) = plannable
        if ids.isEmpty {
            return notice = Notice(.warning, "What is marked is unresolved: R resumes its run, which looks it up first.")
        }
        var plan = plan(.disassociate, ids.map(inventory.planTarget), hidden: hiddenMarks)
        if inDoubt > 0 { plan.warnings.append(.unresolvedLeftOut(targets: inDoubt)) }
        let projects = BitSet(ids.lazy.map { Int($0.resource) }).count
        screens.append(.plan(PlanScreen(plan: plan, projectCount: projects)))
    }

    /// What is marked, without what is in doubt in a run that can be resumed: a second run would call its success a failure.
    private var plannable: (ids: [AssociationID], inDoubt: Int) {
        guard resumableRun != nil else { return (marks.ids, 0) }
        let ids = marks.ids.filter { !(failures[$0]?.isInDoubt ?? false) }
        return (ids, marks.count - ids.count)
    }

    /// A plan of what is known now.
    func plan(_ action: RunAction, _ targets: [PlanTarget], alreadyDone: Set<Association> = [], hidden: Int = 0) -> Plan {
        let facts = PlanFacts(
            inventory: inventory, targets: targets, alreadyDone: alreadyDone, account: session.account, region: session.region ?? "",
            caller: session.caller, hiddenByFilter: hidden)
        return Planner(facts: facts).plan(action, targets: targets)
    }

    /// Marks that the list on top does not show because it is narrowed.
    var hiddenMarks: Int {
        switch screen {
        case .configurations(let list): list.hiddenMarks
        case .projects(let list): list.hiddenMarks
        default: 0
        }
    }

    /// Takes digits for the number of targets. Gives nothing back for keys that are not part of an answer.
    mutating func type(_ key: Key, into plan: PlanScreen) -> [Effect]? {
        if !plan.needsTypedCount, plan.answer.isEmpty, !key.isDigit { return nil }
        var plan = plan
        switch key {
        case .character(let digit) where key.isDigit || digit == ",":
            plan.answer = String((plan.answer + String(digit)).prefix(Self.longestAnswer))
        case .backspace, .delete:
            if plan.answer.isEmpty { return sayNothingTyped() }
            plan.answer = String(plan.answer.dropLast())
        case .control("u"): plan.answer = ""
        case .enter: return answer(plan)
        default: return nil
        }
        notice = nil
        screen = .plan(plan)
        return []
    }

    /// More characters than the number of the largest plan has with its commas.
    private static let longestAnswer = 12

    private mutating func answer(_ plan: PlanScreen) -> [Effect] {
        if plan.plan.targets.count.isTyped(as: plan.answer) { return sendIfRead(plan) }
        notice = Notice(
            .warning, plan.answer.isEmpty ? "Esc sends nothing." : "\(plan.answer) is not the number. Esc sends nothing.")
        empty(plan)
        return []
    }

    mutating func empty(_ plan: PlanScreen) {
        var plan = plan
        plan.answer = ""
        screen = .plan(plan)
    }

    private mutating func sendIfRead(_ plan: PlanScreen) -> [Effect] {
        guard plan.seen.hasIdentity else {
            notice = Notice(.warning, Self.unseenIdentityReason)
            return []
        }
        return send(plan)
    }

    mutating func send(_ plan: PlanScreen) -> [Effect] {
        guard activity == .idle, !isReadOnly else {
            notice = Notice(.warning, isReadOnly ? Self.readOnlyReason : Self.busyReason)
            return []
        }
        if let reason = mismatch(plan.plan) {
            notice = Notice(.warning, reason)
            return []
        }
        screen = .run(Viewport())
        if case .resume(let report, _, _) = plan.origin {
            begin(RunState(plan: report.plan, kind: .resumed, runId: report.runId))
            interruptedRuns.removeAll { $0.runId == report.runId }
            return [.resumeRun(runId: report.runId)]
        }
        begin(RunState(plan: plan.plan))
        return [.startRun(plan.plan)]
    }

    private mutating func begin(_ run: RunState) {
        activity = .running(run)
        overlap(run.plan)
    }

    /// x or ^C: lets calls under way end; asked again, leaves the run at once.
    mutating func stop() -> [Effect] {
        guard var run = activity.run else { return [] }
        if run.phase == .stopping {
            notice = Notice(.warning, "Left at once: what was in progress is unresolved, and the journal says so.")
            return [.abandonRun]
        }
        let isVerifying = run.isVerifying
        run.phase = .stopping
        activity = .running(run)
        notice = Notice(
            .warning,
            isVerifying
                ? "Ending the verification: what it could not settle stays as it is."
                : "Stopping: calls under way end and are recorded. ^C again leaves at once.")
        return [.stopRun]
    }
}

extension Key {
    /// Whether the key is one of the digits 0 to 9.
    fileprivate var isDigit: Bool {
        if case .character(let character) = self { character.isASCII && character.isNumber } else { false }
    }
}
