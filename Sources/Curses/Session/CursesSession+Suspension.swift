import Glibc

extension CursesSession {
    /// Stops the program and its process group, as ^Z does in other programs, and returns when it is in the foreground again: the
    /// terminal is taken, the last frame is shown, and ``TerminalEvent/resumed`` is emitted. If it is continued in the background it stops
    /// again, as the terminal driver demands, unless it was asked to end.
    package func suspend() {
        guard holding == .held else { return }
        marks.drawing()
        takeLeave()
        screen.leave()
        letGo()
        marks.away()
        awaitForeground(stoppingWith: SIGTSTP)
    }

    /// Takes the terminal again after the process was stopped by another process.
    func continued() {
        guard holding == .held else { return }
        let isInForeground = device.isInForeground
        if isInForeground {
            marks.drawing()
            device.send(leavingModes)
            screen.leave()
        }
        letGo()
        if isInForeground {
            takeAgain()
        } else {
            awaitForeground(stoppingWith: SIGTTOU)
        }
    }

    func letGo() {
        restorer.release()
        holding = .away
    }

    func awaitForeground(stoppingWith first: Int32) {
        let arrived = stopUntilForeground(first)
        if device.isInForeground {
            takeAgain()
        } else {
            sources?.cancelInput()
            if arrived.isDisjoint(with: Self.endings) { hangUp() }
        }
        handle(arrived)
    }

    /// Stops the process, again whenever the shell continues it in the background, and returns the signals that came with the last
    /// continuation. Where there is no job control it does not stop.
    private func stopUntilForeground(_ first: Int32) -> Set<Int32> {
        var stopSignal = first
        while true {
            ProcessGroup.stop(with: stopSignal)
            signals.listen()
            var arrived = signals.wait(milliseconds: Self.signalDelay)
            let wasStopped = arrived.remove(SIGCONT) != nil
            if !wasStopped || device.isInForeground { return arrived }
            arrived.formUnion(signals.wait(milliseconds: Self.signalDelay))
            guard arrived.isDisjoint(with: Self.endings) else { return arrived }
            stopSignal = SIGTTOU
        }
    }

    func takeAgain() {
        restorer.take(leaving: leavingModes)
        holding = .held
        marks.drawing()
        screen.enter(then: greet)
        continuation.yield(.resumed)
        windowChanged()
    }

    /// The signals that ask the program to end.
    private static let endings: Set<Int32> = [SIGTERM, SIGHUP, SIGQUIT]
    /// Milliseconds to wait for a signal that is on its way between two threads.
    private static let signalDelay: Int32 = 50
}
