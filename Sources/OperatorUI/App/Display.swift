import Terminal

/// What the screens are drawn on: the terminal's size, and whether the confirmation shown on it can be answered yet.
struct Display: Hashable, Sendable {
    /// The terminal's size in cells.
    var size: TerminalSize
    /// Whether the confirmation on top can be answered yet.
    var arming = Arming()
    /// Whether the cursor rests, so that what follows it may be drawn.
    var rest = Rest()

    /// Whether everything is heard instead of seen: nothing is drawn, and lines have no end.
    let isHeard: Bool

    /// Whether lists may be of several sessions, whose names need room in each row.
    let isFleet: Bool

    init(size: TerminalSize, isHeard: Bool = false, isFleet: Bool = false) {
        (self.isHeard, self.isFleet) = (isHeard, isFleet)
        self.size = isHeard ? Self.heardSize : size
    }

    /// What stands for the size of a terminal whose screen is not drawn on: pages of twenty rows.
    private static let heardSize = TerminalSize(columns: heardColumns, rows: 24)
    /// Columns enough for every sentence.
    static let heardColumns = 100_000

    /// The smallest terminal the lists fit in.
    static let smallest = TerminalSize(columns: 60, rows: 10)
    /// Lines above a list: the top line, and the columns' headings.
    static let listTop = 2
    /// Lines below everything: a status of one line, and key hints.
    static let footerHeight = 2
    /// The smallest width at which configurations and projects are shown side by side.
    static let twoPaneColumns = 120

    /// The smallest width at which the details of the row under the cursor are shown beside: the rows themselves come first.
    private var detailsColumns: Int { isFleet ? 190 : 140 }

    /// The width from which the configurations grow too.
    private static let leftGrowsFrom = 160
    /// The width from which they do where they are of several sessions.
    private static let sessionsGrowFrom = 140

    /// Whether the terminal is large enough to show anything but a note.
    var isLargeEnough: Bool { size.columns >= Self.smallest.columns && size.rows >= Self.smallest.rows }

    /// Whether configurations and projects are shown side by side.
    var hasTwoPanes: Bool { size.columns >= Self.twoPaneColumns && !isHeard }

    /// Whether the details of the row under the cursor are shown beside.
    var hasDetails: Bool { size.columns >= detailsColumns && !isHeard }

    /// How many rows of a list fit on the screen.
    var listHeight: Int { max(1, size.rows - Self.listTop - Self.footerHeight) }

    /// How many lines of a text fit on the screen.
    var textHeight: Int { max(1, size.rows - 1 - Self.footerHeight) }

    /// Texts in lines that leave the scroll bar's column and one blank cell before it free.
    var textPage: Page { Page(columns: size.columns - 1) }

    /// How many lines of a text without a cursor are read at once: one, where it is heard.
    var readingHeight: Int { isHeard ? 1 : textHeight }

    /// Where configurations are drawn.
    func leftPane(isFocused: Bool) -> Pane {
        Pane(column: 0, width: hasTwoPanes ? leftWidth : size.columns - 1, isFocused: isFocused || !hasTwoPanes)
    }

    /// Where associations are drawn. To the right of the last pane, one column is the scroll bar's.
    func rightPane(isFocused: Bool) -> Pane {
        guard hasTwoPanes else { return Pane(column: 0, width: size.columns - 1, isFocused: true) }
        return Pane(column: leftWidth + 1, width: size.columns - leftWidth - 2 - detailsRoom, isFocused: isFocused)
    }

    /// Where a list is drawn that has no details.
    var fullPane: Pane { Pane(column: 0, width: size.columns - 1, isFocused: true) }

    /// Where a list is drawn that stands alone.
    var widePane: Pane { Pane(column: 0, width: size.columns - 1 - detailsRoom, isFocused: true) }

    /// Where the details of the row under the cursor are drawn; nothing where there is no room for them.
    var detailsPane: Pane? {
        hasDetails ? Pane(column: size.columns - 1 - detailsWidth, width: detailsWidth, isFocused: false) : nil
    }

    /// Has everything drawn again. A confirmation that could not be answered yet is a new one, so that the terminal is asked again.
    mutating func repaint() -> Effect {
        if !arming.isArmed { arming.forget() }
        return .repaint
    }

    /// Beside details, the associations grow first: their names and scans are what is looked for.
    private var leftWidth: Int {
        if isFleet { return min(76, 56 + max(0, size.columns - Self.sessionsGrowFrom) / 2) }
        return hasDetails ? min(56, 47 + max(0, size.columns - Self.leftGrowsFrom) / 3) : 56
    }

    private var detailsWidth: Int { min(52, 34 + (size.columns - detailsColumns) / 4) }

    /// The details with the divider before them.
    private var detailsRoom: Int { hasDetails ? detailsWidth + 1 : 0 }
}

/// A part of the terminal that a list is drawn in.
struct Pane: Hashable {
    /// Cells from the left edge.
    let column: Int
    /// Cells across.
    let width: Int
    /// Whether it has the keyboard focus.
    let isFocused: Bool
}
