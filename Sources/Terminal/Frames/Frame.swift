import TextSafety

/// Everything the terminal shows at one moment. A frame never holds more than fits, and no character that a terminal would act on.
package struct Frame: Sendable, Hashable {
    /// The size it was made for.
    package let size: TerminalSize
    /// The lines from the top; what is missing at the bottom is blank.
    package let lines: [Line]
    /// Where the terminal's own cursor stands; it is hidden when this is `nil`.
    package let cursor: Position?

    /// A frame of at most `size.rows` lines, each made terminal-safe and clipped to `size.columns`. A cursor outside is hidden.
    package init(size: TerminalSize, lines: [Line], cursor: Position? = nil) {
        self.size = size
        self.lines = lines.prefix(size.rows).map { $0.terminalSafe.clipped(to: size.columns) }
        self.cursor = cursor.flatMap { size.contains($0) ? $0 : nil }
    }
}

extension Line {
    /// The line with the text of every span made terminal-safe.
    package var terminalSafe: Line {
        Line(spans.map { Span($0.text.terminalSafe, $0.style) })
    }
}
