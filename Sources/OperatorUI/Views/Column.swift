import Terminal

/// A column of a list.
struct Column: Hashable {
    let title: String
    let width: Int
    var isRightAligned = false

    /// The cell's text in exactly the column's width, and a space after it.
    func cell(_ text: String) -> String {
        (isRightAligned ? text.leftPadded(to: width) : text.padded(to: width)) + " "
    }

    static func headings(_ columns: [Column], gutter: Int) -> Line {
        Line(String(repeating: " ", count: gutter) + columns.map { $0.cell($0.title) }.joined(), .header)
    }
}
