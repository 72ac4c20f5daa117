import Terminal

/// A screen that is a list with a cursor.
protocol ListScreen: ScreenModel {
    associatedtype Rows: ListRows & Sendable where Rows.Element: Sendable
    associatedtype Key: SortColumn
    /// The list.
    var list: List<Rows, Key> { get set }
}

extension ListScreen {
    /// Moves the cursor, or says that there is nowhere to go.
    mutating func move(_ motion: Motion, on display: Display) -> [Action] {
        if list.move(motion, height: display.listHeight) { return [] }
        return [.inform(motion.goesUp ? "This is the first row." : "This is the last row.")]
    }

    /// Where the terminal's own cursor stands on the frame: on the current row.
    func cursor(column: Int) -> Position {
        Position(column: column, row: Display.listTop + list.viewport.cursor - list.viewport.top)
    }

    /// How a row is drawn.
    func mark(of row: Int, in range: ClosedRange<Int>? = nil) -> RowMark {
        RowMark(isCurrent: row == list.viewport.cursor, isInRange: range?.contains(row) ?? false)
    }
}

/// How a row of a list is drawn besides its content.
struct RowMark: Hashable {
    /// Whether the cursor is on it.
    let isCurrent: Bool
    /// Whether it belongs to the range that was started.
    let isInRange: Bool

    /// The glyph in front of the row.
    func cursor(_ pane: Pane) -> Span {
        Span(isCurrent ? (pane.isFocused ? "▸" : "·") : " ", pane.isFocused ? .cursor : .dim)
    }
}
