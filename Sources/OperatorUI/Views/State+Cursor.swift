import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Where the terminal's own cursor stands: in what is being typed, else on the current row.
    func cursorPosition() -> Position? {
        if let prompt = typedLine {
            return Position(column: min(size.columns - 1, prompt.displayWidth), row: size.rows - Self.footerHeight)
        }
        switch screen {
        case .configurations(let list): return listCursor(list.viewport, leftPane)
        case .projects(let list): return list.rows.isEmpty ? nil : listCursor(list.viewport, rightPane)
        case .earlierRuns(let list): return list.current == nil ? nil : listCursor(list.viewport, leftPane)
        case .profiles(let picker): return listCursor(picker.viewport, leftPane)
        default: return nil
        }
    }

    private func listCursor(_ viewport: Viewport, _ pane: Pane) -> Position {
        Position(column: pane.column, row: Self.listTop + viewport.cursor - viewport.top)
    }

    /// The line of what is being typed, its end when it is longer than the terminal is wide.
    var typedLine: String? {
        if case .plan(let plan) = screen, asksForCount(plan) {
            return " Type \(plan.plan.targets.count) and Enter to send: \(plan.answer)"
        }
        guard let entry, entry.purpose != .code || arming.isArmed else { return nil }
        var text = entry.text.terminalSafe[...]
        let room = size.columns - entry.prompt.displayWidth - 1
        while String(text).displayWidth > room { text = text.dropFirst() }
        return entry.prompt + text
    }
}
