import Terminal
import Testing

@testable import Curses

extension Sessions {
    @Suite @MainActor struct Marks {
        private static let drawing = "\u{1B}]2;scanconfig: drawing\u{07}"
        private static let away = "\u{1B}]2;scanconfig: away\u{07}"
        private static let drawn = "\u{1B}]2;scanconfig: drawn 80x24 after 3 keys\u{07}"

        private func start(on terminal: PseudoTerminal, marks: String? = "1") throws -> CursesSession {
            try Sessions.start(on: terminal, environment: marks.map { ["SCANCONFIG_FRAME_MARKS": $0] } ?? [:])
        }

        @Test func aFrameStandsBetweenTwoMarks() throws {
            let terminal = try PseudoTerminal()
            let session = try start(on: terminal)
            _ = terminal.sent()
            for row in [0, 20] {
                session.draw(Sessions.list(cursor: row, size: session.size), note: "after 3 keys")
                let sent = terminal.sent()
                #expect(sent.hasPrefix(Self.drawing) && sent.hasSuffix(Self.drawn))
                #expect(sent.dropFirst(Self.drawing.count).dropLast(Self.drawn.count).contains("\u{1B}[0;7m"))
            }
            session.end()
        }

        @Test func aRepaintedFrameIsTheOneBefore() throws {
            let terminal = try PseudoTerminal()
            let session = try start(on: terminal)
            session.draw(Sessions.list(cursor: 0, size: session.size), note: "after 3 keys")
            _ = terminal.sent()
            session.repaint()
            let sent = terminal.sent()
            #expect(sent.hasPrefix(Self.drawing) && sent.hasSuffix(Self.drawn) && sent.contains("acme/service-23"))
            session.end()
        }

        @Test func atTheEndTheTerminalIsSomebodyElses() throws {
            let terminal = try PseudoTerminal()
            let session = try start(on: terminal)
            session.draw(Sessions.list(cursor: 0, size: session.size))
            _ = terminal.sent()
            session.end()
            let sent = terminal.sent()
            #expect(sent.hasPrefix(Self.drawing) && sent.hasSuffix(Self.away) && sent.contains("\u{1B}[?1049l"))
        }

        @Test(arguments: [nil, "", "0"]) func nobodyGetsThemUnasked(variable: String?) throws {
            let terminal = try PseudoTerminal()
            let session = try start(on: terminal, marks: variable)
            session.draw(Sessions.list(cursor: 0, size: session.size), note: "after 3 keys")
            session.repaint()
            session.end()
            let sent = terminal.sent()
            #expect(sent.contains("acme/service-23") && !sent.contains("\u{1B}]"))
        }
    }
}
