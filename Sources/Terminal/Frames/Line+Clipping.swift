import TextSafety

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
