import InspectorCore
import Terminal

extension App {
    /// Starts the first connection; call it once the first frame is shown.
    package mutating func begin() -> [Effect] {
        stack.cancelCode()
        return [session.connection.begin()]
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
        case .connected(let generation, let identity): return session.connected(generation, identity)
        case .identified(let generation, let account, let caller):
            let kept = session.marksToKeep
            guard session.identified(generation, account, caller) else { return [] }
            stack.closeAll()
            return (kept.map { [.keepMarks($0)] } ?? []) + session.listAnew()
        case .connectionFailed(let generation, let problem): session.connectionFailed(generation, problem)
        case .sessionWarned(let generation, let sentence): session.warned(generation, sentence)
        case .inventoryArrived(let generation, let event): return session.inventoryArrived(generation, event)
        case .listedAgain(let round, let event): session.listedAgain(round, event)
        case .runReported(let report):
            guard let run = session.run else { return [] }
            let effects = session.runReported(report)
            if case .finished(let report) = report { stack.keepEnd(of: run, report) }
            return endRun(event, effects)
        case .watchReported(let runId, let event): session.watchReported(runId, event)
        case .watchRefused(let runId, let problem): session.watchRefused(runId, problem)
        case .runRefused(let problem):
            stack.closeRun()
            return endRun(event, session.runRefused(problem))
        case .interruptedRunsFound(let runs): session.interruptedRuns = runs
        case .marksFound(let kept): session.marksFound(kept)
        case .marksRead(let number, let table):
            return session.importMarks(number, table) ? carryOut(.marksChanged) : []
        case .marksRefused(let number, let failure):
            if session.account.imports.end(number) != nil { session.importFailed(failure) }
        case .filesFound(let text, let paths): completePath(text, paths)
        case .profilesFound(let profiles):
            session.identity.profiles = profiles
            return tell(event)
        case .runsUnavailable(let problem):
            session.report(problem)
            return tell(event)
        case .previewDelayPassed(let number):
            display.rest.end(number)
            recomputeLists()
        case .runsListed, .runOpened, .textEdited, .editingFailed: return tell(event)
        case .journalWarned(let problem), .exportFailed(let problem): session.report(problem)
        case .exported(let export):
            session.notices.show(Notice(.success, "Wrote \(export.extent) to \(export.path)."))
        case .exportExists(let export): stack.askLater(.replaceFile(export))
        }
        return []
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
