/// A stretch of text in one style.
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
