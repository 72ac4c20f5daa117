import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    @Suite struct DrawingUnderALimit {
        /// In a process of its own, in which no file may have more than some bytes (`ulimit -f`).
        @MainActor private static func draw(at path: String) throws {
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 100, rlim_max: 100)
            setrlimit(Int32(RLIMIT_FSIZE.rawValue), &limit)
            let terminal = open(path, O_RDWR | O_NOCTTY)
            let device = TerminalDevice(input: terminal, output: terminal, diagnostics: dup(terminal))
            let options = CursesOptions(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
            let session = try CursesSession(options: options, device: device)
            session.draw(Sessions.list(cursor: 3, size: session.size))
            let message = Array(Self.message.utf8)
            _ = write(device.diagnostics, message, message.count)
            session.end()
        }

        private static let message = String(repeating: "a message that is longer than any file may be; ", count: 5)

        @Test func framesAndMessagesArriveWhole() async throws {
            let terminal = try PseudoTerminal()
            await #expect(processExitsWith: .success) { [path = terminal.path as String] in
                try await Self.draw(at: path)
            }
            let sent = terminal.sent()
            #expect(sent.contains(Self.message), "\(sent)")
            #expect((0..<24).allSatisfy { sent.contains("service-\($0)") }, "\(sent)")
        }
    }
}
