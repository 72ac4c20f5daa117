import Terminal
import TextSafety

/// What a pane shows: its lines, and the part of the whole that they are.
struct PaneContent {
    /// Where it is drawn.
    let pane: Pane
    /// The lines from the top; what is missing is blank.
    let lines: [Line]
    /// The part that is seen; nothing where there is no more.
    var bar: ScrollBar?
    /// How many of the first lines stand above what the bar is about.
    var headings = 1

    init(_ pane: Pane, _ lines: [Line], bar: ScrollBar? = nil, headings: Int = 1) {
        (self.pane, self.lines, self.bar, self.headings) = (pane, lines, bar, headings)
    }

    /// Whether the bar stands beside the line.
    fileprivate func hasThumb(at row: Int) -> Bool { bar?.thumb.contains(row - headings) ?? false }

    fileprivate func line(at row: Int) -> Line { row < lines.count ? lines[row] : .empty }
}

extension Span {
    /// The bar in the last column.
    fileprivate static let bar = Span("▐", .dim)
}

extension [PaneContent] {
    /// The panes side by side, with dividers from the top to the bottom. The bars stand on the dividers, and in the column to the right of
    /// the last pane, which is its own.
    func sideBySide(height: Int) -> [Line] {
        (0..<height).map { row in
            var spans: [Span] = []
            for (place, content) in enumerated() {
                let (line, isLast, hasThumb) = (content.line(at: row), place == count - 1, content.hasThumb(at: row))
                if isLast, !hasThumb {
                    spans += line.fitting(content.pane.width).spans
                } else {
                    spans += line.fitting(content.pane.width).padded(to: content.pane.width).spans
                    spans.append(hasThumb ? (isLast ? .bar : Span("┃", .dim)) : Span("│", .dim))
                }
            }
            return Line(spans)
        }
    }
}

extension [Line] {
    /// A text as wide as the terminal, with the bar in its last column.
    func beside(_ bar: ScrollBar, columns: Int) -> [Line] {
        [PaneContent(Pane(column: 0, width: columns - 1, isFocused: true), self, bar: bar, headings: 0)].sideBySide(height: count)
    }
}

extension Line {
    /// The line without a scroll bar at its end: the last column of the terminal stays free of a glyph that some screen readers take for
    /// several characters, after which they are a row off.
    var withoutBar: Line { spans.last == .bar ? Line(spans.dropLast()) : self }

    /// The line in at most `columns` cells; spaces at its end go before anything else does.
    fileprivate func fitting(_ columns: Int) -> Line {
        guard displayWidth > columns else { return self }
        var line = self
        while let last = line.spans.last, last.text.last == " " || last.text.isEmpty {
            line.spans.removeLast()
            let rest = String(last.text.trimmingTrailingSpaces)
            if !rest.isEmpty { line.spans.append(Span(rest, last.style)) }
        }
        return line.clipped(to: columns)
    }
}
