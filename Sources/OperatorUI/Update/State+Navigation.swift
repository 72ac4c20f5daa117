import InspectorCore
import Terminal

extension State {
    /// Enter: opens what the cursor is on; in a question it gives the harmless answer.
    mutating func open() -> [Effect] {
        switch screen {
        case .configurations: openProjects()
        case .projects(let list):
            if let current = list.current { screens.append(.details(current, Viewport())) }
        case .earlierRuns: return openEarlierRun(.show)
        case .profiles(let picker): return pickProfile(at: picker.viewport.cursor)
        case .details, .results, .help, .earlierRun: return back()
        case .plan, .run, .question, .code: break
        }
        return []
    }

    /// Esc: gives up a range or a filter, else goes one screen back; on the first one it stays.
    mutating func back() -> [Effect] {
        if screen.isList, widen() { return [] }
        switch screen {
        case .projects: leaveProjects()
        case .code: return [.answerCode(nil)]
        default:
            if screens.count > 1 {
                screens.removeLast()
            } else {
                notice = Notice(.information, "This is the first screen. q quits.")
            }
        }
        return []
    }

    /// q: back, and from the first screen out.
    mutating func quit() -> [Effect] {
        if screens.count == 1 { return askToQuit() }
        if case .projects = screen {
            leaveProjects()
            return []
        }
        return back()
    }

    /// ^C: stops a run, the second time at once; else leaves.
    mutating func interrupt() -> [Effect] {
        if activity.run != nil { return stop() }
        if case .question(.quitWithMarks) = screen { return arming.isArmed ? [.quit] : dropEarly() }
        return askToQuit()
    }

    /// Leaves, or asks first when something would be lost.
    private mutating func askToQuit() -> [Effect] {
        if activity.run != nil {
            ask(.quitDuringRun)
            return []
        }
        guard !marks.isEmpty else { return [.quit] }
        ask(.quitWithMarks(marks.count))
        return []
    }

    /// Puts a question on top of everything but a code that is asked for; what was being typed is given up.
    mutating func ask(_ question: Question) {
        if case .code = screen { return screens.insert(.question(question), at: screens.count - 1) }
        entry = nil
        screens.append(.question(question))
    }

    /// r: lists again, connects again after a failure, or goes on with a run that waits.
    mutating func refresh() -> [Effect] {
        if case .paused = activity.run?.phase { return [.continueRun] }
        if case .earlierRuns = screen { return [.listRuns] }
        guard connection == .ready else { return begin() }
        generation += 1
        return list()
    }
}

extension State {
    /// Answers a question. Gives nothing back for keys that mean the same everywhere.
    mutating func answered(_ key: Key) -> [Effect]? {
        guard case .question = screen else { return nil }
        switch key {
        case .character("y"): return arming.isArmed ? confirm() : dropEarly()
        case .character("n"), .character("q"), .escape, .left, .character("h"), .enter:
            screens.removeLast()
            notice = nil
            return []
        default: return nil
        }
    }

    /// y: sends the plan, or agrees to a question.
    mutating func confirm() -> [Effect] {
        if case .plan(let plan) = screen { return send(plan) }
        guard case .question(let question) = screen else { return [] }
        screens.removeLast()
        arming.forget()
        switch question {
        case .quitWithMarks: return [.quit]
        case .quitDuringRun: return (activity.run.map { $0.phase == .stopping } ?? true ? [] : stop()) + [.quit]
        case .switchWithMarks(let choice, _): return connect(choice)
        case .replaceFile(var export):
            export.mayReplace = true
            return [.export(export)]
        }
    }
}
