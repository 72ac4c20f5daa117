import AWSClient
import InspectorCore
import OperatorUI
import Runtime
import Synchronization

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
