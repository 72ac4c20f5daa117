/// What the operator has chosen in the configuration file.
package struct Preferences: Equatable, Sendable {
    /// The keys as they are bound.
    package var keys: KeyMap
    /// The filter with which lists of associations open, as typed.
    package var filter: String

    /// The columns that lists of projects begin with.
    package var columns: ColumnChoice

    /// How the row under the cursor is drawn.
    package var cursor: CursorShape

    /// Preferences of someone who has chosen these, and nothing else.
    package init(
        keys: KeyMap = .standard, filter: String = "", columns: ColumnChoice = ColumnChoice(), cursor: CursorShape = .bar
    ) {
        (self.keys, self.filter, self.columns, self.cursor) = (keys, filter, columns, cursor)
    }
}
