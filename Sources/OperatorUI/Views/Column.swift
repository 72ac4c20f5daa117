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

    static func headings(_ columns: [Column], gutter: Int) -> Line {
        Line(String(repeating: " ", count: gutter) + columns.map { $0.cell($0.title) }.joined(), .header)
    }
}
