import InspectorCore
import Terminal
import TextSafety

extension EarlierRunsScreen {
    func view(in scene: Scene) -> ScreenView {
        var view = ScreenView(title: "earlier runs", body: lines(in: scene))
        view.cursor = list.current == nil ? nil : cursor(column: 0)
        view.hints =
            (list.current == nil ? [] : scene.hints(.open, as: "show")) + scene.workingHints(.run(.retry), on: self, as: "resume")
            + scene.workingHints(.run(.undo), on: self) + scene.workingHints(.run(.verify), on: self, as: "verify") + scene.hints(.back)
        return view
    }

    /// Headings and rows.
    private func lines(in scene: Scene) -> [Line] {
        let size = scene.display.size
        let isNarrow = size.columns < 80
        let columns = [
            Column(title: "BEGAN (UTC)", width: isNarrow ? 11 : 16), Column(title: "ACTION", width: 12),
            Column(title: "ASSOC", width: isNarrow ? 7 : 9, isRightAligned: true),
        ]
        let room = size.columns - columns.reduce(Page.gutter) { $0 + $1.width + 1 }
        let headings = [Column.headings(columns + [Column(title: "STATE", width: room - 1)], gutter: Page.gutter)]
        if !isRead { return headings + scene.page.paragraph("Reading the journals…", .dim) }
        if list.rows.isEmpty {
            return headings + scene.page.paragraph("No earlier runs. Each run writes a journal, and is listed here.", .dim)
        }
        return headings
            + list.visibleRows(height: scene.display.listHeight).map { row in
                let run = list.rows[row]
                let cells = zip(columns, run.cells(isNarrow: isNarrow)).map { $0.cell($1) }.joined()
                let (words, style) = Self.state(of: run, in: scene.session)
                return Line([
                    Span(row == list.viewport.cursor ? "▸" : " ", .cursor), Span("  " + cells, .text), Span(words.joined(in: room), style),
                ])
            }
    }

    /// Where a run is or how it ended, what matters most first; the run in progress is followed.
    private static func state(of run: RunSummary, in session: Session) -> (words: [String], style: Style) {
        if let live = session.run, live.runId == run.runId { return (live.stateWords, .accent) }
        return (run.stateWords, run.stateStyle)
    }
}

extension RunSummary {
    /// The cells of the run's row; a narrow one does without the year.
    fileprivate func cells(isNarrow: Bool) -> [String] {
        let began = startedAt.map { String($0.prefix(16).dropFirst(isNarrow ? 5 : 0).map { $0 == "T" ? " " : $0 }) } ?? runId
        return [began.terminalSafe, action?.rawValue ?? "", state.isReadable ? targets.grouped : ""]
    }

    /// The colour says what the words say.
    fileprivate var stateStyle: Style {
        if isDistrusted { return .warning }
        return switch state {
        case .complete: failed > 0 ? .failed : .success
        case .stopped, .interrupted, .unreadable: .warning
        case .runningElsewhere: .accent
        }
    }
}

extension RunSummary.State {
    fileprivate var isReadable: Bool {
        if case .unreadable = self { false } else { true }
    }
}

extension [String] {
    /// As many of the words as the room takes, the first ones whole.
    func joined(in room: Int) -> String {
        let fitting = indices.reversed().map { self[...$0].joined(separator: ", ") }.first { $0.displayWidth <= room }
        return fitting ?? first?.clipped(to: room) ?? ""
    }
}
