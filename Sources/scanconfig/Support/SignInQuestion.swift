import Glibc
import InspectorCore
import Synchronization
import TextSafety

/// Asks an operator whose credentials ended, or are another account's, to sign in again, while the run's events go on being read.
final class SignInQuestion: Sendable {
    private let handle: RunHandle
    private let state = Mutex(State())

    private struct State {
        var isReading = false
        var isOver = false
    }

    init(handle: RunHandle) {
        self.handle = handle
    }

    /// Whether the question stands on the terminal's last line.
    var isOpen: Bool { state.withLock { $0.isReading && !$0.isOver } }

    /// Asks; without anybody to ask, or when that is over, the run stops.
    func ask(_ pause: RunPause) {
        guard StandardInput.isTerminal, StandardError.isTerminal, !state.withLock({ $0.isOver }) else {
            StandardError.write("scanconfig: \(pause.sentence)\n")
            return handle.stop()
        }
        StandardError.write("\(pause.sentence)\nTo go on, \(pause.remedy), then press Enter here. ")
        let isFirst = state.withLock { state in
            defer { state.isReading = true }
            return !state.isReading
        }
        if isFirst { Task { await self.read() } }
    }

    /// Stops the run and asks no more: neither what is left to send nor the listing afterwards waits for anybody.
    func stop() {
        state.withLock { $0.isOver = true }
        handle.stop()
    }

    /// Takes the question back; what is written next begins on a line of its own.
    func close() {
        guard isOpen else { return }
        StandardError.write("\n")
        state.withLock { $0.isOver = true }
    }

    private func read() async {
        guard await TypedLine.next(from: STDIN_FILENO) != nil else {
            close()
            return stop()
        }
        state.withLock { $0.isReading = false }
        handle.resume()
    }
}
