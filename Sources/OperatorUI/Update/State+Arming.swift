import InspectorCore
import Terminal

extension State {
    /// What confirmation is on top, if one is.
    private var confirmation: Arming.Appearance? {
        let kind: Arming.Appearance.Kind
        switch screen {
        case .plan(let plan): kind = .plan(targets: plan.plan.targets.count)
        case .question: kind = .question
        case .code: kind = .code
        case .configurations, .projects, .details, .run, .results, .earlierRuns, .earlierRun, .profiles, .help: return nil
        }
        return Arming.Appearance(kind: kind, depth: screens.count, isTiny: !isLargeEnough)
    }

    /// Whether a confirmation is on top that does not take every answer yet.
    package var isArming: Bool { confirmation != nil && !arming.isArmed }

    /// After every event: a confirmation that came on top has to be read first.
    mutating func watchConfirmation() -> [Effect] {
        arming.note(confirmation).map { [.showConfirmation(number: $0)] } ?? []
    }

    mutating func confirmationShown(_ number: Int) -> [Effect] {
        arming.show(number).map { [.awaitMoment(number: $0)] } ?? []
    }

    /// Drops an answer that changes something and came before the confirmation could be read; nothing for all other keys.
    mutating func early(_ key: Key) -> [Effect]? {
        guard !arming.isArmed, isAffirmative(key) else { return nil }
        return dropEarly()
    }

    /// Drops an answer that came too early, says so, and lets the moment begin anew.
    mutating func dropEarly() -> [Effect] {
        notice = Notice(
            .warning, arming.waitsForTerminal ? "Not drawn yet: wait, or ^L." : "Too early. Read it first.")
        return arming.restart().map { [.awaitMoment(number: $0)] } ?? []
    }

    /// Whether the key answers the confirmation on top in a way that changes something.
    private func isAffirmative(_ key: Key) -> Bool {
        switch (screen, key) {
        case (.plan, .character("y")), (.question, .character("y")), (.question(.quitWithMarks), .control("c")): true
        case (.plan(let plan), .enter): plan.needsTypedCount
        case (.plan, .character(let character)), (.code, .character(let character)): character.isASCII && character.isNumber
        case (.code, .enter): true
        default: false
        }
    }

    /// Notes what the frame that is about to be written shows of a plan. What is noted changes the status, which may then take one more
    /// line of the plan: that line does not count.
    package mutating func noteSeen() {
        guard case .plan(let plan) = screen, isLargeEnough else { return }
        let noted = seeing(plan, hidden: statusLines().count - 1)
        guard noted != plan.seen else { return }
        var after = self
        after.screen = .plan(plan.having(seen: noted))
        let hidden = max(statusLines().count, after.statusLines().count) - 1
        screen = .plan(plan.having(seen: seeing(plan, hidden: hidden)))
    }

    /// What was seen of the plan after a frame in which so many of its last lines are hidden.
    private func seeing(_ plan: PlanScreen, hidden: Int) -> PlanScreen.Seen {
        var seen = plan.seen
        seen.note(plan.viewport.top..<plan.viewport.top + max(0, textHeight - hidden), PlanLayout(plan, self))
        return seen
    }
}

extension PlanScreen {
    /// What of a plan was on the screen.
    package struct Seen: Hashable, Sendable {
        /// Whether account and region were.
        private(set) var hasIdentity = false
        /// The lines with account and region that were, counted from the first of them.
        private var identityLines: Set<Int> = []
        /// The targets that were, of a plan that one key sends.
        private(set) var targets: Set<Int> = []

        /// Notes the lines of the plan's text that are on the screen.
        mutating func note(_ lines: Range<Int>, _ layout: PlanLayout) {
            identityLines.formUnion(layout.identity.filter(lines.contains).map { $0 - layout.identity.lowerBound })
            if identityLines.count >= layout.identity.count { hasIdentity = true }
            targets.formUnion(layout.targets(on: lines))
        }
    }

    fileprivate func having(seen: Seen) -> PlanScreen {
        var plan = self
        plan.seen = seen
        return plan
    }

    /// Whether every target was on the screen.
    var isSeen: Bool { seen.targets.count == plan.targets.count }
}
