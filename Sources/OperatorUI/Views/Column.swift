import Terminal

/// A column of a list.
struct Column: Hashable {
    let title: String
    let width: Int
    var isRightAligned = false
    /// Whether a text that is too long loses its middle, not its end.
    var keepsEnd = false

    /// The cell's text in exactly the column's width, and a space after it.
    func cell(_ text: String) -> String {
        let text = keepsEnd ? text.clippedInMiddle(to: width) : text
        return (isRightAligned ? text.leftPadded(to: width) : text.padded(to: width)) + " "
    }

    /// The titles; an arrow stands behind the one that the operator sorted by.
    static func headings(_ columns: [Column], gutter: Int, sorted: SortedColumn? = nil) -> Line {
        let titles = columns.reduce(into: String(repeating: " ", count: gutter)) {
            $0 += $1.title == sorted?.title ? $1.heading(sorted?.arrow ?? "") : $1.cell($1.title)
        }
        return Line(titles, .header)
    }

    private func heading(_ arrow: String) -> String {
        isRightAligned ? cell(title).dropLast() + arrow : (title + arrow).padded(to: width + 1)
    }
}

/// The column that a list was sorted by.
struct SortedColumn: Hashable {
    let title: String
    let isReversed: Bool

    var arrow: String { isReversed ? "▲" : "▼" }

    /// Nothing for the order that a list begins with, or for one that no column shows.
    init?(_ order: SortOrder<ProjectColumn>) {
        guard order != SortOrder(.name) else { return nil }
        title =
            switch order.column {
            case .name: "PROJECT"
            case .id: "PROJECT ID"
            case .configuration: "CONFIGURATION"
            case .count: "IN"
            case .status: "STATUS"
            }
        isReversed = order.isReversed
    }

    /// Nothing for the order that a list begins with, or for one that no column shows.
    init?(_ order: SortOrder<ConfigurationColumn>) {
        switch order.column {
        case .service, .failures: return nil
        case .name: title = "CONFIGURATION"
        case .projects: title = "PROJECTS"
        case .marked: title = "MARKED"
        }
        isReversed = order.isReversed
    }
}
