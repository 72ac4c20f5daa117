import Terminal
import TextSafety

/// Puts sentences into lines of a width.
struct Page {
    /// Cells across.
    let columns: Int
    /// Columns left of a row of a list, and of a paragraph, for the cursor's and the mark's glyph.
    static let gutter = 3

    /// A paragraph indented like a row.
    func paragraph(_ text: String, _ style: Style) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, columns - Self.gutter - 1)).map {
            Line(String(repeating: " ", count: Self.gutter) + $0, style)
        }
    }

    /// A paragraph whose first line stands out by two cells.
    func bullet(_ text: String, _ style: Style) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, columns - 5)).enumerated().map { index, piece in
            Line((index == 0 ? " " : "   ") + piece, style)
        }
    }

    /// A paragraph that begins at the edge.
    func block(_ text: String, _ style: Style = .text) -> [Line] {
        text.terminalSafe.wrapped(to: max(10, columns - 2)).map { Line(" " + $0, style) }
    }

    /// A label and a value that may take several lines.
    func field(_ label: String, _ value: String, _ style: Style = .text) -> [Line] {
        labelled(Span(" " + label, .dim), width: 16, value.terminalSafe, style, room: columns - 17)
    }

    /// A label of a fixed width, and beside it a text that may take several lines.
    func labelled(_ label: Span, width: Int, _ text: String, _ style: Style = .text, room: Int) -> [Line] {
        text.wrapped(to: max(10, room)).enumerated().map { index, piece in
            Line([Span((index == 0 ? label.text : "").padded(to: width), label.style), Span(piece, style)])
        }
    }
}
