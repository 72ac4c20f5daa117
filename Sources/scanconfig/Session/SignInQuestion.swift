import AWSClient
import Glibc
import InspectorCore
import OperatorUI
import Runtime
import Synchronization
import TextSafety

/// Asks the operator to sign in again when the credentials have expired or belong to another account. Meanwhile the run's events are read.
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

    /// Whether the question is waiting on the terminal's last line.
    var isOpen: Bool { state.withLock { $0.isReading && !$0.isOver } }

    /// Asks the question. Without a terminal, or after ``stop()``, it stops the run instead.
    func ask(_ pause: RunPause) {
        guard StandardInput.isTerminal, StandardError.isTerminal, !state.withLock({ $0.isOver }) else {
            StandardError.write("scanconfig: \(pause.sentence)\n")
            return handle.stop()
        }
        StandardError.write("\(pause.sentence)\nTo continue, \(pause.remedy), then press Enter here. ")
        let isFirst = state.withLock { state in
            defer { state.isReading = true }
            return !state.isReading
        }
        if isFirst { Task { await self.read() } }
    }

    /// Stops the run and asks no more questions, so that neither the rest of the run nor its last listing waits for an answer.
    func stop() {
        state.withLock { $0.isOver = true }
        handle.stop()
    }

    /// Withdraws the question and begins a new line.
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

/// Asks for the codes of MFA devices in the terminal UI.
final class CodeDialog: MFAPrompt {
    private let mailbox: Mailbox<Event>
    private let waiting = Mutex<CheckedContinuation<String?, Never>?>(nil)

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
