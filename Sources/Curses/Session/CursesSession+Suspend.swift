import Glibc

extension CursesSession {
    /// Stops the program and its process group, as ^Z does elsewhere, and returns when it goes on. In the foreground again it takes the
    /// terminal and emits ``TerminalEvent/resumed``; in the background it leaves the terminal alone until it is brought to the front.
    package func suspend() {
        guard holding == .held else { return }
        screen.leave()
        hold.release()
        holding = .away
        ProcessGroup.stop()
        signals.listen()
        resumeInForeground()
    }

    /// Takes the terminal again after the process was stopped and goes on, however that came.
    func continued() {
        if holding == .held {
            holding = .away
            if device.isInForeground { screen.leave() }
            hold.release()
        }
        resumeInForeground()
    }

    private func resumeInForeground() {
        guard holding == .away, device.isInForeground else { return }
        hold.take()
        holding = .held
        screen.enter()
        continuation.yield(.resumed)
        windowChanged()
        inputArrived()
    }
}
