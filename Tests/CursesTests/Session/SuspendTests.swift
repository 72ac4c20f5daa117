import Foundation
import Glibc
import Terminal
import TestSupport
import Testing

@testable import Curses

extension Sessions {
    @Suite struct Suspending {
        /// In a process of its own, and of its own group: suspends itself and draws again once it is continued.
        @MainActor private static func suspendOnce(at path: String) async throws {
            setpgid(0, 0)
            let terminal = open(path, O_RDWR | O_NOCTTY)
            let device = TerminalDevice(input: terminal, output: terminal, diagnostics: -1)
            let options = CursesOptions(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"])
            let session = try CursesSession(options: options, device: device)
            session.draw(Frame(size: session.size, lines: [Line("process [\(getpid())]")]))
            let events = session.events
            session.suspend()
            for await event in events {
                session.draw(Frame(size: session.size, lines: [Line("\(event)")]))
                break
            }
            session.end()
        }

        /// Plays the shell: waits until the process is stopped, looks at the terminal, and continues it.
        private func playShell(on terminal: PseudoTerminal, modes: [tcflag_t]) async throws -> String {
            let sent = terminal.sent(until: "\u{1B}[?1049l")
            #expect(sent.contains("\u{1B}[?1007r\u{1B}[?2004l"))
            let digits = sent.split(separator: "[").compactMap { $0.split(separator: "]").first.flatMap { Int32($0) } }
            let process = try #require(digits.last)
            try await Patience.wait(until: "the process to stop") { ProcessFacts(process).isStopped }
            #expect(terminal.modes == modes)
            kill(process, SIGCONT)
            return terminal.sent(until: "\u{1B}[?1049l")
        }

        @Test func suspendingStopsTheProcessAndContinuingBringsTheScreenBack() async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            async let shell = Task.detached { try await playShell(on: terminal, modes: modes) }.value
            await #expect(processExitsWith: .success) { [path = path as String] in
                try await Self.suspendOnce(at: path)
            }
            let afterwards = try await shell
            #expect(afterwards.contains("\u{1B}[?1049h"))
            #expect(afterwards.contains("\u{1B}[?2004h") && afterwards.contains("\u{1B}[?2004l"))
            #expect(afterwards.contains("process ["))
            #expect(afterwards.contains("\u{1B}[?1h\u{1B}="), "the keypad sends what the program knows")
            #expect(!afterwards.contains("\u{1B}]104"), "the palette stays as it was")
            #expect(afterwards.contains("resumed"))
            #expect(terminal.modes == modes)
        }
    }
}
