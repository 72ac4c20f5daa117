import CNcurses
import Glibc
import Terminal
import TextSafety

/// Draws frames on the terminal; of lines that did not change since the frame before nothing is sent.
@MainActor final class Canvas {
    private let palette: Palette
    private let isASCII: Bool
    private var shown: [Line?] = []

    /// A canvas on the standard screen of ncurses.
    init(palette: Palette, isASCII: Bool) {
        self.palette = palette
        self.isASCII = isASCII
    }

    /// Shows a frame; of one that was made for a larger terminal, what fits.
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

    /// Forgets what is shown, as the screen has another size or other content now.
    func forget() {
        shown = []
    }

    private func write(_ line: Line, row: Int, on screen: UnsafeMutablePointer<WINDOW>) {
        wmove(screen, Int32(row), 0)
        for run in StyledRun.economized(line.spans.map { StyledRun(text: $0.text, pen: palette.pen(for: $0.style)) }) {
            let characters = WideText.characters(run.text)
            wattr_set(screen, run.pen.attributes.forCurses, run.pen.pair, nil)
            waddnwstr(screen, characters, Int32(characters.count))
        }
        wattr_set(screen, Look.Attributes().forCurses, 0, nil)
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

/// Text in the form that ncurses accepts.
enum WideText {
    /// The scalars of terminal-safe text. One whose width differs in the C library becomes as many "?" as it has cells here, so that
    /// what stands to the right of it keeps its column.
    static func characters(_ text: String) -> [wchar_t] {
        var result: [wchar_t] = []
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII || Int(libc_character_width(wchar_t(scalar.value))) == scalar.displayWidth {
                result.append(wchar_t(scalar.value))
            } else {
                result += Array(repeating: wchar_t(0x3F), count: scalar.displayWidth)
            }
        }
        return result
    }
}
