import InspectorCore
import Terminal

extension State {
    /// d: freezes the marked associations into a plan and shows it.
    mutating func openPlan() {
        let targets = marks.ids.map(inventory.planTarget)
        let facts = PlanFacts(
            inventory: inventory, targets: targets, account: session.account, region: session.region ?? "", caller: session.caller)
        screens.append(.plan(PlanScreen(plan: Planner(facts: facts).plan(.disassociate, targets: targets))))
    }

    /// y: sends the plan, or agrees to a question.
    mutating func confirm() -> [Effect] {
        switch screen {
        case .plan(let plan): return send(plan.plan)
        case .question(.quitWithMarks): return [.quit]
        case .question(.quitDuringRun):
            screens.removeLast()
            return stop()
        default: return []
        }
    }

    /// Takes digits for the number of targets. Gives nothing back for keys that are not part of an answer.
    mutating func type(_ key: Key, into plan: PlanScreen) -> [Effect]? {
        var plan = plan
        switch key {
        case .character(let digit) where digit.isASCII && digit.isNumber:
            plan.answer = String((plan.answer + String(digit)).prefix(7))
        case .backspace, .delete: plan.answer = String(plan.answer.dropLast())
        case .enter: return answer(plan)
        default: return nil
        }
        notice = nil
        screen = .plan(plan)
        return []
    }

    private mutating func answer(_ plan: PlanScreen) -> [Effect] {
        if Int(plan.answer) == plan.plan.targets.count { return send(plan.plan) }
        notice = Notice(.warning, "Type \(plan.plan.targets.count), the number of targets, then Enter. Esc sends nothing.")
        return []
    }

    private mutating func send(_ plan: Plan) -> [Effect] {
        activity = .running(RunState(plan: plan))
        screen = .run(Viewport())
        return [.startRun(plan)]
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
