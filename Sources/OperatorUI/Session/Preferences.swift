/// What the operator has chosen in the configuration file.
package struct Preferences: Equatable, Sendable {
    /// The keys as they are bound.
    package var keys: KeyMap
    /// The filter with which lists of associations open, as typed.
    package var filter: String

    /// Preferences of someone who has chosen these, and nothing else.
    package init(keys: KeyMap = .standard, filter: String = "") {
        (self.keys, self.filter) = (keys, filter)
    }
}
