/// The size of a terminal in character cells.
package struct TerminalSize: Sendable, Hashable {
    /// Cells across.
    package let columns: Int
    /// Cells down.
    package let rows: Int

    /// A size in cells; negative numbers count as zero.
    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }
}

/// A cell of the terminal, counted from the top left corner, which is column 0 of row 0.
package struct Position: Sendable, Hashable {
    /// Cells from the left edge.
    package let column: Int
    /// Cells from the top edge.
    package let row: Int

    /// The cell at `column`, `row`.
    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

extension TerminalSize {
    /// Whether the cell is on the terminal.
    package func contains(_ position: Position) -> Bool {
        (0..<columns).contains(position.column) && (0..<rows).contains(position.row)
    }
}
