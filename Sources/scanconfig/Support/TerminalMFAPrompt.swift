import AWSClient
import Glibc
import Terminal
import TextSafety

/// Asks for the code of a multi-factor device on the controlling terminal, whatever standard input and output are.
struct TerminalMFAPrompt: MFAPrompt {
    func code(for serial: String, profile: String) async throws(CredentialError) -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { throw .mfaUnavailable(profile: profile, serial: serial) }
        defer { close(terminal) }
        let question = "Code of \(serial.terminalSafe) for profile \(profile.terminalSafe): "
        _ = question.withCString { write(terminal, $0, strlen($0)) }
        let code = await TypedLine.next(from: terminal)?.filter { !$0.isWhitespace } ?? ""
        guard !code.isEmpty else { throw .mfaCancelled(profile: profile, serial: serial) }
        return code
    }
}
