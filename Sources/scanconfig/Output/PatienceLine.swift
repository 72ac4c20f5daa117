import Runtime

/// Says on standard error what a command waits for when that takes a while: once in each phase, and nothing on a terminal, which has a line
/// of progress.
final class PatienceLine: Sendable {
    private struct Phase {
        let name: String
        var words: String
        let timer: Task<Void, Never>
    }

    private let phase = Locked<Phase?>(nil)
    private let limit: Duration
    private let clock: any Clock<Duration>
    private let write: @Sendable (String) -> Void

    /// A line that waits for `limit` on `clock` before `write` gets it.
    init(
        after limit: Duration = .seconds(5), clock: any Clock<Duration> = EventLoopClock(),
        write: @escaping @Sendable (String) -> Void = { if !StandardError.isTerminal { StandardError.write($0) } }
    ) {
        (self.limit, self.clock, self.write) = (limit, clock, write)
    }

    /// The command waits, in a phase of this name; what for is said as it is when the time has come.
    func wait(_ name: String, _ words: String) {
        phase.withLock { phase in
            if phase?.name == name {
                phase?.words = words
                return
            }
            phase?.timer.cancel()
            phase = Phase(name: name, words: words, timer: timer(of: name))
        }
    }

    /// The command waits no more.
    func end() {
        phase.withLock { phase in
            phase?.timer.cancel()
            phase = nil
        }
    }

    private func timer(of name: String) -> Task<Void, Never> {
        Task { [limit, clock] in
            guard (try? await clock.sleep(for: limit)) != nil else { return }
            speak(in: name)
        }
    }

    private func speak(in name: String) {
        let words = phase.withLock { $0?.name == name ? $0?.words : nil }
        if let words { write("scanconfig: \(words)\n") }
    }
}
