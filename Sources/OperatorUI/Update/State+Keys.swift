import Terminal

extension State {
    /// Routes a key: to what is being typed, else through the key table to the screen on top. It acts on the rows that are seen.
    mutating func press(_ key: Key) -> [Effect] {
        guard isLargeEnough else { return pressWhileTiny(key) }
        var effects = early(key) ?? typed(key) ?? answered(key) ?? command(for: key)
        if let number = awaitRest() { effects.append(.awaitRest(number: number)) }
        settle()
        return effects
    }

    private mutating func command(for key: Key) -> [Effect] {
        guard let command = KeyTable.command(for: key) else {
            notice = Notice(.warning, "This key does nothing here; ? shows the keys.")
            return []
        }
        if case .disabled(let reason) = availability(of: command) {
            notice = Notice(.warning, reason)
            return []
        }
        if notice?.kind != .error || !isMoving(command) { notice = nil }
        return perform(command)
    }

    private func isMoving(_ command: Command) -> Bool {
        if case .move = command { true } else { false }
    }

    private mutating func pressWhileTiny(_ key: Key) -> [Effect] {
        switch KeyTable.command(for: key) {
        case .quit, .interrupt: interrupt()
        case .suspend: [.suspend]
        case .repaint: repaint()
        default: []
        }
    }

    /// ^L: draws everything again, and asks the terminal again whether it has drawn what could not be answered yet.
    mutating func repaint() -> [Effect] {
        if !arming.isArmed { arming.forget() }
        return [.repaint]
    }

    private mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .move(let motion): if !move(motion) { notice = atTheEnd(motion) }
        case .mark, .markAll, .invert, .clearMarks, .range, .onlyMarked: choose(command)
        case .sort, .reverse, .filter, .nextFailed, .previousFailed, .otherPane, .plan: look(command)
        case .retry: return retry()
        case .undo: return undo()
        case .verify: return verifyAgain()
        case .open: return open()
        case .back: return back()
        case .send: return confirm()
        case .stop: return stop()
        case .refresh: return refresh()
        case .copy: return copy()
        case .earlierRuns: return openEarlierRuns()
        case .quit: return quit()
        case .interrupt: return interrupt()
        case .repaint: return repaint()
        case .suspend: return [.suspend]
        case .export: askForFileName()
        case .profiles: openProfiles()
        case .results: showResults()
        case .help: show(.help(Viewport()))
        }
        return []
    }

    private mutating func choose(_ command: Command) {
        switch command {
        case .mark: mark()
        case .markAll: markAll()
        case .invert: invert()
        case .range: markRange()
        case .onlyMarked: toggleMarkedOnly()
        default: clearMarks()
        }
    }

    private mutating func look(_ command: Command) {
        switch command {
        case .sort:
            sort {
                $0.advance(among: $1)
            } projects: {
                $0.advance(among: $1)
            }
        case .reverse:
            sort { order, _ in
                order.isReversed.toggle()
            } projects: { order, _ in
                order.isReversed.toggle()
            }
        case .filter: beginFilter()
        case .nextFailed: moveToFailed(isForward: true)
        case .previousFailed: moveToFailed(isForward: false)
        case .otherPane: switchPane()
        default: openPlan()
        }
    }

    /// !: the run that goes on, and from there, or without one, what ended in this session.
    private mutating func showResults() {
        if activity.run != nil, !isRunOnTop { return showRun() }
        if isRunOnTop { screens.removeAll { if case .results = $0 { true } else { false } } }
        show(.results(Viewport()))
    }

    private var isRunOnTop: Bool {
        if case .run = screen { true } else { false }
    }

    /// Puts the run's screen on top.
    mutating func showRun() {
        screens.removeAll { if case .run = $0 { true } else { false } }
        screens.append(.run(Viewport()))
    }

    /// Puts a screen on top, unless one of its kind is there already.
    private mutating func show(_ new: Screen) {
        switch (screen, new) {
        case (.results, .results), (.help, .help): notice = Notice(.information, "This is the page. Esc goes back.")
        default: screens.append(new)
        }
    }
}
