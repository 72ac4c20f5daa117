import InspectorCore
import Runtime

/// What the watches of a command share: the signal that ends them.
final class WatchDesk: Sendable {
    private let signals = Interruption.signals()
    private let state = Locked(State())

    private struct State {
        var watches: [WatchHandle] = []
        /// The signal that ended them.
        var signal: Int32?
        var listener: Task<Void, Never>?
    }

    /// Takes a watch. One that comes after the signal ends at once.
    func take(_ watch: WatchHandle) {
        let isEnded = state.withLock { state in
            state.watches.append(watch)
            state.listener = state.listener ?? Task { [signals, weak self] in for await signal in signals { self?.end(at: signal) } }
            return state.signal != nil
        }
        if isEnded { watch.stop() }
    }

    /// All watches are over. Returns the signal that ended them, if one did.
    func end() async -> Int32? {
        let listener = state.withLock { $0.listener }
        listener?.cancel()
        await listener?.value
        return state.withLock { $0.signal }
    }

    private func end(at signal: Int32) {
        let watches = state.withLock { state in
            state.signal = state.signal ?? signal
            return state.watches
        }
        for watch in watches { watch.stop() }
    }
}
