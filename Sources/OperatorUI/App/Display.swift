import Terminal

/// What the screens are drawn on: the terminal's size, and whether the confirmation shown on it can be answered yet.
struct Display: Hashable, Sendable {
    /// The terminal's size in cells.
    var size: TerminalSize
    /// Whether the confirmation on top can be answered yet.
    var arming = Arming()

    init(size: TerminalSize) {
        self.size = size
    }

    /// The smallest terminal the lists fit in.
    static let smallest = TerminalSize(columns: 60, rows: 10)
    /// Lines above a list: the top line, and the columns' headings.
    static let listTop = 2
    /// Lines below everything: a status of one line, and key hints.
    static let footerHeight = 2
    /// The smallest width at which configurations and projects are shown side by side.
    static let twoPaneColumns = 120

    /// Whether the terminal is large enough to show anything but a note.
    var isLargeEnough: Bool { size.columns >= Self.smallest.columns && size.rows >= Self.smallest.rows }

    /// Whether configurations and projects are shown side by side.
    var hasTwoPanes: Bool { size.columns >= Self.twoPaneColumns }

    /// How many rows of a list fit on the screen.
    var listHeight: Int { max(1, size.rows - Self.listTop - Self.footerHeight) }

    /// How many lines of a text fit on the screen.
    var textHeight: Int { max(1, size.rows - 1 - Self.footerHeight) }

    /// Where configurations are drawn.
    func leftPane(isFocused: Bool) -> Pane {
        Pane(column: 0, width: hasTwoPanes ? leftWidth : size.columns, isFocused: isFocused || !hasTwoPanes)
    }

    /// Where projects are drawn.
    func rightPane(isFocused: Bool) -> Pane {
        guard hasTwoPanes else { return Pane(column: 0, width: size.columns, isFocused: true) }
        return Pane(column: leftWidth + 1, width: size.columns - leftWidth - 1, isFocused: isFocused)
    }

    /// Has everything drawn again. A confirmation that could not be answered yet is a new one, so that the terminal is asked again.
    mutating func repaint() -> Effect {
        if !arming.isArmed { arming.forget() }
        return .repaint
    }

    private var leftWidth: Int { min(64, size.columns * 2 / 5) }
}

/// A part of the terminal that a list is drawn in.
struct Pane: Hashable {
    /// Cells from the left edge.
    let column: Int
    /// Cells across.
    let width: Int
    /// Whether it has the keyboard focus.
    let isFocused: Bool

    /// The line padded to the pane's width, and the divider to its right.
    func divided(_ line: Line = .empty) -> Line {
        Line(line.padded(to: width).spans + [Span("│", .dim)])
    }
}
