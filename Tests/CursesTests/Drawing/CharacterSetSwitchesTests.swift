import Terminal
import Testing

@testable import Curses

@Suite struct CharacterSetSwitchesTests {
    @Test(arguments: [
        ("\u{1B}(B\u{1B}[m", "\u{1B}[m"), ("\u{1B}[m\u{0F}", "\u{1B}[m"), ("\u{1B}[m", "\u{1B}[m"),
        ("%?%p9%t\u{1B}(0%e\u{1B}(B%;\u{1B}[0%?%p6%t;1%;m", "\u{1B}[0%?%p6%t;1%;m"),
        ("\u{1B}[0%?%p6%t;1%;m%?%p9%t\u{0E}%e\u{0F}%;", "\u{1B}[0%?%p6%t;1%;m"),
    ])
    func areTakenOutOfTheStringsForAttributes(string: String, without: String) {
        #expect(CharacterSetSwitches.without(in: string) == without)
    }
}

extension Sessions {
    @Suite @MainActor struct Attributes {
        private static let lines = [Line([Span("plain "), Span("bold", Style(role: .text, isBold: true)), Span(" plain")])]

        @Test(arguments: ["xterm-256color", "screen-256color", "linux", "vt100"])
        func aChangeSelectsNoCharacterSetWhereTextIsUTF8(type: String) throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, type: type)
            // The first frame says what the terminal is to be like; only the second is attributes alone.
            session.draw(Frame(size: session.size, lines: []))
            _ = terminal.sent()
            session.draw(Frame(size: session.size, lines: Self.lines))
            let sent = terminal.sent()
            session.end()
            #expect(sent.contains("bold"))
            #expect(!sent.contains("\u{1B}(B") && !sent.contains("\u{0F}"), "\(sent.debugDescription)")
        }

        @Test func aChangeSelectsTheCharacterSetElsewhere() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, environment: ["LC_ALL": "C"])
            // The first frame says what the terminal is to be like; only the second is attributes alone.
            session.draw(Frame(size: session.size, lines: []))
            _ = terminal.sent()
            session.draw(Frame(size: session.size, lines: Self.lines))
            let sent = terminal.sent()
            session.end()
            #expect(sent.contains("\u{1B}(B"))
        }
    }
}
