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

        /// The events up to and including the last one wanted, but for those that merely tell of input.
        private func events(_ count: Int) async -> [TerminalEvent] {
            var events: [TerminalEvent] = []
            for await event in session.events where event != .inputWaits {
                events.append(event)
                if events.count == count { break }
            }
            return events
        }

        /// What was typed, up to and including the last input wanted.
        private func inputs(_ count: Int) async -> [SessionInput] {
            var inputs: [SessionInput] = []
            for await _ in session.events {
                while let input = session.nextInput() { inputs.append(input) }
                if inputs.count >= count { break }
            }
            return inputs
        }

        /// How many keys were read and wait to be taken; they are taken.
        private func waiting(in session: CursesSession) -> Int { session.input.discardQueue() }

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
            #expect(await inputs(1) == [.key(key)])
            session.end()
        }

        @Test func keysKeepTheirOrder() async {
            terminal.type("ab\u{1B}OAc")
            #expect(await inputs(4) == [.key(.character("a")), .key(.character("b")), .key(.up), .key(.character("c"))])
            session.end()
        }

        @Test func keysThatComeTogetherAreToldApartWherePastesAreNotMarked() async {
            terminal.type("\u{1B}[?2004;0$yab")
            #expect(await inputs(2) == [.keyInBurst(.character("a")), .keyInBurst(.character("b"))])
            session.end()
        }

        @Test func aPasteIsOneInput() async {
            terminal.type("\u{1B}[200~dy\u{1B}[201~")
            #expect(await inputs(1) == [.paste("dy")])
            session.end()
        }

        @Test func aPasteThatNeverEndsIsToldAfterAWhile() async {
            terminal.type("\u{1B}[200~dy")
            #expect(await inputs(1) == [.brokenPaste])
            session.end()
        }

        @Test func signalsOvertakeWhatWasTyped() async {
            terminal.type("jj")
            for await event in session.events where event == .inputWaits { break }
            kill(getpid(), SIGTERM)
            #expect(await events(1) == [.terminate(signal: SIGTERM)])
            #expect(session.nextInput() == nil)
            session.end()
        }

        @Test func noMoreIsReadThanFits() async {
            terminal.type(String(repeating: "j", count: 4000))
            for await event in session.events where event == .inputWaits { break }
            terminal.resize(columns: 100, rows: 30)
            kill(getpid(), SIGWINCH)
            for await event in session.events where event != .inputWaits { break }
            let read = waiting(in: session)
            #expect(read < InputQueue.limit + Keyboard.portion)
            terminal.waitUntilReadable(4000 - read)
            #expect(session.discardInput() == 4000 - read)
            #expect(session.nextInput() == nil)
            terminal.type("k")
            #expect(await inputs(1) == [.key(.character("k"))])
            session.end()
        }

        @Test func whatWasTypedIsThrownAwayReadOrNot() async {
            terminal.type("dy")
            for await event in session.events where event == .inputWaits { break }
            let typed = "y\u{1B}[200~half a paste "
            terminal.type(typed)
            terminal.waitUntilReadable(typed.utf8.count)
            #expect(session.discardInput() == 3)
            #expect(session.nextInput() == nil)
            terminal.type("and the rest y\u{1B}[201~")
            #expect(await inputs(1) == [.paste("half a paste and the rest y")])
            session.end()
        }

        @Test func theTerminalsAnswerIsCounted() async throws {
            #expect(!session.answersStatus)
            terminal.type("\u{1B}[0n")
            #expect(await inputs(1) == [.statusReport])
            #expect(session.answersStatus)
            let query = try #require(session.askStatus())
            #expect(terminal.sent().hasSuffix("\u{1B}[5n"))
            #expect(query.deadline == nil)
            #expect(session.answeredStatus < query.number)
            terminal.type("j\u{1B}[0n")
            #expect(await inputs(2) == [.key(.character("j")), .statusReport])
            #expect(session.answeredStatus == query.number)
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
            #expect(await events(1) == [.terminate(signal: SIGTERM)])
            session.end()
        }

        @Test func anInterruptFromOutsideIsTheKey() async {
            kill(getpid(), SIGINT)
            #expect(await events(1) == [.interrupt])
            session.end()
        }

        @Test func hangingUpIsToldOnceHoweverOftenItHappens() async {
            kill(getpid(), SIGHUP)
            #expect(await events(1) == [.hangUp])
            kill(getpid(), SIGHUP)
            terminal.hangUp()
            kill(getpid(), SIGTERM)
            #expect(await events(1) == [.terminate(signal: SIGTERM)])
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
