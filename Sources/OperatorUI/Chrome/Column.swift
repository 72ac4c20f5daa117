import Terminal
import TextSafety

/// A column of a list.
struct Column: Hashable {
    let title: String
    let width: Int
    var isRightAligned = false
    /// Cells between this column and the next.
    var gap = 1
    /// Whether a text that is too long loses its middle, not its end.
    var keepsEnd = false

    /// The column with the gap after it, in cells.
    var room: Int { width + gap }

    /// The cell's text in exactly the column's width, and the gap after it.
    func cell(_ text: String) -> String {
        let text = keepsEnd ? text.clippedInMiddle(to: width) : text
        return (isRightAligned ? text.leftPadded(to: width) : text.padded(to: width)) + String(repeating: " ", count: gap)
    }

    /// The titles; an arrow stands beside the one that rows are sorted by, before a right-aligned one, and behind any other.
    static func headings(_ columns: [Column], gutter: Int, sorted: SortedColumn? = nil) -> Line {
        let titles = columns.reduce(into: String(repeating: " ", count: gutter)) { line, column in
            let arrow = column.title == sorted?.title ? sorted?.arrow ?? "" : ""
            if column.isRightAligned, column.title.displayWidth + arrow.displayWidth > column.width {
                line = line.dropLast() + arrow + column.cell(column.title)
            } else {
                line += column.heading(arrow)
            }
        }
        return Line(titles, .header)
    }

    private func heading(_ arrow: String) -> String {
        isRightAligned ? cell(arrow + title) : (title + arrow).padded(to: room)
    }
}

/// The column that a list is sorted by.
struct SortedColumn: Hashable {
    let title: String
    let isAscending: Bool

    var arrow: String { isAscending ? "▲" : "▼" }

    /// The column of an order; nothing where no column shows it.
    init?(_ order: SortOrder<some SortColumn>) {
        guard let isAscending = order.isAscending else { return nil }
        (title, self.isAscending) = (order.column.title, isAscending)
    }
}
