package import Terminal

/// A row of the key table.
package struct KeyBinding: Hashable, Sendable {
    /// The keys, the one to show first.
    package let keys: [Key]
    /// What they stand for.
    package let command: Command
    /// The keys as help shows them.
    package let name: String
    /// One or two words for the bottom line.
    package let hint: String
    /// What help says.
    package let help: String

    init(_ keys: [Key], _ command: Command, _ name: String, _ hint: String, _ help: String) {
        self.keys = keys
        self.command = command
        self.name = name
        self.hint = hint
        self.help = help
    }

    /// The first key as the bottom line shows it.
    package var shortName: String {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        return first.count > 1 && first.first != "^" ? first.lowercased() : first
    }
}
