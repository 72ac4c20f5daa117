import AWSClient
import Glibc
import InspectorCore
import OperatorUI
import Runtime
import TextSafety

/// Asks the operator to sign in again when the credentials of a run have expired or belong to another account. Meanwhile the run's events
/// are read, and runs beside it go on.
final class SignInQuestion: Sendable {
    private let state = Locked(State())

    private struct State {
        var isReading = false
        var isOver = false
        /// The runs that wait for an answer.
        var waiting: [RunHandle] = []
        /// Where several sessions tell what they do.
        var board: FleetBoard?
    }

    /// Whether the question is waiting on the terminal's last line.
    var isOpen: Bool { state.withLock { $0.isReading && !$0.waiting.isEmpty && !$0.isOver } }

    /// Asks the question for a run. Without a terminal, or after ``stop()``, it stops the run instead.
    func ask(_ pause: RunPause, of handle: RunHandle, in session: CommandSession) {
        guard StandardInput.isTerminal, StandardError.isTerminal, !state.withLock({ $0.isOver }) else {
            session.say(pause.sentence)
            return handle.stop()
        }
        let isFirst = state.withLock { state in
            defer { state.isReading = true }
            state.waiting.append(handle)
            state.board = session.seat?.board
            return !state.isReading
        }
        let name = session.seat.map { "\($0.name): " } ?? ""
        let question = "\(name)\(pause.sentence)\nTo continue, \(pause.remedy), then press Enter here. "
        if let board = session.seat?.board { board.ask(question) } else { StandardError.write(question) }
        if isFirst { Task { await self.read() } }
    }

    /// Stops the runs that wait and asks no more questions, so that neither the rest of a run nor its last listing waits for an answer.
    func stop() {
        let waiting = state.withLock { state in
            state.isOver = true
            return state.waiting
        }
        for handle in waiting { handle.stop() }
    }

    /// Withdraws the question for a run that is over. Where no other run waits, a new line begins.
    func close(_ handle: RunHandle) {
        let wasOpen = isOpen
        state.withLock { $0.waiting.removeAll { $0.runId == handle.runId } }
        guard wasOpen, !isOpen else { return }
        StandardError.write("\n")
        state.withLock { $0.board }?.goOn()
    }

    private func read() async {
        let line = await TypedLine.next(from: STDIN_FILENO)
        let (waiting, board) = state.withLock { state in
            defer { state.waiting = [] }
            state.isReading = false
            return (state.waiting, state.board)
        }
        board?.goOn()
        if line != nil { return waiting.forEach { $0.resume() } }
        StandardError.write("\n")
        stop()
        for handle in waiting { handle.stop() }
    }
}

/// Asks for the codes of MFA devices in the terminal UI.
final class CodeDialog: MFAPrompt {
    private let mailbox: Mailbox<Event>
    private let waiting = Locked<CheckedContinuation<String?, Never>?>(nil)

    init(mailbox: Mailbox<Event>) {
        self.mailbox = mailbox
    }

    func code(for serial: String, profile: String) async throws(CredentialError) -> String {
        let code = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                wait(continuation)
                mailbox.post(.codeRequested(serial: serial, profile: profile))
                if Task.isCancelled { answer(nil) }
            }
        } onCancel: {
            answer(nil)
            mailbox.post(.codeCancelled)
        }
        guard let code else { throw .mfaCancelled(profile: profile, serial: serial) }
        return code
    }

    /// Passes the operator's answer on; `nil` when the question was cancelled.
    func answer(_ code: String?) {
        let continuation = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        continuation?.resume(returning: code)
    }

    private func wait(_ continuation: CheckedContinuation<String?, Never>) {
        answer(nil)
        waiting.withLock { $0 = continuation }
    }
}
