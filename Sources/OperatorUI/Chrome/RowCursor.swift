import Terminal
import TextSafety

/// How the row under the cursor is drawn.
package enum CursorShape: String, CaseIterable, Hashable, Sendable {
    /// A bar over the row's name, to be seen from across the room.
    case bar
    /// A glyph in front of the row: the fewest bytes, for slow links.
    case slim
}

/// The cursor of a list as it is drawn on a row.
struct RowCursor: Hashable {
    /// How it is drawn where keys go.
    let shape: CursorShape
    /// Whether keys go to the list.
    let isFocused: Bool

    /// The row with the cursor on it: a glyph in its first column, which is blank, and the bar over its first `columns` cells.
    func on(_ row: Line, columns: Int) -> Line {
        let (_, rest) = row.split(at: 1)
        let glyph = Span(isFocused ? "▸" : "·", isFocused ? .accent : .dim)
        guard shape == .bar, columns > 1 else { return Line([glyph] + rest.spans) }
        let (name, others) = rest.padded(to: max(rest.displayWidth, columns - 1)).split(at: columns - 1)
        let bar = name.spans.map { Span($0.text, isFocused ? $0.style.under(.cursor) : $0.style.bold) }
        return Line([isFocused ? Span("▸", .cursor) : glyph] + bar + others.spans)
    }

    /// The line of a text with the cursor on it: the bar is over what stands before the first gap.
    func on(_ line: Line) -> Line {
        let text = line.text
        let start = text.prefix { $0 == " " }
        let end = text.dropFirst(start.count).firstRange(of: "  ")?.lowerBound ?? text.endIndex
        let width = String(text[..<end]).displayWidth
        return on(line, columns: min(line.displayWidth, max(width + 1, Self.leastBar)))
    }

    /// The fewest cells of a bar beside the gutter, so that short names are seen as well.
    static let leastBar = 24

    /// How many cells a bar takes over a name in a column of `width` cells, which begins after `gutter` cells.
    static func columns(over name: String, gutter: Int, width: Int) -> Int {
        gutter + min(width, max(leastBar, name.displayWidth + 1))
    }
}

extension Style {
    /// The style of a bar over text in this one: what is emphasised stays so.
    fileprivate func under(_ bar: Style) -> Style { isUnderlined || isReversed ? bar.underlined : bar }
}

extension Scene {
    /// The cursor of a list that has the keyboard's focus or has not.
    func rowCursor(isFocused: Bool = true) -> RowCursor { RowCursor(shape: session.preferences.cursor, isFocused: isFocused) }
}
