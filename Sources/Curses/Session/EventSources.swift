import Dispatch
import Glibc
package import Terminal

/// Wakes the session when there is something to read, and only then.
@MainActor final class EventSources {
    private let input: any DispatchSourceRead
    private let signals: any DispatchSourceRead
    private var isInputPaused = false
    private var isActive = false

    /// Watches the terminal's input and the signal pipe on the main queue from ``begin()`` on. When that ends, this end of the pipe is closed.
    init(input: Int32, signals: Int32, session: CursesSession) {
        self.input = DispatchSource.makeReadSource(fileDescriptor: input, queue: .main)
        self.signals = DispatchSource.makeReadSource(fileDescriptor: signals, queue: .main)
        self.input.setEventHandler { [weak session] in
            MainActor.assumeIsolated { session?.inputArrived() }
        }
        self.signals.setEventHandler { [weak session] in
            MainActor.assumeIsolated { session?.signalsArrived() }
        }
        self.signals.setCancelHandler { close(signals) }
    }

    /// Begins to watch, which starts a thread.
    func begin() {
        if isActive { return }
        isActive = true
        input.activate()
        signals.activate()
    }

    /// Stops watching the input, which at its end would be readable for ever.
    func cancelInput() {
        begin()
        resumeInput()
        input.cancel()
    }

    /// Stops watching the input for now, so that it stays in the terminal's own queue.
    func pauseInput() {
        guard !isInputPaused else { return }
        begin()
        isInputPaused = true
        input.suspend()
    }

    /// Watches the input again.
    func resumeInput() {
        guard isInputPaused else { return }
        isInputPaused = false
        input.resume()
    }

    /// Stops watching input and signals.
    func cancel() {
        cancelInput()
        signals.cancel()
    }
}

/// What the terminal or the system reports. Keys are not among it: they wait to be taken, so that these events overtake them.
package enum TerminalEvent: Sendable, Hashable {
    /// ``CursesSession/nextInput()`` has something to take.
    case inputWaits
    /// SIGINT asks the program to stop what it is doing.
    case interrupt
    /// SIGTSTP asks the program to give the terminal back for a while.
    case suspend
    /// The terminal has this size now.
    case resized(TerminalSize)
    /// The program goes on after it had been stopped; the last frame is on the screen again.
    case resumed
    /// The terminal is gone: SIGHUP, end of file, or EIO. Emitted once.
    case hangUp
    /// The system asks the program to end, by SIGTERM or SIGQUIT.
    case terminate(signal: Int32)
}
