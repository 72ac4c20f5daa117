import Terminal
import TextSafety

/// Columns as wide as their widest cell, two spaces between them.
struct TextTable {
    let headings: [String]
    let rows: [[String]]

    var text: String {
        let cells = ([headings] + rows).map { $0.map(\.terminalSafe) }
        let widths = headings.indices.map { column in cells.map { $0[column].displayWidth }.max() ?? 0 }
        return cells.map { row in
            let line = zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
            return line.trimmingTrailingSpaces + "\n"
        }.joined()
    }
}

extension String {
    fileprivate var trimmingTrailingSpaces: Substring {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return self[...last]
    }
}
