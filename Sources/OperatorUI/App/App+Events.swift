import InspectorCore
import Terminal

extension App {
    /// Starts the first connection; call it once the first frame is shown.
    package mutating func begin() -> [Effect] {
        stack.cancelCode()
        return session.connect()
    }

    /// Handles an event.
    ///
    /// - Returns: The effects to carry out, in order.
    package mutating func update(_ event: Event) -> [Effect] {
        session.notices.beginEvent()
        defer { session.notices.endEvent() }
        let before = stack
        let effects = take(event) + session.askForMarks()
        if !event.isKey { keepTyping(before) }
        stack.askWaiting()
        let confirmation = stack.confirmation
        let asked = confirmation.map { Arming.Appearance(kind: $0.kind, depth: stack.count, isTiny: !display.isLargeEnough) }
        let keepsInput = confirmation?.keepsInput ?? false
        return effects + (display.arming.note(asked).map { [.showConfirmation(number: $0, keepsInput: keepsInput)] } ?? [])
    }

    /// No event turns text that is being typed into commands: where it took away what the text is for, the text stays until Esc. A request
    /// for a code into which nothing was typed yet was not the operator's, and just goes.
    private mutating func keepTyping(_ before: ScreenStack) {
        guard stack.prompt == nil, before.prompt != TextPrompt(.code) else { return }
        let isGone = before.top.model.isTakingText(on: display) && !before.top.isSameKind(as: stack.top)
        if before.prompt != nil || isGone { stack.prompt = TextPrompt(.interrupted, text: before.prompt?.text ?? "") }
    }

    private mutating func take(_ event: Event) -> [Effect] {
        switch event {
        case .keyPressed(let key): return press(key)
        case .keyInBurst(let key): return press(key, inBurst: true)
        case .pasted(let text): return paste(text)
        case .pasteBroken: session.notices.show(Notice(.warning, "The paste was incomplete, so it was ignored."))
        case .confirmationShown(let number): return display.arming.show(number).map { [.awaitReadingTime(number: $0)] } ?? []
        case .readingTimePassed(let number): display.arming.pass(number)
        case .confirmationDrawn(let number): display.arming.draw(number)
        case .codeRequested(let serial, let profile):
            display.arming.forget()
            stack.ask(for: CodeScreen(serial: serial, profile: profile))
        case .codeCancelled: stack.cancelCode()
        case .resized where display.isHeard: break
        case .resized(let size):
            display.size = size
            defer { recomputeLists() }
            return tell(event)
        case .resumed:
            display.arming.forget()
            return tell(event) + [.repaint]
        case .hungUp, .terminated: return session.run.map { $0.phase == .stopping } ?? true ? [.quit] : [.stopRun, .quit]
        case .connected(let generation, let identity, let key): return session.connected(generation, identity, at: key)
        case .identified(let generation, let account, let caller, let key):
            let kept = session.marksToKeep
            guard session.identified(generation, account, caller, at: key) else { return [] }
            stack.closeAll()
            session.look(at: session.isFleet ? nil : 0)
            return kept.map { .keepMarks($0) } + session.listAnew(key)
        case .connectionFailed(let generation, let problem, let key): session.connectionFailed(generation, problem, at: key)
        case .sessionWarned(let generation, let sentence, let key): session.warned(generation, sentence, at: key)
        case .inventoryArrived(let generation, let event, let key): return session.inventoryArrived(generation, event, at: key)
        case .listedAgain(let round, let event, let key): session.listedAgain(round, event, at: key)
        case .runReported(let report, let key): return take(report, at: key, event)
        case .watchReported(let runId, let event): session.watchReported(runId, event)
        case .watchRefused(let runId, let problem): session.watchRefused(runId, problem)
        case .runRefused(let problem, let key):
            let before = session.runs
            let effects = session.runRefused(problem, at: key)
            if before.count < 2 { stack.closeRun() } else { keepEnd(of: before, at: key) { $0.refusal = problem } }
            return endRun(event, effects)
        case .interruptedRunsFound(let runs): session.interruptedRuns = runs
        case .marksFound(let kept): session.marksFound(kept)
        case .marksRead(let number, let table):
            return session.importMarks(number, table) ? carryOut(.marksChanged) : []
        case .marksRefused(let number, let failure):
            if session.account.imports.end(number) != nil { session.importFailed(failure) }
        case .filesFound(let text, let paths): completePath(text, paths)
        case .profilesFound(let profiles):
            for key in session.seats.map(\.key) { session[key].identity.profiles = profiles }
            return tell(event)
        case .runsUnavailable(let problem):
            session.report(problem)
            return tell(event)
        case .previewDelayPassed(let number):
            display.rest.end(number)
            recomputeLists()
        case .runsListed, .runOpened, .textEdited, .editingFailed, .signInShown: return tell(event)
        case .signedIn(let profile):
            guard stack.hasSignIn else { return [] }
            stack.closeSignIn()
            session.notices.show(Notice(.success, "Signed in for profile \(profile)."))
            return session.isFleet
                ? session.refresh(session.seats.filter { $0.twin == nil && $0.profile == profile }.map(\.key)) : carryOut(.refresh)
        case .signInFailed(let problem):
            guard stack.hasSignIn else { return [] }
            stack.closeSignIn()
            session.report(problem)
        case .journalWarned(let problem), .exportFailed(let problem): session.report(problem)
        case .exported(let export):
            session.notices.show(Notice(.success, "Wrote \(export.extent) to \(export.path)."))
        case .exportExists(let export): stack.askLater(.replaceFile(export))
        }
        return []
    }

    /// Takes in what the run of a session reported. When the last of several has ended, the screen has how each did.
    private mutating func take(_ report: RunEvent, at key: SessionKey, _ event: Event) -> [Effect] {
        let before = session.runs
        guard session.liveRun(in: key) != nil else { return [] }
        let effects = session.runReported(report, at: key)
        if case .finished(let report) = report { keepEnd(of: before, at: key) { $0.report = report } }
        return endRun(event, effects)
    }

    private mutating func keepEnd(of before: [SessionRun], at key: SessionKey, _ change: (inout SessionRun) -> Void) {
        guard session.runs.isEmpty else { return }
        var runs = before
        for place in runs.indices where runs[place].run.session == key && !runs[place].isOver { change(&runs[place]) }
        stack.keepEnd(of: runs)
    }

    /// Completes the path in the prompt, if it still is the one that was asked for.
    private mutating func completePath(_ text: String, _ paths: [String]) {
        guard var prompt = stack.prompt, prompt.isImport, prompt.text == text else { return }
        if case .refused(let notice) = prompt.complete({ _ in paths }) { session.notices.show(notice) }
        stack.prompt = prompt
    }

    private mutating func tell(_ event: Event) -> [Effect] {
        carryOut(stack.tell(.event(event), in: &session, on: display))
    }

    /// After a run has ended, lets the screens that show its journal read it again.
    private mutating func endRun(_ event: Event, _ effects: [Effect]) -> [Effect] {
        guard session.run == nil else { return effects }
        recomputeLists()
        return effects + tell(event)
    }
}
