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
