import InspectorCore

extension State {
    /// H: reads the journals and shows them.
    mutating func openEarlierRuns() -> [Effect] {
        if case .earlierRuns = screen {
            notice = Notice(.information, "These are the earlier runs. Esc goes back.")
            return []
        }
        interruptedRuns = []
        screens.append(.earlierRuns(EarlierRuns()))
        return [.listRuns]
    }

    /// Enter, R, U or V on an earlier run: reads it first.
    mutating func openEarlierRun(_ purpose: RunPurpose) -> [Effect] {
        guard case .earlierRuns(let list) = screen, let run = list.current else {
            notice = Notice(.information, "There is no run to open.")
            return []
        }
        if case .unreadable(let reason) = run.state {
            notice = Notice(.warning, reason)
            return []
        }
        return [.openRun(runId: run.runId, purpose)]
    }

    mutating func runsListed(_ runs: [RunSummary]) {
        for position in screens.indices {
            guard case .earlierRuns(var list) = screens[position] else { continue }
            let current = list.current?.runId
            list.runs = runs
            let row = runs.firstIndex { $0.runId == current } ?? list.viewport.cursor
            list.viewport.move(to: row, count: runs.count, height: listHeight)
            screens[position] = .earlierRuns(list)
        }
    }

    mutating func runsUnavailable(_ problem: Problem) {
        for position in screens.indices {
            guard case .earlierRuns(var list) = screens[position], list.runs == nil else { continue }
            list.runs = []
            screens[position] = .earlierRuns(list)
        }
        report(problem)
    }

    /// A journal was read. When the operator has gone elsewhere meanwhile, nothing opens.
    mutating func runOpened(_ record: RunRecord, _ purpose: RunPurpose) -> [Effect] {
        if purpose == .renew { renew(record) }
        guard case .earlierRuns = screen else { return [] }
        switch purpose {
        case .show: screens.append(.earlierRun(EarlierRun(record)))
        case .resume: planResume(record)
        case .undo: planUndo(record)
        case .verify: return verify(record.report)
        case .renew: break
        }
        return []
    }

    /// Lets the screens that show the run show what its journal tells now.
    private mutating func renew(_ record: RunRecord) {
        for position in screens.indices {
            guard case .earlierRun(let old) = screens[position], old.record.runId == record.runId else { continue }
            var new = EarlierRun(record)
            new.viewport = old.viewport
            screens[position] = .earlierRun(new)
            scrollToCursor()
        }
    }

    /// What has to be read again once the run has ended, for the screens that show it.
    func rereading(_ runId: String) -> [Effect] {
        let isListed = screens.contains { if case .earlierRuns = $0 { true } else { false } }
        let isOpen = screens.contains { if case .earlierRun(let run) = $0 { run.record.runId == runId } else { false } }
        return (isListed ? [.listRuns] : []) + (isOpen ? [.openRun(runId: runId, .renew)] : [])
    }
}
