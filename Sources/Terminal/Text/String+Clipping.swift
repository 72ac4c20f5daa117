import TextSafety

extension String {
    /// The text in at most `columns` cells; it ends in "…" when something is missing. A wide character is never halved.
    package func clipped(to columns: Int) -> String {
        displayWidth <= columns ? self : truncated(to: columns)
    }

    /// The text in at most `columns` cells, with "…" for what is missing in its middle: names that begin alike stay apart.
    package func clippedInMiddle(to columns: Int) -> String {
        guard displayWidth > columns, columns >= Self.narrowestWithMiddle else { return clipped(to: columns) }
        let head = prefix(columns: (columns - 1) / 3)
        return head + "…" + suffix(columns: columns - 1 - String(head).displayWidth)
    }

    private static let narrowestWithMiddle = 8

    /// The text in exactly `columns` cells: clipped, then filled up on the right with spaces.
    package func padded(to columns: Int) -> String {
        let text = clipped(to: columns)
        return text + text.filling(columns)
    }

    /// The text in exactly `columns` cells: clipped, made terminal-safe so that no mark joins a space, then filled up on the left with spaces.
    package func leftPadded(to columns: Int) -> String {
        let text = clipped(to: columns).terminalSafe
        return text.filling(columns) + text
    }

    /// The start of the text and "…", in at most `columns` cells.
    func truncated(to columns: Int) -> String {
        columns > 0 ? prefix(columns: columns - 1) + "…" : ""
    }

    private func filling(_ columns: Int) -> String {
        String(repeating: " ", count: max(0, columns - displayWidth))
    }
}
