package import Terminal

/// The frame that shows `state`: lines and roles, nothing that knows of curses.
package func view(_ state: State) -> Frame {
    guard state.isLargeEnough else { return state.tinyFrame() }
    let status = state.statusLines()
    let lines = [state.headerLine()] + state.body(above: status.count) + status + [state.hintLine()]
    return Frame(size: state.size, lines: lines, cursor: state.cursorPosition(covered: status.count - 1))
}

extension State {
    /// The smallest terminal the lists fit in.
    static let smallest = TerminalSize(columns: 60, rows: 10)
    /// Lines above a list: who and where, and the columns' headings.
    static let listTop = 2
    /// Lines below everything: a status of one line, and key hints.
    static let footerHeight = 2

    /// Whether the terminal is large enough to show anything but a note.
    package var isLargeEnough: Bool {
        size.columns >= Self.smallest.columns && size.rows >= Self.smallest.rows
    }

    /// Rows of a list that are seen.
    var listHeight: Int {
        max(1, size.rows - Self.listTop - Self.footerHeight)
    }

    /// Lines of a text that are seen.
    var textHeight: Int {
        max(1, size.rows - 1 - Self.footerHeight)
    }

    fileprivate func tinyFrame() -> Frame {
        let note = "scanconfig needs \(Self.smallest.columns)x\(Self.smallest.rows); this terminal is \(size.columns)x\(size.rows)."
        let lines = (note + tinyHint).wrapped(to: max(1, size.columns)).map { Line($0, .warning) }
        return Frame(size: size, lines: lines)
    }

    /// The body in the lines that a status of so many leaves.
    fileprivate func body(above status: Int) -> [Line] {
        var lines = Array(body(of: screens.count - 1).prefix(textHeight))
        lines += Array(repeating: Line.empty, count: textHeight - lines.count)
        let top = linesLostAtTop(status - 1)
        lines.removeLast(status - 1 - top)
        lines.removeSubrange(1..<1 + top)
        return lines
    }

    private var tinyHint: String {
        if case .question(.quitWithMarks) = screen { return " Marks are not kept: q again quits." }
        return " q quits."
    }

    /// What a screen shows between the top line and the footer. A question stands at the bottom of what it is about.
    fileprivate func body(of position: Int) -> [Line] {
        switch screens[position] {
        case .configurations, .projects: return listBody(of: screens[position])
        case .question(let question): return asked(questionLines(question), above: position)
        case .code(let question): return asked(codeLines(question), above: position)
        case .earlierRuns(let list): return earlierRunLines(list)
        case .profiles(let picker): return profileLines(picker)
        default: return text(of: screens[position]).lines(from: screens[position].viewport?.top ?? 0, height: textHeight)
        }
    }

    private func asked(_ question: [Line], above position: Int) -> [Line] {
        let below = position > 0 ? body(of: position - 1) : []
        let room = max(0, textHeight - question.count - 1)
        let kept = Array(below.prefix(room)) + Array(repeating: Line.empty, count: max(0, room - below.count))
        return kept + [Line(String(repeating: "─", count: size.columns), .dim)] + question
    }

    private func listBody(of screen: Screen) -> [Line] {
        switch screen {
        case .projects(let list):
            let right = projectLines(list, rightPane)
            return hasTwoPanes ? besideEachOther(configurationLines(configurationList, leftPane), right) : right
        default:
            let left = configurationLines(configurationList, leftPane)
            guard hasTwoPanes else { return left }
            return besideEachOther(left, preview.map { projectLines($0, rightPane) } ?? [])
        }
    }

    /// The whole text of a screen that is not a list, as wide as the terminal.
    func text(of screen: Screen) -> LazyText {
        switch screen {
        case .details(let id, _): LazyText(detailLines(of: id))
        case .plan(let plan): planText(plan)
        case .run: LazyText(runLines())
        case .results: resultText()
        case .earlierRun(let run): earlierRunText(run)
        case .help: LazyText(helpLines())
        case .configurations, .projects, .earlierRuns, .profiles, .question, .code: LazyText()
        }
    }
}
