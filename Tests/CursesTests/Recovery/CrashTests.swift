import Foundation
import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    @Suite struct Crashes {
        /// In a process of its own: takes the terminal at `path` on the standard streams and draws.
        @MainActor private static func takeTerminal(at path: String) throws -> CursesSession {
            let terminal = open(path, O_RDWR | O_NOCTTY)
            for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] { dup2(terminal, stream) }
            let session = try CursesSession(options: CursesOptions(environment: ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8"]))
            session.draw(Frame(size: session.size, lines: [Line("still here")]))
            _ = session.events
            _ = write(STDERR_FILENO, "last words", 10)
            return session
        }

        private func expectRestored(_ terminal: PseudoTerminal, modes: [tcflag_t], lastWords: String) throws {
            let sent = terminal.sent()
            let restored = try #require(sent.range(of: "\u{1B}[?1049l"))
            #expect(sent[..<restored.lowerBound].contains("still here"))
            #expect(sent[..<restored.lowerBound].contains("\u{1B}[?25h"))
            #expect(sent[..<restored.lowerBound].contains("\u{1B}[?1007r\u{1B}[?2004l"))
            #expect(!sent[..<restored.lowerBound].contains(lastWords))
            #expect(sent[restored.upperBound...].contains(lastWords))
            #expect(terminal.modes == modes)
        }

        @Test func aBadAccessGivesTheTerminalBack() async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
                let session = try await Self.takeTerminal(at: path)
                kill(getpid(), SIGSEGV)
                for await _ in await session.events {}
            }
            try expectRestored(terminal, modes: modes, lastWords: "last words")
        }

        @Test func nothingFollowsWhatGivesTheTerminalBack() async throws {
            let terminal = try PseudoTerminal()
            await #expect(processExitsWith: .success) { [path = terminal.path as String] in
                try await Self.drawAfterwards(at: path)
            }
            let sent = terminal.sent()
            #expect(sent.contains("\u{1B}[?1049l") && !sent.contains("too late"))
        }

        @MainActor private static func drawAfterwards(at path: String) throws {
            let session = try takeTerminal(at: path)
            CrashRecord.restoreTerminal()
            session.draw(Frame(size: session.size, lines: [Line("too late")]))
            exit(0)
        }

        @Test func anOverflowingStackIsNoObstacle() async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            await #expect(processExitsWith: .signal(SIGSEGV)) { [path = path as String] in
                let depth = try await Self.descend(onTerminalAt: path)
                #expect(depth == 0)
            }
            try expectRestored(terminal, modes: modes, lastWords: "last words")
        }

        @MainActor private static func descend(onTerminalAt path: String) throws -> Int {
            let session = try takeTerminal(at: path)
            defer { session.end() }
            return descend(1)
        }

        private static func descend(_ depth: Int) -> Int {
            depth == 0 ? 0 : descend(depth + 1) * 3 + depth
        }

        @Test func aTrapGivesTheTerminalBackAndThenSpeaks() async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            await #expect(processExitsWith: .failure) { [path = path as String] in
                let columns = try await Self.takeTerminal(at: path).size.columns
                precondition(columns < 0, "out of order")
            }
            try expectRestored(terminal, modes: modes, lastWords: "out of order")
        }

        @Test func anAbortGivesTheTerminalBack() async throws {
            let terminal = try PseudoTerminal()
            let (modes, path) = (terminal.modes, terminal.path)
            await #expect(processExitsWith: .signal(SIGABRT)) { [path = path as String] in
                let session = try await Self.takeTerminal(at: path)
                kill(getpid(), SIGABRT)
                for await _ in await session.events {}
            }
            try expectRestored(terminal, modes: modes, lastWords: "last words")
        }
    }
}
