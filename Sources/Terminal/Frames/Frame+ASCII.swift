import TextSafety

extension Frame {
    /// The frame for a terminal that shows nothing but ASCII: every other character gives way to a stand-in of the same width.
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
        return terminalSafe.reduce(into: "") { $0 += $1.asciiStandIn(width: scan.width(of: $1)) }
    }
}

extension Character {
    fileprivate func asciiStandIn(width: Int) -> String {
        if isASCII { return String(self) }
        if let known = Self.asciiStandIns[self] { return String(known) }
        return String(repeating: "?", count: width)
    }

    private static let asciiStandIns: [Character: Character] = [
        "▸": ">", "●": "*", "○": "o", "✗": "x", "✓": "+", "…": "~", "▲": "^", "▼": "v", "·": ".", "█": "#", "░": ".",
        "↑": "^", "↓": "v", "←": "<", "→": ">",
        "│": "|", "─": "-", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    ]
}
