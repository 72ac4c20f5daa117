import InspectorCore
import Terminal

extension App {
    /// Routes a key: to what is being typed or asked, else as it is bound to the screen on top. It acts on the rows that are seen.
    mutating func press(_ key: Key, inBurst isInBurst: Bool = false) -> [Effect] {
        if isInBurst, display.arming.isArmed, stack.confirmation?.isDecisive(key) ?? false { return refuseBurst() }
        guard display.isLargeEnough else { return pressWhileTiny(key) }
        let typed = stack.prompt
        var effects = answer(key) ?? perform(key)
        effects += display.isHeard ? followTyping(typed) : followCursor()
        recomputeLists()
        return effects
    }

    /// Waits for a pause before what is shown beside follows the cursor.
    private mutating func followCursor() -> [Effect] {
        guard stack.top.model.isBehind(on: display) else {
            display.rest.forget()
            return []
        }
        return [.delayPreview(number: display.rest.interrupt())]
    }

    /// Waits for a pause before what is typed is said to find something; where nothing is seen, nothing else waits for one.
    private mutating func followTyping(_ before: TextPrompt?) -> [Effect] {
        guard let prompt = stack.prompt, let before, prompt.text != before.text else {
            if stack.prompt == nil { display.rest.forget() }
            return []
        }
        return [.delayPreview(number: display.rest.interrupt())]
    }

    /// Drops a decisive key that came together with others. On a terminal that does not mark pasted text, that is all there is to tell a
    /// paste by; keys that a slow link has delivered together cost one more press.
    private mutating func refuseBurst() -> [Effect] {
        session.notices.show(Notice(.warning, "Ignored: several keys arrived at once, as pasted text does. Press the key again, alone."))
        return []
    }

    private mutating func pressWhileTiny(_ key: Key) -> [Effect] {
        guard case .program(let command)? = session.keys.command(for: key) else { return [] }
        switch command {
        case .quit: return session.run == nil ? interrupt() : []
        case .interrupt: return interrupt()
        case .suspend: return [.suspend]
        case .repaint: return [display.repaint()]
        case .results, .earlierRuns, .profiles, .signIn, .console, .palette, .help, .whereAmI, .stop: return []
        }
    }

    /// Takes a key as an answer, or for what is being typed; nothing when it means its command. An answer that would change something and
    /// comes before the confirmation could be read is dropped.
    private mutating func answer(_ key: Key) -> [Effect]? {
        if !display.arming.isArmed, stack.confirmation?.isAffirmative(key) ?? false { return dropEarly() }
        return type(key) ?? stack.top.model.answer(key, in: &session, on: display).map { carryOut($0) }
    }

    /// Drops an answer that came too early, says so, and restarts the reading time.
    private mutating func dropEarly() -> [Effect] {
        session.notices.show(
            Notice(
                .warning, display.arming.waitsForTerminal ? "Not drawn yet: wait, or press ^L to redraw." : "Too early: read this first."))
        return display.arming.restart().map { [.awaitReadingTime(number: $0)] } ?? []
    }

    private mutating func perform(_ key: Key) -> [Effect] {
        guard let command = session.keys.command(for: key) else {
            session.notices.show(Notice(.warning, "No command is on this key: \(session.key(.program(.help))) lists the keys."))
            return []
        }
        return perform(command)
    }

    /// Carries out a command where it is available on the screen on top, and says why not where it is not.
    mutating func perform(_ command: Command) -> [Effect] {
        if stack.isRunOver, !command.keepsEndOfRun {
            stack.closeRun()
            if command.onlyClosesEndOfRun { return [] }
        }
        if case .disabled(let reason) = stack.top.model.availability(of: command, in: session, on: display) {
            session.notices.show(Notice(.warning, reason))
            return []
        }
        if session.notices.current?.kind != .error || !command.isMove { session.notices.clear() }
        if case .program(let command) = command { return perform(command) }
        return carryOut(stack.top.model.perform(command, in: &session, on: display))
    }

    /// ^C: stops a run, the second time at once; else leaves. On the question whether to leave it is a yes.
    mutating func interrupt() -> [Effect] {
        if session.run != nil { return session.stopRun() }
        return stack.prompt == nil ? answer(.control("c")) ?? askToQuit() : askToQuit()
    }

    /// Takes a key for what is being typed; nothing when nothing is.
    private mutating func type(_ key: Key) -> [Effect]? {
        guard var prompt = stack.prompt else { return nil }
        session.notices.clear()
        switch take(key, for: &prompt) {
        case .changed: return change(prompt, .changed(prompt))
        case .accepted: return change(prompt, .accepted(prompt))
        case .interrupt where session.run != nil: return session.stopRun()
        case .cancelled, .interrupt: return change(nil, .cancelled(prompt))
        case .moved(let motion):
            stack.prompt?.isMoving = true
            return carryOut(stack.top.model.perform(.move(motion), in: &session, on: display))
        case .recall: return []
        case .complete: return [.findFiles(prompt.text)]
        case .repaint: return [display.repaint()]
        case .suspend: return [.suspend]
        case .refused(let notice):
            session.notices.show(notice)
            return []
        }
    }

    /// What the key does to the text; what is offered and what was kept earlier are the session's to know.
    private func take(_ key: Key, for prompt: inout TextPrompt) -> PromptKey {
        switch prompt.take(key) {
        case .recall(let isEarlier): prompt.recall(isEarlier: isEarlier, session.filterHistory.filters)
        case .complete where prompt.isImport && !prompt.memory.hasChoice: .complete
        case .complete: prompt.complete { stack.top.model.completions(of: $0, in: session) }
        case let other: other
        }
    }

    /// Takes pasted text for what is being typed; anywhere else it is ignored.
    mutating func paste(_ text: String) -> [Effect] {
        guard display.isLargeEnough else { return [] }
        guard var prompt = stack.prompt else {
            session.notices.show(Notice(.warning, stack.top.model.confirmation?.kind.pasteRefusal ?? Arming.Kind.question.pasteRefusal))
            return []
        }
        if isArming { return dropEarly() }
        session.notices.clear()
        if let notice = prompt.paste(text) { session.notices.show(notice) }
        return change(prompt, .changed(prompt))
    }

    private mutating func change(_ prompt: TextPrompt?, _ input: PromptInput) -> [Effect] {
        let isInterrupted = stack.prompt?.purpose == .interrupted
        stack.prompt = prompt
        if isInterrupted { return [] }
        return carryOut(stack.top.model.typed(input, in: &session, on: display))
    }
}

extension Command {
    /// Whether the end of a run stays in sight.
    fileprivate var keepsEndOfRun: Bool {
        switch self {
        case .move, .program(.repaint), .program(.suspend), .program(.interrupt), .program(.stop): true
        case .open, .back, .refresh, .copy, .export, .list, .run, .program: false
        }
    }

    /// Whether the key means no more than that the end of a run was seen: nothing is marked in a list that was not in sight.
    fileprivate var onlyClosesEndOfRun: Bool {
        switch self {
        case .open, .back, .program(.quit), .list(.mark), .list(.range), .list(.markAll), .list(.invert), .list(.clearMarks),
            .list(.associate):
            true
        case .move, .refresh, .copy, .export, .list, .run, .program: false
        }
    }

    fileprivate var isMove: Bool {
        if case .move = self { true } else { false }
    }
}

extension Arming.Kind {
    /// Why pasted text is no answer.
    fileprivate var pasteRefusal: String {
        switch self {
        case .plan: "Pasted text cannot confirm a plan: type the answer."
        case .question, .code: "Pasted text is ignored here: paste where text is typed, such as in the filter."
        }
    }
}
