import InspectorCore
import Terminal

@testable import OperatorUI

/// What holds in every state between two events, once its lists are settled.
enum Invariants {
    /// What does not hold; nothing when all does.
    static func broken(in state: State) -> String? {
        guard case .configurations? = state.screens.first else { return "the first screen is \(String(describing: state.screens.first))" }
        for screen in state.screens {
            if let words = broken(screen, state) { return words }
        }
        if let preview = state.preview, let words = broken(preview, state) { return "preview: \(words)" }
        if let parked = state.parked, let words = broken(parked, state) { return "parked: \(words)" }
        for id in state.marks.ids where !isKnown(id, state) { return "\(id) is marked and not known" }
        for id in state.failures.ids where !isKnown(id, state) { return "\(id) failed and is not known" }
        return typing(state)
    }

    private static func isKnown(_ id: AssociationID, _ state: State) -> Bool {
        Int(id.configuration) < state.inventory.entries.count && Int(id.resource) < state.inventory.resources.count
    }

    private static func broken(_ screen: Screen, _ state: State) -> String? {
        switch screen {
        case .configurations(let list):
            if let range = list.range, range.lowerBound < 1 || range.upperBound >= list.count { return "range \(range) of \(list.count)" }
            if list.rows.contains(where: { Int($0) >= state.inventory.entries.count }) { return "a row of no configuration" }
            return broken(list.viewport, count: list.count, state)
        case .projects(let list): return broken(list, state)
        case .details(let id, _): return isKnown(id, state) ? nil : "details of \(id), which is not known"
        case .earlierRuns(let list): return broken(list.viewport, count: list.runs?.count ?? 0, state)
        case .profiles(let picker): return broken(picker.viewport, count: state.session.profiles.count + 1, state)
        case .plan(let plan):
            return plan.seen.targets.allSatisfy(plan.plan.targets.indices.contains) ? nil : "a target was seen that is none"
        case .run: return state.activity.run == nil ? "a run's screen without a run" : nil
        case .results, .earlierRun, .help, .question, .code: return nil
        }
    }

    private static func broken(_ list: ProjectList, _ state: State) -> String? {
        if let range = list.range, range.lowerBound < 0 || range.upperBound >= list.rows.count {
            return "range \(range) of \(list.rows.count)"
        }
        if list.rows.contains(where: { !isKnown($0, state) }) { return "a row of nothing known" }
        if case .configuration(let number) = list.scope, Int(number) >= state.inventory.entries.count { return "a scope that is not known" }
        return broken(list.viewport, count: list.rows.count, state)
    }

    private static func broken(_ viewport: Viewport, count: Int, _ state: State) -> String? {
        let (cursor, top) = (viewport.cursor, viewport.top)
        if cursor < 0 || cursor > max(0, count - 1) { return "the cursor is on row \(cursor) of \(count)" }
        if top < 0 || cursor < top || cursor >= top + state.listHeight {
            return "row \(cursor) is not among \(state.listHeight) from \(top)"
        }
        return nil
    }

    /// What is typed belongs to what is on top.
    private static func typing(_ state: State) -> String? {
        let asksForCode = state.screens.contains { if case .code = $0 { true } else { false } }
        if asksForCode != (state.entry?.purpose == .code) { return "a code is \(asksForCode ? "" : "not ")asked for" }
        switch (state.entry?.purpose, state.screen) {
        case (nil, _), (.code, .code), (.filter, .configurations), (.filter, .projects), (.region, .profiles): return nil
        case (.fileName, .configurations), (.fileName, .projects), (.fileName, .results): return nil
        default: return "\(String(describing: state.entry?.purpose)) is typed on another screen"
        }
    }

    /// What is wrong with the frame that shows the state.
    static func broken(_ frame: Frame, of state: State) -> String? {
        if frame.size != state.size || frame.lines.count > state.size.rows { return "\(frame.lines.count) lines in \(state.size)" }
        let wide = frame.lines.first { $0.displayWidth > state.size.columns }
        return wide.map { "too wide for \(state.size): \($0.text)" }
    }
}
