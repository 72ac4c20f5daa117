import Terminal
import Testing

@testable import Curses

extension Sessions {
    @Suite @MainActor struct Background {
        private static let question = "\u{1B}]11;?\u{07}"
        private let line = [Line("gone wrong", .failed)]

        @Test func theQuestionIsFollowedByAStatusQuery() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, theme: nil)
            #expect(terminal.sent().contains(Self.question + "\u{1B}[5n"))
            session.end()
        }

        @Test(arguments: ["linux", "vt100", "vt220", "screen", "ansi", "sun"]) func aTerminalThatMightPrintItIsNotAsked(type: String) throws
        {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, type: type, theme: nil)
            session.draw(Frame(size: session.size, lines: line))
            #expect(!terminal.sent().contains("]11"))
            session.end()
        }

        @Test(arguments: [Theme.dark, .light, .highContrast]) func aChosenThemeAsksNothing(theme: Theme) throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, theme: theme)
            #expect(!terminal.sent().contains("]11"))
            session.end()
        }

        @Test(arguments: [
            ("rgb:0000/0000/0000", "\u{1B}[91mgone wrong"), ("rgb:ffff/ffff/ffff", "\u{1B}[31mgone wrong"), ("rgb:7f7f/7f7f/7f7f", nil),
        ]) func whatIsShownFollowsTheAnswer(color: String, redrawn: String?) throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, theme: nil)
            session.draw(Frame(size: session.size, lines: line))
            #expect(terminal.sent().contains("\u{1B}[0;1;4mgone wrong"), "attributes alone while it is not known")
            terminal.type("\u{1B}]11;\(color)\u{1B}\\\u{1B}[0n")
            session.inputArrived()
            let sent = terminal.sent()
            #expect(redrawn.map { sent.replacing("\u{1B}[1m", with: "").contains($0) } ?? !sent.contains("gone"))
            #expect(session.nextInput() == .statusReport && session.nextInput() == nil, "and no key came of it")
            session.end()
        }

        @Test func theEnvironmentMayTell() {
            #expect(Theme(environment: ["COLORFGBG": "15;0"]) == .dark)
            #expect(Theme(environment: ["COLORFGBG": "0;default;15"]) == .light)
            #expect(Theme(environment: ["COLORFGBG": "default;default", "TERM": "xterm"]) == nil)
            #expect(Theme(environment: ["TERM": "linux"]) == .dark)
        }
    }
}
