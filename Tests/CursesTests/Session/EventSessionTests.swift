import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    @Suite @MainActor struct Events {
        private let terminal: PseudoTerminal
        private let session: CursesSession

        init() throws {
            terminal = try PseudoTerminal()
            session = try Sessions.start(on: terminal)
        }

        /// The events up to and including the last one wanted.
        private func events(_ count: Int) async -> [TerminalEvent] {
            var events: [TerminalEvent] = []
            for await event in session.events {
                events.append(event)
                if events.count == count { break }
            }
            return events
        }

        @Test(
            arguments: [
                ("j", .character("j")), ("é", .character("é")), ("日", .character("日")), (" ", .character(" ")), ("\r", .enter),
                ("\n", .enter),
                ("\u{03}", .control("c")), ("\u{1A}", .control("z")), ("\u{13}", .control("s")), ("\u{1C}", .control("\\")),
                ("\u{16}", .control("v")),
                ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}OH", .home),
                ("\u{1B}OF", .end),
                ("\u{1B}[3~", .delete), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{7F}", .backspace), ("\u{1B}", .escape),
                ("\u{1B}[1;9Z", .unknown(27)),
            ] as [(String, Key)])
        func keysArrive(typed: String, key: Key) async {
            terminal.type(typed)
            #expect(await events(1) == [.key(key)])
            session.end()
        }

        @Test func keysKeepTheirOrder() async {
            terminal.type("ab\u{1B}OAc")
            #expect(await events(4) == [.key(.character("a")), .key(.character("b")), .key(.up), .key(.character("c"))])
            session.end()
        }

        @Test func aNewSizeIsTold() async {
            terminal.resize(columns: 100, rows: 30)
            kill(getpid(), SIGWINCH)
            let size = TerminalSize(columns: 100, rows: 30)
            #expect(await events(1) == [.resized(size)])
            #expect(session.size == size)
            session.draw(Sessions.list(cursor: 0, size: size))
            #expect(terminal.sent().contains("acme/service-29"))
            session.end()
        }

        @Test func theSameSizeIsNotTold() async {
            kill(getpid(), SIGWINCH)
            kill(getpid(), SIGTERM)
            #expect(await events(1) == [.terminate])
            session.end()
        }

        @Test func anInterruptFromOutsideIsTheKey() async {
            kill(getpid(), SIGINT)
            #expect(await events(1) == [.key(.control("c"))])
            session.end()
        }

        @Test func hangingUpIsToldOnceHoweverOftenItHappens() async {
            kill(getpid(), SIGHUP)
            #expect(await events(1) == [.hangUp])
            kill(getpid(), SIGHUP)
            terminal.hangUp()
            kill(getpid(), SIGTERM)
            #expect(await events(1) == [.terminate])
            session.draw(Sessions.list(cursor: 0, size: session.size))
            session.end()
        }

        @Test func endOfFileHangsUp() async {
            terminal.hangUp()
            #expect(await events(1) == [.hangUp])
            session.end()
        }

        @Test func continuingTakesTheTerminalAgain() async {
            session.draw(Sessions.list(cursor: 3, size: session.size))
            _ = terminal.sent()
            kill(getpid(), SIGCONT)
            #expect(await events(1) == [.resumed])
            let sent = terminal.sent()
            #expect(sent.contains("\u{1B}[?1049h"))
            #expect(sent.contains("acme/service-23"))
            session.end()
        }

        @Test func theEventsEndWithTheSession() async {
            session.end()
            #expect(await events(1).isEmpty)
        }
    }
}
