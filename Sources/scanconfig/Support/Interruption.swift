import Dispatch
import Glibc

/// Signals that ask the program to end, as values instead of a sudden death.
enum Interruption {
    /// The signals asked for, each time one arrives, until the stream is let go.
    static func signals() -> AsyncStream<Int32> {
        AsyncStream { continuation in
            let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number)
                source.setEventHandler { continuation.yield(number) }
                source.activate()
                return source
            }
            continuation.onTermination = { _ in for source in sources { source.cancel() } }
        }
    }

    /// Waits for the first of them.
    static func wait() async {
        for await _ in signals() { return }
    }
}
