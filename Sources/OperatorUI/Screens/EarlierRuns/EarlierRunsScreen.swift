import InspectorCore
import Terminal

/// The runs in this machine's journals, the latest first.
struct EarlierRunsScreen: ListScreen {
    var list = List([RunSummary](), sortedBy: Unsorted.asGiven)
    /// Whether the journals have been read.
    private(set) var isRead = false

    var screen: Screen { .earlierRuns(self) }

    func availability(of command: Command, in session: Session, on display: Display) -> Availability {
        switch command {
        case .run(.retry):
            .unless(session.sendingRefusal ?? refusal(list.current?.isResumable ?? false, "Nothing in this run is left to resume."))
        case .run(.undo): .unless(session.sendingRefusal ?? refusal(list.current != nil, "There is no run to undo."))
        case .run(.verify):
            .unless(RunCommands(session).verifyingRefusal ?? refusal(list.current != nil, "There is no run to verify."))
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
        case .refresh: session.run?.isPaused ?? false ? [.refresh] : [.effect(.listRuns)]
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
        case .event(.runReported(.finished)): return [.effect(.listRuns)]
        case .event(.runOpened(let record, let purpose)) where isOnTop: return take(record, purpose, in: &session)
        case .rowsChanged, .frameDue, .marksChanged, .keyHandled, .uncovered, .event: break
        }
        return []
    }

    /// Shows the runs; the cursor stays on its run.
    private mutating func show(_ runs: [RunSummary], on display: Display) {
        let current = list.current?.runId
        isRead = true
        list.show(runs, of: runs, height: display.listHeight)
        list.move(to: runs.firstIndex { $0.runId == current } ?? list.viewport.cursor, height: display.listHeight)
    }

    /// Does with a run what it was read for.
    private func take(_ record: RunRecord, _ purpose: RunPurpose, in session: inout Session) -> [Action] {
        switch purpose {
        case .show: [.push(.earlierRun(EarlierRunScreen(record)))]
        case .resume: PlanScreen.resumingEarlierRun(record, in: session)
        case .undo: PlanScreen.undoing(record, in: session)
        case .verify: RunCommands.verify(record.report, in: &session)
        case .renew: []
        }
    }
}
