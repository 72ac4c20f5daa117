import CNcurses
import Glibc
import Terminal
import TextSafety

/// Draws frames. What did not change since the frame before costs nothing.
@MainActor final class Canvas {
    private let palette: Palette
    private let isASCII: Bool
    private var shown: [Line?] = []

    /// A canvas on the standard screen of ncurses.
    init(palette: Palette, isASCII: Bool) {
        self.palette = palette
        self.isASCII = isASCII
    }

    /// Shows a frame, or what fits of one that was made for a larger terminal.
    func draw(_ frame: Frame) {
        guard let screen = ncurses_standard_screen() else { return }
        let frame = isASCII ? frame.asciiOnly() : frame
        let (columns, rows) = (Int(ncurses_screen_columns()), Int(ncurses_screen_rows()))
        let fitting = frame.size.columns > columns ? frame.lines.map { $0.clipped(to: columns) } : frame.lines
        let lines = fitting + Array(repeating: .empty, count: max(0, rows - frame.lines.count))
        for (row, line) in lines.prefix(rows).enumerated() where row >= shown.count || shown[row] != line {
            write(line, row: row, on: screen)
        }
        shown = lines
        place(frame.cursor, on: screen)
        wnoutrefresh(screen)
        doupdate()
    }

    /// Forgets what is shown: the screen has another size or another content now.
    func forget() {
        shown = []
    }

    private func write(_ line: Line, row: Int, on screen: UnsafeMutablePointer<WINDOW>) {
        wmove(screen, Int32(row), 0)
        for stretch in Stretch.economized(line.spans.map { Stretch(text: $0.text, pen: palette.pen(for: $0.style)) }) {
            let characters = WideText.characters(stretch.text)
            wattr_set(screen, stretch.pen.attributes.forCurses, stretch.pen.pair, nil)
            waddnwstr(screen, characters, Int32(characters.count))
        }
        wattr_set(screen, RoleLook.Attributes().forCurses, 0, nil)
        if line.displayWidth < Int(ncurses_screen_columns()) {
            wclrtoeol(screen)
        }
    }

    private func place(_ cursor: Position?, on screen: UnsafeMutablePointer<WINDOW>) {
        curs_set(cursor == nil ? 0 : 1)
        if let cursor {
            wmove(screen, Int32(cursor.row), Int32(cursor.column))
        }
    }
}
