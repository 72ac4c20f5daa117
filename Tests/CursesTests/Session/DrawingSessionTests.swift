import Glibc
import Terminal
import Testing

@testable import Curses

extension Sessions {
    @Suite @MainActor struct Drawing {
        private func output(
            of lines: [Line], type: String = "xterm-256color", color: ColorChoice = .auto, environment: [String: String] = [:]
        ) throws -> String {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, type: type, color: color, environment: environment)
            session.draw(Frame(size: session.size, lines: lines))
            let sent = terminal.sent()
            session.end()
            return sent
        }

        @Test func aStepCostsLittleAndNothingCostsNothing() throws {
            let terminal = try PseudoTerminal(columns: 160, rows: 50)
            let session = try Sessions.start(on: terminal)
            defer { session.end() }
            #expect(session.size == TerminalSize(columns: 160, rows: 50))
            session.draw(Sessions.list(cursor: 10, size: session.size))
            #expect(terminal.sent().contains("acme/service-49"))
            session.draw(Sessions.list(cursor: 11, size: session.size))
            let step = terminal.sent()
            #expect(step.contains("▸"))
            #expect(!step.contains("acme"))
            #expect(step.utf8.count < 60)
            session.draw(Sessions.list(cursor: 11, size: session.size))
            #expect(terminal.sent().isEmpty)
        }

        @Test(arguments: [(9, 10), (10, 9)]) func theRowThatTheCursorComesToIsWrittenLast(from: Int, to: Int) throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            defer { session.end() }
            func list(_ cursor: Int) -> Frame {
                let lines = (0..<24).map { Line("name-\($0)", $0 == cursor ? .cursor : .text) }
                return Frame(size: session.size, lines: lines, cursor: Position(column: 0, row: cursor))
            }
            session.draw(list(from))
            _ = terminal.sent()
            session.draw(list(to))
            let sent = terminal.sent()
            let (old, new) = (try #require(sent.firstRange(of: "name-\(from)")), try #require(sent.firstRange(of: "name-\(to)")))
            #expect(old.lowerBound < new.lowerBound)
            #expect(sent.utf8.count < 60)
        }

        @Test func repaintSendsEverythingAgain() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            defer { session.end() }
            session.draw(Sessions.list(cursor: 0, size: session.size))
            let first = terminal.sent()
            session.repaint()
            #expect(first.contains("acme/service-23"))
            #expect(terminal.sent().contains("acme/service-23"))
        }

        @Test func aShorterFrameClearsWhatWasBelow() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            defer { session.end() }
            session.draw(Frame(size: session.size, lines: [Line("one"), Line("two"), Line("three")]))
            _ = terminal.sent()
            session.draw(Frame(size: session.size, lines: [Line("one")]))
            #expect(terminal.sent().contains("\u{1B}[J"))
        }

        @Test func aFrameForALargerTerminalIsClipped() throws {
            let terminal = try PseudoTerminal(columns: 20, rows: 3)
            let session = try Sessions.start(on: terminal)
            defer { session.end() }
            let lines = (0..<5).map { Line("row \($0) " + String(repeating: "x", count: 40)) }
            session.draw(Frame(size: TerminalSize(columns: 60, rows: 5), lines: lines, cursor: Position(column: 50, row: 4)))
            let sent = terminal.sent()
            #expect(sent.contains("row 0 xxxxxxxxxxxxx…"))
            #expect(sent.contains("row 2"))
            #expect(!sent.contains("row 3") && !sent.contains("xxxxxxxxxxxxxx"))
        }

        @Test func theCursorStandsWhereTheFrameSaysOrIsHidden() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal)
            defer { session.end() }
            session.draw(Frame(size: session.size, lines: [Line("one")], cursor: Position(column: 40, row: 7)))
            #expect(terminal.sent().hasSuffix("\u{1B}[8;41H"))
            session.draw(Frame(size: session.size, lines: [Line("one")]))
            #expect(terminal.sent().contains("\u{1B}[?25l"))
        }

        @Test func colorsAreUsedWhereTheyAreWanted() throws {
            let lines = [Line("gone wrong", .failed)]
            #expect(try output(of: lines).contains("91m"))
            #expect(try output(of: lines, type: "xterm").contains("\u{1B}[33m"))
            #expect(try !output(of: lines, environment: ["NO_COLOR": "1"]).contains("91m"))
            #expect(try output(of: lines, color: .on, environment: ["NO_COLOR": "1"]).contains("91m"))
            #expect(try !output(of: lines, color: .off).contains("91m"))
        }

        @Test func withoutColorsAFailureIsBoldAndUnderlinedAndTheBarReversed() throws {
            let sent = try output(of: [Line("gone wrong", .failed), Line("here", .cursor)], type: "xterm", color: .off)
            #expect(sent.contains("\u{1B}[0;1;4mgone wrong") && sent.contains("\u{1B}[0;7mhere"))
        }

        @Test(arguments: Style.Role.allCases) func theBackgroundStays(role: Style.Role) throws {
            let sent = try output(of: [Line("text", Style(role: role))])
            #expect(sent.contains("text"))
            #expect(!sent.contains("[48;") && !sent.contains(";48;"))
        }

        @Test(arguments: [
            ("xterm", "C.UTF-8", "▸ é日"), ("vt220", "C.UTF-8", "▸ é日"), ("linux", "C.UTF-8", "> ???"), ("xterm", "C", "> ???"),
        ])
        func glyphsAreThoseTheTerminalHas(type: String, locale: String, shown: String) throws {
            #expect(try output(of: [Line("▸ é日")], type: type, environment: ["LC_ALL": locale]).contains(shown))
        }

        @Test func combiningMarksStayWithTheirLetter() throws {
            #expect(try output(of: [Line("cafe\u{301} 日本")]).contains("cafe\u{301} 日本"))
        }

        @Test func escapeSequencesInTextDoNotReachTheTerminal() throws {
            let sent = try output(of: [Line("name\u{1B}]0;title\u{07}\u{9B}31m")])
            #expect(sent.contains("name�]0;title��31m"))
        }
    }
}
