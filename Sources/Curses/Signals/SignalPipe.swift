import Glibc
import Synchronization

/// The end of the pipe that signal handlers write to, or -1.
private let writingEnd = Atomic<Int32>(-1)

/// How many times SIGTERM came.
private let endings = Atomic<Int>(0)

/// Brings signals out of their handlers: a handler writes the signal's number into a pipe, and the event loop reads it there.
struct SignalPipe {
    /// The signals that go through the pipe.
    static let signals = [SIGWINCH, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP]

    /// The end that becomes readable after a signal.
    let readingEnd: Int32
    private let ownWritingEnd: Int32
    private var actions = SignalActions()

    /// Opens the pipe and starts to listen; `nil` when the process has no file descriptors left.
    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        endings.store(0, ordering: .sequentiallyConsistent)
        readingEnd = ends[0]
        ownWritingEnd = ends[1]
        writingEnd.store(ends[1], ordering: .sequentiallyConsistent)
        listen()
    }

    /// Starts to listen, or starts again after an action was changed.
    mutating func listen() {
        actions.install({ SignalPipe.note($0) }, for: Self.signals, flags: SA_RESTART)
    }

    /// The signals that came since the last call, each once.
    func drain() -> Set<Int32> {
        var bytes = [UInt8](repeating: 0, count: 64)
        var signals: Set<Int32> = []
        while case let count = read(readingEnd, &bytes, bytes.count), count > 0 {
            signals.formUnion(bytes.prefix(count).map(Int32.init))
        }
        return signals
    }

    /// The signals that come until the first of them is there, or until so many milliseconds have passed.
    func wait(milliseconds: Int32) -> Set<Int32> {
        var descriptor = pollfd(fd: readingEnd, events: Int16(POLLIN), revents: 0)
        while poll(&descriptor, 1, milliseconds) < 0 && errno == EINTR {}
        return drain()
    }

    /// Restores the actions from before and closes the writing end. The reading end is closed by its watcher.
    mutating func close() {
        actions.restore()
        writingEnd.store(-1, ordering: .sequentiallyConsistent)
        Glibc.close(ownWritingEnd)
    }

    /// The second SIGTERM does not wait for the event loop: it restores the terminal and ends the process at once.
    private static func note(_ signal: Int32) {
        if signal == SIGTERM, endings.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue > 1 { return end(by: signal) }
        let end = writingEnd.load(ordering: .sequentiallyConsistent)
        let before = errno
        var byte = UInt8(truncatingIfNeeded: signal)
        _ = write(end, &byte, 1)
        errno = before
    }

    private static func end(by signal: Int32) {
        CrashRecord.restoreTerminal(waits: false)
        SignalActions.endProcess(by: signal)
    }
}
