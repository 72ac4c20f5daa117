import TextSafety

/// One line of a frame: spans from left to right.
package struct Line: Sendable, Hashable {
    /// A line with nothing on it.
    package static let empty = Line([])

    /// The spans from left to right.
    package var spans: [Span]

    /// A line of several spans.
    package init(_ spans: [Span]) {
        self.spans = spans
    }

    /// A line in one style.
    package init(_ text: String, _ style: Style = .text) {
        self.init([Span(text, style)])
    }

    /// What the line says, without styles.
    package var text: String {
        spans.reduce(into: "") { $0 += $1.text }
    }

    /// The cells the line takes.
    package var displayWidth: Int {
        spans.reduce(0) { $0 + $1.text.displayWidth }
    }
}

/// Text in one style; lines are made of spans.
package struct Span: Sendable, Hashable {
    /// The text, without line breaks.
    package let text: String
    /// How it is meant.
    package let style: Style

    /// `text` in `style`.
    package init(_ text: String, _ style: Style = .text) {
        self.text = text
        self.style = style
    }
}

extension Line {
    /// The line in at most `columns` cells. It ends in "…", in the style of the span that was cut, when something is missing.
    package func clipped(to columns: Int) -> Line {
        guard displayWidth > columns else { return self }
        var room = columns
        var kept: [Span] = []
        for (index, span) in spans.enumerated() where room > 0 {
            let width = span.text.displayWidth
            if width < room || (width == room && spans[(index + 1)...].allSatisfy { $0.text.displayWidth == 0 }) {
                kept.append(span)
                room -= width
            } else {
                kept.append(Span(span.text.truncated(to: room), span.style))
                room = 0
            }
        }
        return Line(kept)
    }

    /// The line in two: what fits in its first `columns` cells, and the rest. A wide character is not halved: it belongs to the rest.
    package func split(at columns: Int) -> (head: Line, rest: Line) {
        var (room, head, rest) = (columns, [Span](), [Span]())
        for span in spans {
            let width = span.text.displayWidth
            if !rest.isEmpty || room <= 0 {
                rest.append(span)
            } else if width <= room {
                head.append(span)
                room -= width
            } else {
                let first = span.text.prefix(columns: room)
                head.append(Span(String(first), span.style))
                rest.append(Span(String(span.text[first.endIndex...]), span.style))
            }
        }
        return (Line(head), Line(rest))
    }

    /// The line in exactly `columns` cells: clipped, then filled up on the right with spaces in ``Style/text``.
    package func padded(to columns: Int) -> Line {
        var line = clipped(to: columns)
        let room = columns - line.displayWidth
        if room > 0 {
            line.spans.append(Span(String(repeating: " ", count: room)))
        }
        return line
    }
}
