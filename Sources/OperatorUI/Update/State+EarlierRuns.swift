import InspectorCore

extension State {
    /// H: reads the journals and shows them.
    mutating func openEarlierRuns() -> [Effect] {
        if case .earlierRuns = screen {
            notice = Notice(.information, "These are the earlier runs; Esc goes back.")
            return []
        }
        screens.append(.earlierRuns(EarlierRuns()))
        return [.listRuns]
    }

    /// Enter, R or U on an earlier run: reads it first.
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
    mutating func runOpened(_ record: RunRecord, _ purpose: RunPurpose) {
        guard case .earlierRuns = screen else { return }
        switch purpose {
        case .show: screens.append(.earlierRun(EarlierRun(record)))
        case .resume: planResume(record)
        case .undo: planUndo(record.report)
        }
    }
}
