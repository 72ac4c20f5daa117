import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    @Suite @MainActor struct Restoring {
        @Test func keysAreRawWhileItLastsAndAsBeforeAfterwards() throws {
            let terminal = try PseudoTerminal()
            let before = terminal.modes
            let session = try Sessions.start(on: terminal)
            let during = terminal.modes
            #expect(during[3] & tcflag_t(ISIG | ICANON | ECHO | IEXTEN) == 0)
            #expect(during[0] & tcflag_t(IXON | ICRNL) == 0)
            session.end()
            #expect(terminal.modes == before)
        }

        @Test func theNormalScreenComesBackOnce() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            session.draw(Sessions.list(cursor: 0, size: session.size))
            #expect(terminal.sent().contains("\u{1B}[?1049h"))
            session.end()
            #expect(terminal.sent().contains("\u{1B}[?1049l"))
            session.end()
            session.draw(Sessions.list(cursor: 1, size: session.size))
            session.repaint()
            #expect(terminal.sent().isEmpty)
        }

        @Test func withoutASecondScreenAFreshLineBegins() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, type: "vt100")
            session.draw(Sessions.list(cursor: 0, size: session.size))
            session.end()
            #expect(terminal.sent().hasSuffix("\r\n"))
        }

        @Test func messagesWaitUntilTheScreenIsGone() throws {
            let terminal = try PseudoTerminal()
            let messages = open(terminal.path, O_RDWR | O_NOCTTY)
            let device = TerminalDevice(input: terminal.programEnd, output: terminal.programEnd, diagnostics: messages)
            let options = CursesOptions(environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8"])
            let session = try CursesSession(options: options, device: device)
            _ = write(messages, "a library speaks", 16)
            session.draw(Sessions.list(cursor: 0, size: session.size))
            #expect(!terminal.sent().contains("a library speaks"))
            session.end()
            let after = terminal.sent()
            #expect(after.contains("\u{1B}[?1049l"))
            #expect(after.hasSuffix("a library speaks"))
            _ = write(messages, "again", 5)
            #expect(terminal.sent() == "again")
            close(messages)
        }

        @Test func signalsActAsBeforeAfterwards() throws {
            var before = sigaction()
            sigaction(SIGTERM, nil, &before)
            let session = try Sessions.start(on: PseudoTerminal())
            session.end()
            var after = sigaction()
            sigaction(SIGTERM, nil, &after)
            #expect(after.__sigaction_handler.sa_handler == nil)
            #expect(before.__sigaction_handler.sa_handler == nil)
        }

        @Test(
            arguments: [
                ("", .terminalTypeUnset), ("no-such-terminal", .terminalTypeUnknown("no-such-terminal")),
                ("dumb", .terminalTypeTooSimple("dumb")),
            ] as [(String, CursesError)])
        func anUnusableTypeIsRefusedAndLeavesNoTrace(type: String, error: CursesError) throws {
            let terminal = try PseudoTerminal()
            let before = terminal.modes
            #expect(throws: error) { try Sessions.start(on: terminal, type: type) }
            #expect(terminal.modes == before)
        }

        @Test func whatIsNoTerminalIsRefused() throws {
            let terminal = try PseudoTerminal()
            let file = open("/dev/null", O_RDWR)
            defer { close(file) }
            let options = CursesOptions(environment: ["TERM": "xterm"])
            #expect(throws: CursesError.notATerminal(.input)) {
                try CursesSession(options: options, device: TerminalDevice(input: file, output: terminal.programEnd, diagnostics: file))
            }
            #expect(throws: CursesError.notATerminal(.output)) {
                try CursesSession(options: options, device: TerminalDevice(input: terminal.programEnd, output: file, diagnostics: file))
            }
        }
    }
}
