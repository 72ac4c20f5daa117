import Glibc
import Terminal

extension CursesSession {
    /// Reads what was typed. Keys that were typed before the terminal was gone do not count any more.
    func inputArrived() {
        CrashHandler.lendStack()
        let readiness = device.readiness()
        guard holding == .held, readiness != .nothing else { return }
        if readiness == .gone { return hangUp() }
        if !queue.isFull { readInput() }
    }

    /// Acts on the signals that came.
    func signalsArrived() {
        CrashHandler.lendStack()
        handle(signals.drain())
    }

    /// Acts on these signals, the most final first.
    func handle(_ arrived: Set<Int32>) {
        if arrived.contains(SIGHUP) { hangUp() }
        if let signal = [SIGTERM, SIGQUIT].first(where: arrived.contains) { terminate(by: signal) }
        if arrived.contains(SIGCONT) { continued() }
        if arrived.contains(SIGWINCH) { windowChanged() }
        if arrived.contains(SIGINT) { continuation.yield(.interrupt) }
        if arrived.contains(SIGTSTP) { continuation.yield(.suspend) }
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
        isEnding = true
        sources?.cancelInput()
        drop(queue.removeAll())
        continuation.yield(.hangUp)
    }

    /// Tells that the program has to end; what was typed before is overtaken.
    private func terminate(by signal: Int32) {
        isEnding = true
        drop(queue.removeAll())
        continuation.yield(.terminate(signal: signal))
    }
}
