import Curses
import Dispatch
import Glibc
import Runtime

/// Signals that ask a command to end, delivered as values.
enum Interruption {
    /// SIGINT, SIGTERM and SIGHUP, each time one arrives. When the stream ends, their actions from before are restored. Signals that
    /// were ignored when the program started (`nohup`) stay ignored.
    static func signals() -> AsyncStream<Int32> {
        AsyncStream { continuation in
            let sources = SignalSources(handled) { continuation.yield($0) }
            continuation.onTermination = { _ in sources.cancel() }
        }
    }

    /// Waits for the first such signal.
    static func wait() async {
        for await _ in signals() { return }
    }

    /// The signals that were not ignored when the program started, as `nohup` has it.
    private static let handled = [SIGINT, SIGTERM, SIGHUP].filter { !SignalDisposition.isIgnored($0) }
}

/// Signals as Dispatch delivers them.
private final class SignalSources: Sendable {
    private let sources: Locked<[(source: any DispatchSourceSignal, before: sigaction)]>

    init(_ numbers: [Int32], _ handler: @escaping @Sendable (Int32) -> Void) {
        sources = Locked(
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

    /// Dispatch sees a signal in addition to its action, so that the default action, death, has to be replaced.
    private static func ignore(_ number: Int32) -> sigaction {
        var (action, before) = (sigaction(), sigaction())
        action.__sigaction_handler.sa_handler = SIG_IGN
        sigaction(number, &action, &before)
        return before
    }
}

/// The program as the first process of a container, for which the kernel drops every signal without a handler.
enum FirstProcess {
    /// Has the usual signals end the program, with the status that a shell would show.
    static func endOnSignals() {
        guard getpid() == 1 else { return }
        for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] where SignalDisposition.isDefault(number) {
            signal(number) { _exit(128 + $0) }
        }
    }
}
