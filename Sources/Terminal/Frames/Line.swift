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
