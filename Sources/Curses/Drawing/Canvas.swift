import CNcurses
import Glibc
import Terminal
import TextSafety

/// Draws frames on the terminal; of lines that did not change since the frame before nothing is sent.
@MainActor final class Canvas {
    private var palette: Palette
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
        let changed = lines.prefix(rows).indices.filter { $0 >= shown.count || shown[$0] != lines[$0] }
        for row in changed where row != frame.cursor?.row { write(lines[row], row: row, on: screen) }
        if let current = frame.cursor?.row, changed.contains(current) {
            if changed.count <= Self.step, changed.contains(where: { $0 > current }) { sendWithoutCursor(screen) }
            write(lines[current], row: current, on: screen)
        }
        shown = lines
        place(frame.cursor, on: screen)
        wnoutrefresh(screen)
        doupdate()
    }

    /// A step of the cursor changes so many lines at most: its old row, its new one, the status. Its new row is written last, so that a
    /// screen reader, which says what was written last, says it and nothing else.
    private static let step = 4

    /// Sends what was written so far, and leaves the terminal's cursor where that ends.
    private func sendWithoutCursor(_ screen: UnsafeMutablePointer<WINDOW>) {
        leaveok(screen, true)
        wnoutrefresh(screen)
        doupdate()
        leaveok(screen, false)
    }

    /// Uses another theme from now on, also for what is shown; false when it is the one in use.
    func use(_ theme: Theme?) -> Bool {
        guard palette.use(theme), let screen = ncurses_standard_screen() else { return false }
        let (x, y) = (getcurx(screen), getcury(screen))
        for (row, line) in shown.prefix(Int(ncurses_screen_rows())).enumerated() {
            if let line { write(line, row: row, on: screen) }
        }
        wmove(screen, y, x)
        wnoutrefresh(screen)
        doupdate()
        return true
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

/// Text that is written with one pen.
struct StyledRun: Hashable, Sendable {
    /// The text.
    var text: String
    /// What it is written with.
    var pen: Pen

    /// The runs of a line with as few changes of pen as possible: spaces get the pen that saves a change, if they look the same with
    /// it. Spaces at both ends are plain, which lets ncurses skip or clear them.
    static func economized(_ runs: [StyledRun]) -> [StyledRun] {
        let pieces = runs.flatMap(\.pieces)
        var result: [StyledRun] = []
        for (index, piece) in pieces.enumerated() {
            var piece = piece
            if piece.isFlexible {
                let next = pieces[index...].first { !$0.isFlexible }?.pen ?? .plain
                piece.pen = cheapest(between: result.last?.pen ?? .plain, and: next)
            }
            if result.last?.pen == piece.pen {
                result[result.count - 1].text += piece.text
            } else {
                result.append(piece)
            }
        }
        return result
    }

    private static func cheapest(between previous: Pen, and next: Pen) -> Pen {
        previous.showsOnSpaces || next == .plain ? .plain : previous
    }

    /// Whether these are spaces that look the same with any pen that draws nothing on spaces.
    private var isFlexible: Bool {
        !pen.showsOnSpaces && text.utf8.first == UInt8(ascii: " ") && text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
    }

    /// The text, split between spaces and everything else.
    private var pieces: [StyledRun] {
        guard !pen.showsOnSpaces else { return [self] }
        var pieces: [StyledRun] = []
        var rest = text[...]
        while let first = rest.first {
            let piece = rest.prefix { ($0 == " ") == (first == " ") }
            pieces.append(StyledRun(text: String(piece), pen: pen))
            rest = rest[piece.endIndex...]
        }
        return pieces
    }
}
