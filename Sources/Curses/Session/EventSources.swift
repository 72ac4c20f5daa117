import Dispatch
import Glibc
package import Terminal

/// Wakes the session when there is something to read, and only then.
@MainActor final class EventSources {
    /// Nothing until ``begin()``: a source that was made and never activated may not be released.
    private var active: (input: any DispatchSourceRead, signals: any DispatchSourceRead)?
    private let descriptors: (input: Int32, signals: Int32)
    private weak var session: CursesSession?
    private var isInputPaused = false

    /// Watches the terminal's input and the signal pipe on the main queue from ``begin()`` on. When that ends, this end of the pipe is closed.
    init(input: Int32, signals: Int32, session: CursesSession) {
        (descriptors, self.session) = ((input, signals), session)
    }

    /// Begins to watch, which starts a thread.
    func begin() { _ = sources }

    private var sources: (input: any DispatchSourceRead, signals: any DispatchSourceRead) {
        if let active { return active }
        let input = DispatchSource.makeReadSource(fileDescriptor: descriptors.input, queue: .main)
        let signals = DispatchSource.makeReadSource(fileDescriptor: descriptors.signals, queue: .main)
        input.setEventHandler { [weak session] in
            MainActor.assumeIsolated { session?.inputArrived() }
        }
        signals.setEventHandler { [weak session] in
            MainActor.assumeIsolated { session?.signalsArrived() }
        }
        signals.setCancelHandler { [end = descriptors.signals] in close(end) }
        input.activate()
        signals.activate()
        active = (input, signals)
        return (input, signals)
    }

    /// Stops watching the input, which at its end would be readable for ever.
    func cancelInput() {
        resumeInput()
        sources.input.cancel()
    }

    /// Stops watching the input for now, so that it stays in the terminal's own queue.
    func pauseInput() {
        guard !isInputPaused else { return }
        isInputPaused = true
        sources.input.suspend()
    }

    /// Watches the input again.
    func resumeInput() {
        guard isInputPaused else { return }
        isInputPaused = false
        sources.input.resume()
    }

    /// Stops watching input and signals.
    func cancel() {
        cancelInput()
        sources.signals.cancel()
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
