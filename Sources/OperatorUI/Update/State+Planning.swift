import InspectorCore
import Terminal

extension State {
    /// d: freezes the marked associations into a plan and shows it.
    mutating func openPlan() {
        let plan = plan(.disassociate, marks.ids.map(inventory.planTarget), hidden: hiddenMarks)
        screens.append(.plan(PlanScreen(plan: plan)))
    }

    /// A plan of what is known now.
    func plan(_ action: RunAction, _ targets: [PlanTarget], hidden: Int = 0) -> Plan {
        let facts = PlanFacts(
            inventory: inventory, targets: targets, account: session.account, region: session.region ?? "", caller: session.caller,
            hiddenByFilter: hidden)
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
        case .character(let digit) where key.isDigit:
            plan.answer = String((plan.answer + String(digit)).prefix(7))
        case .backspace, .delete:
            if plan.answer.isEmpty { return sayNothingTyped() }
            plan.answer = String(plan.answer.dropLast())
        case .control("u"): plan.answer = ""
        case .enter: return answer(plan)
        default: return leaveAnswer(key, plan)
        }
        notice = nil
        screen = .plan(plan)
        return []
    }

    /// A key that is not part of an answer: it means its command. Unless that only moves, what was typed is gone first, so that no
    /// number waits for an Enter that is meant for something else.
    private mutating func leaveAnswer(_ key: Key, _ plan: PlanScreen) -> [Effect]? {
        if case .move? = KeyTable.command(for: key) { return nil }
        empty(plan)
        return nil
    }

    private mutating func answer(_ plan: PlanScreen) -> [Effect] {
        if Int(plan.answer) == plan.plan.targets.count { return sendIfRead(plan) }
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
        screen = .run(Viewport())
        if case .resume(let record, _) = plan.origin {
            activity = .running(RunState(plan: record.plan))
            return [.resumeRun(runId: record.runId)]
        }
        activity = .running(RunState(plan: plan.plan))
        return [.startRun(plan.plan)]
    }

    /// x or ^C: lets calls under way end; asked again, leaves the run at once.
    mutating func stop() -> [Effect] {
        guard var run = activity.run else { return [] }
        if run.phase == .stopping {
            notice = Notice(.warning, "The run was left at once: what was under way is in the journal as unresolved.")
            return [.abandonRun]
        }
        run.phase = .stopping
        activity = .running(run)
        notice = Notice(.warning, "Stopping: calls under way end and are recorded. ^C again leaves at once.")
        return [.stopRun]
    }
}

extension Key {
    /// Whether the key is one of the digits 0 to 9.
    fileprivate var isDigit: Bool {
        if case .character(let character) = self { character.isASCII && character.isNumber } else { false }
    }
}
