import Terminal
import Testing

@testable import Curses

extension Sessions {
    /// Terminals of a size that nobody has.
    @Suite @MainActor struct Sizes {
        @Test(arguments: [(32767, 32767), (65535, 65535), (32767, 1), (1, 32767), (1, 1), (2, 1)])
        func anySizeIsSurvived(columns: Int, rows: Int) throws {
            let terminal = try PseudoTerminal(columns: columns, rows: rows)
            let session = try Sessions.start(on: terminal)
            let largest = TerminalDevice.largest
            let size = TerminalSize(columns: min(columns, largest.columns), rows: min(rows, largest.rows))
            #expect(session.size == size)
            #expect(session.screen.size == size)
            session.draw(Frame(size: session.size, lines: [Line("日x")]))
            for (columns, rows) in [(1, 1), (80, 24), (columns, rows)] {
                terminal.resize(columns: columns, rows: rows)
                session.windowChanged()
                session.draw(Frame(size: session.size, lines: [Line("x")]))
            }
            #expect(session.size == size)
            session.end()
        }

        @Test func variablesDoNotMakeItLarger() throws {
            let terminal = try PseudoTerminal()
            let session = try Sessions.start(on: terminal, environment: ["COLUMNS": "32767", "LINES": "32767"])
            #expect(session.screen.size == TerminalSize(columns: 80, rows: 24))
            session.end()
        }
    }
}
