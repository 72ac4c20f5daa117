import Glibc
import Terminal

extension CursesSession {
    /// Reads what was typed.
    func inputArrived() {
        CrashHandler.lendStack()
        let readiness = device.readiness
        guard holding == .held, readiness != .nothing else { return }
        let reading = keyboard.read()
        for key in reading.keys {
            continuation.yield(.key(key))
        }
        if readiness == .gone || reading.hasFailed {
            hangUp()
        }
    }

    /// Acts on the signals that came.
    func signalsArrived() {
        CrashHandler.lendStack()
        handle(signals.drain())
    }

    /// Acts on these signals, the most final first.
    func handle(_ arrived: Set<Int32>) {
        if arrived.contains(SIGHUP) { hangUp() }
        if arrived.contains(SIGTERM) || arrived.contains(SIGQUIT) { continuation.yield(.terminate) }
        if arrived.contains(SIGCONT) { continued() }
        if arrived.contains(SIGWINCH) { windowChanged() }
        if arrived.contains(SIGINT) { continuation.yield(.key(.control("c"))) }
        if arrived.contains(SIGTSTP) { continuation.yield(.key(.control("z"))) }
    }

    /// Draws for the new size and tells it.
    func windowChanged() {
        guard holding == .held, adoptWindowSize() else { return }
        continuation.yield(.resized(size))
    }

    /// Reads and draws no more, and tells it once.
    func hangUp() {
        guard holding == .held || holding == .away else { return }
        holding = .gone
        sources?.cancelInput()
        continuation.yield(.hangUp)
    }
}
