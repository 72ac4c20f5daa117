import Terminal

extension State {
    /// Routes a key: to the answer being typed, else through the key table to the screen on top.
    mutating func press(_ key: Key) -> [Effect] {
        settle()
        guard isLargeEnough else { return pressWhileTiny(key) }
        if case .plan(let plan) = screen, plan.needsTypedCount, let effects = type(key, into: plan) { return effects }
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
        case .quit, .interrupt: perform(.interrupt)
        default: []
        }
    }

    private mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .move(let motion): return move(motion)
        case .open: return open()
        case .back: return back()
        case .mark: mark()
        case .markAll: markAll()
        case .clearMarks: marks.removeAll()
        case .plan: openPlan()
        case .send: return confirm()
        case .results: show(.results(Viewport()))
        case .stop: return stop()
        case .refresh: return refresh()
        case .repaint: return [.repaint]
        case .suspend: return [.suspend]
        case .help: show(.help(Viewport()))
        case .quit: return quit()
        case .interrupt: return interrupt()
        }
        return []
    }

    /// Puts a screen on top, unless one of its kind is there already.
    private mutating func show(_ new: Screen) {
        switch (screen, new) {
        case (.results, .results), (.help, .help): return
        default: screens.append(new)
        }
    }
}
