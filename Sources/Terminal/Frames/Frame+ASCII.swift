import TextSafety

extension Frame {
    /// The frame for a terminal that shows only ASCII: every other character is replaced by an ASCII one of the same width.
    package func asciiOnly() -> Frame {
        Frame(
            size: size,
            lines: lines.map { line in Line(line.spans.map { Span($0.text.asciiOnly(), $0.style) }) },
            cursor: cursor
        )
    }
}

extension String {
    /// The text with every character that is not ASCII replaced by an ASCII one of the same width.
    func asciiOnly() -> String {
        guard !isPlainASCII else { return self }
        var scan = TerminalScan()
        return terminalSafe.reduce(into: "") { $0 += $1.asciiReplacement(width: scan.width(of: $1)) }
    }
}

extension Character {
    fileprivate func asciiReplacement(width: Int) -> String {
        if isASCII { return String(self) }
        if let known = Self.asciiReplacements[self] { return String(known) }
        return String(repeating: "?", count: width)
    }

    private static let asciiReplacements: [Character: Character] = [
        "▸": ">", "▾": "v", "●": "*", "○": "o", "✗": "x", "✓": "+", "…": "~", "▲": "^", "▼": "v", "·": ".", "█": "#", "░": ".",
        "↑": "^", "↓": "v", "←": "<", "→": ">",
        "│": "|", "┃": "#", "▐": "#", "─": "-", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    ]
}
