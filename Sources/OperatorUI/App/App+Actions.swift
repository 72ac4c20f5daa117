extension App {
    /// Carries out what screens asked for.
    mutating func carryOut(_ actions: [Action]) -> [Effect] {
        var effects: [Effect] = []
        for action in actions { effects += carryOut(action) }
        return effects
    }

    mutating func carryOut(_ action: Action) -> [Effect] {
        switch action {
        case .push(let screen): stack.push(screen)
        case .replace(let screen):
            stack.top = screen
            display.arming.forget()
        case .close:
            guard let closed = stack.pop() else { return [] }
            if closed.model.confirmation != nil { display.arming.forget() }
            return carryOut(stack.tell(.uncovered(by: closed), onlyTop: true, in: &session, on: display))
        case .showRun: stack.showRun()
        case .notice(let notice): session.notices.show(notice)
        case .prompt(let prompt): stack.prompt = prompt
        case .ask(let question): stack.ask(question)
        case .connect(let choice): return connect(choice)
        case .refresh:
            if session.run != nil, session.hasWaitingRun { return session.refresh(session.waitingSessions) }
            if !session.shownSeats.contains(where: \.connection.isReady) { stack.cancelCode() }
            return session.refresh()
        case .marksChanged: return carryOut(stack.tell(.marksChanged, in: &session, on: display))
        case .effect(.export(let export)): return write(export)
        case .perform(let command):
            stack.prompt = nil
            _ = stack.pop()
            return perform(command)
        case .effect(let effect): return [effect]
        }
        return []
    }

    /// Writes a file. Whether tables are for a spreadsheet is asked once in a session.
    private mutating func write(_ export: Export) -> [Effect] {
        guard export.isCommaSeparated, !export.mayReplace else { return [.export(export)] }
        guard let isForSpreadsheet = session.writesByteOrderMark else {
            stack.ask(.spreadsheet(export))
            return []
        }
        var export = export
        export.hasByteOrderMark = isForSpreadsheet
        return [.export(export)]
    }

    /// Carries out what is the same on every screen.
    mutating func perform(_ command: ProgramCommand) -> [Effect] {
        switch command {
        case .results: return carryOut(stack.showResults(during: session.run))
        case .earlierRuns:
            session.interruptedRuns = []
            let refusal = stack.show(.earlierRuns(EarlierRunsScreen()), otherwise: "The earlier runs are already open. Esc goes back.")
            return refusal.isEmpty ? [.listRuns] : carryOut(refusal)
        case .profiles: stack.push(.profiles(ProfilesScreen(session.identity, on: display)))
        case .signIn:
            let refusal = stack.show(.signIn(SignInScreen()), otherwise: "This page is already open. Esc gives the sign-in up.")
            return refusal.isEmpty ? [.signIn(session[session.sessionToSignIn].connection.choice)] : carryOut(refusal)
        case .help:
            if case .help(var help) = stack.top {
                let actions = help.turn(on: display)
                stack.top = .help(help)
                return carryOut(actions)
            }
            return carryOut(stack.show(.help(HelpScreen()), otherwise: "This page is already open. Esc goes back."))
        case .palette:
            stack.push(.palette(PaletteScreen(above: stack.top, in: session, on: display)))
            stack.prompt = TextPrompt(.command)
        case .console: return carryOut(Export.copyConsoleAddress(in: session))
        case .whereAmI: session.notices.show(Notice(.information, whereAmI))
        case .stop: return session.stopRun()
        case .repaint: return [display.repaint()]
        case .suspend: return [.suspend]
        case .quit: return stack.count == 1 ? askToQuit() : carryOut(.close)
        case .interrupt: return interrupt()
        }
        return []
    }

    /// Quits, or asks first when something would be lost.
    mutating func askToQuit() -> [Effect] {
        if session.run == nil, session.account.marks.isEmpty { return [.quit] }
        let question = Question.quitWithMarks(session.account.marks.count, kept: session.keptMarkCount)
        stack.ask(session.run == nil ? question : .quitDuringRun)
        return []
    }

    /// Connects with another profile or region, and forgets the account before.
    private mutating func connect(_ choice: ConnectionChoice) -> [Effect] {
        guard session.run == nil else { return carryOut(.warn(session.busyReason)) }
        let (kept, watch) = (session.marksToKeep, session.endWatch() + (stack.hasSignIn ? [.cancelSignIn] : []))
        session.choose(choice)
        stack.closeAll()
        return watch + kept.map { .keepMarks($0) } + begin()
    }
}
