import Terminal
import Testing
import TextSafety

@Suite struct FrameTests {
    private let size = TerminalSize(columns: 5, rows: 2)

    @Test func holdsNoMoreThanFits() {
        let frame = Frame(size: size, lines: [Line("abcdefg"), Line("b"), Line("c")])
        #expect(frame.lines.map(\.text) == ["abcd…", "b"])
    }

    @Test func makesEveryLineTerminalSafe() {
        let frame = Frame(size: size, lines: [Line("\u{1B}[2J"), Line([Span("a"), Span("\u{301}b")])])
        #expect(frame.lines.map(\.text) == ["\u{FFFD}[2J", "a\u{FFFD}b"])
    }

    @Test func hidesACursorThatIsOutside() {
        #expect(Frame(size: size, lines: [], cursor: Position(column: 5, row: 0)).cursor == nil)
        #expect(Frame(size: size, lines: [], cursor: Position(column: 4, row: 1)).cursor == Position(column: 4, row: 1))
    }

    @Test func keepsItsColumnsInASCII() {
        let size = TerminalSize(columns: 40, rows: 1)
        let frame = Frame(size: size, lines: [Line([Span("▸●✗✓…│─█░↑↓←→·", .marked), Span("é日 a")])], cursor: Position(column: 1, row: 0))
        let ascii = frame.asciiOnly()
        #expect(ascii.lines == [Line([Span(">*x+~|-#.^v<>.", .marked), Span("??? a")])])
        #expect(ascii.cursor == frame.cursor)
        #expect(ascii.lines[0].displayWidth == frame.lines[0].displayWidth)
    }
}
