import InspectorCore
import Terminal
import TextSafety

/// Puts the top line, the status lines and the key hints around what a screen shows.
struct FrameMaker {
    private let session: Session
    private let display: Display
    private let prompt: TextPrompt?
    private let confirmation: Confirmation?
    private let view: ScreenView

    init(_ app: App) {
        (session, display, prompt, confirmation) = (app.session, app.display, app.stack.prompt, app.stack.confirmation)
        view = Scene(session: session, display: display, isOnTop: true, below: app.stack.below).view(of: app.stack.top)
    }

    private var size: TerminalSize { display.size }

    /// The whole frame.
    var frame: Frame {
        guard display.isLargeEnough else { return tinyFrame }
        let (status, footer) = (statusLines, footer)
        let covered = status.count + footer.count - Display.footerHeight
        let body = session.preferences.cursor == .terminal ? body(covered: covered).map(\.withoutBar) : body(covered: covered)
        let lines = [Header(session, view, columns: size.columns).line] + body + status + footer
        let end = size.rows - footer.count
        return Frame(
            size: size, lines: lines, cursor: cursor(covered: covered, above: footer.count),
            news: news.map { Frame.News(rows: end - status.count..<end, words: $0) })
    }

    /// What the status says that a screen reader is to speak whole: a notice, or how much is marked. What is being typed is not: it stands
    /// on the same line.
    private var news: String? {
        if typedLine != nil { return nil }
        if let notice = session.notices.current, notice.text != view.said { return notice.words }
        return session.account.marks.isEmpty || session.run != nil ? nil : session.account.marks.count.grouped
    }

    /// Which lines of a view are seen above the status as it is.
    var seenLines: Range<Int> {
        let covered = statusLines.count - 1
        let top = linesLostAtTop(covered)
        return top..<max(top, display.textHeight - covered + top)
    }

    private var statusLines: [Line] {
        StatusLines(session, view, typed: typedLine, isFilter: prompt?.purpose == .filter, size: size).lines
    }

    private var tinyFrame: Frame {
        let smallest = Display.smallest
        let note = "scanconfig needs \(smallest.columns)x\(smallest.rows); this terminal is \(size.columns)x\(size.rows)."
        let lines =
            (note
            + (confirmation?.tinyNote
                ?? (session.run == nil ? " \(session.key(.program(.quit))) quits." : " A run is in progress: ^C stops it.")))
            .wrapped(
                to: max(1, size.columns)
            ).map { Line($0, .warning) }
        return Frame(size: size, lines: lines, cursor: Position(column: 0, row: 0))
    }

    /// The key hints, or under a filter what is to be said of it.
    private var footer: [Line] {
        if let prompt, prompt.isSort { return lines(of: prompt.hints) }
        guard let prompt, prompt.purpose == .filter || prompt.isImport else { return [line(of: prompt?.hints ?? view.hints)] }
        if let offer = prompt.memory.offer { return [offer.clipped(to: size.columns)] }
        guard let mistake = view.filterMistake else { return [line(of: prompt.hints)] }
        return Array(Page(columns: size.columns).block(mistake.message, .warning).prefix(size.rows / 3))
    }

    /// The body without so many lines that the status and what is below take of it.
    private func body(covered: Int) -> [Line] {
        let height = display.textHeight
        var lines = Array(view.body.prefix(height))
        lines += Array(repeating: Line.empty, count: height - lines.count)
        let top = linesLostAtTop(covered)
        lines.removeLast(covered - top)
        lines.removeSubrange(view.headings..<view.headings + top)
        return lines
    }

    /// How many of the lines that a high status takes from the body are taken at its top, because the current row, or the end of a
    /// question, is at the bottom.
    private func linesLostAtTop(_ covered: Int) -> Int {
        if view.isQuestion { return covered }
        return view.cursor.map { min(covered, max(0, covered - (display.textHeight - $0.row))) } ?? 0
    }

    /// Where the terminal's own cursor stands: in what is being typed, else on the current row, which is higher when a status covers
    /// so many lines more than one.
    private func cursor(covered: Int, above footer: Int) -> Position? {
        if let typedLine, !(prompt?.isMoving ?? false) {
            return Position(column: min(size.columns - 1, typedLine.displayWidth), row: size.rows - footer - 1)
        }
        return view.cursor.map { Position(column: $0.column, row: $0.row - linesLostAtTop(covered)) }
    }

    /// What is being typed, with what asks for it.
    private var typedLine: Line? {
        if let answer = view.answer { return Line(answer, .input) }
        guard let prompt, confirmation == nil || display.arming.isArmed else { return nil }
        return prompt.line(columns: size.columns, mistake: prompt.purpose == .filter ? view.filterMistake?.range : nil)
    }

    /// As many of the hints as fit.
    private func line(of hints: [Hint]) -> Line {
        hints.reduce(Line([Span(" ")])) { line, hint in line.with(hint, columns: size.columns) ?? line }
    }

    /// All of the hints, in as many lines as that takes.
    private func lines(of hints: [Hint]) -> [Line] {
        hints.reduce(into: [Line([Span(" ")])]) { lines, hint in
            if let longer = lines.last?.with(hint, columns: size.columns) {
                lines[lines.count - 1] = longer
            } else {
                lines.append(Line([Span(" ")]).with(hint, columns: .max) ?? .empty)
            }
        }
    }
}

extension Line {
    /// The line with one more hint; nothing where it does not fit.
    fileprivate func with(_ hint: Hint, columns: Int) -> Line? {
        let longer = Line(spans + [Span(spans.count == 1 ? hint.key : "  \(hint.key)", .key), Span(" \(hint.words)", .dim)])
        return longer.displayWidth <= columns ? longer : nil
    }
}
