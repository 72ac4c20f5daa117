import InspectorCore
import Terminal

/// Takes an event in. The only place where ``State`` changes.
///
/// - Returns: What is to be done outside.
package func update(_ state: inout State, _ event: Event) -> [Effect] {
    switch event {
    case .keyPressed(let key): return state.press(key)
    case .resized(let size): return state.resize(to: size)
    case .resumed: return [.repaint]
    case .hungUp, .terminated: return state.leaveAtOnce()
    case .connected(let generation, let session): return state.connected(generation, session)
    case .identified(let generation, let account, let caller): state.identified(generation, account, caller)
    case .connectionFailed(let generation, let problem): state.connectionFailed(generation, problem)
    case .inventoryArrived(let generation, let event): state.inventoryArrived(generation, event)
    case .runReported(let event): state.runReported(event)
    case .runRefused(let problem): state.runRefused(problem)
    }
    return []
}

extension State {
    /// What to do first, after the first frame is shown.
    package mutating func begin() -> [Effect] {
        generation += 1
        connection = .connecting
        return [.connect(generation: generation)]
    }

    /// Computes the lists anew if rows changed since; called before keys and before a frame.
    package mutating func settle() {
        guard rowsAreStale else { return }
        rowsAreStale = false
        for index in screens.indices {
            guard case .projects(var list) = screens[index] else { continue }
            list.refresh(from: inventory, height: listHeight)
            screens[index] = .projects(list)
        }
    }

    mutating func resize(to newSize: TerminalSize) -> [Effect] {
        size = newSize
        scrollToCursor()
        return []
    }

    mutating func leaveAtOnce() -> [Effect] {
        activity == .idle ? [.quit] : [.stopRun, .quit]
    }

    mutating func report(_ problem: Problem) {
        problems.append(problem)
        notice = Notice(.error, problem.sentence)
    }
}
