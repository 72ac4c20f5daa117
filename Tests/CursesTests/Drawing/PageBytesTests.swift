import Terminal
import TextSafety
import Testing

@testable import Curses

/// What a page costs, held against the cells that change on it.
struct PageCost {
    /// UTF-8 bytes of the cells that change.
    private(set) var text = 0
    /// Stretches of changed cells side by side that have one style.
    private(set) var runs = 0
    /// Those of them that are not plain text.
    private(set) var styledRuns = 0

    /// The change from one frame to the next.
    init(from before: Frame, to after: Frame) {
        for (old, new) in zip(before.lines, after.lines) {
            var previous: Style?
            for (old, new) in zip(Self.cells(of: old, before.size.columns), Self.cells(of: new, after.size.columns)) {
                if old == new {
                    previous = nil
                    continue
                }
                text += new.text.utf8.count
                if previous != new.style {
                    runs += 1
                    if new.style != .text { styledRuns += 1 }
                }
                previous = new.style
            }
        }
    }

    /// The most bytes that a page may cost: its text, and 12 for each run.
    var limit: Double { 1.05 * Double(text + 12 * runs) }

    private struct Cell: Equatable {
        var text: String
        var style: Style
    }

    private static func cells(of line: Line, _ columns: Int) -> [Cell] {
        let cells = line.spans.flatMap { span in span.text.map { Cell(text: String($0), style: $0 == " " ? .text : span.style) } }
        return cells + Array(repeating: Cell(text: " ", style: .text), count: max(0, columns - cells.count))
    }
}

extension Sessions {
    @Suite @MainActor struct PageBytes {
        /// A page of projects, as the list of associations has them.
        private func page(_ number: Int, _ size: TerminalSize) -> Frame {
            let owners = ["acme", "platform", "mobile", "oss", "data"]
            let states = [Span("ok"), Span("no access", .warning), Span("disconnected", .warning), Span("pending"), Span("ok")]
            let body = (0..<size.rows - 2).map { row in
                let place = number * (size.rows - 2) + row
                let name = "\(owners[place / 97 % 5])/service-\(place * 7 % 1_009)-\(["api", "worker", "ui"][place % 3])"
                return Line([
                    Span("   "), Span(name.padded(to: size.columns / 2)), Span("\(place % 4 + 1)   ", place % 4 == 0 ? .warning : .text),
                    states[place * 13 % 5],
                ])
            }
            let lines = [Line(" Projects", .title)] + body + [Line(" page \(number)", .dim)]
            return Frame(size: size, lines: lines, cursor: Position(column: 0, row: 1))
        }

        @Test(
            arguments: [(80, 24), (120, 40), (160, 50)], ["xterm-256color", "screen-256color", "linux", "vt100"])
        func aPageCostsWhatChangesOnIt(size: (columns: Int, rows: Int), type: String) throws {
            let terminal = try PseudoTerminal(columns: size.columns, rows: size.rows)
            let session = try Sessions.start(on: terminal, type: type)
            defer { session.end() }
            var frame = page(0, session.size)
            session.draw(frame)
            _ = terminal.sent()
            for number in 1...4 {
                let next = page(number, session.size)
                let cost = PageCost(from: frame, to: next)
                session.draw(next)
                let bytes = terminal.sent().utf8.count
                #expect(Double(bytes) <= cost.limit, "\(bytes) bytes, \(cost)")
                frame = next
            }
        }

        @Test func aListThatMovesByARowIsScrolledByTheTerminal() throws {
            let terminal = try PseudoTerminal(columns: 120, rows: 40)
            let session = try Sessions.start(on: terminal)
            defer { session.end() }
            let names = (0..<80).map { Line("acme/service-\($0 * 7 % 1_009)-worker") }
            func list(_ top: Int) -> Frame {
                let lines = [Line(" Projects", .title)] + names[top..<top + session.size.rows - 2] + [Line(" end", .dim)]
                return Frame(size: session.size, lines: lines, cursor: Position(column: 0, row: session.size.rows - 2))
            }
            session.draw(list(0))
            _ = terminal.sent()
            session.draw(list(1))
            #expect(terminal.sent().utf8.count < 120)
        }
    }
}
