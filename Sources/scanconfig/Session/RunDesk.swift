import Glibc
import InspectorCore
import Runtime

/// What the runs of a command share: the signals that stop them, and the question to sign in again.
final class RunDesk: Sendable {
    let question = SignInQuestion()
    private let signals = Interruption.signals()
    private let state = Locked(State())

    private struct State {
        var runs: [(handle: RunHandle, phase: RunPhase)] = []
        /// The first signal that asked to stop.
        var first: Int32?
        var watch: Task<Void, Never>?
    }

    /// Takes a run. Signals count from when the desk was made, so that none falls between a run's first call and their handling.
    func take(_ handle: RunHandle, _ phase: RunPhase) {
        let isStopped = state.withLock { state in
            state.runs.append((handle, phase))
            state.watch =
                state.watch
                ?? Task { [signals, weak self] in
                    for await signal in signals { self?.stop(at: signal) }
                }
            return state.first != nil
        }
        if isStopped { handle.stop() }
    }

    /// All runs are over. Returns the first signal that asked to stop, if one did.
    func end() async -> Int32? {
        let watch = state.withLock { $0.watch }
        watch?.cancel()
        await watch?.value
        return state.withLock { $0.first }
    }

    /// Stops the runs at the first signal, and aborts them at the second. A window that closes sends two hang-ups, one from its terminal
    /// and one from its shell, so that a hang-up never aborts.
    private func stop(at signal: Int32) {
        let (runs, isFirst) = state.withLock { state in
            defer { state.first = state.first ?? signal }
            return (state.runs, state.first == nil)
        }
        if isFirst {
            let told = runs.first { !$0.phase.isListing } ?? runs.first
            StandardError.write("\n\(told?.phase.stoppingWords ?? "")\n")
            question.stop()
            for run in runs { run.handle.stop() }
        } else if signal != SIGHUP {
            for run in runs { run.handle.abort() }
        }
    }
}
