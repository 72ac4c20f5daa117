import InspectorCore

extension State {
    /// Enter: opens what the cursor is on.
    mutating func open() -> [Effect] {
        switch screen {
        case .configurations(let list): openProjects(list)
        case .projects(let list):
            if let current = list.current { screens.append(.details(current, Viewport())) }
        case .details, .configurationDetails, .results, .help: return back()
        case .plan: notice = Notice(.warning, "y sends the plan; Esc goes back and sends nothing.")
        case .run, .question: break
        }
        return []
    }

    private mutating func openProjects(_ list: ConfigurationList) {
        let row = list.viewport.cursor
        let scope: ProjectList.Scope
        if row == 0 {
            scope = .all
        } else if inventory.listed.indices.contains(row - 1) {
            scope = .configuration(inventory.listed[row - 1])
        } else {
            return
        }
        screens.append(.projects(ProjectList(scope: scope)))
        rowsAreStale = true
        settle()
    }

    /// Esc: one screen back; on the first one it stays.
    mutating func back() -> [Effect] {
        if screens.count > 1 {
            screens.removeLast()
        } else {
            notice = Notice(.information, "This is the first screen; q quits.")
        }
        return []
    }

    /// q: back, and from the first screen out.
    mutating func quit() -> [Effect] {
        screens.count > 1 ? back() : askToQuit()
    }

    /// ^C: stops a run, the second time at once; else leaves.
    mutating func interrupt() -> [Effect] {
        if activity.run != nil { return stop() }
        if case .question = screen { return [.quit] }
        return askToQuit()
    }

    /// Leaves, or asks first when something would be lost.
    private mutating func askToQuit() -> [Effect] {
        if activity.run != nil {
            screens.append(.question(.quitDuringRun))
            return []
        }
        guard !marks.isEmpty else { return [.quit] }
        screens.append(.question(.quitWithMarks(marks.count)))
        return []
    }

    /// r: lists again, connects again after a failure, or goes on with a run that waits.
    mutating func refresh() -> [Effect] {
        if case .paused = activity.run?.phase { return [.continueRun] }
        guard connection == .ready else { return begin() }
        generation += 1
        inventory.beginRefresh()
        return [.loadInventory(generation: generation)]
    }
}
