import TextSafety

/// Everything the terminal shows at one moment. A frame never holds more than fits, and no character that a terminal would act on.
package struct Frame: Sendable, Hashable {
    /// The size it was made for.
    package let size: TerminalSize
    /// The lines from the top; what is missing at the bottom is blank.
    package let lines: [Line]
    /// Where the terminal's own cursor stands; it is hidden when this is `nil`.
    package let cursor: Position?
    /// What is news, if anything is.
    package let news: News?

    /// A sentence that a screen reader is to speak whole, and before what else has changed.
    package struct News: Sendable, Hashable {
        /// The rows that it stands on.
        package let rows: Range<Int>
        /// The sentence: it is news where it is another one than in the frame before.
        package let words: String

        /// A sentence on these rows.
        package init(rows: Range<Int>, words: String) {
            (self.rows, self.words) = (rows, words)
        }
    }

    /// A frame of at most `size.rows` lines, each made terminal-safe and clipped to `size.columns`. A cursor outside is hidden.
    package init(size: TerminalSize, lines: [Line], cursor: Position? = nil, news: News? = nil) {
        self.size = size
        self.lines = lines.prefix(size.rows).map { $0.terminalSafe.clipped(to: size.columns) }
        self.cursor = cursor.flatMap { size.contains($0) ? $0 : nil }
        self.news = news
    }
}

extension Line {
    /// The line with the text of every span made terminal-safe.
    package var terminalSafe: Line {
        Line(spans.map { Span($0.text.terminalSafe, $0.style) })
    }
}

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
