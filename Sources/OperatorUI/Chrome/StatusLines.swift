import InspectorCore
import Terminal
import TextSafety

/// The lines above the key hints: a notice or the state of things. Nothing is cut: text wider than the terminal takes more lines. What is
/// being typed stands on the last one, below a notice, and beside how much a filter shows.
struct StatusLines {
    private let session: Session
    private let view: ScreenView
    private let typed: Line?
    private let isFilter: Bool
    private let size: TerminalSize

    init(_ session: Session, _ view: ScreenView, typed: Line?, isFilter: Bool, size: TerminalSize) {
        (self.session, self.view, self.typed, self.isFilter, self.size) = (session, view, typed, isFilter, size)
    }

    /// At least one line.
    var lines: [Line] {
        guard let typed else { return placed(lines(of: status, atMost: room)) }
        if let notice = session.notices.current {
            return lines(of: Line(notice.words.terminalSafe, notice.kind.style), atMost: room - 1) + [typed]
        }
        let count = isFilter ? view.filterCount : ""
        if count.isEmpty { return [typed] }
        let together = Line(typed.spans + [Span("   " + count, .dim)])
        return together.displayWidth <= size.columns ? [together] : lines(of: Line(count, .dim), atMost: room - 1) + [typed]
    }

    /// Where the part that is seen is in the whole.
    private var position: String {
        view.position.isEmpty || session.preferences.cursor == .terminal ? "" : "  \(view.position) "
    }

    /// The lines with the position at the right end of the last one, unless its words need the room.
    private func placed(_ lines: [Line]) -> [Line] {
        guard let last = lines.last, !position.isEmpty, last.displayWidth + position.displayWidth <= size.columns else { return lines }
        return lines.dropLast() + [Line(last.padded(to: size.columns - position.displayWidth).spans + [Span(position, .dim)])]
    }

    private var status: Line {
        if let notice = session.notices.current, notice.text != view.said { return Line(notice.words.terminalSafe, notice.kind.style) }
        if let reading = view.reading { return Line(reading, .dim) }
        if session.connection.state == .connecting { return Line("Reading settings and credentials…", .dim) }
        return view.status
    }

    /// How many lines a status may take: a question, or the columns' titles and the current row, stay in sight.
    private var room: Int { max(1, size.rows - Display.footerHeight - view.keptLines) }

    /// A line as it is when it fits, else its text in several. What is longer than `limit` lines of a foreign text is among the results.
    private func lines(of line: Line, atMost limit: Int) -> [Line] {
        if line.displayWidth < size.columns { return [Line([Span(" ")] + line.spans)] }
        let (style, width) = (line.spans.first?.style ?? .text, size.columns - 2)
        var lines = line.text.wrapped(to: width)
        if lines.count > max(1, limit) {
            let rest = lines[(max(1, limit) - 1)...].prefix(2).joined(separator: " ")
            let pointer = style == .failed ? " \(session.key(.program(.results))) shows it all" : ""
            lines = lines.prefix(max(1, limit) - 1) + [rest.clipped(to: width - pointer.displayWidth) + pointer]
        }
        return lines.map { Line(" " + $0, style) }
    }
}

extension Notice.Kind {
    fileprivate var style: Style {
        switch self {
        case .information: .dim
        case .success: .success
        case .warning: .warning
        case .error: .failed
        }
    }
}
