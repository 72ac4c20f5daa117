import InspectorCore
import Terminal
import TextSafety

extension State {
    /// Where the terminal's own cursor stands: in what is being typed, else on the current row, which is higher when a status covers
    /// so many lines more than one.
    func cursorPosition(covered: Int) -> Position? {
        if let prompt = typedLine {
            return Position(column: min(size.columns - 1, prompt.displayWidth), row: size.rows - Self.footerHeight)
        }
        guard let row = cursorRow else { return nil }
        let column = if case .projects = screen { rightPane.column } else { leftPane.column }
        return Position(column: column, row: row - linesLostAtTop(covered))
    }

    /// The terminal's row that the current row of a list is on.
    private var cursorRow: Int? {
        switch screen {
        case .configurations(let list): Self.row(of: list.viewport)
        case .projects(let list): list.rows.isEmpty ? nil : Self.row(of: list.viewport)
        case .earlierRuns(let list): list.current == nil ? nil : Self.row(of: list.viewport)
        case .profiles(let picker): Self.row(of: picker.viewport)
        default: nil
        }
    }

    private static func row(of viewport: Viewport) -> Int { listTop + viewport.cursor - viewport.top }

    /// How many of the lines that a high status takes from the body are taken at its top, because the current row, or the end of a
    /// question, is at the bottom.
    func linesLostAtTop(_ covered: Int) -> Int {
        if screen.isQuestion { return covered }
        return cursorRow.map { max(0, covered - (textHeight - $0)) } ?? 0
    }

    /// The line of what is being typed, its end when it is longer than the terminal is wide.
    var typedLine: String? {
        if case .plan(let plan) = screen, asksForCount(plan) {
            return " Type \(plan.plan.targets.count.grouped) and Enter to send: \(plan.answer)"
        }
        guard let entry, entry.purpose != .code || arming.isArmed else { return nil }
        var text = entry.text.terminalSafe[...]
        let room = size.columns - entry.prompt.displayWidth - 1
        while String(text).displayWidth > room { text = text.dropFirst() }
        return entry.prompt + text
    }
}
