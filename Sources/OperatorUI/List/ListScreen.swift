import Terminal

/// A screen that is a list with a cursor.
protocol ListScreen: ScreenModel {
    associatedtype Rows: ListRows & Sendable where Rows.Element: Sendable
    associatedtype Key: SortColumn
    /// The list.
    var list: List<Rows, Key> { get set }

    /// What the list shows may have changed.
    mutating func rowsChanged(in session: Session, on display: Display)
}

/// What a list does that has rows to move through, and nothing to open but by a rule of its own.
extension ListScreen {
    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        usualAvailability(of: command, in: session)
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        if case .move(let motion) = command { return move(motion, on: display) }
        return performUsual(command, in: &session)
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .rowsChanged: rowsChanged(in: session, on: display)
        case .event(.resized): list.scrollToCursor(height: display.listHeight)
        case .frameDue, .marksChanged, .uncovered, .event: break
        }
        return []
    }

    mutating func rowsChanged(in session: Session, on display: Display) {}
}

extension ListScreen {
    /// Moves the cursor, or says that there is nowhere to go.
    mutating func move(_ motion: Motion, on display: Display) -> [Action] {
        if list.move(motion, height: display.listHeight) { return [] }
        return [.inform(motion.goesUp ? "This is the first row." : "This is the last row.")]
    }

    func isBehind(on display: Display) -> Bool { list.isBehind }

    mutating func settle() { list.settle() }

    /// Where the terminal's own cursor stands on the frame: on the current row.
    func cursor(column: Int) -> Position {
        Position(column: column, row: Display.listTop + list.viewport.cursor - list.viewport.top)
    }

    /// What a list shows that stands alone: its rows, beside them the details of one where there is room and `details` are given.
    func view(titled title: String, _ lines: [Line], in scene: Scene, details: [Line]? = nil) -> ScreenView {
        let display = scene.display
        var panes = [PaneContent(details == nil ? display.fullPane : display.widePane, lines, bar: list.bar(height: display.listHeight))]
        if let details, let pane = display.detailsPane { panes.append(PaneContent(pane, details)) }
        var view = ScreenView(title: title, body: panes.sideBySide(height: display.textHeight))
        view.position = list.position
        if list.count == 0 { view.park(from: 1) } else { view.cursor = cursor(column: 0) }
        return view
    }

    /// A row with the cursor on it, if it is there; the bar is over a name that begins after `gutter` cells.
    func row(_ row: Int, _ line: Line, in scene: Scene, barOver name: String, gutter: Int = Page.gutter) -> Line {
        guard row == list.viewport.cursor else { return line }
        return scene.rowCursor().on(line, columns: RowCursor.columns(over: name, gutter: gutter, width: .max))
    }

    /// How a row is drawn.
    func mark(of row: Int, in range: ClosedRange<Int>? = nil) -> RowMark {
        RowMark(isCurrent: row == list.viewport.cursor, isInRange: range?.contains(row) ?? false)
    }
}

/// How a row of a list is drawn besides its content.
struct RowMark: Hashable {
    /// Whether the cursor is on it.
    let isCurrent: Bool
    /// Whether it belongs to the range that was started.
    let isInRange: Bool
}
