import Glibc
import Terminal

extension CursesSession {
    /// Takes the next input: what was typed or pasted, or a report; `nil` when all is taken.
    package func nextInput() -> SessionInput? { input.next() }

    /// Whether input that was read waits to be taken.
    package var hasInput: Bool { !input.queue.isEmpty }

    /// Throws away all that was typed and pasted up to now, also what has not been read yet.
    ///
    /// - Returns: How many keys that were.
    package func discardInput() -> Int { input.discard() }

    /// Emits ``TerminalEvent/hangUp`` at once when the terminal is gone, even while input waits to be taken.
    package func noticeHangUp() {
        if holding == .held, device.readiness() == .gone { hangUp() }
    }

    /// Reads what was typed. Keys that were typed before the terminal was gone are dropped.
    func inputArrived() {
        CrashHandler.lendStack()
        input.inputArrived()
    }

    /// Emits that there is input to take.
    func inputWaits() {
        continuation.yield(.inputWaits)
    }

    /// Acts on the signals that came.
    func signalsArrived() {
        CrashHandler.lendStack()
        handle(signals.drain())
    }

    /// Acts on these signals, the most final first.
    func handle(_ arrived: Set<Int32>) {
        if arrived.contains(SIGHUP) { hangUp() }
        if let signal = [SIGTERM, SIGQUIT].first(where: arrived.contains), !isLent || signal == SIGTERM { terminate(by: signal) }
        if arrived.contains(SIGCONT) { continued() }
        if arrived.contains(SIGWINCH) { windowChanged() }
        if arrived.contains(SIGINT), !isLent { continuation.yield(.interrupt) }
        if arrived.contains(SIGTSTP) { continuation.yield(.suspend) }
    }

    /// Draws for the new size, and emits it.
    func windowChanged() {
        guard holding == .held, adoptWindowSize() else { return }
        continuation.yield(.resized(size))
    }

    /// Reads and draws no more, and emits ``TerminalEvent/hangUp`` once.
    func hangUp() {
        guard holding == .held || holding == .away else { return }
        holding = .gone
        isEnding = true
        sources?.cancelInput()
        input.discardQueue()
        continuation.yield(.hangUp)
    }

    /// Emits that the program has to end; what was typed before is dropped.
    private func terminate(by signal: Int32) {
        isEnding = true
        input.discardQueue()
        continuation.yield(.terminate(signal: signal))
    }
}

extension CursesSession {
    /// Sends the terminal a status query, which it answers after it has drawn what was sent before; `nil` where it does not answer.
    package func askStatus() -> StatusQuery? { askStatus(after: []) }

    /// Sends bytes, and the question after them in one piece.
    private func askStatus(after bytes: [UInt8]) -> StatusQuery? {
        let now = ContinuousClock.now
        guard holding == .held, pasteMode.isKnown, input.queries.isWorthAsking(at: now) else {
            device.send(bytes)
            return nil
        }
        device.send(bytes + StatusQueries.question)
        let number = input.queries.ask(at: now)
        return StatusQuery(number: number, deadline: input.queries.hasAnswered ? nil : input.queries.learnedBy)
    }

    /// The number of the last status query whose answer was taken.
    package var answeredStatus: Int { input.queries.answered }

    /// Whether the terminal answers status queries.
    package var answersStatus: Bool { input.queries.hasAnswered }

    /// Notes how a mode was before it was switched on.
    func modeReported(_ mode: Int, _ setting: Int) {
        pasteMode.learn(mode: mode, setting: setting)
        wheelMode.learn(mode: mode, setting: setting)
        input.marksPastes = pasteMode.marksPastes
        restorer.renew(leaving: leavingModes)
    }

    /// Switches modes on and asks how they were, and whether the terminal answers.
    func greet() {
        hasGreeted = true
        pasteMode.forget()
        wheelMode.forget()
        input.marksPastes = pasteMode.marksPastes
        restorer.renew(leaving: leavingModes)
        _ = askStatus(after: wheelMode.entering + pasteMode.entering + (asksForBackground ? BackgroundQuery.question : []))
    }

    /// Switches modes off, then throws away what is typed or still on its way, so that no shell takes it for commands.
    func takeLeave() {
        endLine()
        device.send(leavingModes)
        let limit: Duration = isEnding ? .milliseconds(100) : input.queries.hasAnswered ? .seconds(1) : .milliseconds(250)
        let end = ContinuousClock.now + limit
        var quiet: Duration = .zero
        while case let now = ContinuousClock.now, now < end {
            let wait = input.queries.isExpecting(at: now) ? now.duration(to: end) : min(quiet, now.duration(to: end))
            guard device.readiness(within: wait) == .bytes else { break }
            input.discardPortion()
            quiet = Self.quietTime
        }
        input.discardQueue()
    }

    /// When nothing has come for this long, nothing more is on its way.
    private static let quietTime: Duration = .milliseconds(20)
}
