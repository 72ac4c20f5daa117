import Glibc

extension CursesSession {
    /// Gives the terminal to another program until ``takeBack()``: nothing is read or drawn meanwhile, and ^C, ^\\ and ^Z are that program's.
    /// Stopped with ^Z, this process stops along with it, as a shell's job does.
    ///
    /// - Returns: Whether the terminal was ours to give.
    package func lend() -> Bool {
        guard holding == .held else { return false }
        marks.drawing()
        takeLeave()
        screen.leave()
        letGo()
        marks.away()
        isLent = true
        SignalActions.set(SIGTSTP, to: SIG_DFL)
        return true
    }

    /// Takes the terminal again, shows the last frame, and emits ``TerminalEvent/resumed``. Does nothing once the terminal is gone.
    package func takeBack() {
        guard isLent else { return }
        isLent = false
        signals.listen()
        guard holding == .away else { return }
        if device.isInForeground { takeAgain() } else { awaitForeground(stoppingWith: SIGTTOU) }
    }
}
