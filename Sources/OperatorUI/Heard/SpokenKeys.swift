import TextSafety

extension String {
    /// Names of keys as they are said: "Page Up or Control B", "capital G", "slash". Readers leave punctuation out, and many do not tell
    /// capitals from small letters.
    var spokenKeys: String { split(separator: " ").map { String($0).spokenKey }.joined(separator: " or ") }

    /// The name of one key as it is said.
    var spokenKey: String {
        if let name = Self.spokenNames[self] { return name }
        if count == 2, first == "^", let last { return "Control \(last)" }
        return count == 1 && first?.isUppercase ?? false ? "capital \(self)" : self
    }

    private static let spokenNames = [
        "/": "slash", "!": "exclamation mark", ":": "colon", "?": "question mark", ".": "full stop", "*": "asterisk", "<": "less than",
        ">": "greater than", "=": "equals sign", "PgUp": "Page Up", "PgDn": "Page Down", "Esc": "Escape", "↑": "Up", "↓": "Down",
        "←": "Left", "→": "Right",
    ]

    /// Signs in our own sentences as they are said.
    var inSpokenWords: String {
        guard contains(where: { Self.spokenSigns[$0] != nil }) else { return self }
        return reduce(into: "") { $0 += Self.spokenSigns[$1] ?? String($1) }.split(separator: " ").joined(separator: " ")
    }

    private static let spokenSigns: [Character: String] = [
        "↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "…": "...", "▸": "", "▲": "", "▼": "",
    ]
}

extension Hint {
    /// The key and what it does: "Enter keep".
    var heard: String { "\(key.count == 1 ? key.spokenKey : key.prefix(1).uppercased() + key.dropFirst()) \(words)".inSpokenWords }
}
