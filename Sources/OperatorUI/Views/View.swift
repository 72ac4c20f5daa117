package import Terminal

/// The frame that shows `state`: lines and roles, nothing that knows of curses.
package func view(_ state: State) -> Frame {
    guard state.isLargeEnough else { return state.tinyFrame() }
    var lines = [state.headerLine()]
    lines += state.body()
    let room = state.size.rows - State.footerHeight
    lines = Array(lines.prefix(room)) + Array(repeating: Line.empty, count: max(0, room - lines.count))
    lines.append(state.statusLine())
    lines.append(state.hintLine())
    return Frame(size: state.size, lines: lines, cursor: state.cursorPosition())
}

extension State {
    /// The smallest terminal the lists fit in.
    static let smallest = TerminalSize(columns: 60, rows: 10)
    /// Lines above a list: who and where, and the columns' headings.
    static let listTop = 2
    /// Lines below everything: status and key hints.
    static let footerHeight = 2

    /// Whether the terminal is large enough to show anything but a note.
    package var isLargeEnough: Bool {
        size.columns >= Self.smallest.columns && size.rows >= Self.smallest.rows
    }

    /// Rows of a list that are seen.
    var listHeight: Int {
        max(1, size.rows - Self.listTop - Self.footerHeight)
    }

    /// Lines of a text that are seen on `screen`.
    func textHeight(of screen: Screen) -> Int {
        max(1, size.rows - 1 - Self.footerHeight)
    }

    fileprivate func tinyFrame() -> Frame {
        let note = "scanconfig needs \(Self.smallest.columns)x\(Self.smallest.rows); this terminal is \(size.columns)x\(size.rows)."
        let lines = (note + " q quits.").wrapped(to: max(1, size.columns)).map { Line($0, .warning) }
        return Frame(size: size, lines: lines)
    }

    fileprivate func body() -> [Line] {
        switch screen {
        case .configurations(let list): configurationLines(list)
        case .projects(let list): projectLines(list)
        default:
            Array(textLines(of: screen).dropFirst(screen.viewport?.top ?? 0).prefix(textHeight(of: screen)))
        }
    }

    /// The whole text of a screen that is not a list, as wide as the terminal.
    func textLines(of screen: Screen) -> [Line] {
        switch screen {
        case .configurations, .projects: []
        case .details(let id, _): detailLines(of: id)
        case .configurationDetails(let number, _): configurationDetailLines(of: number)
        case .plan(let plan): planLines(plan)
        case .run: runLines()
        case .results: resultLines()
        case .help: helpLines()
        case .question(let question): questionLines(question)
        }
    }

    fileprivate func cursorPosition() -> Position? {
        switch screen {
        case .configurations(let list): listCursor(list.viewport)
        case .projects(let list): list.rows.isEmpty ? nil : listCursor(list.viewport)
        case .plan(let plan) where plan.needsTypedCount:
            Position(column: min(size.columns - 1, typedCountPrompt(plan).displayWidth), row: size.rows - 2)
        default: nil
        }
    }

    private func listCursor(_ viewport: Viewport) -> Position {
        Position(column: 0, row: Self.listTop + viewport.cursor - viewport.top)
    }
}
