import InspectorCore

/// A command as the palette lists it.
struct PaletteRow: Hashable, Sendable {
    let command: Command
    /// Its keys, as bound.
    let keys: String
    /// One or two words.
    let words: String
    /// What help says.
    let help: String

    /// Every command but the palette, in the order of help, but how to move comes last.
    static func all(_ keys: KeyMap) -> [PaletteRow] {
        (keys.sections.dropFirst() + keys.sections.prefix(1)).flatMap(\.bindings).filter { $0.command != .program(.palette) }.map {
            PaletteRow(command: $0.command, keys: $0.name, words: $0.hint, help: $0.help)
        }
    }

    /// The rows that have every word of a text, the ones first whose short words begin with it; a key alone finds its command first, and
    /// help is searched for three letters or more.
    static func matching(_ text: String, among rows: [PaletteRow]) -> [PaletteRow] {
        let typed = text.lowercased()
        let words = typed.split(separator: " ").map(String.init)
        let found = rows.filter { row in
            let own = row.text(withHelp: typed.count > 2)
            return words.allSatisfy { own.contains($0) } || row.words.isScattered(typed)
        }
        return (0...3).flatMap { rank in found.filter { $0.rank(text) == rank } }
    }

    private func text(withHelp: Bool) -> String { "\(words) \(command.name) \(keys) \(withHelp ? help : "")".lowercased() }

    private func rank(_ text: String) -> Int {
        if text.isEmpty || keys.split(separator: " ").contains(Substring(text)) { return 0 }
        let text = text.lowercased()
        if words.hasPrefix(text) { return 1 }
        return words.contains(text) ? 2 : 3
    }
}

extension String {
    /// Whether the characters of a text come in this one in their order, as in "cmk" for "clear marks".
    fileprivate func isScattered(_ text: String) -> Bool {
        var rest = text[...]
        for character in self where character == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }
}
