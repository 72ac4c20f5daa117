import Terminal

/// How a row of a list is drawn besides its content.
struct RowMark: Hashable {
    /// Whether the cursor is on it.
    let isCurrent: Bool
    /// Whether it belongs to the range that was started.
    let isInRange: Bool

    /// The glyph in front of the row.
    func cursor(_ pane: Pane) -> Span {
        Span(isCurrent ? (pane.isFocused ? "▸" : "·") : " ", pane.isFocused ? .cursor : .dim)
    }
}
