import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    /// Sessions that write lines on the normal screen.
    @Suite @MainActor struct Lines {
        private func start(on terminal: PseudoTerminal, type: String = "xterm-256color") throws -> CursesSession {
            let options = CursesOptions(isAccessible: true, environment: ["TERM": type, "LC_ALL": "C"])
            return try CursesSession(options: options, device: terminal.device)
        }

        @Test(arguments: ["xterm-256color", "linux", "dumb", "", "no-such-terminal"]) func nothingButLinesIsSent(type: String) throws {
            let terminal = try PseudoTerminal()
            let before = terminal.modes
            let session = try start(on: terminal, type: type)
            #expect(terminal.modes != before)
            session.say(["acme/größe, 1 of 88"], typing: TypingLine(label: "Filter: ", text: "x"))
            let sent = terminal.sent()
            let text = sent.replacing(/\e\[\?2004h|\e\[5n/, with: "")
            #expect(text == "acme/größe, 1 of 88\r\nFilter: x", "\(sent)")
            session.end()
            #expect(terminal.modes == before)
            let left = terminal.sent()
            #expect(left.replacing(/\e\[\?2004l/, with: "") == "\r\n", "the line that was open has ended: \(left)")
        }

        @Test func keysComeOneByOneWithoutAnEcho() throws {
            let terminal = try PseudoTerminal()
            let session = try start(on: terminal)
            defer { session.end() }
            _ = terminal.sent()
            terminal.type("a\u{1B}[B\r")
            terminal.waitUntilReadable(5)
            #expect((0..<3).map { _ in session.nextInput() } == [.key(.character("a")), .key(.down), .key(.enter)])
            #expect(terminal.sent().isEmpty)
        }
    }
}
