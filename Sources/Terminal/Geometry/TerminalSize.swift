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
