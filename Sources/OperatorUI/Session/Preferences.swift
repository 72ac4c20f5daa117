/// What the operator has chosen in the configuration file.
package struct Preferences: Equatable, Sendable {
    /// The keys as they are bound.
    package var keys: KeyMap

    /// Preferences of someone who has chosen these, and nothing else.
    package init(keys: KeyMap = .standard) {
        self.keys = keys
    }
}
