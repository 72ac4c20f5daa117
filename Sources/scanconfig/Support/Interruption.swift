import Curses
import Dispatch
import Glibc
import Synchronization

/// Signals that ask the program to end, as values instead of a sudden death.
enum Interruption {
    /// SIGINT, SIGTERM and SIGHUP, each time one arrives, until the stream is let go; then they have their actions from before. Those that
    /// were ignored when the program started (`nohup`) stay ignored.
    static func signals() -> AsyncStream<Int32> {
        AsyncStream { continuation in
            let sources = SignalSources(heeded) { continuation.yield($0) }
            continuation.onTermination = { _ in sources.cancel() }
        }
    }

    /// Waits for the first of them.
    static func wait() async {
        for await _ in signals() { return }
    }

    /// The signals that whoever started the program lets through, as they were before the first one was caught.
    private static let heeded = [SIGINT, SIGTERM, SIGHUP].filter { !SignalDisposition.isIgnored($0) }
}

/// Signals as Dispatch delivers them.
private final class SignalSources: Sendable {
    private let sources: Mutex<[(source: any DispatchSourceSignal, before: sigaction)]>

    init(_ numbers: [Int32], _ handler: @escaping @Sendable (Int32) -> Void) {
        sources = Mutex(
            numbers.map { number in
                let before = Self.ignore(number)
                let source = DispatchSource.makeSignalSource(signal: number)
                source.setEventHandler { handler(number) }
                source.activate()
                return (source, before)
            })
    }

    func cancel() {
        sources.withLock { sources in
            for (source, before) in sources {
                source.cancel()
                var action = before
                sigaction(Int32(source.handle), &action, nil)
            }
            sources = []
        }
    }

    /// Dispatch sees a signal besides its action, which is death unless it is ignored.
    private static func ignore(_ number: Int32) -> sigaction {
        var (action, before) = (sigaction(), sigaction())
        action.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(number, &action, &before)
        return before
    }
}
