import InspectorCore
import Terminal
import TextSafety

/// The runs in this machine's journals, the latest first.
struct EarlierRunsScreen: ListScreen {
    var list = List([RunSummary](), sortedBy: Unsorted.asGiven)
    /// Whether the journals have been read.
    private(set) var isRead = false
    /// The widest name of a session; 0 where all runs are of one.
    private var sessionWidth = 0

    var screen: Screen { .earlierRuns(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .run(.retry):
            .unless(session.sendingRefusal ?? refusal(list.current?.isResumable ?? false, "Nothing in this run is left to resume."))
        case .run(.undo): .unless(session.sendingRefusal ?? refusal(list.current != nil, "There is no run to undo."))
        case .run(.verify):
            .unless(RunCommands(session).verifyingRefusal ?? refusal(list.current != nil, "There is no run to verify."))
        case .run(.watch):
            .unless(
                session.watch.map { _ in RunCommands(session).watchingRefusal(nil) }
                    ?? refusal(list.current != nil, "There is no run to watch."))
        case .move, .open, .back, .refresh, .copy, .export, .list, .run, .program: usualAvailability(of: command, in: session)
        }
    }

    /// Why nothing can be done with the run under the cursor.
    private func refusal(_ isPossible: Bool, _ reason: String) -> String? {
        isRead ? isPossible ? nil : reason : "The journals are still being read."
    }

    mutating func perform(_ command: Command, in session: inout Session, on display: Display) -> [Action] {
        switch command {
        case .move(let motion): move(motion, on: display)
        case .open: read(.show)
        case .run(.retry): read(.resume)
        case .run(.undo): read(.undo)
        case .run(.verify): read(.verify)
        case .run(.watch): read(.watch)
        case .refresh: session.hasWaitingRun ? [.refresh] : [.effect(.listRuns)]
        case .back, .copy, .export, .list, .run, .program: performUsual(command, in: &session)
        }
    }

    /// Reads the run under the cursor first, then does what is wanted with it.
    private func read(_ purpose: RunPurpose) -> [Action] {
        guard let run = list.current else { return [.inform("There is no run to open.")] }
        if case .unreadable(let reason) = run.state { return [.warn(reason)] }
        return [.effect(.openRun(runId: run.runId, purpose))]
    }

    mutating func receive(_ news: News, isOnTop: Bool, in session: inout Session, on display: Display) -> [Action] {
        switch news {
        case .event(.resized): list.scrollToCursor(height: display.listHeight)
        case .event(.runsListed(let runs)): show(runs, on: display)
        case .event(.runsUnavailable): isRead = true
        case .event(.runReported(.finished, _)): return [.effect(.listRuns)]
        case .event(.runOpened(let record, let purpose)) where isOnTop: return take(record, purpose, in: &session)
        case .rowsChanged, .frameDue, .marksChanged, .uncovered, .event: break
        }
        return []
    }

    /// Shows the runs; the cursor stays on its run.
    private mutating func show(_ runs: [RunSummary], on display: Display) {
        let current = list.current?.runId
        isRead = true
        list.show(runs, of: runs, height: display.listHeight)
        let names = Set(runs.compactMap(\.sessionName))
        sessionWidth = names.count > 1 ? names.map(\.displayWidth).max() ?? 0 : 0
        list.move(to: runs.firstIndex { $0.runId == current } ?? list.viewport.cursor, height: display.listHeight)
    }

    /// Does with a run what it was read for.
    private func take(_ record: RunRecord, _ purpose: RunPurpose, in session: inout Session) -> [Action] {
        switch purpose {
        case .show: [.push(.earlierRun(EarlierRunScreen(record)))]
        case .resume: PlanScreen.resumingEarlierRun(record, in: session)
        case .undo: PlanScreen.undoing(record, in: session)
        case .verify: RunCommands.verify(record.report, in: &session)
        case .watch: RunCommands.watch(record.report, in: &session)
        case .renew: []
        }
    }
}

extension EarlierRunsScreen {
    func view(in scene: Scene) -> ScreenView {
        var view = view(titled: "earlier runs", lines(in: scene), in: scene)
        view.hints =
            (list.current == nil ? [] : scene.hints(.open, as: "show")) + scene.workingHints(.run(.retry), on: self, as: "resume")
            + scene.workingHints(.run(.undo), on: self) + scene.workingHints(.run(.verify), on: self, as: "verify") + scene.hints(.back)
        return view
    }

    /// Headings and rows.
    private func lines(in scene: Scene) -> [Line] {
        let size = scene.display.size
        let namesSessions = sessionWidth > 0 && size.columns >= 80
        let isNarrow = size.columns < (namesSessions ? 100 : 80)
        var columns = [
            Column(title: "BEGAN (UTC)", width: isNarrow ? 11 : 16), Column(title: "ACTION", width: 12),
            Column(title: "ASSOC", width: isNarrow ? 7 : 9, isRightAligned: true),
        ]
        var room = size.columns - 1 - columns.reduce(Page.gutter) { $0 + $1.width + 1 }
        if namesSessions {
            // The state says what to do next: it keeps some room.
            columns.append(Column(title: "SESSION", width: min(max(sessionWidth, 7), 32, room - 21)))
            room -= columns[3].width + 1
        }
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
                let state = words.joined(in: room)
                let group = run.groupRemark(in: room - state.displayWidth).map { [Span($0, .dim)] } ?? []
                let line = Line([Span("   " + cells), Span(state, style)] + group)
                return self.row(row, line, in: scene, barOver: columns[0].cell(run.cells(isNarrow: isNarrow)[0]))
            }
    }

    /// Where a run is or how it ended, what matters most first; the run in progress is followed.
    static func state(of run: RunSummary, in session: Session) -> (words: [String], style: Style) {
        if let live = session.liveRun(named: run.runId) { return (live.stateWords, .accent) }
        return (run.stateWords, run.stateStyle)
    }
}

extension RunSummary {
    /// The cells of the run's row; a narrow one does without the year.
    fileprivate func cells(isNarrow: Bool) -> [String] {
        let began = startedAt.map { String($0.prefix(16).dropFirst(isNarrow ? 5 : 0).map { $0 == "T" ? " " : $0 }) } ?? runId
        return [began.terminalSafe, actionWord ?? "", state.isReadable ? targets.grouped : "", sessionName ?? ""]
    }

    /// Where it was made: "payments/eu-west-1", or with the account where no profile was named; nil when the journal cannot be read.
    fileprivate var sessionName: String? {
        region.map { "\(profile ?? account ?? "account unknown")/\($0)".terminalSafe }
    }

    /// That the run began with others, as far as there is room to say so.
    fileprivate func groupRemark(in room: Int) -> String? {
        guard let group else { return nil }
        return [", group \(group.terminalSafe)", ", in a group"].first { $0.displayWidth <= room }
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
