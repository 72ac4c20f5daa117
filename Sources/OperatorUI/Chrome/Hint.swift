/// A key and what it does here, for the bottom line.
struct Hint: Hashable, Sendable {
    /// The key as it is written there.
    let key: String
    /// One or two words.
    let words: String

    init(_ key: String, _ words: String) {
        (self.key, self.words) = (key, words)
    }

    /// The hint of the key table, or in other words; nothing for a command that no key is bound to.
    init?(_ command: Command, as words: String? = nil) {
        guard let binding = KeyTable.binding(of: command) else { return nil }
        self.init(binding.shortName, words ?? binding.hint)
    }

    /// The keys that scroll a text.
    static let scroll = Hint("↑ ↓", "scroll")
}
