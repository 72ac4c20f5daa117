import Dispatch
import Glibc
import Synchronization

/// Signals that ask the program to end, as values instead of a sudden death.
enum Interruption {
    /// SIGINT, SIGTERM and SIGHUP, each time one arrives, until the stream is let go.
    static func signals() -> AsyncStream<Int32> {
        AsyncStream { continuation in
            let sources = SignalSources([SIGINT, SIGTERM, SIGHUP]) { continuation.yield($0) }
            continuation.onTermination = { _ in sources.cancel() }
        }
    }

    /// Waits for the first of them.
    static func wait() async {
        for await _ in signals() { return }
    }
}

/// Signals as Dispatch delivers them.
private final class SignalSources: Sendable {
    private let sources: Mutex<[any DispatchSourceSignal]>

    init(_ numbers: [Int32], _ handler: @escaping @Sendable (Int32) -> Void) {
        sources = Mutex(
            numbers.map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number)
                source.setEventHandler { handler(number) }
                source.activate()
                return source
            })
    }

    func cancel() {
        sources.withLock { sources in
            for source in sources { source.cancel() }
        }
    }
}
