import Terminal
import Testing

@Suite struct TerminalSizeTests {
    @Test func isNeverNegative() {
        #expect(TerminalSize(columns: -1, rows: -7) == TerminalSize(columns: 0, rows: 0))
    }

    @Test(arguments: [(0, 0, true), (79, 23, true), (80, 0, false), (0, 24, false), (-1, 0, false), (0, -1, false)])
    func containsItsCells(column: Int, row: Int, isInside: Bool) {
        #expect(TerminalSize(columns: 80, rows: 24).contains(Position(column: column, row: row)) == isInside)
    }
}
