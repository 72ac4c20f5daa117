import InspectorCore
import Terminal

/// Takes an event in. The only place where ``State`` changes.
///
/// - Returns: What is to be done outside.
package func update(_ state: inout State, _ event: Event) -> [Effect] {
    let (before, number) = (state.notice, state.noticeNumber)
    defer { state.countRepeats(of: before, since: number) }
    let effects = change(&state, event)
    return effects + state.watchConfirmation()
}

private func change(_ state: inout State, _ event: Event) -> [Effect] {
    switch event {
    case .keyPressed(let key): return state.press(key)
    case .runReported(let event): return state.runReported(event)
    case .runOpened(let record, let purpose): return state.runOpened(record, purpose)
    case .cursorRested(let number): state.cursorRested(number)
    case .resized(let size): return state.resize(to: size)
    case .pasted(let text): return state.pasted(text)
    case .pasteBroken: state.pasteBroken()
    case .confirmationShown(let number): return state.confirmationShown(number)
    case .momentPassed(let number): state.arming.pass(number)
    case .confirmationDrawn(let number): state.arming.draw(number)
    case .resumed: return state.resume()
    case .hungUp, .terminated: return state.leaveAtOnce()
    case .connected(let generation, let session): return state.connected(generation, session)
    case .sessionRemarked(let generation, let sentence): state.sessionRemarked(generation, sentence)
    case .identified(let generation, let account, let caller): return state.identified(generation, account, caller)
    case .connectionFailed(let generation, let problem): state.connectionFailed(generation, problem)
    case .inventoryArrived(let generation, let event): return state.inventoryArrived(generation, event)
    case .listedAgain(let round, let event): state.listedAgain(round, event)
    case .runRefused(let problem): return state.runRefused(problem)
    case .profilesFound(let names): state.profilesFound(names)
    case .codeWanted(let serial, let profile): state.askForCode(serial, profile)
    case .codeWithdrawn: state.withdrawCode()
    default: state.take(event)
    }
    return []
}

extension State {
    /// Events of runs and files.
    fileprivate mutating func take(_ event: Event) {
        switch event {
        case .journalWarned(let problem): report(problem)
        case .runsListed(let runs): runsListed(runs)
        case .runsUnavailable(let problem): runsUnavailable(problem)
        case .interruptedRunsFound(let runs): interruptedRuns = runs
        case .exported(let export): notice = Notice(.success, "Wrote \(export.count.counted("association")) to \(export.path).")
        case .exportExists(let export): ask(.replaceFile(export))
        case .exportFailed(let problem): report(problem)
        default: break
        }
    }

    /// Lets a notice that says what the one before it said be seen to be new.
    fileprivate mutating func countRepeats(of before: Notice?, since number: Int) {
        guard noticeNumber != number, let before, let now = notice, now.kind == before.kind, now.text == before.text else { return }
        notice?.repeats = before.repeats + 1
    }

    /// What to do first, after the first frame is shown.
    package mutating func begin() -> [Effect] {
        generation += 1
        connectionGeneration = generation
        connection = .connecting
        withdrawCode()
        return [.connect(generation: generation, choice)]
    }

    /// Computes the lists anew if rows changed since; called before a frame.
    package mutating func settle() {
        if rowsAreStale {
            rowsAreStale = false
            parked = nil
            index.settle()
            let (facts, height) = (facts, listHeight)
            for position in screens.indices { refreshList(at: position) }
            preview?.refresh(facts, height: height)
        }
        followCursor()
    }

    private mutating func refreshList(at position: Int) {
        switch screens[position] {
        case .configurations(var list):
            list.refresh(facts, height: listHeight)
            screens[position] = .configurations(list)
        case .projects(var list):
            list.refresh(facts, height: listHeight)
            screens[position] = .projects(list)
        default: break
        }
    }

    mutating func resize(to newSize: TerminalSize) -> [Effect] {
        size = newSize
        scrollToCursor()
        settle()
        return []
    }

    /// The terminal is ours again: what asks has to be read again, and no number waits for Enter any more.
    fileprivate mutating func resume() -> [Effect] {
        arming.forget()
        if case .plan(let plan) = screen { empty(plan) }
        return [.repaint]
    }

    mutating func leaveAtOnce() -> [Effect] {
        activity.run.map { $0.phase == .stopping } ?? true ? [.quit] : [.stopRun, .quit]
    }

    mutating func report(_ problem: Problem) {
        problems.removeAll { $0 == problem }
        problems.append(problem)
        notice = Notice(.error, problem.sentence)
    }
}
